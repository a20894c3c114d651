import { describe, expect, test } from 'vitest';
import { briefSections } from '../../../src/features/input/brief/brief-text.js';
import { exampleBrief } from '../../support/input-examples.js';

const nominationsOf = (brief: ReturnType<typeof exampleBrief>): string =>
  briefSections(brief)
    .filter(({ heading }) => heading.startsWith('Udpegninger'))
    .map(({ text }) => text)
    .join('\n');

describe('the nominations of a brief', () => {
  test('are not complete while the register knows no head of a department', () => {
    const brief = exampleBrief('Kultur, Fritid & Ejendomme');
    expect(brief.nominations).not.toEqual([]);
    expect(nominationsOf(brief)).toContain('Kultur, Fritid & Ejendomme (ingen chef i registret)');
    expect(nominationsOf(brief)).not.toContain('Alle har svaret');
  });

  test('name nobody who could not have been asked where every department has a head', () => {
    expect(nominationsOf(exampleBrief())).not.toContain('ingen chef');
  });
});
