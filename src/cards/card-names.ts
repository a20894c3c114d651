/** Every card Referent sends; each is a skeleton `cards/<name>.json`. */
export const cardNames = [
  'agenda',
  'answer',
  'answer-list',
  'decision',
  'enquiry',
  'findings',
  'form',
  'help',
  'item',
  'maybe',
  'meeting',
  'meetings',
  'members',
  'no-answer',
  'review',
  'welcome',
] as const;

export type CardName = (typeof cardNames)[number];
