import { createHash } from 'node:crypto';
import { toInstant } from '../../danish/local-time.js';
import type { AgendaItem } from '../../domain/agenda-item.js';
import type { Membership } from '../../domain/member.js';
import type { OriginalFile } from '../../store/ports.js';
import { outcomeLabels } from '../../texts.js';
import { type HeldMeeting, heldMeetings } from './held-meetings.js';
import { type Oparl, type OparlType, schemaUrl } from './oparl-shapes.js';
import { stretch, type Times, toTimes } from './oparl-times.js';
import { exportPhrases as phrases } from './phrases.js';
import type { ExportedForum } from './read-archive.js';
import { shortHash } from './short-hash.js';

/** A file that goes with the export. */
export interface ExportedFile {
  /** Below the base, such as `file/3f….pdf`. */
  path: string;
  bytes: Uint8Array;
}

export interface OparlExport {
  objects: { [T in OparlType]: Oparl<T>[] };
  /** Lists by the name of what they hold: `meeting`. */
  lists: { path: string; type: OparlType }[];
  files: ExportedFile[];
}

export interface OparlOptions {
  /** Where the export will be served, ending in `/`; every id begins with it. */
  baseUrl: string;
  /** The municipality. */
  bodyName: string;
  exportedAt: Date;
  /** The file a meeting's document came as; null: not to be exported. */
  originalOf(meetingId: string): Promise<OriginalFile | null>;
}

const mimeTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  txt: 'text/plain',
};

const instantOf = (date: string, time: string | null): string | undefined =>
  time === null ? undefined : toInstant(date, time).toISOString();

/** Leaves out what is not known: OParl has no null. */
const known = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Draws one export; every object stands in it once by itself, and again inside those that hold it. */
class OparlDrawing {
  readonly export: OparlExport;
  readonly #options: OparlOptions;
  readonly #papers = new Map<string, Oparl<'Paper'>>();

  constructor(options: OparlOptions) {
    this.#options = options;
    const objects: OparlExport['objects'] = {
      System: [],
      Body: [],
      Organization: [],
      Person: [],
      Membership: [],
      Meeting: [],
      AgendaItem: [],
      Paper: [],
      Consultation: [],
      File: [],
      Location: [],
    };
    const lists = [
      { path: 'body', type: 'Body' },
      { path: 'organization', type: 'Organization' },
      { path: 'person', type: 'Person' },
      { path: 'membership', type: 'Membership' },
      { path: 'meeting', type: 'Meeting' },
      { path: 'agendaitem', type: 'AgendaItem' },
      { path: 'paper', type: 'Paper' },
      { path: 'consultation', type: 'Consultation' },
      { path: 'file', type: 'File' },
      { path: 'location', type: 'Location' },
    ] as const;
    this.export = { objects, lists: [...lists], files: [] };
  }

