import type { Agenda, AgendaEntry } from '../../../domain/agenda.js';
import type {
  InputKind,
  InputRequest,
  InputRequestSpec,
  InputRound,
  InputValue,
  Respondent,
  StanceChoice,
} from '../../../domain/input.js';
import type { SpecOf, ValueOf } from '../kinds/input-kind.js';
import { rulesOf } from '../kinds/input-kinds.js';
import type { NominationRange } from '../kinds/nomination.js';
import { respondentLabel } from '../round/plan-respondents.js';
import { countAnswered, type RequestStatus, type RespondentStatus } from '../round/round-status.js';
import { briefPhrases } from './brief-phrases.js';
import { suggestTime, type TimeSuggestion } from './suggest-time.js';

/** What one respondent said, as readers of the round may know them. */
export interface Said {
  /** The department, or the person; with the person's name where the round shows it. */
  who: string;
  text: string;
  /** The text of the item was changed after it was said. */
  isOutdated: boolean;
}

export interface ItemStances {
  entry: AgendaEntry;
  /** How many took each stance. */
  counts: Readonly<Record<StanceChoice, number>>;
  reservations: Said[];
  wantsDiscussion: Said[];
  remarks: Said[];
  /** Some have no remarks while others have reservations. */
  isSplit: boolean;
}

/** A row of a table of answers. */
export interface AnswerRow extends Pick<Said, 'who' | 'isOutdated'> {
  /** One for each column. */
  cells: string[];
}

export interface AnswerTable {
  entry: AgendaEntry;
  /** Beside who answered. */
  columns: string[];
  rows: AnswerRow[];
  /** How many persons each department is asked to name, where that is not simply one; null: nobody, or one. */
  wanted: NominationRange | null;
  /** How many persons were named, or how many answered. */
  count: number;
  /** Who has not answered, and the departments nobody was asked for. */
  missing: string[];
}

export interface Absence {
  who: string;
  text: string;
}

/** What chair and secretary read before the meeting. Unescaped text throughout. */
export interface Brief {
  round: InputRound;
  agenda: Agenda;
  answered: number;
  asked: number;
  /** Who has not answered all, with the numbers of the items that are missing. */
  missing: { who: string; items: number[] }[];
  /** Items that need the meeting's time, the most pressing first. */
  needsTime: ItemStances[];
  /** Other items somebody remarked on. */
  remarks: ItemStances[];
  /** Corrections to the last minutes. */
  corrections: { entry: AgendaEntry; said: Said[]; approvedBy: number }[];
  questions: AnswerTable[];
  nominations: AnswerTable[];
  absences: Absence[];
  /** Everybody has seen them and nobody wants them discussed. */
  toNote: AgendaEntry[];
  time: TimeSuggestion[];
  /** Answers that came too late and wait for the secretary. */
  lateCount: number;
}

/** A request of one kind about one entry, with where every respondent asked stands. */
interface Asked<K extends InputKind> {
  entry: AgendaEntry;
  spec: SpecOf<K>;
  all: { respondent: Respondent; status: RequestStatus; value: ValueOf<K> | null }[];
}

const isOfKind = <K extends InputKind, V extends { kind: InputKind }>(
  kind: K,
  value: V,
): value is Extract<V, { kind: K }> => value.kind === kind;

function* askedOf<K extends InputKind>(
  kind: K,
  entries: readonly AgendaEntry[],
  requests: readonly InputRequest[],
  statuses: readonly RespondentStatus[],
): Generator<Asked<K>> {
  for (const entry of entries)
    for (const { id, entryId, spec } of requests) {
      if (entryId !== entry.id || !isOfKind(kind, spec)) continue;
      const all = statuses.flatMap(({ respondent, requests: own }) => {
        const status = own.find(({ request }) => request.id === id);
        if (status === undefined) return [];
        const given = status.counting?.value ?? null;
        const value = given !== null && isOfKind(kind, given) ? (given as ValueOf<K>) : null;
        return [{ respondent, status, value }];
      });
      yield { entry, spec: spec as SpecOf<K>, all };
    }
}

