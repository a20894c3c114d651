import type { Department, DepartmentAlias } from '../../domain/department.js';
import type { MemberRow } from './read-members-file.js';

/** A department under one of its names, and the days somebody stood under it. */
interface Generation {
  name: string;
  aliases: string[];
  first: string;
  /** null: still. */
  last: string | null;
}

const latest = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one > other ? one : other;

/** A reader may be listed under today's name for years in which it was called otherwise; those who head it are not. */
function spansOf(rows: readonly MemberRow[]): readonly Pick<MemberRow, 'from' | 'to'>[] {
  const heads = rows.filter(({ role }) => role !== 'reader');
  return heads.length > 0 ? heads : rows;
}

function collectGenerations(rows: readonly MemberRow[]): Generation[] {
  const byName = new Map<string, MemberRow[]>();
  for (const row of rows)
    if (row.department !== null) byName.set(row.department, [...(byName.get(row.department) ?? []), row]);
  return [...byName].map(([name, ofName]) => {
    const spans = spansOf(ofName);
    return {
      name,
      aliases: [...new Set(ofName.flatMap(({ aliases }) => aliases))],
      first: spans.map(({ from }) => from).reduce((one, other) => (one < other ? one : other)),
      last: spans.map(({ to }) => to).reduce(latest),
    };
  });
}

/**
 * The one department a name goes back to: the list names it as an alias, and nobody stood under it any more when the new
 * name began. Where that holds for several, they were merged, and none of them lives on.
 */
function predecessorOf(generation: Generation, all: readonly Generation[]): Generation | undefined {
  const candidates = all.filter(
    ({ name, last }) => generation.aliases.includes(name) && last !== null && last < generation.first,
  );
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** Each chain of names, oldest first. A department two others go back to was divided, and lives on in neither. */
function toChains(generations: readonly Generation[]): Generation[][] {
  const predecessors = new Map(generations.map((generation) => [generation, predecessorOf(generation, generations)]));
  const heirs = (old: Generation): Generation[] => generations.filter((one) => predecessors.get(one) === old);
  const isHeir = (generation: Generation): boolean => {
    const old = predecessors.get(generation);
    return old !== undefined && heirs(old).length === 1;
  };
  return generations
    .filter((generation) => !isHeir(generation))
    .map((oldest) => {
      const chain = [oldest];
      for (let next = heirs(oldest); next.length === 1 && next[0] !== undefined; next = heirs(next[0]))
        chain.push(next[0]);
      return chain;
    });
}

/** The last name's own start ends the name before it. The first name is as old as anyone knows, the last holds still. */
function aliasesOf(chain: readonly Generation[]): DepartmentAlias[] {
  const found = new Map<string, DepartmentAlias>();
  const own = new Set(chain.map(({ name }) => name));
  for (const [index, { name, aliases }] of chain.entries()) {
    const from = index === 0 ? null : (chain[index]?.first ?? null);
    const to = index === chain.length - 1 ? null : (chain[index]?.last ?? null);
    // The name it goes by now is no alias of it.
    const texts = [...(index === chain.length - 1 ? [] : [name]), ...aliases.filter((alias) => !own.has(alias))];
    for (const text of texts) {
      const known = found.get(text);
      found.set(text, known === undefined ? { text, from, to } : { text, from: known.from, to });
    }
  }
  return [...found.values()];
}

/** What the departments of a list are called, each with the names it went by before. */
export function buildDepartments(rows: readonly MemberRow[]): (Pick<Department, 'name' | 'aliases'> & {
  /** Every name of its own, oldest first. */
  names: string[];
})[] {
  return toChains(collectGenerations(rows)).map((chain) => {
    const names = chain.map(({ name }) => name);
    return { name: names.at(-1) ?? '', aliases: aliasesOf(chain), names };
  });
}
