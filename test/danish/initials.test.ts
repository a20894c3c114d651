import { describe, expect, it } from 'vitest';
import { findInitials } from '../../src/danish/initials.js';
import { termsOfText } from '../../src/search/analyse-text.js';

const shortsIn = (text: string): string[] => findInitials(text).map(({ short }) => short);

describe('initials of departments', () => {
  it.each([
    ['Skoler & Unge afleverer i maj', 's&u'],
    ['chefen for Ældre, Sundhed & Handicap', 'aesh'],
    ['Borger, Arbejdsmarked & Erhverv', 'bae'],
    ['Miljø og Teknik', 'm&t'],
    ['Byudvikling & Ejendomme', 'b&e'],
  ])('%s is also called %s', (text, short) => {
    expect(shortsIn(text)).toEqual([short]);
  });

  it.each(['skoler og unge', 'Skoler og børn', 'Mål & midler', 'Budget 2024, Bilag', ''])('%s has none', (text) => {
    expect(shortsIn(text)).toEqual([]);
  });

  it('are found in the index by who types them', () => {
    const [asked = ''] = termsOfText('S&U').split(' ');
    expect(termsOfText('Oplæg fra Skoler & Unge').split(' ')).toContain(`~${asked}`);
  });

  it('stays fast in a long line of capitals', () => {
    expect(shortsIn('Aa, '.repeat(20_000))).toEqual([]);
  });
});
