import type { Block } from './blocks.js';

/** "10 min.", "ca. 15 minutter", "1 time", "1½ time": a whole text that is a length of time. Minutes; undefined for all else. */
export function readDuration(text: string): number | undefined {
  const match = /^(?:ca\.? ?)?(\d{1,3})([,.]5|½)? ?(min(?:\.|utter|ut)?|timer?|t\.)$/iu.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', half, unit = ''] = match;
  const amount = Number(whole) + (half === undefined ? 0 : 0.5);
  const minutes = unit.toLowerCase().startsWith('min') ? amount : amount * 60;
  return minutes > 0 && Number.isInteger(minutes) && minutes <= 600 ? minutes : undefined;
}

/**
 * The time set aside for an item, as newer minutes write it: "(10 min.)" at the beginning of a paragraph of the case text.
 * In the middle of a sentence ("en gåtur (10 min.) fra stationen") it says something else.
 */
export function findDuration(blocks: readonly Block[]): number | undefined {
  for (const block of blocks) {
    const match = /^\(([^()]{3,20})\)(?= |$)/u.exec(block.text);
    const minutes = match === null ? undefined : readDuration(match[1] ?? '');
    if (minutes !== undefined) return minutes;
  }
  return undefined;
}
