import { button, verbs } from '../../src/cards/button.js';
import { chooseForumCard } from '../../src/cards/choose-forum-card.js';
import type { Agenda } from '../../src/domain/agenda.js';
import type { AgendaFinding } from '../../src/features/agenda/check/rule.js';
import { draftCard } from '../../src/features/agenda/draft/draft-card.js';
import { draftItemCard } from '../../src/features/agenda/draft/draft-item-card.js';
import { findingsCard } from '../../src/features/agenda/draft/findings-card.js';
import { formPhrases } from '../../src/features/agenda/draft/form-phrases.js';
import { bareItem, fieldsOf, itemForm } from '../../src/features/agenda/draft/item-form.js';
import { meetingFieldsOf, meetingForm } from '../../src/features/agenda/draft/meeting-form.js';
import { previewCard } from '../../src/features/agenda/draft/preview-draft.verb.js';
import { composeAgendaCard } from '../../src/features/agenda/posted/agenda-card.js';
import { proposalButtons, proposalPhrases } from '../../src/features/agenda/proposals/phrases.js';
import { proposalCard, proposalsCard } from '../../src/features/agenda/proposals/proposal-cards.js';
import { channelTexts, memberButtons } from '../../src/features/members/phrases.js';
import type { CardReply } from '../../src/routing/reply.js';
import { exampleAgenda } from './agenda-examples.js';
import { sampleAgenda, sampleEntry, sampleProposal } from './sample-agenda.js';

const lines = { first: 1, last: 1 };
const forums = ['Chefforum', 'Direktionen'].map((name) => ({ id: name, name }));

const budget = sampleEntry(2, {
  title: 'Videre proces for budget 2027 og fordeling af måltallet på afdelingerne',
  topic: 'Videre proces for budget 2027 og fordeling af måltallet på afdelingerne',
  durationMinutes: 20,
  presenters: ['Thea Skovlyst'],
  caseNumber: { text: '00.30.10-S00-3-26', subject: '00.30.10', facet: 'S00', sequence: 3, year: 2026 },
  recommendation: {
    proposer: 'Kommunaldirektøren',
    points: ['at tidsplanen godkendes', 'at måltallet fordeles efter servicerammen'],
  },
  sections: [
    { kind: 'summary', heading: 'Resumé', text: 'Chefforum skal godkende tidsplan, måltal og fordeling.', lines },
    {
      kind: 'recommendation',
      heading: 'Indstilling',
      text: 'Kommunaldirektøren indstiller,\n\n1. at tidsplanen godkendes\n2. at måltallet fordeles efter servicerammen',
      lines,
    },
  ],
  attachments: [{ title: 'Tidsplan_budget 2027.pdf' }],
});

const agenda = sampleAgenda('forum', {
  id: 'agenda-2026-11-25',
  revision: 4,
  inputDeadlineAt: new Date('2026-11-23T11:00:00Z'),
  entries: [
    sampleEntry(1, { title: 'Godkendelse af dagsorden og referat', kind: 'approval', durationMinutes: 5 }),
    { ...budget, wanted: 'stillingtagen til tidsplanen' },
    sampleEntry(3, { title: 'Kommunikationsgruppe', kind: 'nomination', durationMinutes: 10, access: 'closed' }),
    sampleEntry(4, { title: 'Skriftlig orientering: nøgletal', kind: 'written_briefing' }),
    sampleEntry(5, { title: 'Eventuelt', kind: 'any_other_business' }),
  ],
});

const oddity = (code: string, message: string, changes: Partial<AgendaFinding> = {}): AgendaFinding => ({
  code,
  key: `${code}:${message}`,
  entryId: budget.id,
  message,
  mend: 'item',
  ...changes,
});

const findings = [
  oddity('too_many_minutes', 'Punkterne tager 140 minutter, men mødet varer 120.', { entryId: null, mend: 'meeting' }),
  oddity(
    'promised_item',
    'På mødet 4. november 2026, punkt 5, blev dette lovet til nu, men det er ikke på dagsordenen: "HR fremlægger en samlet oversigt på det næste møde."',
    { entryId: null, mend: 'add_item' },
  ),
  oddity('attachment_not_listed', 'Punkt 2 nævner "bilag 3", men det står ikke på listen over bilag.'),
];

/** An agenda of so many items of the usual kinds and lengths. */
function longAgenda(itemCount: number): Agenda {
  const { entries: model, ...rest } = exampleAgenda();
  const entries = Array.from({ length: itemCount }, (_, index) => {
    const entry = model[index % model.length] ?? budget;
    return { ...entry, id: `punkt-${index}-0123456789abcdef`.slice(0, 22), item: { ...entry.item, number: index + 1 } };
  });
  return { ...rest, entries };
}

const inChannel = { now: new Date('2026-11-18T08:00:00Z'), seesClosed: false, tally: { answered: 5, asked: 9 } };

