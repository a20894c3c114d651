import type { ReceivedActivity } from './read-activity.js';

const characterEntities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const cardType = 'application/vnd.microsoft.card.adaptive';

/** Whether a person put a card into the message, such as one found with the search in the compose box. */
export const carriesCard = ({ attachments }: ReceivedActivity): boolean =>
  attachments?.some(({ contentType }) => contentType === cardType) ?? false;

/**
 * What a person wrote, without the mention of the bot: Teams leaves `<at>Referent</at>&nbsp;` before the text. Other
 * people's mentions keep their names. White space is folded to single spaces.
 */
export function readMessageText(activity: ReceivedActivity): string {
  let text = activity.text ?? '';
  for (const { mentioned, text: mark } of activity.entities)
    if (mentioned.id === activity.recipient.id && mark !== '') text = text.replaceAll(mark, ' ');
  // A client marks the place of a card put into the message with tags in its text.
  if (carriesCard(activity)) text = text.replace(/<[^<>]*>/g, ' ');
  return text
    .replace(/<\/?at>/g, '')
    .replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => characterEntities[entity] ?? entity)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
