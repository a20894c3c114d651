import type { TurnContext } from 'botbuilder';
import { AppError } from '../domain/app-error.js';
import type { KeptFiles } from '../routing/kept-files.js';
import { personOf } from '../routing/person-of.js';
import type { OfferedFile } from '../routing/reply.js';
import type { Turn } from '../routing/turn.js';
import { texts } from '../texts.js';
import { consentCard, fileCard } from './file-cards.js';
import type { FileTransfer } from './file-transfer.js';
import { toActivity } from './to-activity.js';
import type { ConsentTurn } from './to-turn.js';

/** How files are given and taken. */
export interface FileDesk {
  kept: KeptFiles;
  transfer: FileTransfer;
  /** Where a kept file is fetched with a link, in the local mode, whose chat client knows no consent cards; null: in Teams. */
  linkTo: ((handle: string) => string) | null;
}

/**
 * Offers a file beside a reply: with a consent card, in the local mode with a link. Teams gives files in personal
 * conversations only, so elsewhere the person is told where to ask.
 */
export async function giveFile(
  context: TurnContext,
  { kept, linkTo }: FileDesk,
  turn: Pick<Turn, 'sender' | 'conversation'>,
  file: OfferedFile,
): Promise<void> {
  const owner = personOf(turn);
  const isPersonal = turn.conversation.kind === 'personal';
  if (!isPersonal || owner === null) {
    await context.sendActivity(toActivity({ text: isPersonal ? texts.fileForNobody : texts.filesOnlyPersonal }));
    return;
  }
  const handle = await kept.keep(file, owner);
  await context.sendActivity(
    linkTo === null
      ? consentCard(file, handle)
      : toActivity({ text: texts.fileLink(`[${file.name.replace(/[[\]\\]/g, ' ')}](${linkTo(handle)})`) }),
  );
}

/**
 * Does what the person answered: puts the file into their OneDrive, or forgets it.
 *
 * @throws AppError `not_found` for another person, a second answer or one that comes too late; `forbidden` for a place that
 * is not the organisation's.
 */
export async function takeConsent(
  context: TurnContext,
  { kept, transfer }: FileDesk,
  { consent, ...turn }: ConsentTurn,
): Promise<void> {
  const owner = personOf(turn);
  if (owner === null)
    throw new AppError('forbidden', 'the channel did not say who answered', { reply: texts.fileForNobody });
  if (consent.action === 'accept') requireOwnPlace(transfer, consent.uploadInfo);
  const file = await kept.take(consent.context.handle, owner);
  if (consent.action === 'decline') {
    await context.sendActivity(toActivity({ text: texts.fileDeclined }));
    return;
  }
  try {
    await transfer.upload(consent.uploadInfo.uploadUrl, file.bytes);
  } catch (cause) {
    throw new AppError('unavailable', 'an offered file could not be brought to its place', {
      reply: texts.fileNotSaved,
      cause,
    });
  }
  await context.sendActivity(fileCard(file.name, consent.uploadInfo));
}

/** Looked at before the file is taken: a forged answer must not cost the person their file. */
function requireOwnPlace(transfer: FileTransfer, { uploadUrl, contentUrl }: { uploadUrl: string; contentUrl: string }) {
  if (transfer.isAllowed(uploadUrl) && transfer.isAllowed(contentUrl)) return;
  throw new AppError('forbidden', 'a file was to be brought to a host that is not allowed', {
    reply: texts.fileHostRefused,
  });
}
