import { describe, expect, it } from 'vitest';
import { generateMeetings } from '../../eval/archive/generate-meetings.js';
import { readSeedMeetings } from './seed-texts.js';

const taken = new Set(readSeedMeetings().keys());
const meetings = generateMeetings(300, taken);
const items = meetings.flatMap((meeting) => meeting.items.map((item) => ({ date: meeting.date, item })));
const textOf = (item: (typeof items)[number]['item']) => item.sections.map(({ text }) => text).join('\n');

describe('the generated archive', () => {
  it('is the same in every run', () => {
    expect(generateMeetings(300, taken)).toEqual(meetings);
  });

  it('has one meeting a day and none on a day of the seeds, however many there are', () => {
    for (const many of [meetings, generateMeetings(3000, taken)]) {
      const dates = many.map(({ date }) => date);
      expect(new Set(dates).size).toBe(many.length);
      expect(dates.filter((date) => taken.has(date))).toEqual([]);
      expect(dates).toEqual([...dates].sort());
    }
  });

  it('fills every place of a sentence', () => {
    expect(items.filter(({ item }) => /[{}]/.test(item.title + textOf(item)))).toEqual([]);
  });

  it('writes no two items alike', () => {
    expect(new Set(items.map(({ item }) => textOf(item))).size).toBe(items.length);
  });

  it("comes back to the seeds' own topics, only before the seeds", () => {
    const onSeedTopic = items.filter(({ item }) => /sygefravær|borgermøde|ESDH-system|klimaplan/i.test(item.title));
    expect(onSeedTopic.length).toBeGreaterThan(20);
    const [firstSeed = ''] = [...taken].sort();
    expect(onSeedTopic.filter(({ date }) => date >= firstSeed)).toEqual([]);
  });
});
