import type { OwnQuestion } from '../../src/domain/input.js';
import { noIntents } from '../../src/domain/outgoing-message.js';
import type { Paces, Store } from '../../src/store/ports.js';
import { sampleAgenda, sampleEntry, sampleProposal } from './sample-agenda.js';
import { sampleDocument, sampleItem, sampleOriginal, toSave } from './sample-document.js';
import { deadline, opened, sampleAnswer, sampleRequest, sampleRespondent, sampleRound } from './sample-input.js';
import { sampleDepartment, sampleDeputy, sampleMembership, samplePerson, sampleReference } from './sample-register.js';

/** Long enough that whatever stands in its middle is of it alone. */
export const markOf = (table: string): string => `mark-${table.replaceAll('_', '-')}-`.padEnd(160, 'mosaik ').trim();

const paces: Paces = {
  conversation: [{ intervalMs: 1000, burst: 1 }],
  overall: [{ intervalMs: 1000, burst: 1 }],
  refreshMs: 0,
  lateAfterMs: 900_000,
};

const now = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-12-20T10:00:00Z');
const by = { by: samplePerson(1), at: now };
const doer = { person: samplePerson(1), name: markOf('enquiries') };

async function fillMinutes({ minutes, pendingDocuments, offeredFiles }: Store, forumId: string): Promise<void> {
  const item = sampleItem(1, {
    title: markOf('items'),
    decision: 'Godkendt.',
    presenters: [markOf('persons')],
    recommendation: { proposer: 'Kulturchefen', points: [markOf('recommendation_points')] },
    sections: [{ kind: 'decision', heading: 'Beslutning', text: markOf('sections'), lines: { first: 1, last: 2 } }],
    outcomes: [{ code: 'approved', point: null, text: markOf('outcomes') }],
    commitments: [
      { text: markOf('commitments'), owner: null, due: null, dueText: null, meeting: null, inferred: false },
    ],
    attachments: [{ title: markOf('attachments') }],
  });
  const closed = sampleItem(2, { title: 'Lukket sag', access: 'closed', decision: markOf('closed') });
  const first = sampleDocument('2026-10-07', { items: [sampleItem(1, { title: markOf('documents') })] });
  await minutes.saveDocument(toSave(forumId, first));
  await minutes.saveDocument(
    toSave(forumId, sampleDocument('2026-10-07', { place: markOf('meetings'), items: [item, closed] })),
  );
  await pendingDocuments.keepPending({
    forumId,
    owner: samplePerson(1),
    document: sampleDocument('2026-10-08', { items: [sampleItem(1, { title: markOf('pending_documents') })] }),
    original: sampleOriginal('referat.txt', 'Referat'),
    expiresAt: later,
  });
  const file = { owner: samplePerson(1), name: 'liste.csv', bytes: Buffer.from('a;b'), expiresAt: later };
  await offeredFiles.offerFile({ ...file, description: markOf('offered_files') });
}

async function fillQuestions({ questions, enquiries }: Store, forumId: string): Promise<void> {
  const retention = { removeBefore: '2000-01-01', forgetMessagesBefore: '2000-01-01' };
  const question = { askedOn: '2026-11-19', question: markOf('asked_questions'), context: null, cited: [] };
  await questions.keepQuestion({ ...question, status: 'answered', forumId, messageKey: 'message' }, retention);
  const feedback = { givenOn: '2026-11-19', reaction: 'like', comment: markOf('question_feedback') } as const;
  await questions.keepFeedback({ ...feedback, messageKey: 'message', replaces: null });
  const searched = { topic: '', meetingCount: 1, firstYear: 2026, lastYear: 2026 };
  const asked = { forumId, access: 'open', asker: doer, context: null, searched, askedAt: now } as const;
  await enquiries.ask({ ...asked, question: markOf('enquiries'), questionKey: 'key' }, 5, () => noIntents);
}

async function fillRegister({ members, conversations }: Store, forumId: string): Promise<void> {
  const department = sampleDepartment(forumId, 'kultur', {
    name: markOf('departments'),
    aliases: [{ text: markOf('department_aliases'), from: null, to: null }],
  });
  const before = { departments: [{ ...department, name: markOf('register_versions') }], memberships: [], deputies: [] };
  await members.saveRegister(forumId, before, 0, { ...by, note: 'Først' });
  const register = {
    departments: [department],
    memberships: [sampleMembership(forumId, 1, { name: markOf('memberships'), departmentId: department.id })],
    deputies: [sampleDeputy(forumId, 1, 2, { deputyName: markOf('deputies') })],
  };
  await members.saveRegister(forumId, register, 1, { ...by, note: markOf('member_changes') });
  await members.setReaderTier(forumId, 'directors', { ...by, note: 'Læsere' });
  const personal = sampleReference('a:chat', 'personal', JSON.stringify({ mark: markOf('personal_conversations') }));
  await conversations.savePersonal(samplePerson(1), personal);
  const channel = sampleReference('19:channel', 'channel', JSON.stringify({ mark: markOf('bound_channels') }));
  await conversations.bindChannel(forumId, channel);
}

