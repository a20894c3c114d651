import { describe, expect, test } from 'vitest';
import { findAskedFor } from '../../src/search/answer-types.js';
import { namesSomebody } from '../../src/search/find-persons.js';

const texts = (asked: Parameters<typeof findAskedFor>[0], text: string): string[] =>
  (findAskedFor(asked, text) ?? []).map((found) => found.text.trim());

const somebody = (text: string): string[] =>
  (findAskedFor('person', text) ?? []).filter((found) => found.quality >= namesSomebody).map((found) => found.text);

describe('who', () => {
  test.each([
    ['Det blev besluttet, at Birgit Storm laver et oplæg.', ['Birgit Storm']],
    ['Spørgsmål rettes til Digitalisering & IT.', ['Digitalisering & IT']],
    ['Afdelingerne kan kontakte Jura.', ['Jura']],
    ['Punktet fremlægges af kommunaldirektøren.', ['kommunaldirektøren']],
    ['Opgaven løses af cheferne.', ['cheferne']],
  ])('%s', (text, names) => {
    expect(somebody(text)).toEqual(names);
  });

  test.each([
    'Der laves en ny licitation på Åhaven med et mindre program.',
    'På Vestervang Skole er fraværet steget.',
    'Nordvang Kommune har ikke et arkiv.',
    'Forløbet for ledere sluttede i december.',
    'Det foreslås, at en chef deltager.',
  ])('nobody is named in "%s"', (text) => {
    expect(somebody(text)).toEqual([]);
  });
});

describe('how much', () => {
  test.each([
    ['Udgiften er 35.000 kr.', '35.000 kr.'],
    ['Kataloget har 61 forslag.', '61 forslag.'],
    ['612 klikkede på linket.', '612 klikkede'],
    ['Siden har 1.900 følgere.', '1.900 følgere'],
    ['Der arbejdes med fem kompetencer.', 'fem kompetencer'],
    ['Der er kommet 31 elbiler siden 2021.', '31 elbiler'],
    ['Chefforum godkendte tre velkomstdage i 2026.', 'tre velkomstdage'],
  ])('%s', (text, amount) => {
    expect(texts('amount', text)[0]).toBe(amount);
  });

  test.each([
    'Mødet holdes den 10. maj 2023 kl. 19-21.',
    'Forslag 17, 22 og 48 tages ud.',
    '1. Børn og unge',
    'Se bilag 3.',
  ])('nothing is counted in "%s"', (text) => {
    expect(texts('amount', text)).toEqual([]);
  });

  test.each([
    ['Andelen med cykelhjelm er steget fra 9 til 12 procent.', ['fra 9 til 12 procent']],
    ['I parkafdelingen er fraværet faldet fra 8,2 til 5,1 procent.', ['fra 8,2 til 5,1 procent']],
    ['Skoven vokser fra 2.950 træer i 2023 til 3.600 i 2035.', ['fra 2.950 træer i 2023 til 3.600']],
    ['Antallet af nyhedsbreve blev sat ned fra 19 til 8.', ['fra 19 til 8']],
    ['Puljen hæves fra 5 mio. kr. til ca. 7 mio. kr.', ['fra 5 mio. kr. til ca. 7 mio. kr.']],
  ])('how far something moved is both ends of it: "%s"', (text, amounts) => {
    expect(texts('amount', text)).toEqual(amounts);
  });

  test.each([
    ['Gruppen flytter 12 borgere fra et plejehjem til 3 boliger.', ['12 borgere', '3 boliger.']],
    ['Der er sendt breve fra 14 skoler til 900 elever.', ['14 skoler', '900 elever.']],
    ['Der kommer bidrag fra 8 afdelinger til 4. marts.', ['8 afdelinger']],
  ])('what goes from one to another has not moved: "%s"', (text, amounts) => {
    expect(texts('amount', text)).toEqual(amounts);
  });
});

describe('when', () => {
  test.each([
    ['Målet nås inden udgangen af 2026.', 'inden udgangen af 2026'],
    ['Sagen tages op på det kommende møde.', 'på det kommende møde'],
    ['Planen ligger klar ultimo marts.', 'ultimo marts'],
    ['Huset åbner i løbet af 2027.', 'i løbet af 2027'],
    ['Det sker efter sommerferien.', 'efter sommerferien'],
  ])('%s', (text, moment) => {
    expect(texts('date', text)).toEqual([moment]);
  });

  test.each(['Sagen drøftes løbende.', 'Vi talte om sommerens vejr.', 'Det næste bliver sværere.'])(
    'no time is given in "%s"',
    (text) => {
      expect(texts('date', text)).toEqual([]);
    },
  );
});

describe('where', () => {
  test.each([
    ['Dagen holdes på Kursuscenter Skovhuset.', 'på Kursuscenter Skovhuset'],
    ['Vi mødes i byrådssalen.', 'i byrådssalen'],
  ])('%s', (text, place) => {
    expect(texts('place', text)).toEqual([place]);
  });

  test('no place is named where only a topic is', () => {
    expect(texts('place', 'Der arbejdes på en plan for økonomien.')).toEqual([]);
  });
});

describe('why', () => {
  test('the clause that gives the reason', () => {
    expect(texts('reason', 'Punktet udsættes, fordi tallene mangler. Det tages op i maj.')).toEqual([
      'fordi tallene mangler',
    ]);
  });

  test('no reason is given by a plain sentence', () => {
    expect(texts('reason', 'Punktet udsættes til næste møde.')).toEqual([]);
  });
});
