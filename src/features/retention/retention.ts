import { z } from 'zod';
import { button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { shortenToCost } from '../../cards/text-cost.js';
import { toLocalTime } from '../../danish/date-format.js';
import { addDays } from '../../danish/dates.js';
import { AppError } from '../../domain/app-error.js';
import type { Clock } from '../../domain/clock.js';
import { dayMs } from '../../domain/durations.js';
import type { KeptDays } from '../../domain/kept-days.js';
import { newId } from '../../domain/new-id.js';
import { type MessageIntent, noIntents } from '../../domain/outgoing-message.js';
import { mayDo } from '../../domain/rights.js';
import type { CardReply } from '../../routing/reply.js';
import type { RightsOf } from '../../routing/rights-of.js';
import type { CardVerb } from '../../routing/routes.js';
import type { Job, MessageComposer } from '../../routing/unasked.js';
import type { AgeLimit, Deletion, DeletionKind, MemberStore, OutboxStore, RetentionStore } from '../../store/ports.js';
import { phrases } from './phrases.js';

export interface Retaining {
  retention: RetentionStore;
  members: Pick<MemberStore, 'listMemberships'>;
  outbox: Pick<OutboxStore, 'listMessages'>;
  rightsOf: RightsOf;
  clock: Clock;
  keptDays: KeptDays;
}

/** Between the notice and the deletion. */
export const noticeDays = 14;

const linesShown = 20;
const longestLine = 200;
/** Of the newest messages sent: more than a forum gets in the year they are kept. */
const sendingsLookedThrough = 50_000;
const messageKind = 'retention.notice';

const inDays = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs);

/** Says what will be deleted and when, to the secretaries; nothing where nothing is that old, or nobody is there to be told. */
async function announceAged(retaining: Retaining, forumId: string): Promise<void> {
  const { retention, members, clock, keptDays } = retaining;
  const now = clock.now();
  const today = toLocalTime(now).date;
  const limitOf = (kind: DeletionKind): AgeLimit => ({
    date: addDays(today, -keptDays[kind]),
    keptSince: inDays(now, -keptDays[kind]),
  });
  const secretaries = (await members.listMemberships(forumId, today)).filter(({ role }) =>
    mayDo([role], 'manage_input', 'closed'),
  );
  if (secretaries.length === 0) return;
  const aged = await retention.listAged(forumId, { input: limitOf('input'), draft: limitOf('draft') });
  if (aged.length === 0) return;
  const noticeId = newId();
  const deletions = aged.map(
    (one): Deletion => ({
      ...one,
      noticeId,
      announcedAt: now,
      deleteAt: inDays(now, noticeDays),
      state: 'announced',
      settledByName: null,
      settledAt: null,
    }),
  );
  const messages = secretaries.map(
    ({ person }): MessageIntent => ({
      key: `${messageKind}:${noticeId}:${person.tenantId}:${person.objectId}`,
      kind: messageKind,
      recipient: { kind: 'person', forumId, person },
      payload: { notice: noticeId },
      action: 'create',
      slot: null,
      inThreadOf: null,
      dueAt: now,
      dropAfter: null,
    }),
  );
  await retention.announce(forumId, deletions, { ...noIntents, messages });
}

/** When the notice first reached somebody; undefined: nobody yet. */
async function toldAt({ outbox }: Retaining, { forumId, noticeId }: Deletion): Promise<Date | undefined> {
  const sent = await outbox.listMessages(forumId, ['sent'], sendingsLookedThrough);
  const times = sent
    .filter(({ kind, payload }) => kind === messageKind && payload.notice === noticeId)
    .map(({ settledAt }) => settledAt?.getTime() ?? 0);
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

/** Deletes what was announced and nobody kept. What reached nobody is not deleted: it waits until somebody had the time to read. */
async function deleteAnnounced(retaining: Retaining, forumId: string): Promise<void> {
  const { retention, clock } = retaining;
  const now = clock.now();
  for (const deletion of await retention.listDue(forumId, now)) {
    const told = await toldAt(retaining, deletion);
    const earliest = inDays(told ?? now, noticeDays);
    if (earliest > now) await retention.postpone(deletion.noticeId, earliest);
    else await retention.remove(deletion, now);
  }
}

export function noticeCard(deletions: readonly Deletion[], keptDays: KeptDays, lead?: string) {
  const waiting = deletions.filter(({ state }) => state === 'announced');
  const [first] = deletions;
  const deleteOn = toLocalTime(first?.deleteAt ?? new Date(0)).date;
  const summary = phrases.summary(deletions.length, deleteOn);
  const lines = deletions.slice(0, linesShown).map(phrases.line);
  const settled = first?.state === 'deleted' ? phrases.deleted : phrases.keptBy(first?.settledByName ?? null);
  const card = fillCard('brief', {
    summary,
    title: phrases.title,
    meta: phrases.why(keptDays.input, keptDays.draft),
    leads: [{ text: lead ?? (waiting.length > 0 ? phrases.lead(deleteOn) : settled) }],
    sections: [
      {
        hasHeading: false,
        heading: '',
        lines: [...lines, ...(deletions.length > linesShown ? [phrases.more(deletions.length - linesShown)] : [])].map(
          (text) => ({ text: shortenToCost(text, longestLine), spacing: 'Small' }),
        ),
        buttonRows: [],
      },
    ],
    notes: [],
    buttonRows: toButtonRows(
      waiting.length > 0 && first !== undefined
        ? [button(phrases.keep, verbs.keepAged, { notice: first.noticeId })]
        : [],
    ),
  });
  return { card, summary } satisfies CardReply;
}

const payloadShape = z.object({ notice: z.string() });
const pressed = z.object({ notice: pressedId });

function createNoticeComposer({ retention, keptDays }: Retaining): MessageComposer {
  return {
    kind: messageKind,
    title: phrases.kind,
    async compose({ payload }) {
      const deletions = await retention.listNotice(payloadShape.parse(payload).notice);
      return deletions.some(({ state }) => state === 'announced') ? noticeCard(deletions, keptDays) : null;
    },
  };
}

function createKeepVerb({ retention, rightsOf, clock, keptDays }: Retaining): CardVerb<z.infer<typeof pressed>> {
  return {
    verb: verbs.keepAged,
    read: (data) => readPress(pressed, data),
    async run(turn, { notice }) {
      const rights = await rightsOf(turn);
      if (turn.conversation.kind !== 'personal') return { text: phrases.gone };
      const [first] = await retention.listNotice(notice);
      if (first === undefined || !rights.mayDo(first.forumId, 'manage_input', 'closed'))
        throw new AppError('forbidden', 'the notice is not for this person', { reply: phrases.notYours });
      const kept = await retention.keep(notice, rights.nameIn(first.forumId), clock.now());
      const lead = kept > 0 ? phrases.keptUntil(Math.min(keptDays.input, keptDays.draft)) : undefined;
      return noticeCard(await retention.listNotice(notice), keptDays, lead);
    },
  };
}

/** Input and drafts that are too old: announced first, kept by one press, and only then deleted. */
export const createRetentionRoutes = (
  retaining: Retaining,
): { verbs: CardVerb[]; composers: MessageComposer[]; jobs: Job[] } => ({
  verbs: [createKeepVerb(retaining)],
  composers: [createNoticeComposer(retaining)],
  jobs: [
    {
      kind: 'retention.follow',
      schedule: { every: 'working_day', time: '08:30', catchUpHours: 9 },
      async run({ forumId }) {
        await deleteAnnounced(retaining, forumId);
        await announceAged(retaining, forumId);
      },
    },
  ],
});
