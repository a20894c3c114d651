import { z } from 'zod';

/*
 * The properties of OParl 1.1 (https://schema.oparl.org/1.1/) that Referent fills, with the specification's names and
 * types; what is required there is required here. An object inside another does not name the one it stands in. What OParl has no place for carries the prefix `Referent:`, as the
 * specification asks of a vendor's own properties.
 */

export const schemaUrl = (type: string): string => `https://schema.oparl.org/1.1/${type}`;

const url = z.url();
const dateTime = z.iso.datetime();
/** What the specification requires of every type (3.1). */
const typed = <T extends string>(type: T) => ({
  id: url,
  type: z.literal(schemaUrl(type)),
  created: dateTime,
  modified: dateTime,
});
const urls = z.array(url);

const location = z.strictObject({ ...typed('Location'), description: z.string() });

const file = z.strictObject({
  ...typed('File'),
  name: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  size: z.int().positive(),
  sha512Checksum: z.string().regex(/^[0-9a-f]{128}$/),
  accessUrl: url,
  downloadUrl: url,
  meeting: urls,
});

const membership = z.strictObject({
  ...typed('Membership'),
  person: url,
  organization: url,
  role: z.string(),
  startDate: z.iso.date(),
  endDate: z.iso.date().optional(),
});

const consultation = z.strictObject({
  ...typed('Consultation'),
  paper: url,
  agendaItem: url,
  meeting: url,
  organization: urls.nonempty(),
  authoritative: z.boolean().optional(),
});

const name = z.object({ name: z.string(), title: z.string().nullable() });

const agendaItem = z.strictObject({
  ...typed('AgendaItem'),
  meeting: url,
  number: z.string(),
  order: z.int().nonnegative(),
  name: z.string(),
  public: z.boolean(),
  consultation: url.optional(),
  result: z.string().optional(),
  resolutionText: z.string().optional(),
  start: dateTime.optional(),
  end: dateTime.optional(),
  /** Who presented it, who was there for it alone, and who of the forum was away. */
  'Referent:attendance': z.strictObject({
    presenters: z.array(z.string()),
    guests: z.array(z.string()),
    absent: z.array(name),
  }),
  /** The recommendation, point by point as printed. */
  'Referent:recommendation': z.strictObject({ proposer: z.string(), points: z.array(z.string()) }).optional(),
  /** What became of the item (`point` null) or of one point of its recommendation, from 1. */
  'Referent:outcome': z.array(
    z.strictObject({ code: z.string(), point: z.int().positive().nullable(), text: z.string() }),
  ),
  /** What somebody is to do; `due` is an ISO date, `inferred` where the text only implies it. */
  'Referent:commitment': z.array(
    z.strictObject({
      text: z.string(),
      owner: z.string().nullable(),
      due: z.iso.date().nullable(),
      dueText: z.string().nullable(),
      inferred: z.boolean(),
    }),
  ),
});

const meeting = z.strictObject({
  ...typed('Meeting'),
  name: z.string(),
  meetingState: z.enum(['terminiert', 'eingeladen', 'durchgeführt']),
  cancelled: z.boolean(),
  start: dateTime.optional(),
  end: dateTime.optional(),
  location: location.optional(),
  organization: urls.nonempty(),
  resultsProtocol: file.omit({ meeting: true }).optional(),
  invitation: file.omit({ meeting: true }).optional(),
  agendaItem: z.array(agendaItem.omit({ meeting: true })),
  /** The date, also where no time is known. */
  'Referent:date': z.iso.date(),
  /** Those present as printed. */
  'Referent:participant': z.array(name),
});

const paper = z.strictObject({
  ...typed('Paper'),
  body: url,
  name: z.string(),
  reference: z.string().optional(),
  date: z.iso.date(),
  paperType: z.string(),
  consultation: z.array(consultation.omit({ paper: true })).nonempty(),
  underDirectionOf: urls,
  /** Titles of attachments; Referent does not hold the files. */
  'Referent:attachment': z.array(z.string()),
});

const organization = z.strictObject({
  ...typed('Organization'),
  body: url,
  name: z.string(),
  membership: urls,
  meeting: url.optional(),
  organizationType: z.enum(['Gremium', 'Verwaltungsbereich']),
  classification: z.string(),
});

const person = z.strictObject({
  ...typed('Person'),
  body: url,
  name: z.string(),
  membership: z.array(membership.omit({ person: true })).nonempty(),
});

const body = z.strictObject({
  ...typed('Body'),
  system: url,
  name: z.string(),
  organization: url,
  person: url,
  meeting: url,
  paper: url,
  legislativeTerm: z.array(z.never()),
  agendaItem: url,
  consultation: url,
  file: url,
  locationList: url,
  legislativeTermList: url,
  membership: url,
});

const system = z.strictObject({
  ...typed('System'),
  oparlVersion: z.literal('https://schema.oparl.org/1.1/'),
  body: url,
  name: z.string(),
  product: z.url().optional(),
});

export const oparlShapes = {
  System: system,
  Body: body,
  Organization: organization,
  Person: person,
  Membership: membership,
  Meeting: meeting,
  AgendaItem: agendaItem,
  Paper: paper,
  Consultation: consultation,
  File: file,
  Location: location,
} as const;

export type OparlType = keyof typeof oparlShapes;
export type Oparl<T extends OparlType> = z.infer<(typeof oparlShapes)[T]>;

/** A list as the specification has it: here always one page. */
export const listShape = z.strictObject({
  data: z.array(z.looseObject({ id: url, type: url })),
  pagination: z.strictObject({
    totalElements: z.int().nonnegative(),
    elementsPerPage: z.int().positive(),
    currentPage: z.literal(1),
    totalPages: z.literal(1),
  }),
  links: z.strictObject({ first: url, last: url }),
});
