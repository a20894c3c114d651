import { z } from 'zod';
import { verbs } from '../../../cards/button.js';
import { pressedId, readPress } from '../../../cards/read-press.js';
import { AppError } from '../../../domain/app-error.js';
import type { OfferedFile } from '../../../routing/reply.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { Turn } from '../../../routing/turn.js';
import { type InputDesk, type ReadableRound, readableRound, requirePersonal } from '../desk/round-desk.js';
import { briefCard, wholeBriefCard } from './brief-card.js';
import { makeBriefCsv } from './brief-csv.js';
import { briefPhrases as phrases } from './brief-phrases.js';
import type { Brief } from './make-brief.js';

const pressed = z.object({ round: pressedId, page: z.number().int().min(1).max(10_000).optional() });
const pressedFile = z.object({ round: pressedId, format: z.enum(['docx', 'csv']) });

/** @throws AppError `forbidden`, the same for a round that is not there as for one that is not for the reader. */
async function readRound(desk: InputDesk, turn: Turn, roundId: string): Promise<ReadableRound> {
  requirePersonal(turn);
  const rights = await desk.rightsOf(turn);
  const round = await desk.input.getRound(roundId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  });
  const read = round === undefined ? undefined : await readableRound(desk, round, rights);
  if (read === undefined)
    throw new AppError('forbidden', 'the input of that round is not for this person', { reply: phrases.notForYou });
  return read;
}

/** Shows the brief: short, or everything page by page. */
export function createShowBriefVerb(desk: InputDesk): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.showBrief,
    read: (data) => readPress(pressed, data),
    async run(turn, { round, page }) {
      const read = await readRound(desk, turn, round);
      return page === undefined ? briefCard(read.brief, read) : wholeBriefCard(read.brief, read, page);
    },
  };
}

const meetingOf = ({ agenda }: Brief): string => `${agenda.forum} ${agenda.date}`;

/** The brief as a file; undefined for a table of nothing. */
async function fileOf(brief: Brief, format: 'docx' | 'csv'): Promise<OfferedFile | undefined> {
  if (format === 'docx') {
    const { makeBriefDocument } = await import('./brief-document.js');
    return {
      name: phrases.wordName(meetingOf(brief)),
      bytes: await makeBriefDocument(brief),
      description: phrases.wordDescription,
    };
  }
  if (brief.nominations.length + brief.questions.length === 0) return undefined;
  return {
    name: phrases.csvName(meetingOf(brief)),
    bytes: Buffer.from(makeBriefCsv(brief), 'utf8'),
    description: phrases.csvDescription,
  };
}

/** Offers the brief as a Word document, or its tables for a spreadsheet. */
export function createOfferBriefVerb(desk: InputDesk): CardVerb<z.infer<typeof pressedFile>> {
  return {
    verb: verbs.offerBrief,
    read: (data) => readPress(pressedFile, data),
    async run(turn, { round, format }) {
      const { brief, isOffice } = await readRound(desk, turn, round);
      const file = await fileOf(isOffice ? brief : { ...brief, missing: [], lateCount: 0 }, format);
      if (file === undefined) return { text: phrases.csvNothing };
      return { text: format === 'docx' ? phrases.wordOffered : phrases.csvOffered, file };
    },
  };
}
