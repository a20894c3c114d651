import { z } from 'zod';

const handle = z.string().min(1).max(200);
const text = (max: number) => z.string().max(max);

/** `value` of a `fileConsent/invoke`. All of it went through the person's client. */
const shape = z.union([
  z.object({
    action: z.literal('accept'),
    context: z.object({ handle }),
    uploadInfo: z.object({
      uploadUrl: text(8000),
      contentUrl: text(8000),
      uniqueId: text(1000),
      fileType: text(100),
    }),
  }),
  z.object({ action: z.literal('decline'), context: z.object({ handle }) }),
]);

/** What a person answered when they were offered a file. */
export type Consent = z.infer<typeof shape>;

/** Undefined for what is none. */
export const readConsent = (value: unknown): Consent | undefined => shape.safeParse(value).data;
