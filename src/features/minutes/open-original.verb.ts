import { z } from 'zod';
import { button, verbs } from '../../cards/button.js';
import { listCard } from '../../cards/list-card.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { formatDate, formatLongDate, toLocalTime } from '../../danish/date-format.js';
import type { Audience } from '../../domain/access.js';
import type { AudienceOf } from '../../routing/audience-of.js';
import type { CardReply, OfferedFile } from '../../routing/reply.js';
import type { CardVerb } from '../../routing/routes.js';
import type { ListedOriginal, MinutesStore, StoredMeeting } from '../../store/ports.js';
import { givesFiles } from './browsing.js';
import { buttonTitles, phrases } from './phrases.js';

const pressed = z.object({ meeting: pressedId, version: z.number().int().min(1).max(100_000).optional() });

export interface Opening {
  minutes: Pick<MinutesStore, 'getMeeting' | 'listOriginals' | 'getOriginal'>;
  audienceOf: AudienceOf;
}

const placeOf = ({ document }: StoredMeeting): string => `${document.forum} ${formatLongDate(document.date)}`;

/** In Teams' own unit. */
const sizeOf = ({ size }: ListedOriginal): string => phrases.kilobytes(Math.max(1, Math.round(size / 1024)));

/** Where minutes were corrected: every version one may be given, beside the file that was asked for. */
function versionsCard(meeting: StoredMeeting, originals: readonly ListedOriginal[]): CardReply {
  return listCard({
    title: phrases.original(placeOf(meeting)),
    summary: phrases.original(placeOf(meeting)),
    leads: [phrases.versions],
    groups: [
      {
        heading: '',
        rows: originals.map((original) => {
          const { version, isInForce, fileName, importedAt } = original;
          return {
            title: phrases.version(version, isInForce),
            text: phrases.versionFacts(fileName, formatDate(toLocalTime(importedAt).date), sizeOf(original)),
            button: button(
              buttonTitles.open,
              verbs.openOriginal,
              { meeting: meeting.id, version },
              buttonTitles.openVersion(version),
            ),
          };
        }),
      },
    ],
    buttons: [button(buttonTitles.toMeeting, verbs.showMeeting, { meeting: meeting.id })],
  });
}

async function readFile({ minutes }: Opening, audience: Audience, meeting: StoredMeeting, version: number) {
  const { fileName, bytes } = await minutes.getOriginal(audience, meeting.id, version);
  return { name: fileName, bytes, description: phrases.originalDescription(placeOf(meeting)) } satisfies OfferedFile;
}

/**
 * The file a meeting was read from, as it arrived. One that holds closed items is given to those alone who may see them; whoever
 * may not is told that it is not given, and nothing of why.
 */
export function createOpenOriginalVerb(opening: Opening): CardVerb<z.infer<typeof pressed>> {
  const { minutes, audienceOf } = opening;
  return {
    verb: verbs.openOriginal,
    speaksEnglish: true,
    read: (data) => readPress(pressed, data),
    async run(turn, { meeting: meetingId, version }) {
      if (!givesFiles(turn)) return { text: phrases.originalOnlyPersonal };
      const audience = await audienceOf(turn);
      const meeting = await minutes.getMeeting(audience, meetingId);
      const originals = await minutes.listOriginals(audience, meetingId);
      const wanted = originals.find((one) => (version === undefined ? one.isInForce : one.version === version));
      if (wanted === undefined) return { text: phrases.originalNotGiven };
      const file = await readFile(opening, audience, meeting, wanted.version);
      const isChoice = version === undefined && originals.length > 1;
      return isChoice ? { ...versionsCard(meeting, originals), file } : { text: phrases.originalOffered, file };
    },
  };
}