  #url(path: string): string {
    return `${this.#options.baseUrl}${path}.json`;
  }

  #head<T extends OparlType>(type: T, times: Times, ...names: readonly string[]) {
    return {
      id: this.#url([type.toLowerCase(), ...names].join('/')),
      type: schemaUrl(type) as Oparl<T>['type'],
      ...times,
    };
  }

  get #body(): string {
    return this.#url('body/1');
  }

  drawSystem(): void {
    const { bodyName, exportedAt } = this.#options;
    // They say what is in this export.
    const times = toTimes(exportedAt, exportedAt);
    this.export.objects.System.push({
      ...this.#head('System', times),
      oparlVersion: 'https://schema.oparl.org/1.1/',
      body: this.#url('body'),
      name: `Referent, ${bodyName}`,
    });
    this.export.objects.Body.push({
      ...this.#head('Body', times, '1'),
      system: this.#url('system'),
      name: bodyName,
      organization: this.#url('organization'),
      person: this.#url('person'),
      meeting: this.#url('meeting'),
      paper: this.#url('paper'),
      legislativeTerm: [],
      agendaItem: this.#url('agendaitem'),
      consultation: this.#url('consultation'),
      file: this.#url('file'),
      locationList: this.#url('location'),
      legislativeTermList: this.#url('legislativeterm'),
      membership: this.#url('membership'),
    });
  }

  async drawForum(exported: ExportedForum): Promise<void> {
    const { forum, register, registerTimes } = exported;
    const { exportedAt } = this.#options;
    const times = toTimes(registerTimes?.first ?? exportedAt, registerTimes?.last ?? exportedAt);
    const organization = this.#url(`organization/${forum.id}`);
    const memberships = this.#drawPersons(organization, register.memberships, times);
    this.export.objects.Organization.push({
      ...this.#head('Organization', times, forum.id),
      body: this.#body,
      name: forum.name,
      membership: memberships,
      meeting: this.#url('meeting'),
      organizationType: 'Gremium',
      classification: 'Ledelsesforum',
    });
    for (const department of register.departments)
      this.export.objects.Organization.push({
        ...this.#head('Organization', times, department.id),
        body: this.#body,
        name: department.name,
        membership: [],
        organizationType: 'Verwaltungsbereich',
        classification: 'Afdeling',
      });
    for (const held of heldMeetings(exported, exportedAt)) await this.#drawMeeting(forum.name, organization, held);
  }

  /** Persons of the register; names in minutes belong to nobody for sure, and stay text. */
  #drawPersons(organization: string, memberships: readonly Membership[], times: Times): string[] {
    const byPerson = new Map<string, Membership[]>();
    for (const one of memberships) {
      const key = shortHash(one.person.tenantId, one.person.objectId);
      byPerson.set(key, [...(byPerson.get(key) ?? []), one]);
    }
    const drawn: string[] = [];
    for (const [key, places] of byPerson) {
      const person = this.#url(`person/${key}`);
      const own = places.map(
        ({ id, role, title, from, to }): Oparl<'Membership'> =>
          known({
            ...this.#head('Membership', times, shortHash(id)),
            person,
            organization,
            role: title ?? phrases.roles[role],
            startDate: from,
            endDate: to ?? undefined,
          }) as Oparl<'Membership'>,
      );
      this.export.objects.Membership.push(...own);
      drawn.push(...own.map(({ id }) => id));
      this.#addPerson(key, places.at(-1)?.name ?? '', own, times);
    }
    return drawn;
  }

  /** The same person may sit in several forums. */
  #addPerson(key: string, name: string, memberships: readonly Oparl<'Membership'>[], times: Times): void {
    const head = this.#head('Person', times, key);
    const known = this.export.objects.Person.find(({ id }) => id === head.id);
    const [first, ...others] = memberships.map(({ person: _person, ...inner }) => inner);
    if (first === undefined) return;
    if (known === undefined)
      this.export.objects.Person.push({ ...head, body: this.#body, name, membership: [first, ...others] });
    else {
      known.membership.push(first, ...others);
      stretch(known, times);
    }
  }

  async #drawMeeting(forum: string, organization: string, held: HeldMeeting): Promise<void> {
    const { document, documents, isCancelled } = held;
    const { date, startTime, endTime, place, participants, items } = document;
    const { times } = held;
    const head = this.#head('Meeting', times, held.id);
    const minutes = documents.find((stored) => stored.document.kind === 'minutes');
    const agenda = documents.find((stored) => stored.document.kind === 'agenda');
    this.export.objects.Meeting.push(
      known({
        ...head,
        name: phrases.meetingName(forum, date),
        meetingState: minutes === undefined ? 'eingeladen' : 'durchgeführt',
        cancelled: isCancelled,
        start: instantOf(date, startTime),
        end: instantOf(date, endTime),
        location: place === null ? undefined : this.#drawLocation(place, times),
        organization: [organization],
        resultsProtocol: minutes && (await this.#drawFile(head.id, minutes, phrases.minutesName(forum, date))),
        invitation: agenda && (await this.#drawFile(head.id, agenda, phrases.agendaName(forum, date))),
        agendaItem: items.map((item, index) =>
          this.#drawItem(item, index, { head, organization, date, id: held.id, times }),
        ),
        'Referent:date': date,
        'Referent:participant': participants,
      }) as Oparl<'Meeting'>,
    );
  }

  #drawLocation(place: string, times: Times): Oparl<'Location'> {
    const head = this.#head('Location', times, shortHash(place));
    const { Location } = this.export.objects;
    const there = Location.find(({ id }) => id === head.id);
    if (there !== undefined) {
      stretch(there, times);
      return there;
    }
    const drawn = { ...head, description: place };
    Location.push(drawn);
    return drawn;
  }

  async #drawFile(
    meeting: string,
    { id, firstImportedAt, importedAt }: ExportedForum['meetings'][number],
    name: string,
  ): Promise<Omit<Oparl<'File'>, 'meeting'> | undefined> {
    const original = await this.#options.originalOf(id);
    if (original === null || original.bytes.length === 0) return undefined;
    const ending = /\.([a-z]{2,4})$/i.exec(original.fileName)?.[1]?.toLowerCase() ?? '';
    const path = `download/${id}${mimeTypes[ending] === undefined ? '' : `.${ending}`}`;
    const address = `${this.#options.baseUrl}${path}`;
    const drawn = {
      ...this.#head('File', toTimes(firstImportedAt, importedAt), id),
      name,
      fileName: original.fileName,
      mimeType: mimeTypes[ending] ?? 'application/octet-stream',
      size: original.bytes.length,
      sha512Checksum: createHash('sha512').update(original.bytes).digest('hex'),
      accessUrl: address,
      downloadUrl: address,
    };
    this.export.objects.File.push({ ...drawn, meeting: [meeting] });
    this.export.files.push({ path, bytes: original.bytes });
    return drawn;
  }

  #drawItem(
    item: AgendaItem,
    index: number,
    meeting: { head: { id: string }; organization: string; date: string; id: string; times: Times },
  ): Omit<Oparl<'AgendaItem'>, 'meeting'> {
    const { date, times } = meeting;
    const head = this.#head('AgendaItem', times, meeting.id, String(index + 1));
    const codes = [...new Set(item.outcomes.map(({ code }) => outcomeLabels[code] || phrases.unclassified))];
    const drawn = known({
      ...head,
      number: String(item.number),
      order: index,
      name: item.topic || item.title,
      public: item.access === 'open',
      consultation: this.#drawConsultation(item, head.id, meeting),
      result: codes.length === 0 ? undefined : codes.join(', '),
      resolutionText: item.decision ?? undefined,
      start: instantOf(date, item.timeSlot?.start ?? null),
      end: instantOf(date, item.timeSlot?.end ?? null),
      'Referent:attendance': { presenters: item.presenters, guests: item.guests, absent: item.absent },
      'Referent:recommendation': item.recommendation ?? undefined,
      'Referent:outcome': item.outcomes,
      'Referent:commitment': item.commitments.map(({ meeting: _meeting, ...commitment }) => commitment),
    }) as Omit<Oparl<'AgendaItem'>, 'meeting'>;
    this.export.objects.AgendaItem.push({ ...drawn, meeting: meeting.head.id });
    return drawn;
  }

  /** A case is one paper, however often a forum takes it up; an item without case number and attachments has none. */
  #drawConsultation(
    item: AgendaItem,
    agendaItem: string,
    { head, organization, date, times }: { head: { id: string }; organization: string; date: string; times: Times },
  ): string | undefined {
    const attachments = item.attachments.map(({ title }) => title);
    const reference = item.caseNumber?.text;
    if (reference === undefined && attachments.length === 0) return undefined;
    const key = reference === undefined ? shortHash(agendaItem) : shortHash(organization, reference, item.access);
    const paperHead = this.#head('Paper', times, key);
    const consultation: Omit<Oparl<'Consultation'>, 'paper'> = {
      ...this.#head('Consultation', times, shortHash(agendaItem)),
      agendaItem,
      meeting: head.id,
      organization: [organization],
    };
    this.export.objects.Consultation.push({ ...consultation, paper: paperHead.id });
    const there = this.#papers.get(key);
    if (there !== undefined) {
      there.consultation.push(consultation);
      there['Referent:attachment'].push(...attachments);
      stretch(there, times);
      return consultation.id;
    }
    const paper = known({
      ...paperHead,
      body: this.#body,
      name: item.topic || item.title,
      reference,
      date,
      paperType: phrases.paperType,
      consultation: [consultation],
      underDirectionOf: [organization],
      'Referent:attachment': attachments,
    }) as Oparl<'Paper'>;
    this.#papers.set(key, paper);
    this.export.objects.Paper.push(paper);
    return consultation.id;
  }
}

/** All forums as objects of OParl 1.1, each under an address of its own below the base. */
export async function toOparl(forums: readonly ExportedForum[], options: OparlOptions): Promise<OparlExport> {
  const drawing = new OparlDrawing(options);
  drawing.drawSystem();
  for (const forum of forums) await drawing.drawForum(forum);
  return drawing.export;
}
