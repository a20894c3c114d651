import { describe, expect, it } from 'vitest';
import { analyseWords } from '../../src/danish/analyse-words.js';
import { forumSynonyms } from '../../src/danish/synonyms.js';
import groups from '../../src/danish/synonyms.json' with { type: 'json' };

const areSynonyms = (one: string, other: string): boolean => {
  const wanted = analyseWords(other).join(' ');
  const [first = ''] = analyseWords(one);
  return (forumSynonyms().get(first) ?? []).some(
    ({ expression, others }) =>
      expression.join(' ') === analyseWords(one).join(' ') && others.some((stems) => stems.join(' ') === wanted),
  );
};

describe('the words of a municipality', () => {
  it.each([
    ['skrald', 'renovation'],
    ['fyring', 'afskedigelse'],
    ['børnehave', 'dagtilbud'],
    ['hjemmehjælp', 'hjemmepleje'],
    ['frist', 'deadline'],
    ['byrådet', 'kommunalbestyrelsen'],
    ['snerydning', 'vintertjeneste'],
    ['udskyde', 'udsætte'],
    ['TR', 'tillidsrepræsentant'],
    ['handicap', 'handikap'],
  ])('hold %s and %s to be one thing', (one, other) => {
    expect(areSynonyms(one, other)).toBe(true);
    expect(areSynonyms(other, one)).toBe(true);
  });

  it.each([
    ['skole', 'dagtilbud'],
    ['indtægt', 'udgift'],
    ['godkende', 'afvise'],
    ['vej', 'cykel'],
    ['børn', 'ældre'],
  ])('keep %s and %s apart', (one, other) => {
    expect(areSynonyms(one, other)).toBe(false);
  });

  it('stand in groups of at least two different expressions, no group twice', () => {
    const written = groups.map((group) => group.map((expression) => expression.toLowerCase()));
    expect(written.filter((group) => new Set(group).size < 2 || new Set(group).size < group.length)).toEqual([]);
    const keys = written.map((group) => [...group].sort().join('|'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
