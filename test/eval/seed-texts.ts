import { readdirSync, readFileSync } from 'node:fs';
import { readSource } from '../../scripts/seed-documents/read-source.js';
import { all, first, plain, type Source, type SourceItem } from '../../scripts/seed-documents/source.js';

/** What stands in one seed meeting, taken from its source and not through any reader of the project. */
export interface SeedMeeting {
  /** The head (times, place, participants) and every open item, on one line. */
  readonly text: string;
  /** Open items only, by item number; a closed item has no text, whoever asks. */
  readonly items: ReadonlyMap<number, string>;
  /** Of every item. */
  readonly titles: ReadonlyMap<number, string>;
  /** The days (YYYY-MM-DD) on which the commitments of an item are due, where they have one. */
  readonly dues: ReadonlyMap<number, readonly string[]>;
}

const folder = new URL('../../seeds/sources/', import.meta.url);

/** All seed meetings by date (YYYY-MM-DD). */
export function readSeedMeetings(): ReadonlyMap<string, SeedMeeting> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.source.txt'));
  const sources = names.map((name) => readSource(readFileSync(new URL(name, folder), 'utf8')));
  return new Map(sources.map((source) => [source.date, toMeeting(source)]));
}

function toMeeting(source: Source): SeedMeeting {
  const items = new Map<number, string>();
  for (const [index, item] of source.items.entries()) {
    if (!item.directives.has('closed')) items.set(index + 1, textOfItem(item));
  }
  const head = ['start', 'end', 'place', 'participants'].map((name) => first(source.directives, name) ?? '');
  return {
    text: [plain(head.join(' ')), ...items.values()].join(' '),
    items,
    titles: new Map(source.items.map(({ title }, index) => [index + 1, plain(title)])),
    dues: new Map(source.items.map((item, index) => [index + 1, duesOf(item)])),
  };
}

/** A commitment is written `owner | day or - | …`. */
function duesOf(item: SourceItem): string[] {
  return all(item.directives, 'commit').flatMap((commitment) => commitment.match(/\d{4}-\d{2}-\d{2}/)?.[0] ?? []);
}

function textOfItem(item: SourceItem): string {
  const lines = item.sections.flatMap((section) => [
    section.kind === 'absent' ? 'Fraværende' : (section.heading ?? ''),
    ...section.lines,
  ]);
  return [item.title, ...all(item.directives, 'case'), ...lines].map(plain).filter(Boolean).join(' ');
}
