/** A title's letters and digits only, in lower case: how two printings of one title are compared. */
export function sameTitle(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/^punkt\s+\d+\s*:/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True when a title of the table of contents is that of the item, or its beginning: long titles are cut, even in mid-word. */
export function titlesAgree(contentsTitle: string, itemTitle: string): boolean {
  const listed = sameTitle(contentsTitle);
  const item = sameTitle(itemTitle);
  return listed === item || (listed.length >= 12 && item.startsWith(listed));
}
