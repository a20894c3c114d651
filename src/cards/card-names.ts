/** Every card Referent sends; each is a skeleton `cards/<name>.json`. */
export const cardNames = [
  'answer',
  'decision',
  'help',
  'item',
  'maybe',
  'meeting',
  'meetings',
  'no-answer',
  'welcome',
] as const;

export type CardName = (typeof cardNames)[number];
