/** Every card Referent sends; each is a skeleton `cards/<name>.json`. */
export const cardNames = [
  'agenda',
  'answer',
  'answer-list',
  'brief',
  'decision',
  'enquiry',
  'findings',
  'form',
  'help',
  'item',
  'list',
  'maybe',
  'meeting',
  'meetings',
  'no-answer',
  'review',
  'welcome',
] as const;

export type CardName = (typeof cardNames)[number];
