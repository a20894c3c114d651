/** Writes lines to stdout. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** Writes one value to stdout as JSON, and nothing else. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Writes lines to stderr. */
export function complain(...lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

/** A file's name may hold line breaks and orders to the terminal; here they are shown as what they are: `\u001b`. */
export const onOneLine = (text: string): string =>
  text.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** `1 file`, `2 files`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
