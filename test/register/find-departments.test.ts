import { describe, expect, test } from 'vitest';
import { departmentSynonyms, findDepartments, type NamedDepartment } from '../../src/register/find-departments.js';

const alias = (text: string, from: string | null = null, to: string | null = null) => ({ text, from, to });
const departments: NamedDepartment[] = [
  { id: 'mt', name: 'Miljø & Teknik', aliases: [alias('M&T'), alias('MT'), alias('Miljø og Teknik')] },
  {
    id: 'it',
    name: 'Digitalisering & Service',
    aliases: [alias('D&S', '2024-01-01'), alias('IT'), alias('Digitalisering & IT', null, '2023-12-31')],
  },
  { id: 'bf', name: 'Børn & Familie', aliases: [alias('B&F')] },
  {
    id: 'ae',
    name: 'Ældre, Sundhed & Handicap',
    aliases: [alias('ÆSH', '2024-05-01'), alias('Sundhed & Social', '2022-01-01', '2024-04-30')],
  },
  { id: 'sp', name: 'Social & Psykiatri', aliases: [alias('S&P'), alias('Sundhed & Social')] },
];

const ids = (text: string, on?: string) =>
  findDepartments(text, departments, on).map((found) => found.departments.map(({ id }) => id).join('+'));

describe('a department by any of its names', () => {
  test.each([
    ['hvad skal M&T gøre', ['mt']],
    ['hvad skal m&t gøre', ['mt']],
    ['hvad blev Miljø og Teknik bedt om', ['mt']],
    ['miljø & teknik frist', ['mt']],
    ['hvad skal MT aflevere', ['mt']],
    ['hvem er chef for teknik', ['mt']],
    ['hvad skulle Digitalisering og IT', ['it']],
    ['opgaver til IT og B&F', ['it', 'bf']],
    ['aeldre, sundhed og handicap', ['ae']],
    ['chefen for Sundhed & Social', ['ae+sp']],
  ])('%s', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  test('a name counts only while it held, where a day is asked about', () => {
    expect(ids('Sundhed & Social', '2022-05-01')).toEqual(['ae+sp']);
    expect(ids('Sundhed & Social', '2024-06-01')).toEqual(['sp']);
  });

  test('its letters are known', () => {
    const question = 'hvad skal Miljø og Teknik gøre';
    const [found] = findDepartments(question, departments);
    expect(question.slice(found?.start, found?.end)).toBe('Miljø og Teknik');
  });
});

describe('what is no department', () => {
  test.each([
    'hvad besluttede vi om it-sikkerhed',
    'er it nedlukket',
    'hvad skal teknikken bruges til',
    'teknik til mødelokalerne',
    'børn og unge',
    'mtv',
  ])('%s', (text) => {
    expect(ids(text)).toEqual([]);
  });
});

test('all names of a department mean the same, but for one that two have had', () => {
  expect(departmentSynonyms(departments)).toEqual([
    ['Miljø & Teknik', 'M&T', 'MT'],
    ['Digitalisering & Service', 'D&S', 'IT', 'Digitalisering & IT'],
    ['Børn & Familie', 'B&F'],
    ['Ældre, Sundhed & Handicap', 'ÆSH'],
    ['Social & Psykiatri', 'S&P'],
  ]);
});
