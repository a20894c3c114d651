import { removeInvisible } from '../cards/remove-invisible.js';
import { onOneLine } from '../cards/shorten.js';
import type { SearchExtensionReply, SearchExtensionResult } from '../routing/reply.js';

/** What a `composeExtension/query` is answered with. */
export interface SearchResponse {
  composeExtension: { type: 'result' | 'message'; [property: string]: unknown };
}

/** The list shows plain text, but some clients read tags in it. */
const plain = (text: string): string => onOneLine(removeInvisible(text)).replace(/<(?=[a-z/!?])/gi, '‹');

const toAttachment = ({ title, subtitle, preview, card }: SearchExtensionResult) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    // Clients show two of the three lines a thumbnail has; some draw the third over the second.
    content: { title: plain(title), text: plain(`${subtitle} · ${preview}`) },
  },
});

export function toSearchResponse(reply: SearchExtensionReply): SearchResponse {
  if ('text' in reply) return { composeExtension: { type: 'message', text: reply.text } };
  return {
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: reply.results.map(toAttachment) },
  };
}
