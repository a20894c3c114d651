import { z } from 'zod';
import type { SearchExtensionTurn } from '../routing/turn.js';

/**
 * The command's id and its one parameter, as in `manifest/manifest.json`. Just opened, the search does not send the
 * parameter; a chat client that reads no manifest leaves out the names.
 */
const searchCommand = 'findDecision';
const searchParameter = 'text';

/** Longer than anyone types into a search; the rest of a pasted page is left out. */
const longestText = 400;
const usualCount = 25;

const wholeNumber = (low: number, high: number, otherwise: number) =>
  z.number().int().min(low).max(high).catch(otherwise);

/** `value` of a `composeExtension/query`. */
const query = z.object({
  commandId: z.literal(searchCommand).optional(),
  parameters: z.array(z.object({ name: z.string().default(searchParameter), value: z.unknown() })).catch([]),
  queryOptions: z
    .object({ skip: wholeNumber(0, 10_000, 0), count: wholeNumber(1, 100, usualCount) })
    .catch({ skip: 0, count: usualCount }),
});

/** Reads what is searched for; undefined when it is for a search Referent does not offer. */
export function readSearch(value: unknown): Pick<SearchExtensionTurn, 'text' | 'skip' | 'count'> | undefined {
  const read = query.safeParse(value);
  if (!read.success) return undefined;
  const { parameters, queryOptions } = read.data;
  const typed = parameters.find(({ name }) => name === searchParameter)?.value;
  const text = typeof typed === 'string' ? typed.replace(/\s+/g, ' ').trim().slice(0, longestText) : '';
  return { text, ...queryOptions };
}
