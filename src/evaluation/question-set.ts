import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../domain/app-error.js';

const place = z.object({ meetingDate: z.iso.date(), itemNumber: z.int().positive().nullable() });

const questionShape = z.object({
  id: z.string().min(1),
  q: z.string().trim().min(1),
  context: z.string().optional(),
  type: z.string().min(1),
  must: z.array(place),
  also: z.array(place),
  answer: z.string().min(1).nullable(),
  half: z.enum(['tune', 'report']).optional(),
  kinds: z.array(z.string()).optional(),
});

/** An item of a meeting; `itemNumber` null is the meeting as a whole. */
export type Place = z.infer<typeof place>;
/** A question with what a right answer must hold; `eval/questions/README.md` says what each field means. */
export type EvalQuestion = z.infer<typeof questionShape>;
export type Half = NonNullable<EvalQuestion['half']>;

function readLine(raw: string, where: string): EvalQuestion | string {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return `${where}: not JSON`;
  }
  const read = questionShape.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  return `${where}: ${at}${issue?.message ?? 'not a question'}`;
}

/**
 * Reads a question set, a JSON object a line; empty lines are passed over.
 *
 * @param half only the questions of this half.
 * @throws AppError `invalid_input` with a fault `file:line: what is wrong` for each malformed line, for a file that cannot be
 * read, and for one without any question to ask.
 */
export async function readQuestionSet(file: string, half?: Half): Promise<EvalQuestion[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_input', `${file}: cannot be read`, { cause });
  });
  const questions: EvalQuestion[] = [];
  const faults: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const read = readLine(raw, `${file}:${index + 1}`);
    if (typeof read === 'string') faults.push(read);
    else questions.push(read);
  }
  if (faults.length > 0) throw new AppError('invalid_input', 'the question set is not usable', { faults });
  const chosen = questions.filter((question) => half === undefined || question.half === half);
  if (chosen.length === 0)
    throw new AppError('invalid_input', `${file}: no questions${half === undefined ? '' : ` in the half "${half}"`}`);
  return chosen;
}