/** "Ingen fra os" is an answer that names nobody. */
function countOf(value: InputValue | null): number {
  if (value === null) return 0;
  return value.kind === 'nomination' ? value.persons.length : 1;
}

/** How many persons are wanted from each department, where that is not simply one. */
const wantedOf = (spec: InputRequestSpec): NominationRange | null =>
  spec.kind === 'nomination' && spec.atMost > 1 ? { atLeast: spec.atLeast, atMost: spec.atMost } : null;

/** How far a round has come. */
export interface RoundProgress {
  statuses: readonly RespondentStatus[];
  /** The names of departments nobody is asked for. */
  unasked: readonly string[];
}

/** The brief of a round as it stands. Closed items are left out for those who may not read them. */
export function makeBrief(
  round: InputRound,
  agenda: Agenda,
  requests: readonly InputRequest[],
  { statuses, unasked }: RoundProgress,
  seesClosed: boolean,
): Brief {
  const entries = agenda.entries.filter(
    ({ isWithdrawn, item }) => !isWithdrawn && (seesClosed || item.access === 'open'),
  );
  const live = requests.filter(({ isWithdrawn }) => !isWithdrawn);
  const whoIs = (respondent: Respondent, { counting }: RequestStatus): string => {
    const label = respondentLabel(respondent);
    if (counting?.isOnBehalf === true) {
      const { onBehalf, onBehalfUnnamed } = briefPhrases;
      const by = round.naming === 'department' ? onBehalfUnnamed : onBehalf(counting.answeredByName, respondent.name);
      return `${label} (${by})`;
    }
    return round.naming === 'department' || label === respondent.name ? label : `${label} (${respondent.name})`;
  };
  const toSaid = (respondent: Respondent, status: RequestStatus, text: string): Said => ({
    who: whoIs(respondent, status),
    text,
    isOutdated: status.isOutdated,
  });

  const readStances = ({ entry, all }: Asked<'stance'>): ItemStances => {
    const saying = (choice: StanceChoice): Said[] =>
      all.flatMap(({ respondent, status, value }) =>
        value?.choice === choice ? [toSaid(respondent, status, value.text ?? '')] : [],
      );
    const count = (choice: StanceChoice): number => all.filter(({ value }) => value?.choice === choice).length;
    const counts = {
      no_remarks: count('no_remarks'),
      remarks: count('remarks'),
      wants_discussion: count('wants_discussion'),
      reservation: count('reservation'),
    };
    return {
      entry,
      counts,
      reservations: saying('reservation'),
      wantsDiscussion: saying('wants_discussion'),
      remarks: saying('remarks'),
      isSplit: counts.reservation > 0 && counts.no_remarks > 0,
    };
  };

  const readTable = <K extends 'questions' | 'nomination'>(kind: K, { entry, spec, all }: Asked<K>): AnswerTable => {
    const rules = rulesOf(kind);
    return {
      entry,
      columns: rules.columns(spec),
      rows: all.flatMap(({ respondent, status, value }) =>
        value === null
          ? []
          : rules.rows(spec, value, agenda).map((cells) => ({
              who: whoIs(respondent, status),
              cells,
              isOutdated: status.isOutdated,
            })),
      ),
      wanted: wantedOf(spec),
      count: all.reduce((sum, { value }) => sum + countOf(value), 0),
      missing: [
        ...all.flatMap(({ respondent, value }) =>
          value === null && !respondent.hasLeft ? [respondentLabel(respondent)] : [],
        ),
        // Whoever headed it may have answered before they left.
        ...unasked
          .filter((name) => !all.some(({ respondent, value }) => value !== null && respondent.departmentName === name))
          .map(briefPhrases.nobodyAsked),
      ],
    };
  };

  const stances = [...askedOf('stance', entries, live, statuses)].map(readStances);
  const urgency = ({ reservations, wantsDiscussion }: ItemStances): number =>
    reservations.length * 1000 + wantsDiscussion.length;
  const needsTime = stances
    .filter((item) => urgency(item) > 0)
    .sort((one, other) => urgency(other) - urgency(one) || one.entry.item.number - other.entry.item.number);

  const briefings = [...askedOf('acknowledge', entries, live, statuses)];
  const toNote = briefings
    .filter(({ all }) => {
      const present = all.filter(({ respondent }) => !respondent.hasLeft);
      // Who saw another text has not seen this one.
      const isSeen = present.every(({ status, value }) => value?.wantsDiscussion === false && !status.isOutdated);
      return present.length > 0 && isSeen;
    })
    .map(({ entry }) => entry)
    .filter((entry) => !needsTime.some((item) => item.entry === entry));
  const briefingsToDiscuss = briefings.flatMap(({ entry, all }): ItemStances[] => {
    const wants = all.flatMap(({ respondent, status, value }) =>
      value?.wantsDiscussion === true ? [toSaid(respondent, status, value.text ?? '')] : [],
    );
    const remarks = all.flatMap(({ respondent, status, value }) =>
      value !== null && !value.wantsDiscussion && value.text !== null ? [toSaid(respondent, status, value.text)] : [],
    );
    if (wants.length === 0 && remarks.length === 0) return [];
    const counts = { no_remarks: 0, remarks: remarks.length, wants_discussion: wants.length, reservation: 0 };
    return [{ entry, counts, reservations: [], wantsDiscussion: wants, remarks, isSplit: false }];
  });
  const pressing = [...needsTime, ...briefingsToDiscuss.filter(({ wantsDiscussion }) => wantsDiscussion.length > 0)];

  const availability = live.find(({ entryId, spec }) => entryId === null && spec.kind === 'availability');
  const absences = statuses.flatMap(({ respondent, requests: own }): Absence[] => {
    const value = own.find(({ request }) => request.id === availability?.id)?.counting?.value;
    if (value?.kind !== 'availability' || value.attends === 'whole') return [];
    const who = round.naming === 'department' ? respondentLabel(respondent) : respondent.name;
    return [{ who, text: rulesOf('availability').summarise({ kind: 'availability' }, value, agenda) }];
  });

  return {
    round,
    agenda: { ...agenda, entries },
    ...countAnswered(statuses),
    missing: statuses
      .filter(({ missing }) => missing.length > 0)
      .map(({ respondent, missing }) => ({
        who: respondentLabel(respondent),
        items: [
          ...new Set(
            missing.flatMap(({ entry }) => (entry === null || !entries.includes(entry) ? [] : [entry.item.number])),
          ),
        ],
      }))
      .filter(({ items }) => items.length > 0),
    needsTime: pressing,
    remarks: [...stances, ...briefingsToDiscuss].filter((item) => item.remarks.length > 0 && !pressing.includes(item)),
    corrections: [...askedOf('approve', entries, live, statuses)].map(({ entry, spec, all }) => ({
      entry,
      approvedBy: all.filter(({ value }) => value?.approved === true).length,
      said: all.flatMap(({ respondent, status, value }) =>
        value?.correction == null
          ? []
          : [toSaid(respondent, status, rulesOf('approve').summarise(spec, value, agenda))],
      ),
    })),
    questions: [...askedOf('questions', entries, live, statuses)].map((asked) => readTable('questions', asked)),
    nominations: [...askedOf('nomination', entries, live, statuses)].map((asked) => readTable('nomination', asked)),
    absences,
    toNote,
    time: suggestTime({ ...agenda, entries }, [...stances, ...briefingsToDiscuss], toNote),
    lateCount: statuses.reduce((sum, { requests: own }) => sum + own.filter(({ late }) => late !== null).length, 0),
  };
}