/** The cards of making an agenda, by the names of their pictures. */
export function makeDeskExamples(): {
  title: string;
  card: 'agenda' | 'meeting' | 'meetings' | 'item' | 'findings' | 'form' | 'list';
  reply: CardReply;
}[] {
  const twenty = longAgenda(20);
  const view = { findingCount: 3, lastMinutesId: 'meeting-2026-11-11' };
  const buttons = [
    button('Gem', verbs.saveDraftItem, { agenda: agenda.id, revision: 4, entry: budget.id }),
    button('Tilbage', verbs.showDraft, { agenda: agenda.id }),
  ];
  const published = composeAgendaCard(
    { ...agenda, state: 'published' },
    { now: new Date('2026-11-18T08:00:00Z'), seesClosed: false, tally: null },
  );
  return [
    { title: 'draft', card: 'meeting', reply: draftCard(agenda, view) },
    {
      title: 'draft-published',
      card: 'meeting',
      reply: draftCard(
        { ...agenda, state: 'changed', publishedAt: new Date('2026-11-18T08:00:00Z') },
        { ...view, lead: 'Dagsordenen er udgivet. Kortet kommer i kanalen om et øjeblik.' },
      ),
    },
    { title: 'draft-item', card: 'item', reply: draftItemCard(agenda, agenda.entries[1] ?? budget) },
    { title: 'draft-findings', card: 'findings', reply: findingsCard(agenda, { open: findings, accepted: [] }) },
    {
      title: 'draft-item-form',
      card: 'form',
      reply: itemForm({
        title: 'Ret punkt 2',
        summary: 'Ret punkt 2: Videre proces for budget 2027',
        faults: ['"kvart i ti" er ikke et klokkeslæt. Skriv fx 9.30.'],
        values: { ...fieldsOf(budget), start: 'kvart i ti' },
        before: budget.item,
        isSecretary: true,
        buttons,
      }),
    },
    {
      title: 'draft-meeting-form',
      card: 'form',
      reply: meetingForm({ title: 'Ret mødet', values: meetingFieldsOf(agenda), asksWhy: true, buttons }),
    },
    { title: 'draft-preview', card: 'form', reply: previewCard(agenda, published) },
    { title: 'agenda-of-20', card: 'agenda', reply: composeAgendaCard(twenty, inChannel) },
    {
      title: 'draft-preview-of-20',
      card: 'form',
      reply: previewCard({ ...twenty, publishedAt: null }, composeAgendaCard(twenty, { ...inChannel, tally: null }), [
        'Punkt 2: bemærkninger fra alle 9',
      ]),
    },
    { title: 'agenda-of-60', card: 'agenda', reply: composeAgendaCard(longAgenda(60), inChannel) },
    {
      title: 'agenda-of-60-page-2',
      card: 'agenda',
      reply: composeAgendaCard(longAgenda(60), { ...inChannel, page: 2 }),
    },
    {
      title: 'proposal-form',
      card: 'form',
      reply: itemForm({
        title: proposalPhrases.newItem,
        summary: proposalPhrases.newItemSummary,
        lead: proposalPhrases.formLead,
        values: { ...fieldsOf({ item: bareItem('', 'decision'), wanted: null }), presenter: 'Jonas Vildrik' },
        isSecretary: false,
        meetings: {
          chosen: 'next',
          choices: [
            { title: formPhrases.nextMeeting, value: 'next' },
            { title: 'onsdag 25. november 2026', value: agenda.date },
          ],
        },
        buttons: [
          button(proposalButtons.propose, verbs.saveProposal, { to: 'proposed' }),
          button(proposalButtons.saveDraft, verbs.saveProposal, { to: 'draft' }),
          button(proposalButtons.own, verbs.showProposals, { own: true }),
        ],
      }),
    },
    {
      title: 'bind-channel',
      card: 'list',
      reply: chooseForumCard({ question: channelTexts.chooseForum }, forums, ({ id, name }) =>
        button(name, verbs.bindChannel, { forumId: id }, `${memberButtons.bind}: ${name}`),
      ),
    },
    {
      title: 'choose-forum',
      card: 'list',
      reply: chooseForumCard({ question: proposalPhrases.whichForum }, forums, ({ id, name }) =>
        button(name, verbs.showProposalForm, { forum: id }),
      ),
    },
    {
      title: 'proposals',
      card: 'meetings',
      reply: proposalsCard(
        [
          sampleProposal('forum', { id: 'one', state: 'proposed', item: budget.item, revision: 2 }),
          sampleProposal('forum', { id: 'two', state: 'returned', note: 'Skriv, hvad der ønskes.', revision: 3 }),
        ],
        { isSecretary: true },
      ),
    },
    {
      title: 'proposal',
      card: 'item',
      reply: proposalCard(
        sampleProposal('forum', { id: 'proposal', state: 'proposed', item: budget.item, revision: 2 }),
        {
          forum: 'Chefforum',
          isOwn: false,
          isSecretary: true,
          agendas: [agenda],
        },
      ),
    },
  ];
}
