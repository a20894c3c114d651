import { describe, expect, it } from 'vitest';
import type { Candidate, CandidateField, SearchField } from '../../src/domain/search-entry.js';
import { searchFields } from '../../src/domain/search-entry.js';
import type { Concept, Query } from '../../src/search/query.js';
import { type RankOptions, rank } from '../../src/search/rank.js';

/** An entry from its fields' terms, one place a word. */
function entry(meetingDate: string, texts: Partial<Record<SearchField, string>>): Candidate {
  const head = `aar:${meetingDate.slice(0, 4)}`;
  const fieldOf = (text: string): CandidateField => {
    const terms = text.split(' ').filter(Boolean);
    const places = new Map<string, number[]>();
    for (const [index, term] of terms.entries()) places.set(term, [...(places.get(term) ?? []), index + 1]);
    return { length: terms.length, places };
  };
  const fields = Object.fromEntries(
    searchFields.map((name) => [name, fieldOf(name === 'head' ? head : (texts[name] ?? ''))]),
  ) as Record<SearchField, CandidateField>;
  return { meetingId: meetingDate, itemNumber: 1, meetingDate, score: 1, title: texts.title ?? '', fields };
}

const word = (stem: string, more: Partial<Concept> = {}): Concept => ({
  label: stem,
  kind: 'word',
  importance: 1,
  alternatives: [{ terms: [stem], weight: 1 }],
  rarity: 4,
  found: true,
  ...more,
});

const query = (concepts: Concept[], dates: Query['dates'] = []): Query => ({ concepts, dates, entryCount: 100 });

const first = (asked: Query, entries: Candidate[], options?: RankOptions): string | undefined =>
  rank(asked, entries, options)[0]?.meetingDate;

describe('ranking', () => {
  const older = entry('2019-05-02', { title: 'sygefrava', case: 'maal og tal' });
  const newer = entry('2024-05-02', { title: 'sygefrava', case: 'maal og tal' });

  it('answers a topic that came back from its newest meeting, and its beginning from the oldest', () => {
    expect(first(query([word('sygefrava')]), [older, newer])).toBe('2024-05-02');
    expect(first(query([word('sygefrava')]), [older, newer], { wantsBeginning: true })).toBe('2019-05-02');
  });

  it('lets an older meeting answer that says what the newer one does not', () => {
    const detailed = entry('2019-05-02', { title: 'sygefrava', case: 'rejsehold til hjemmeplej' });
    expect(first(query([word('sygefrava'), word('rejsehold')]), [detailed, newer])).toBe('2019-05-02');
  });

  it('takes a synonym for no more telling than it is', () => {
    const asked = word('provenu', {
      alternatives: [
        { terms: ['provenu'], weight: 1, rarity: 5 },
        { terms: ['penge'], weight: 0.5, rarity: 0.5 },
      ],
    });
    const withCommonWords = entry('2024-01-01', { title: 'penge', case: 'penge penge' });
    const withRareWord = entry('2024-01-01', { case: 'salg af jord provenu' });
    const [best] = rank(query([asked]), [withCommonWords, withRareWord]);
    expect(best?.candidate).toBe(withRareWord);
  });

  it('keeps a year in the title apart from another year asked about, unless that is when the meeting was', () => {
    const year = { label: '2026', term: 'aar:2026', found: true, ofMeeting: false };
    const asked = query([word('budg')], [year]);
    const right = entry('2025-01-10', { title: 'budg aar:2026' });
    const other = entry('2024-06-10', { title: 'budg aar:2025', case: 'budg budg aar:2026' });
    const absent = entry('2024-06-11', { title: 'budg aar:2025' });
    const [best, second, third] = rank(asked, [absent, other, right]);
    expect([best, second, third].map((one) => one?.candidate)).toEqual([right, other, absent]);
    expect([best, second, third].map((one) => one?.otherYear)).toEqual([false, true, true]);
    expect([best, second, third].map((one) => one?.missedDates)).toEqual([0, 0, 1]);
  });

  it('passes over "eventuelt" as such, but not an item that names it beside a topic', () => {
    const standing = entry('2024-01-01', { title: 'eventuel', decision: 'tema' });
    const topics = entry('2024-01-01', { title: 'tema til kommend moed og eventuel', decision: 'tema' });
    const [best, second] = rank(query([word('tema')]), [standing, topics]);
    expect(best?.candidate).toBe(topics);
    const unmarked = rank(query([word('tema')]), [standing], { wantsStanding: true })[0];
    expect(second?.score).toBeLessThan(unmarked?.score ?? 0);
  });
});
