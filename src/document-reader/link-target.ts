/**
 * What a link adds to its words: " (https://…)" when it leads to a page or a mail address that the words do not name
 * themselves, else nothing.
 */
export function linkSuffix(words: string, target: string): string {
  const address = readAddress(target);
  if (address === undefined || bare(words) === bare(address)) return '';
  return ` (${address})`;
}

function readAddress(target: string): string | undefined {
  const start = target.slice(0, 8).toLowerCase();
  if (start.startsWith('mailto:')) return target.slice('mailto:'.length);
  return /^(?:https?:\/\/|www\.)/.test(start) ? target : undefined;
}

function bare(address: string): string {
  const text = address.trim().toLowerCase();
  const withoutScheme = text.replace(/^(?:mailto:|https?:\/\/)/, '').replace(/^www\./, '');
  return withoutScheme.endsWith('/') ? withoutScheme.slice(0, -1) : withoutScheme;
}
