import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { AppError } from '../domain/app-error.js';

/** Deeper than any card's data; a recursive reader further in must not be led to exhaust its stack. */
const maxDepth = 32;

const text = (max: number) => z.string().max(max);
const id = text(1000);
/** The channel writes both `null` and nothing for what is not there. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);
/** A part that is not worth refusing a message for when it has another form. */
const lenient = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);

const account = z.object({ id, name: lenient(text(1000)), aadObjectId: optional(id), role: lenient(text(40)) });

const mention = z.object({
  type: z.literal('mention'),
  text: text(1000),
  mentioned: z.object({ id }),
});

const attachment = z.object({
  contentType: lenient(text(200)),
  name: lenient(text(1000)),
  content: lenient(z.object({ downloadUrl: lenient(text(8000)) })),
});

const activityShape = z.object({
  type: text(100),
  id: optional(id),
  channelId: id,
  serviceUrl: text(2000),
  from: account,
  recipient: account,
  conversation: z.object({
    id,
    conversationType: lenient(text(40)),
    isGroup: lenient(z.boolean()),
    tenantId: optional(id),
  }),
  channelData: lenient(
    z.object({
      tenant: lenient(z.object({ id: optional(id) })),
      team: lenient(z.object({ id: optional(id) })),
    }),
  ),
  name: optional(text(200)),
  replyToId: lenient(id),
  action: lenient(text(100)),
  text: optional(text(100_000)),
  locale: lenient(text(40)),
  value: z.unknown().optional(),
  entities: lenient(z.array(z.unknown())).transform((all) =>
    (all ?? []).flatMap((entity) => {
      const read = mention.safeParse(entity);
      return read.success ? [read.data] : [];
    }),
  ),
  attachments: lenient(z.array(attachment)),
  membersAdded: lenient(z.array(z.object({ id }))),
  membersRemoved: lenient(z.array(z.object({ id }))),
});

/** The parts of an activity that Referent reads. What else was sent is gone. */
export type ReceivedActivity = z.infer<typeof activityShape>;

function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((entry) => isDeeperThan(entry, limit - 1));
}

/**
 * Reads what the channel posted.
 *
 * @throws AppError `invalid_input` on anything that is no activity.
 */
export function readActivity(body: unknown): ReceivedActivity {
  if (isDeeperThan(body, maxDepth)) throw new AppError('invalid_input', 'the activity is nested too deeply');
  const read = activityShape.safeParse(body);
  if (!read.success) throw new AppError('invalid_input', 'the body is no activity');
  return read.data;
}

/** The activity as the SDK wants it: what was read and nothing else, so that no other property can switch anything. */
export function toSdkActivity(received: ReceivedActivity): Activity {
  const present = Object.fromEntries(Object.entries(received).filter(([, value]) => value !== undefined));
  // The SDK's type asks for many properties that it never reads and the channel does not always send.
  return present as unknown as Activity;
}
