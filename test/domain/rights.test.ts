import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayDo, operations, type Standing, standings } from '../../src/domain/rights.js';

interface Cell {
  operation: string;
  standing: string;
  access: 'open' | 'closed';
  allowed: boolean;
}

const [head = '', ...rows] = readFileSync(new URL('rights-matrix.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const columns = head.trim().split(/\s+/).slice(1);
const cells: Cell[] = rows.flatMap((row) => {
  const [operation = '', ...marks] = row.trim().split(/\s+/);
  return columns.flatMap((standing, column) =>
    (['open', 'closed'] as const).map((access) => {
      const mark = marks[column];
      expect(['both', 'open', 'no'], `${operation} × ${standing}`).toContain(mark);
      return { operation, standing, access, allowed: mark === 'both' || mark === access };
    }),
  );
});

const isStanding = (name: string): name is Standing => standings.some((standing) => standing === name);

describe('What each role may do', () => {
  test('is written down for every operation, standing and access, each once', () => {
    const key = ({ operation, standing, access }: Omit<Cell, 'allowed'>): string =>
      `${operation} ${standing} ${access}`;
    const all = operations.flatMap((operation) =>
      standings.flatMap((standing) =>
        (['open', 'closed'] as const).map((access) => key({ operation, standing, access })),
      ),
    );
    expect(cells.map(key).sort()).toEqual(all.sort());
  });

  test.each(cells)('$standing, $operation, $access: $allowed', ({ operation, standing, access, allowed }) => {
    if (!isStanding(standing)) throw new Error(`no such standing: ${standing}`);
    expect(mayDo([standing], operation, access)).toBe(allowed);
  });

  test('is nothing for somebody without a standing', () => {
    for (const operation of operations)
      for (const access of ['open', 'closed'] as const) expect(mayDo([], operation, access)).toBe(false);
  });

  test('is no for an operation that is not in the table, whatever it is called', () => {
    const isKnown = (name: string): boolean => operations.some((operation) => operation === name);
    for (const name of ['', 'Read', 'read ', 'constructor', '__proto__', 'toString', 'delete_everything'])
      expect(mayDo(standings, name, 'open'), name).toBe(false);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('open' as const, 'closed' as const), (name, access) => {
        fc.pre(!isKnown(name));
        return !mayDo(standings, name, access);
      }),
    );
  });

  test('of several standings together is what any of them may, and no more', () => {
    fc.assert(
      fc.property(
        fc.subarray([...standings]),
        fc.constantFrom(...operations),
        fc.constantFrom('open' as const, 'closed' as const),
        (held, operation, access) =>
          mayDo(held, operation, access) === held.some((standing) => mayDo([standing], operation, access)),
      ),
    );
  });

  test('with closed matter is never more than with open', () => {
    for (const operation of operations)
      for (const standing of standings)
        if (mayDo([standing], operation, 'closed')) expect(mayDo([standing], operation, 'open')).toBe(true);
  });
});
