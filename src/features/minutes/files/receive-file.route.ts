import { createHash } from 'node:crypto';
import { escapeMarkdown } from '../../../cards/escape-markdown.js';
import { shorten } from '../../../cards/shorten.js';
import { AppError } from '../../../domain/app-error.js';
import { dayMs } from '../../../domain/durations.js';
import { homeTenant } from '../../../domain/home-tenant.js';
import type { MeetingDocument } from '../../../domain/meeting-document.js';
import type { PersonKey } from '../../../domain/person-key.js';
import { sameForumName } from '../../../domain/same-forum-name.js';
import type { Reply } from '../../../routing/reply.js';
import type { Rights } from '../../../routing/rights-of.js';
import type { FileTurn, SentFile } from '../../../routing/turn.js';
import type { OriginalFile } from '../../../store/ports.js';
import { keepItemsClosed } from '../close-items.js';
import { findInForce, type MinutesDesk, requirePersonal } from './minutes-desk.js';
import { filePhrases } from './phrases.js';
import { reviewCard } from './review-card.js';

/** How long minutes wait to be looked through, and how long they can be taken back after that. */
const keptDays = 30;

/** Whoever may do nothing with a file is told before it is fetched. */
async function requireUse({ rightsOf }: MinutesDesk, turn: FileTurn): Promise<Rights & { person: PersonKey }> {
  const rights = await rightsOf(turn);
  const isOfUse = (['import_minutes', 'draft_agenda'] as const).some(
    (operation) => rights.forumsWhere(operation, 'open').length > 0,
  );
  const { person } = rights;
  if (!isOfUse || person === null) rights.require('', 'import_minutes', 'closed');
  if (person === null) throw new AppError('forbidden', 'the channel did not say who it is');
  requirePersonal(turn);
  return { ...rights, person };
}

/**
 * Where minutes belong: to the forum they name. Another forum's minutes hold what this one's readers may not see, so they
 * go nowhere rather than to the nearest.
 *
 * @throws AppError `forbidden` when the sender does not keep that forum's archive; whether there is such a forum is not told.
 */
async function forumOf({ forums }: MinutesDesk, rights: Rights, { forum }: MeetingDocument): Promise<string> {
  const allowed = rights.requireSomewhere('import_minutes', 'closed');
  const mine = (await forums.listForums(homeTenant)).filter(({ id }) => allowed.includes(id));
  const found = mine.find(({ name }) => sameForumName(name, forum));
  if (found !== undefined) return found.id;
  const [named, ...kept] = [shorten(forum, 80), ...mine.map(({ name }) => name)].map(escapeMarkdown);
  throw new AppError('forbidden', 'minutes name a forum whose archive the sender does not keep', {
    reply: filePhrases.otherForum(named ?? '', kept),
  });
}

async function review(
  desk: MinutesDesk,
  rights: Rights & { person: PersonKey },
  read: MeetingDocument,
  original: OriginalFile,
): Promise<Reply> {
  const now = desk.clock.now();
  const owner = rights.person;
  const forumId = await forumOf(desk, rights, read);
  const inForce = await findInForce(desk, forumId, read.date);
  const document = inForce === undefined ? read : keepItemsClosed(read, inForce.document);
  const expiresAt = new Date(now.getTime() + keptDays * dayMs);
  const id = await desk.pendingDocuments.keepPending({ forumId, owner, document, original, expiresAt });
  return reviewCard(await desk.pendingDocuments.getPending(id, owner, now), inForce);
}

async function receive(
  desk: MinutesDesk,
  turn: FileTurn,
  rights: Rights & { person: PersonKey },
  file: SentFile,
): Promise<Reply> {
  const bytes = await file.download();
  const fileName = file.name || filePhrases.usualName;
  const document = await desk.readFile(fileName, bytes);
  const original = { fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  return document.kind === 'agenda'
    ? desk.receiveAgenda(turn, document, original)
    : review(desk, rights, document, original);
}

/** ".md" is an internet domain too, so it would have to be escaped, which older clients show; the sender sees it above. */
const withoutEnding = (name: string): string => name.replace(/\.[a-z]{1,8}$/i, '');

/**
 * Takes in a file: says at once that it is being read, and then what it is. An agenda becomes a draft, minutes wait until
 * the sender has looked them through.
 */
export const createReceiveFile =
  (desk: MinutesDesk) =>
  async (turn: FileTurn): Promise<Reply> => {
    const rights = await requireUse(desk, turn);
    const [file, ...others] = turn.files;
    if (file === undefined || others.length > 0) return { text: filePhrases.oneAtATime };
    const text = filePhrases.reading(escapeMarkdown(shorten(withoutEnding(file.name), 100)));
    return { text, followUp: () => receive(desk, turn, rights, file) };
  };
