import { z } from 'zod';
import type { ExportedForum } from './read-archive.js';

/** Grows when something is taken away or means another thing; what is added leaves it as it is. */
const exportVersion = 1;

const date = z.iso.date();
const time = z.string().regex(/^\d{2}:\d{2}$/);
const instant = z.iso.datetime();
const person = z.object({ name: z.string(), title: z.string().nullable() });
const personKey = z.object({ tenantId: z.string(), objectId: z.string() });
const access = z.enum(['open', 'closed']);
const lines = z.object({ first: z.int(), last: z.int() });

const item = z.object({
  number: z.int(),
  title: z.string(),
  topic: z.string(),
  kind: z.string(),
  access,
  caseNumber: z
    .object({ text: z.string(), subject: z.string(), facet: z.string(), sequence: z.int(), year: z.int() })
    .nullable(),
  timeSlot: z.object({ start: time, end: time }).nullable(),
  durationMinutes: z.int().nullable(),
  presenters: z.array(z.string()),
  guests: z.array(z.string()),
  sections: z.array(z.object({ kind: z.string(), heading: z.string(), text: z.string(), lines })),
  recommendation: z.object({ proposer: z.string(), points: z.array(z.string()) }).nullable(),
  decision: z.string().nullable(),
  outcomes: z.array(z.object({ code: z.string(), point: z.int().nullable(), text: z.string() })),
  commitments: z.array(
    z.object({
      text: z.string(),
      owner: z.string().nullable(),
      due: date.nullable(),
      dueText: z.string().nullable(),
      meeting: z.string().nullable(),
      inferred: z.boolean(),
    }),
  ),
  attachments: z.array(z.object({ title: z.string() })),
  absent: z.array(person),
  lines,
});

const finding = z.object({ code: z.string(), line: z.int(), message: z.string() });

const meeting = z.object({
  id: z.string(),
  version: z.int(),
  fileName: z.string(),
  importedAt: instant,
  kind: z.enum(['minutes', 'agenda']),
  forum: z.string(),
  date,
  startTime: time.nullable(),
  endTime: time.nullable(),
  place: z.string().nullable(),
  participants: z.array(person),
  contents: z.array(z.object({ title: z.string(), page: z.int().nullable() })),
  items: z.array(item),
  findings: z.array(finding),
});

const answer = z.object({
  respondentId: z.string(),
  requestId: z.string(),
  version: z.int(),
  value: z.looseObject({ kind: z.string() }).nullable(),
  answeredByName: z.string(),
  answeredAt: instant,
});

const round = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed']),
  visibility: z.string(),
  deadlineAt: instant,
  openedAt: instant,
  closedAt: instant.nullable(),
  requests: z.array(z.looseObject({ id: z.string(), entryId: z.string().nullable() })),
  respondents: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  answers: z.array(answer.loose()),
});

const agenda = z.object({
  id: z.string(),
  state: z.string(),
  date,
  startTime: time,
  endTime: time.nullable(),
  place: z.string().nullable(),
  publishedAt: instant.nullable(),
  entries: z.array(z.object({ id: z.string(), item, wanted: z.string().nullable(), isWithdrawn: z.boolean() }).loose()),
  input: round.loose().nullable(),
});

/** The form of `referent export`: all that is known of every forum. Further properties may be added. */
export const archiveShape = z.object({
  referent: z.object({ exportVersion: z.literal(exportVersion), exportedAt: instant, holdsClosedItems: z.boolean() }),
  forums: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      departments: z.array(z.looseObject({ id: z.string(), name: z.string() })),
      memberships: z.array(z.looseObject({ person: personKey, name: z.string(), role: z.string(), from: date })),
      deputies: z.array(z.looseObject({ principal: personKey, deputy: personKey, from: date })),
      meetings: z.array(meeting),
      agendas: z.array(agenda.loose()),
    }),
  ),
});

export type ArchiveJson = z.infer<typeof archiveShape>;

/** Checked against its own form; a fault in it is a fault of the program. */
export function toArchiveJson(forums: readonly ExportedForum[], closed: boolean, now: Date): ArchiveJson {
  const drawn = {
    referent: { exportVersion, exportedAt: now, holdsClosedItems: closed },
    forums: forums.map(({ forum, register, meetings, agendas }) => ({
      id: forum.id,
      name: forum.name,
      ...register,
      meetings: meetings.map(({ document, forumId: _forumId, ...stored }) => ({ ...stored, ...document })),
      agendas: agendas.map(({ agenda: { forumId: _forumId, ...rest }, round: asked }) => ({
        ...rest,
        input:
          asked === null
            ? null
            : { ...asked.round, requests: asked.requests, respondents: asked.respondents, answers: asked.answers },
      })),
    })),
  };
  // As a reader will find it: instants as text.
  return archiveShape.parse(JSON.parse(JSON.stringify(drawn)));
}
