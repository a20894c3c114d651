import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const place = z.object({ meetingDate: z.string(), itemNumber: z.number().nullable() });

const line = z.object({
  id: z.string(),
  q: z.string(),
  context: z.string().optional(),
  type: z.string(),
  must: z.array(place),
  also: z.array(place),
  answer: z.string().nullable(),
  half: z.enum(['tune', 'report']).optional(),
  kinds: z.array(z.string()).optional(),
});

export type Place = z.infer<typeof place>;
/** A question with what a right answer must hold; see `eval/questions/README.md`. */
export type EvalQuestion = z.infer<typeof line>;

/** Reads a question set, a JSON object a line. Throws on a line that is none, with its number. */
export async function readQuestionSet(file: string): Promise<EvalQuestion[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((raw, index) => {
    if (raw.trim() === '') return [];
    const read = line.safeParse(JSON.parse(raw));
    if (!read.success) throw new Error(`${file}:${index + 1}: not a question`);
    return [read.data];
  });
}
