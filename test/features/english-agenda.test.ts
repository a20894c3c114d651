import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.js';
import { verbs } from '../../src/cards/button.js';
import type { Agenda } from '../../src/domain/agenda.js';
import { AgendaHouse, type PressAnswer, people, type Somebody } from '../support/agenda-house.js';
import { buttonsOf, cardOf, textsOf } from '../support/card-contents.js';
import { sampleAgenda, sampleEntry } from '../support/sample-agenda.js';

const inEnglish = (who: Somebody): Somebody => ({ ...who, locale: 'en-GB' });
const secretary = inEnglish(people.secretary);
const chef = inEnglish(people.chef);

/** Words of Danish that stand in most of what Referent says, and in no English. */
const danishWord =
  /(?<!\p{L})(?:og|eller|du|dig|det|der|som|punkt|punkter|skriv|vis|fra|til|kan|jeg|ikke|er|ved|dagsorden|åbn|ret|gem|fortryd|udgiv|tilbage|frist|møde|kl|senest|læser|medlemmer|venter)(?!\p{L})|[æøå]/iu;

/** What is said in a card, labels of fields and what is read aloud included; what is quoted or typed left out. */
function wordsOf(card: AdaptiveCard): string[] {
  const said: string[] = [...textsOf(card), ...buttonsOf(card).flatMap(({ title, tooltip }) => [title, tooltip])];
  said.push(String(card.speak), String(card.fallbackText));
  const labels = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, entry] of Object.entries(value)) {
      if (['label', 'placeholder', 'errorMessage', 'altText'].includes(key)) said.push(String(entry));
      else if (key === 'choices') for (const { title } of entry as { title: string }[]) said.push(title);
      else if (key !== 'data') labels(entry);
    }
  };
  labels(card);
  const names = Object.values(people).map(({ name }) => name);
  return said.map((text) =>
    names.reduce((left, name) => left.replaceAll(name, ''), text).replace(/"[^"]*"|«[^»]*»/g, ''),
  );
}

const isCard = (value: unknown): value is AdaptiveCard =>
  typeof value === 'object' && value !== null && 'body' in value;

