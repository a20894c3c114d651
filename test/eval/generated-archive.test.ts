import { describe, expect, it } from 'vitest';
import { generateMeetings } from '../../eval/archive/generate-meetings.js';
import { readSeedMeetings } from './seed-texts.js';

const taken = new Set(readSeedMeetings().keys());
const meetings = generateMeetings(300, taken);
const items = meetings.flatMap((meeting) => meeting.items.map((item) => ({ date: meeting.date, item })));
const [firstSeed = ''] = [...taken].sort();
const textOf = (item: (typeof items)[number]['item']) => item.sections.map(({ text }) => text).join('\n');

describe('the generated archive', () => {
  it('is the same in every run', () => {
    expect(generateMeetings(300, taken)).toEqual(meetings);
  });

  it("has one meeting a day, none in a month of the seeds' and none after their last, however many there are", () => {
    const months = new Set([...taken].map((date) => date.slice(0, 7)));
    const [lastSeed = ''] = [...taken].sort().reverse();
    for (const many of [meetings, generateMeetings(3000, taken)]) {
      const dates = many.map(({ date }) => date);
      expect(new Set(dates).size).toBe(many.length);
      expect(dates.filter((date) => months.has(date.slice(0, 7)) || date >= lastSeed)).toEqual([]);
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
    expect(onSeedTopic.filter(({ date }) => date >= firstSeed)).toEqual([]);
  });

  it('gives nobody an office of the seeds, whose newest holder is theirs to tell', () => {
    const seedText = [...readSeedMeetings().values()].map(({ text }) => text).join(' ');
    const titles = meetings.flatMap(({ participants }) => participants.map(({ title }) => title ?? ''));
    expect(new Set(titles).size).toBeGreaterThan(3);
    expect([...new Set(titles)].filter((title) => title === '' || seedText.includes(title))).toEqual([]);
  });

  it('postpones, drops and remarks only before the seeds, whose postponed items are theirs to list', () => {
    const isRare = ({ item }: (typeof items)[number]) => /udgik|udsætte|bemærkning/.test(item.decision ?? '');
    const rare = items.filter(isRare);
    expect(rare.length).toBeGreaterThan(100);
    expect(rare.filter(({ date }) => date >= firstSeed)).toEqual([]);
  });
});
