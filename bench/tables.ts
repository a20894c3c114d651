import { megabytes, milliseconds, ratio, verdict } from './format.js';
import { hostileNames, type SizeMeasured } from './measure.js';
import { engineNames, titles } from './messages.js';

type Rows = string[][];

/** What every engine showed on one archive. */
export function enginesTable({ engines }: SizeMeasured): Rows {
  return [
    ['', 'median', '95 % within', 'index', 'memory', 'entries a second', ...hostileNames],
    ...engineNames.map((name) => {
      const { median, p95, indexBytes, memory, rate, hostile } = engines[name];
      return [
        titles[name],
        milliseconds(median),
        milliseconds(p95),
        indexBytes === null ? '–' : megabytes(indexBytes),
        megabytes(memory),
        rate.toFixed(0),
        ...hostileNames.map((one) => milliseconds(hostile[one])),
      ];
    }),
  ];
}

/** One thing to be kept within a limit. */
export interface Bar {
  what: string;
  measured: number;
  limit: number;
  show: (value: number) => string;
}

/** What the archive may cost at most. The large archive is measured against the small one. */
export function barsFor(small: SizeMeasured, large: SizeMeasured): Bar[] {
  const { referent, fts5, minisearch } = large.engines;
  const hostile = hostileNames.map((name) => ({
    what: `${name}, against the median question`,
    measured: referent.hostile[name] / referent.median,
    limit: 5,
    show: ratio,
  }));
  const index = (referent.indexBytes ?? 0) / (fts5.indexBytes ?? 1);
  return [
    { what: '95 % within, against FTS5', measured: referent.p95 / fts5.p95, limit: 3, show: ratio },
    { what: '95 % within, against MiniSearch', measured: referent.p95 / minisearch.p95, limit: 1, show: ratio },
    { what: 'index, against FTS5', measured: index, limit: 2, show: ratio },
    { what: 'memory over an empty process', measured: referent.memory, limit: 150e6, show: megabytes },
    {
      what: `95 % within, ${large.entries} entries against ${small.entries}`,
      measured: referent.p95 / small.engines.referent.p95,
      limit: 5,
      show: ratio,
    },
    ...hostile,
  ];
}

export function barsTable(bars: readonly Bar[]): Rows {
  return [
    ['Referent', 'measured', 'at most', ''],
    ...bars.map(({ what, measured, limit, show }) => [what, show(measured), show(limit), verdict(measured <= limit)]),
  ];
}

/** Where the bytes of Referent's store are. */
export function describeStore({ storeBytes: { index, entries, terms, words, all } }: SizeMeasured): string {
  return (
    `Referent's index counts everything that searching needs and the minutes do not: the full-text index (${megabytes(index)}), the analysed entries ` +
    `it ranks again (${megabytes(entries)}), the list of terms they are written with (${megabytes(terms)}) and the words for spelling ` +
    `(${megabytes(words)}). The whole store, with originals and documents, is ${megabytes(all)}.`
  );
}
