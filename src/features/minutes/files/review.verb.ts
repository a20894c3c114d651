import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, pressedPage, readPress } from '../../../cards/read-press.js';
import { AppError } from '../../../domain/app-error.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import type { PersonKey } from '../../../domain/person-key.js';
import { personOf } from '../../../routing/person-of.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import { analyseInTurns } from '../../../search/analyse-document.js';
import type { PendingDocument } from '../../../store/ports.js';
import { findInForce, type MinutesDesk, requireArchivist, requirePersonal } from './minutes-desk.js';
import { intentsOfArchiving, intentsOfTakingBack, noteSlot } from './minutes-note.js';
import { filePhrases, reviewPhrases } from './phrases.js';
import { archivedCard, closedField, reviewCard, takenBackCard } from './review-card.js';

const pressed = z.object({ pending: pressedId, page: pressedPage, to: pressedPage }).catchall(z.unknown());
type Pressed = z.infer<typeof pressed>;
const pressedSettled = z.object({ pending: pressedId });

/** The items as they are marked on the page that was shown; those of other pages stay as they were. */
function withMarks(document: MeetingDocument, fields: Pressed): MeetingDocument {
  const items = document.items.map((item, index) => {
    const mark = fields[closedField(index)];
    if (mark !== 'true' && mark !== 'false') return item;
    return { ...item, access: mark === 'true' ? ('closed' as const) : ('open' as const) };
  });
  return { ...document, items };
}

/** The presser's own pending document. Whether the presser may still do anything with it is asked at every press. */
async function openOwn(
  desk: MinutesDesk,
  turn: CardActionTurn,
  id: string,
): Promise<{ pending: PendingDocument; owner: PersonKey }> {
  requirePersonal(turn);
  const owner = personOf(turn);
  if (owner === null)
    throw new AppError('forbidden', 'the channel did not say who pressed', { reply: filePhrases.onlyPersonal });
  const pending = await desk.pendingDocuments.getPending(id, owner, desk.clock.now());
  await requireArchivist(desk, turn, pending.forumId);
  return { pending, owner };
}

const hasChannel = async ({ conversations }: MinutesDesk, forumId: string): Promise<boolean> =>
  (await conversations.findChannel(forumId)) !== undefined;

/** What became of it, for a press that comes late or again. */
async function showSettled(desk: MinutesDesk, pending: PendingDocument): Promise<CardReply> {
  if (pending.state === 'archived') return archivedCard(pending, await hasChannel(desk, pending.forumId));
  if (pending.state === 'taken_back') return takenBackCard(pending);
  return { text: reviewPhrases.settled };
}

const readPressed = (data: unknown): Pressed => readPress(pressed, data);

/** Shows another page of the review; what was marked on the one before is kept. */
export const createShowReviewVerb = (desk: MinutesDesk): CardVerb<Pressed> => ({
  verb: verbs.showReview,
  read: readPressed,
  async run(turn, fields) {
    const { pending, owner } = await openOwn(desk, turn, fields.pending);
    if (pending.state !== 'waiting') return showSettled(desk, pending);
    const document = withMarks(pending.document, fields);
    const marked = await desk.pendingDocuments.markPending(pending.id, owner, document, desk.clock.now());
    return reviewCard(marked, await findInForce(desk, pending.forumId, document.date), fields.to);
  },
});

/** Puts the minutes into the archive, with a note to the channel, in one transaction. A second press changes nothing. */
export const createArchiveReviewVerb = (desk: MinutesDesk): CardVerb<Pressed> => ({
  verb: verbs.archiveReview,
  read: readPressed,
  async run(turn, fields) {
    const { pending, owner } = await openOwn(desk, turn, fields.pending);
    if (pending.state !== 'waiting') return showSettled(desk, pending);
    const document = withMarks(pending.document, fields);
    const tellsChannel = await hasChannel(desk, pending.forumId);
    const now = desk.clock.now();
    const toSave = { document, entries: await analyseInTurns(document), now };
    const { saved, pending: settled } = await desk.pendingDocuments.archivePending(pending.id, owner, toSave, (made) =>
      intentsOfArchiving(pending, made, tellsChannel, now, desk.intentsOfArchive(pending.forumId, pending.id, now)),
    );
    return saved.status === 'unchanged' ? { text: reviewPhrases.unchanged } : archivedCard(settled, tellsChannel);
  },
});

export const createDiscardReviewVerb = (desk: MinutesDesk): CardVerb<Pressed> => ({
  verb: verbs.discardReview,
  read: readPressed,
  async run(turn, fields) {
    const { pending, owner } = await openOwn(desk, turn, fields.pending);
    if (pending.state !== 'waiting') return showSettled(desk, pending);
    await desk.pendingDocuments.discardPending(pending.id, owner, desk.clock.now());
    return { text: reviewPhrases.discarded };
  },
});

/** Takes the minutes out of the archive again; the version before them is in force again. */
export const createTakeBackReviewVerb = (desk: MinutesDesk): CardVerb<z.infer<typeof pressedSettled>> => ({
  verb: verbs.takeBackReview,
  read: (data) => readPress(pressedSettled, data),
  async run(turn, { pending: id }) {
    const { pending, owner } = await openOwn(desk, turn, id);
    const { archivedAs } = pending;
    if (pending.state !== 'archived' || archivedAs === null) return showSettled(desk, pending);
    const now = desk.clock.now();
    const wasTold = (await desk.outbox.findHandle(noteSlot(pending.id))) !== undefined;
    const elsewhere = desk.intentsOfArchive(pending.forumId, `${pending.id}:back`, now);
    const intents = intentsOfTakingBack({ ...pending, archivedAs }, wasTold, now, elsewhere);
    return takenBackCard(await desk.pendingDocuments.takeBackPending(id, owner, intents, now));
  },
});
