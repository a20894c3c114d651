import { AppError } from '../../../domain/app-error.js';
import type { Clock } from '../../../domain/clock.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import type { Intents } from '../../../domain/outgoing-message.js';
import type { CardReply } from '../../../routing/reply.js';
import type { RightsOf } from '../../../routing/rights-of.js';
import type { Turn } from '../../../routing/turn.js';
import type {
  ConversationStore,
  ForumStore,
  MinutesStore,
  OriginalFile,
  OutboxStore,
  PendingDocumentStore,
} from '../../../store/ports.js';
import { filePhrases } from './phrases.js';
import type { ReadFile } from './read-in-child.js';
import type { InForce } from './review-card.js';

/** What receiving files and putting minutes into the archive need. */
export interface MinutesDesk {
  forums: Pick<ForumStore, 'listForums'>;
  minutes: Pick<MinutesStore, 'findMeetings' | 'getMeeting' | 'getOriginal'>;
  pendingDocuments: PendingDocumentStore;
  conversations: Pick<ConversationStore, 'findChannel'>;
  outbox: Pick<OutboxStore, 'findHandle'>;
  rightsOf: RightsOf;
  clock: Clock;
  readFile: ReadFile;
  /** Takes in a document that turned out to be an agenda. */
  receiveAgenda(turn: Turn, document: MeetingDocument, original: OriginalFile): Promise<CardReply>;
  /** What minutes that come or go set going elsewhere. `occasion`: names it, once. */
  intentsOfArchive(forumId: string, occasion: string, now: Date): Intents;
}

/** @throws AppError `forbidden` outside a personal conversation: minutes hold closed items. */
export function requirePersonal({ conversation }: Turn): void {
  if (conversation.kind !== 'personal')
    throw new AppError('forbidden', 'files are received in personal conversations only', {
      reply: filePhrases.onlyPersonal,
    });
}

/** @throws AppError `forbidden` for whoever may not put minutes into the forum's archive. */
export async function requireArchivist({ rightsOf }: MinutesDesk, turn: Turn, forumId: string): Promise<void> {
  requirePersonal(turn);
  (await rightsOf(turn)).require(forumId, 'import_minutes', 'closed');
}

/** The minutes of a date that the archive holds. */
export async function findInForce(
  { minutes }: MinutesDesk,
  forumId: string,
  date: string,
): Promise<InForce | undefined> {
  const everything = { forumIds: [forumId], sees: 'open_and_closed' } as const;
  const held = (await minutes.findMeetings(everything, date)).find(({ document }) => document.kind === 'minutes');
  if (held === undefined) return undefined;
  const { sha256 } = await minutes.getOriginal(everything, held.id);
  return { document: held.document, sha256 };
}
