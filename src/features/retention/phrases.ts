import { formatLongDate, formatShortDate } from '../../danish/date-format.js';
import type { Deletion, DeletionKind } from '../../store/ports.js';

const kinds: Readonly<Record<DeletionKind, string>> = {
  input: 'Input',
  draft: 'Dagsorden, der ikke blev udgivet',
};

export const phrases = {
  kind: 'Sletning efter alder',
  title: 'Det sletter jeg snart',
  lead: (date: string): string =>
    `Det er så gammelt, at jeg sletter det ${formatLongDate(date)}, hvis ingen siger andet.`,
  summary: (count: number, date: string): string =>
    `Input og kladder fra ${count === 1 ? 'ét møde' : `${count} møder`} slettes ${formatLongDate(date)}. Tryk Behold, hvis det skal blive.`,
  line: ({ kind, forumName, date }: Pick<Deletion, 'kind' | 'forumName' | 'date'>): string =>
    `${kinds[kind]}: ${forumName} ${formatShortDate(date)}`,
  more: (count: number): string => `og ${count} mere`,
  why: (inputDays: number, draftDays: number): string =>
    `Input gemmes ${inputDays} dage efter mødet, kladder ${draftDays} dage efter den dag, de var til. Det er en indstilling hos jeres it-afdeling.`,
  keep: 'Behold',
  keptUntil: (days: number): string => `Det bliver. Jeg spørger igen om tidligst ${days} dage.`,
  keptBy: (name: string | null): string => `Det er beholdt${name === null ? '' : ` af ${name}`}.`,
  deleted: 'Det er slettet.',
  notYours: 'Kun formand og sekretær kan beholde det.',
  gone: 'Den besked gælder ikke længere.',
} as const;
