import { z } from 'zod';

/** The engines of the benchmark. */
export const engineNames = ['referent', 'fts5', 'minisearch'] as const;
export type EngineName = (typeof engineNames)[number];

export const titles: Readonly<Record<EngineName, string>> = {
  referent: 'Referent',
  fts5: 'FTS5 with Danish stems and stop words',
  minisearch: 'MiniSearch with Danish stems and stop words',
};

/** What the parent asks of an engine's process. */
export const requestShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), question: z.string(), context: z.string().optional() }),
  z.object({ kind: z.literal('close') }),
]);
export type Request = z.infer<typeof requestShape>;

/** What the process says: that it is ready, and after each question that it is answered, and how long that took; always with its memory in bytes. */
export const replyShape = z.object({ milliseconds: z.number(), rss: z.number() });
export type Reply = z.infer<typeof replyShape>;
