import { analyseWords } from './analyse-words.js';
import { MadeInSteps } from './made-in-steps.js';
import groups from './synonyms.json' with { type: 'json' };

/** Another way to say a thing, as stems; several for an expression of several words. */
export type Expression = readonly string[];

/** Groups of expressions that mean the same, by the first stem of each. */
export type SynonymTable = ReadonlyMap<string, readonly { expression: Expression; others: readonly Expression[] }[]>;

function* readInSteps(written: readonly (readonly string[])[]): Generator<void, SynonymTable> {
  const table = new Map<string, { expression: Expression; others: Expression[] }[]>();
  for (const group of written) {
    const expressions = group.map(analyseWords).filter((expression) => expression.length > 0);
    for (const expression of expressions) {
      const [first = ''] = expression;
      const others = expressions.filter((other) => other.join(' ') !== expression.join(' '));
      table.set(first, [...(table.get(first) ?? []), { expression, others }]);
    }
    yield;
  }
  return table;
}

/** Reads groups of expressions that mean the same, written as people write them. */
export const readSynonyms = (written: readonly (readonly string[])[]): SynonymTable =>
  new MadeInSteps(() => readInSteps(written)).get();

const withAdded = (added: readonly (readonly string[])[]) => new MadeInSteps(() => readInSteps([...groups, ...added]));

let kept = withAdded([]);

/** The forum's abbreviations and synonyms: `synonyms.json`, which may be edited freely, and those added at start. */
export const forumSynonyms = (): SynonymTable => kept.get();

/** Reads them ahead of their first use. */
export const loadForumSynonyms = (): Generator<void> => kept.prepare();

/** Adds groups of expressions to the built-in ones, in place of those added before. For the start of a process. */
export function addForumSynonyms(written: readonly (readonly string[])[]): void {
  kept = withAdded(written);
}