describe('whoever works with agendas in an English Teams', () => {
  let desk: AgendaHouse;
  let draft: Agenda;
  let published: Agenda;

  beforeAll(async () => {
    desk = await AgendaHouse.start(new Date('2026-11-18T09:00:00Z'));
    const entries = [
      sampleEntry(1, {
        title: 'Budget 2027',
        topic: 'Budget 2027',
        durationMinutes: 300,
        presenters: ['Thea Skovlund'],
      }),
      sampleEntry(2, { title: 'Budget 2027', topic: 'Budget 2027', kind: 'nomination' }),
      sampleEntry(3, { title: 'Plan B', topic: 'Plan B', kind: 'written_briefing' }),
      sampleEntry(4, { title: 'Plan C', topic: 'Plan C', access: 'closed' }),
    ];
    published = await desk.publish(
      sampleAgenda(desk.forumId, {
        place: 'Hall 4',
        inputDeadlineAt: new Date('2026-11-23T11:00:00Z'),
        entries: entries.map((entry) => ({ ...entry, id: `${entry.id}-out` })),
      }),
    );
    draft = await desk.store.agendas.createAgenda(
      sampleAgenda(desk.forumId, { date: '2026-12-09', place: 'Hall 4', entries }),
      { note: 'Lavet', by: null, at: desk.clock.now() },
    );
  });
  afterAll(() => desk.close());

  function expectEnglish(card: AdaptiveCard, where: string): void {
    expect(card.lang, where).toBe('en');
    for (const said of wordsOf(card)) expect(said, `${where}: ${said}`).not.toMatch(danishWord);
  }

  /** Opens every button that only shows something, and every form, from one card on. */
  async function lookAround(who: Somebody, first: AdaptiveCard): Promise<string[]> {
    const shows = new Set<string>([
      ...[verbs.showDrafts, verbs.showDraft, verbs.showDraftItem, verbs.showDraftItemForm, verbs.showMeetingForm],
      ...[verbs.showFindings, verbs.showScheduleForm, verbs.showProposals, verbs.showProposal, verbs.showProposalForm],
      ...[verbs.showAgenda, verbs.showAgendaItem, verbs.showEarlier, verbs.showMembers, verbs.showMember],
      ...[verbs.showReaderTiers, verbs.showSendings, verbs.showSending, verbs.showEnquiry],
    ]);
    const seen = new Set<string>();
    const waiting = [first];
    for (let card = waiting.pop(); card !== undefined; card = waiting.pop())
      for (const { verb, data, title } of buttonsOf(card)) {
        const { msteams: _, ...bare } = data as Record<string, unknown>;
        const key = `${verb} ${JSON.stringify(bare)}`;
        if (!shows.has(verb) || seen.has(key) || seen.size > 80) continue;
        seen.add(key);
        const { value }: PressAnswer = await desk.press(who, verb, bare);
        if (isCard(value)) {
          expectEnglish(value, `${verb} (${title})`);
          waiting.push(value);
        } else expect(String(value).replace(/"[^"]*"/g, ''), verb).not.toMatch(danishWord);
      }
    return [...new Set([...seen].map((key) => key.split(' ', 1)[0] ?? ''))];
  }

  it.each([
    ['dagsordener', 6],
    ['nyt punkt', 1],
    ['mine punkter', 1],
    ['medlemmer', 3],
    ['udsendelser', 0],
    ['dagsorden', 3],
  ])('reads what "%s" says in English, wherever it leads', async (command, leads) => {
    const card = cardOf(await desk.say(secretary, command));
    expectEnglish(card, command);
    const opened = await lookAround(secretary, card);
    expect(opened.length, opened.join(' ')).toBeGreaterThanOrEqual(leads);
  });

  it('is refused in English', async () => {
    const said = async (verb: string, data: unknown, who = chef) => JSON.stringify(await desk.press(who, verb, data));
    expect(await said(verbs.showDraft, { agenda: draft.id })).toContain('You cannot work on drafts of agendas');
    expect(await said(verbs.showMembers, { forumId: desk.forumId })).toContain('You cannot see or change the list');
    expect(await said(verbs.showSendings, { forumId: desk.forumId })).toContain('You cannot see what has been sent');
    const stale = { agenda: draft.id, revision: 99 };
    expect(await said(verbs.publishDraft, stale, secretary)).toContain('changed since you opened the card');
    const closed = { agenda: published.id, entry: published.entries[3]?.id };
    expect(await said(verbs.showAgendaItem, closed)).toContain('Item 4 is closed');
  });

  it('leaves Danish behind for the others: the channel, the thread, the history and the log', async () => {
    const preview = await desk.press(secretary, verbs.previewDraft, { agenda: draft.id });
    expect(JSON.stringify(preview.value)).toContain('how the agenda will look in the channel');
    expect(JSON.stringify(preview.value)).toContain('Skriftlige orienteringer');

    const { revision } = await desk.store.agendas.getAgenda(published.id);
    const before = desk.connector.calls.length;
    const entry = published.entries[0]?.id;
    const taken = await desk.press(secretary, verbs.changeDraftItem, {
      agenda: published.id,
      revision,
      entry,
      to: 'withdraw',
      reason: 'Udsat',
    });
    expect(JSON.stringify(taken.value)).toContain('Dropped');
    await desk.pass(15_000);
    const inChannel = JSON.stringify(desk.connector.calls.slice(before));
    expect(inChannel).toContain('Udgår: punkt 1, Budget 2027');
    expect(inChannel).not.toMatch(/Dropped|Written briefings/);

    const [member] = (await desk.store.members.getRegister(desk.forumId)).memberships;
    const basis = await desk.store.members.registerRevision(desk.forumId);
    const answer = await desk.press(secretary, verbs.setMemberRole, { id: member?.id, basis, role: 'director' });
    expect(JSON.stringify(answer.value)).toContain('is now director.');
    const [logged] = await desk.store.members.listRegisterChanges(desk.forumId, 1);
    expect(logged?.note).toMatch(/ er nu direktør\.$/);
  });

  it('finds the standing items of a new agenda in Danish, as every agenda has them', async () => {
    const form = {
      forum: desk.forumId,
      date: '2026-12-16',
      startTime: '9.00',
      endTime: '11.00',
      place: 'Hall 4',
      deadlineDate: '',
      deadlineTime: '',
    };
    await desk.press(secretary, verbs.saveMeetingForm, form);
    const made = (await desk.store.agendas.listAgendas(desk.forumId, ['draft'])).find(({ date }) => date === form.date);
    expect(made?.entries.map(({ item }) => item.title)).toEqual(['Godkendelse af dagsorden og referat', 'Eventuelt']);
    expect(JSON.stringify(made)).not.toMatch(/Recommendation|Summary|Attachments/);
  });
});
