import { analyseWords } from './analyse-words.js';
import groups from './synonyms.json' with { type: 'json' };

/** Another way to say a thing, as stems; several for an expression of several words. */
export type Expression = readonly string[];

/** Groups of expressions that mean the same, by the first stem of each. */
export type SynonymTable = ReadonlyMap<string, readonly { expression: Expression; others: readonly Expression[] }[]>;

/** Reads groups of expressions that mean the same, written as people write them. */
export function readSynonyms(written: readonly (readonly string[])[]): SynonymTable {
  const table = new Map<string, { expression: Expression; others: Expression[] }[]>();
  for (const group of written) {
    const expressions = group.map(analyseWords).filter((expression) => expression.length > 0);
    for (const expression of expressions) {
      const [first = ''] = expression;
      const others = expressions.filter((other) => other.join(' ') !== expression.join(' '));
      table.set(first, [...(table.get(first) ?? []), { expression, others }]);
    }
  }
  return table;
}

let added: readonly (readonly string[])[] = [];
let known: SynonymTable | undefined;

/** The forum's abbreviations and synonyms: `synonyms.json`, which may be edited freely, and those added at start. */
export function forumSynonyms(): SynonymTable {
  known ??= readSynonyms([...groups, ...added]);
  return known;
}

/** Adds groups of expressions to the built-in ones, in place of those added before. For the start of a process. */
export function addForumSynonyms(written: readonly (readonly string[])[]): void {
  added = written;
  known = undefined;
}