async function fillAgendas({ agendas, input, retention }: Store, forumId: string): Promise<void> {
  const draft = sampleAgenda(forumId, {
    date: '2026-11-25',
    place: markOf('agenda_revisions'),
    entries: [sampleEntry(1)],
  });
  const agenda = await agendas.createAgenda(draft, { ...by, note: markOf('agendas') });
  await agendas.saveAgenda({ ...agenda, state: 'published', place: 'Salen' }, { ...by, note: 'Udgivet' }, noIntents);
  await agendas.saveProposal(sampleProposal(forumId, { wanted: markOf('agenda_proposals') }), noIntents, now);
  await input.savePlan({
    agendaId: agenda.id,
    forumId,
    isAsked: true,
    visibility: 'secretariat',
    naming: 'person',
    remindHoursBefore: [24],
    specs: { [markOf('input_plans')]: [{ kind: 'stance' }] },
    revision: 0,
  });
  const round = sampleRound(forumId, { agendaId: agenda.id });
  const question: OwnQuestion = {
    id: 'q',
    label: markOf('input_requests'),
    answerKind: 'text',
    choices: [],
    isRequired: false,
  };
  const request = sampleRequest(round, null, { kind: 'questions', questions: [question] });
  const respondent = sampleRespondent(round, 'skole', { departmentName: markOf('input_respondents') });
  await input.openRound({ round, requests: [request], respondents: [respondent] }, noIntents);
  const value = { kind: 'questions', answers: { q: markOf('input_answers') } } as const;
  await input.saveAnswers([sampleAnswer(request, respondent, value)], opened, noIntents);
  const note = { note: markOf('input_notes'), by: null, byName: null, at: now };
  await input.saveRound({ ...round, deadlineAt: deadline }, now, noIntents, note);
  const deletion = { kind: 'draft', agendaId: agenda.id, forumId, noticeId: 'notice', date: '2026-11-25' } as const;
  const dates = { announcedAt: now, deleteAt: later, settledByName: null, settledAt: null };
  const announced = { ...deletion, ...dates, forumName: markOf('deletions'), state: 'announced' } as const;
  await retention.announce(forumId, [announced], noIntents);
}

async function fillOutbox({ outbox, inbound, handles }: Store, forumId: string): Promise<void> {
  const message = {
    key: 'message',
    kind: 'test',
    recipient: { kind: 'forum_channel', forumId },
    payload: { mark: markOf('outgoing_messages') },
    action: 'create',
    slot: 'slot',
    inThreadOf: null,
    dueAt: now,
    dropAfter: null,
  } as const;
  const job = { key: 'job', kind: 'test', forumId, payload: { mark: markOf('jobs') }, dueAt: later, dropAfter: null };
  await outbox.add(forumId, { messages: [message], jobs: [job], withdrawn: [] }, now);
  const taking = { holder: 'holder', now, leaseMs: 1000, limit: 1, arePeopleAtWork: true };
  for (const taken of await outbox.takeMessages(taking, paces)) {
    await outbox.beginSending(taken, now, 1000);
    const handle = { conversationId: markOf('message_slots'), activityId: 'activity' };
    await outbox.settleMessage(taken, { state: 'sent', handle }, now);
  }
  await inbound.begin('key', now);
  await inbound.keepReply('key', markOf('inbound_keys'));
  const handle = { forumId, person: samplePerson(1), purpose: 'test', expiresAt: later };
  await handles.issueAll([{ ...handle, payload: { mark: markOf('card_handles') } }]);
}

/**
 * Puts at least one row into every table, with `markOf` the table in it where it holds text.
 *
 * @returns the forum's id
 */
export async function fillEveryTable(store: Store): Promise<string> {
  const { id } = await store.forums.ensureForum('home', markOf('forums'));
  await fillMinutes(store, id);
  await fillQuestions(store, id);
  await fillRegister(store, id);
  await fillAgendas(store, id);
  await fillOutbox(store, id);
  return id;
}
