import { z } from 'zod';
import { leftOut } from './left-out.js';
import type { ExportedAgenda, ExportedForum, ExportedMeeting } from './read-archive.js';
import type { ExportedRound } from './read-records.js';

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

const document = z.object({
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

const meeting = document.extend({
  id: z.string(),
  firstImportedAt: instant,
  /** Versions that a newer one took the place of, oldest first. */
  earlier: z.array(document.extend({ sha256: z.string() })),
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
  notes: z.array(z.looseObject({ note: z.string(), at: instant })),
});

const agendaStand = z.object({
  revision: z.int(),
  state: z.string(),
  date,
  startTime: time,
  endTime: time.nullable(),
  place: z.string().nullable(),
  publishedAt: instant.nullable(),
  entries: z.array(z.object({ id: z.string(), item, wanted: z.string().nullable(), isWithdrawn: z.boolean() }).loose()),
});

const agenda = agendaStand.extend({
  id: z.string(),
  input: round.loose().nullable(),
  inputPlan: z.looseObject({ isAsked: z.boolean() }).nullable(),
  /** As it stood before, oldest first, and what was changed. */
  earlier: z.array(agendaStand.loose()),
  changes: z.array(z.looseObject({ revision: z.int(), note: z.string(), at: instant })),
});

const register = z.object({
  departments: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  memberships: z.array(z.looseObject({ person: personKey, name: z.string(), role: z.string(), from: date })),
  deputies: z.array(z.looseObject({ principal: personKey, deputy: personKey, from: date })),
});

const doer = z.object({ person: personKey, name: z.string().nullable() });

/** What only an export of everything holds. */
const records = z.object({
  readerTier: z.string().nullable(),
  earlierRegisters: z.array(register.extend({ revision: z.int() })),
  registerChanges: z.array(z.object({ note: z.string(), by: personKey.nullable(), at: instant })),
  proposals: z.array(z.looseObject({ id: z.string(), state: z.string(), proposedByName: z.string(), item })),
  questions: z.array(
    z.looseObject({
      askedOn: date,
      question: z.string(),
      status: z.string(),
      feedback: z.array(z.object({ givenOn: date, reaction: z.string(), comment: z.string().nullable() })),
    }),
  ),
  enquiries: z.array(z.looseObject({ id: z.string(), asker: doer, question: z.string(), askedAt: instant })),
  messages: z.array(z.looseObject({ key: z.string(), kind: z.string(), state: z.string(), dueAt: instant })),
  jobs: z.array(z.looseObject({ key: z.string(), kind: z.string(), state: z.string(), dueAt: instant })),
  deletions: z.array(z.looseObject({ kind: z.string(), date, state: z.string(), deleteAt: instant })),
});

/** The form of `referent export`: all that is known of every forum. Further properties may be added. */
export const archiveShape = z.object({
  referent: z.object({
    exportVersion: z.literal(exportVersion),
    exportedAt: instant,
    holdsClosedItems: z.boolean(),
    purpose: z.string(),
    leftOut: z.array(z.object({ what: z.string(), why: z.string() })),
  }),
  forums: z.array(
    register.extend({
      id: z.string(),
      name: z.string(),
      meetings: z.array(meeting),
      agendas: z.array(agenda.loose()),
      records: records.nullable(),
    }),
  ),
});

export type ArchiveJson = z.infer<typeof archiveShape>;

const purposes = {
  open: 'To be read by whoever may read the forum: what is open in its minutes and published agendas.',
  everything:
    'To hand the forum over, to another system, an archive or whoever has a right to it. What Referent deletes for its age stays in this file until somebody deletes the file.',
} as const;

const drawMeeting = ({ document: inForce, forumId: _forumId, earlier, ...stored }: ExportedMeeting) => ({
  ...stored,
  ...inForce,
  earlier: earlier.map(({ document: then, ...version }) => ({ ...version, ...then })),
});

const withRound = ({ round: asked, ...rest }: ExportedRound) => ({ ...asked, ...rest });

function drawAgenda({ agenda: { forumId: _forumId, ...present }, record }: ExportedAgenda) {
  const asked = record?.round ?? null;
  return {
    ...present,
    inputPlan: record?.plan ?? null,
    earlier: record?.earlier ?? [],
    changes: record?.changes ?? [],
    input: asked === null ? null : withRound(asked),
  };
}

/** Checked against its own form; a fault in it is a fault of the program. */
export function toArchiveJson(forums: readonly ExportedForum[], closed: boolean, now: Date): ArchiveJson {
  const drawn = {
    referent: {
      exportVersion,
      exportedAt: now,
      holdsClosedItems: closed,
      purpose: closed ? purposes.everything : purposes.open,
      leftOut: leftOut.map(({ what, why }) => ({ what, why })),
    },
    forums: forums.map(({ forum, register: inForce, meetings, agendas, records: kept }) => ({
      id: forum.id,
      name: forum.name,
      ...inForce,
      meetings: meetings.map(drawMeeting),
      agendas: agendas.map(drawAgenda),
      records: kept,
    })),
  };
  // As a reader will find it: instants as text.
  return archiveShape.parse(JSON.parse(JSON.stringify(drawn)));
}
