import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verbs } from '../../../src/cards/button.js';
import { meetingFieldsOf } from '../../../src/features/agenda/draft/meeting-form.js';
import { AgendaHouse, type PressAnswer, people, type Somebody } from '../../support/agenda-house.js';
import {
  type AskedRound,
  answerFor,
  changeRegister,
  draftIn,
  friday,
  kindsAt,
  mondayNoon,
  publishAndAsk,
  untilRound,
} from '../../support/input-house.js';
import { sampleAnswer, saveAnswer } from '../../support/sample-input.js';
import { channelId } from '../../support/sending-house.js';

const minute = 60_000;

let house: AgendaHouse;
beforeEach(async () => {
  house = await AgendaHouse.start(friday);
});
afterEach(() => house.close());

const { secretary, chair, director, chef, outsider } = people;

const textOf = ({ value }: PressAnswer): string => JSON.stringify(value);
const press = async (who: Somebody, verb: string, data: object): Promise<string> =>
  textOf(await house.press(who, verb, data));

/** What was written to somebody in person. */
const writtenTo = (who: Somebody): Record<string, unknown>[] =>
  house.connector.visible
    .filter(({ conversation }) => conversation === `a:${who.id}` || conversation.includes(who.aadObjectId))
    .map(({ body }) => body as Record<string, unknown>);

/** Everybody has written to the bot once, so that it can write to them. */
const meetEverybody = async (): Promise<void> => {
  for (const who of [chair, director, chef, secretary]) await house.say(who, 'hjælp');
};

const asked = async (): Promise<AskedRound> => {
  await meetEverybody();
  return publishAndAsk(house, await draftIn(house));
};

describe('what is asked before a meeting', () => {
  test('is suggested item by item from the draft, changed by the secretary, shown in the preview and undone', async () => {
    const agenda = await draftIn(house);
    const at = { agenda: agenda.id };
    expect(await press(secretary, verbs.showDraft, at)).toContain(verbs.showInputPlan);
    const plan = await press(secretary, verbs.showInputPlan, at);
    for (const told of ['Holdning', '(forslag)', 'Formand og sekretariat', '24 timer og 3 timer før fristen'])
      expect(plan).toContain(told);

    const budget = agenda.entries.find(({ item }) => item.number === 2) ?? expect.fail();
    const entry = { ...at, entry: budget.id };
    const saved = await press(secretary, verbs.saveItemPlan, {
      ...entry,
      revision: 0,
      stance: 'true',
      nomination: '2',
      q1: 'Hvor meget kan I finde?',
      kind1: 'number',
      required1: 'true',
      q3: 'Hvornår?',
      kind3: 'choice',
      choices3: 'Før jul; Efter jul',
    });
    expect(saved).toContain('Holdning · 2 spørgsmål · Udpegning af 2 pr. afdeling');
    expect(await press(secretary, verbs.previewDraft, at)).toContain('2: Holdning · 2 spørgsmål');
    expect((await house.store.input.findPlan(agenda.id))?.specs[budget.id]).toContainEqual({
      kind: 'questions',
      questions: [
        { id: 'q1', label: 'Hvor meget kan I finde?', answerKind: 'number', choices: [], isRequired: true },
        { id: 'q2', label: 'Hvornår?', answerKind: 'choice', choices: ['Før jul', 'Efter jul'], isRequired: false },
      ],
    });

    const range = await press(secretary, verbs.saveItemPlan, { ...entry, revision: 2, nomination: '1-3' });
    expect(range).toContain('Udpegning af 1-3 pr. afdeling');
    expect(await press(secretary, verbs.showItemPlan, entry)).toContain('"value":"1-3"');
    for (const nomination of ['3-1', '0-2', '1-9', 'to'])
      expect(await press(secretary, verbs.saveItemPlan, { ...entry, revision: 3, nomination })).toContain(
        'et helt tal fra 0 til 5, eller fra og til',
      );

    const undone = await press(secretary, verbs.undoInputPlan, { ...at, revision: 3 });
    expect(undone).toContain('Ændringen er fortrudt.');
    expect(undone).toContain('Udpegning af 2 pr. afdeling');
  });

  test('is saved for who sees it, the reminders, and whether anybody is asked at all; a wrong form comes back filled', async () => {
    const agenda = await draftIn(house);
    const at = { agenda: agenda.id, revision: 0 };
    const form = { isAsked: 'true', visibility: 'forum_after_deadline', naming: 'department', first: 'i morgen' };
    const faulty = await press(secretary, verbs.saveInputPlan, { ...at, ...form });
    expect(faulty).toContain('ikke et antal timer');
    expect(faulty).toContain('forum_after_deadline');
    expect(await house.store.input.findPlan(agenda.id)).toBeUndefined();

    expect(await press(secretary, verbs.saveInputPlan, { ...at, ...form, first: '3', second: '48' })).toContain(
      'Hele forummet, når fristen er gået',
    );
    const round = await publishAndAsk(house, agenda);
    expect(round.round).toMatchObject({
      visibility: 'forum_after_deadline',
      naming: 'department',
      remindHoursBefore: [48, 3],
    });
  });

  test('is not overwritten by who saw an older plan, and not changed once people are asked', async () => {
    const agenda = await draftIn(house);
    const [first] = agenda.entries;
    const data = { agenda: agenda.id, entry: first?.id, revision: 0, approve: 'false' };
    await press(secretary, verbs.saveItemPlan, data);
    expect(await press(chair, verbs.saveItemPlan, { ...data, approve: 'true' })).toContain('En anden har ændret det');
    const round = await publishAndAsk(house, agenda);
    expect(kindsAt(round, 1)).toEqual([]);
    expect(await press(secretary, verbs.showInputPlan, { agenda: agenda.id })).toContain('runden er i gang');
  });

  test('is the business of chair and secretary alone', async () => {
    const agenda = await draftIn(house);
    for (const who of [chef, director, outsider]) {
      const said = await press(who, verbs.showInputPlan, { agenda: agenda.id });
      expect(said).not.toContain('Holdning');
    }
  });
});

describe('inputstatus', () => {
  test('says who misses what, and reminds those alone, once a press, with a note of who did it', async () => {
    const round = await asked();
    for (const { entryId, id } of round.requests) {
      const respondent = round.respondents.find(({ person }) => person.objectId === director.aadObjectId);
      if (entryId === null || respondent === undefined) continue;
      const value = { kind: 'stance', choice: 'no_remarks', text: null } as const;
      await saveAnswer(house.store, sampleAnswer({ id }, respondent, value), friday);
    }
    const status = JSON.stringify(await house.say(secretary, 'inputstatus'));
    expect(status).toContain('1 af 2 har svaret på alt');
    expect(status).toContain('Har ikke svaret endnu');
    expect(status).toContain('Har svaret på alt');

    const before = writtenTo(chef).length;
    const remind = { round: round.round.id, revision: round.round.revision, to: 'remind' };
    expect(await press(secretary, verbs.changeInputRound, remind)).toContain('Én er påmindet.');
    expect(await press(secretary, verbs.changeInputRound, remind)).toContain('Intet er ændret');
    await house.pass(minute);
    expect(writtenTo(chef)).toHaveLength(before + 1);
    const notes = await house.store.input.listNotes(round.round.id);
    expect(notes.map(({ note, byName }) => [note, byName])).toEqual([['Påmindede én', 'Amalie Rønholt']]);
  });

  test('extends the deadline, closes before it, and opens again: the agenda says so, and each time there is a note', async () => {
    const round = await asked();
    const of = { round: round.round.id };
    const late = { ...of, revision: 1, date: '2026-11-25', time: '10.00' };
    expect(await press(secretary, verbs.saveDeadline, late)).toContain('Fristen skal være før mødet begynder');
    expect(await press(secretary, verbs.saveDeadline, { ...late, date: '', time: '25' })).toContain('Vælg en dato.');
    expect(await press(secretary, verbs.saveDeadline, { ...late, date: '2026-11-24', time: '10' })).toContain(
      'Fristen er tirsdag 24. november kl. 10.00.',
    );
    const moved = new Date('2026-11-24T09:00:00Z');
    expect((await house.store.agendas.getAgenda(round.agenda.id)).inputDeadlineAt).toEqual(moved);

    const closing = { ...of, revision: 2, to: 'close' };
    expect(await press(secretary, verbs.changeInputRound, closing)).toContain('Runden er lukket.');
    expect(await house.store.input.getRound(of.round)).toMatchObject({ state: 'closed', closedAt: friday });
    expect(await press(secretary, verbs.changeInputRound, { ...closing, revision: 3 })).toContain('Runden er lukket');

    expect(await press(chair, verbs.saveDeadline, { ...of, revision: 3, date: '2026-11-24', time: '12.00' })).toContain(
      'Runden er åben igen til tirsdag 24. november kl. 12.00.',
    );
    expect(await house.store.input.getRound(of.round)).toMatchObject({ state: 'open', closedAt: null });
    const notes = await house.store.input.listNotes(of.round);
    expect(notes.map(({ note }) => note.split(' ')[0])).toEqual(['Genåbnede', 'Lukkede', 'Satte']);
    expect(notes.map(({ byName }) => byName)).toEqual(['Torben Vestermark', 'Amalie Rønholt', 'Amalie Rønholt']);
  });

  test('has the deadline the agenda has, wherever it is changed, and the thread is told each time what and why', async () => {
    const round = await asked();
    const toldInThread = () =>
      house.connector.visible
        .filter(({ conversation }) => conversation.startsWith(channelId))
        .map(({ body }) => String((body as { text?: string }).text))
        .filter((text) => text.includes('er ændret:'));
    const { agenda } = round;
    const form = {
      ...meetingFieldsOf(agenda),
      deadlineDate: '2026-11-24',
      deadlineTime: '9.00',
      reason: 'Flere var syge.',
    };
    await press(secretary, verbs.saveMeetingForm, { agenda: agenda.id, revision: agenda.revision, ...form });
    await house.pass(minute);
    const moved = await untilRound(house, round, ({ revision }) => revision > round.round.revision);
    expect(moved).toMatchObject({ state: 'open', deadlineAt: new Date('2026-11-24T08:00:00Z') });
    expect(toldInThread()).toEqual([
      expect.stringMatching(/• Ny frist for input: tirsdag 24\. november kl\. 9\.00\s+Hvorfor: Flere var syge\.$/),
    ]);

    const later = { round: round.round.id, revision: moved.revision, date: '2026-11-24', time: '12.00' };
    await press(secretary, verbs.saveDeadline, later);
    await house.pass(minute);
    expect(toldInThread()[1]).toMatch(/ændret:\s+• Ny frist for input: tirsdag 24\. november kl\. 12\.00$/);
    expect(toldInThread()).toHaveLength(2);
  });

  test('shows what came too late, counts it when it is taken in, leaves it out when it is set aside, and takes both back', async () => {
    const round = await asked();
    const said = { kind: 'stance', choice: 'reservation', text: 'Vi mangler et tal.' } as const;
    const { answer } = await answerFor(house, round, chef, 2, said, mondayNoon);
    expect(answer.isLate).toBe(true);
    const of = { round: round.round.id };
    expect(await press(secretary, verbs.showInputStatus, of)).toContain('Forbehold: Vi mangler et tal.');
    const decide = (verdict: string) => press(secretary, verbs.decideLate, { ...of, answer: answer.id, verdict });
    expect(await press(secretary, verbs.showBrief, of)).toContain('Ét svar kom efter fristen');
    expect(await decide('accepted')).toContain('Svaret er taget med.');
    expect(await press(secretary, verbs.showBrief, of)).toContain('forbehold fra Jonas Vildrik');
    expect(await decide('waiting')).toContain('Svaret venter igen.');
    expect(await decide('set_aside')).toContain('ikke slettet');
    expect(await press(secretary, verbs.showBrief, of)).not.toContain('Ét svar kom efter fristen');
    expect(await decide('accepted')).toContain('allerede taget stilling');
    expect(await press(chef, verbs.decideLate, { ...of, answer: answer.id, verdict: 'accepted' })).not.toContain(
      'taget med',
    );
    expect(await house.store.input.listNotes(of.round)).toHaveLength(3);
  });

  test('asks a chef who joined as soon as the register says so', async () => {
    const round = await asked();
    const register = await house.store.members.getRegister(house.forumId);
    const [, , head] = register.memberships;
    if (head === undefined) throw new Error('nobody to be like');
    const joined = { ...head, id: 'new', name: 'Mia Krogh', person: { ...head.person, objectId: 'new-chef' } };
    await changeRegister(house, (now) => ({ ...now, memberships: [...now.memberships, joined] }));
    const of = { round: round.round.id };
    const namesAsked = async () => (await house.store.input.listRespondents(of.round)).map(({ name }) => name);
    for (let waited = 0; waited < 1_000 && !(await namesAsked()).includes('Mia Krogh'); waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await press(secretary, verbs.showInputStatus, of)).toContain('Mia Krogh');
    expect(await press(secretary, verbs.changeInputRound, { ...of, revision: 1, to: 'ask' })).not.toContain(
      'Mia Krogh er spurgt.',
    );
    // A message on its way is in none of the states looked for.
    await house.pass(0);
    const ofMia = await house.store.outbox.listMessages(house.forumId, ['waiting', 'sent', 'not_installed']);
    const asks = ofMia.filter(({ kind, recipient }) => kind === 'input.ask' && recipient.kind === 'person');
    expect(asks.filter(({ recipient }) => JSON.stringify(recipient).includes('new-chef'))).toHaveLength(1);
  });

  test('names departments as the register does now, and counts those whose head has named somebody and left', async () => {
    const register = await house.store.members.getRegister(house.forumId);
    const save = (changes: Partial<typeof register>) => changeRegister(house, () => ({ ...register, ...changes }));
    const called = (name: string) => ({ departments: [{ id: 'k', forumId: house.forumId, name, aliases: [] }] });
    const heads = register.memberships.map((one) =>
      one.person.objectId === chef.aadObjectId ? { ...one, departmentId: 'k' } : one,
    );
    await save({ ...called('Kultur'), memberships: heads });
    const round = await asked();
    await answerFor(house, round, chef, 9, { kind: 'nomination', persons: [{ name: 'Mia Krogh', title: null }] });

    await save({ ...called('Kultur & Fritid'), memberships: heads });
    const of = { round: round.round.id };
    expect(await press(secretary, verbs.showInputStatus, of)).toContain('Kultur & Fritid (Jonas Vildrik)');
    expect(await press(secretary, verbs.showBrief, { ...of, page: 1 })).toContain('Kultur & Fritid (Jonas Vildrik)');

    await save({ ...called('Kultur & Fritid'), memberships: heads.filter(({ departmentId }) => departmentId !== 'k') });
    while (!(await house.store.input.listRespondents(of.round)).some(({ hasLeft }) => hasLeft))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const brief = await press(secretary, verbs.showBrief, { ...of, page: 1 });
    expect(brief).toContain('Mia Krogh');
    expect(/Udpegninger: 9.*?Mangler: ([^"]*)/s.exec(brief)?.[1]).not.toContain('Kultur');
  });

  test('is for chair and secretary, and never in a channel', async () => {
    const round = await asked();
    for (const who of [chef, director, outsider])
      expect(await press(who, verbs.showInputStatus, { round: round.round.id })).not.toContain('Mangler');
    const inChannel = await house.press(secretary, verbs.showInputStatus, { round: round.round.id }, 'channel');
    expect(textOf(inChannel)).toContain('personlige chat');
    expect(JSON.stringify(await house.say(secretary, 'inputstatus', 'channel'))).toContain('personlige chat');
  });
});

describe('the brief', () => {
  test('reaches chair and secretary by itself at the deadline: what needs time first, then all of it, as Word and CSV', async () => {
    const round = await asked();
    await answerFor(house, round, chef, 2, { kind: 'stance', choice: 'reservation', text: '=Vi mangler et tal.' });
    await answerFor(house, round, director, 2, { kind: 'stance', choice: 'no_remarks', text: null });
    await answerFor(house, round, director, null, {
      kind: 'availability',
      attends: 'absent',
      absentFrom: [],
      deputy: 'Mia Krogh',
      text: null,
    });
    house.clock.time = mondayNoon;
    await untilRound(house, round, ({ state }) => state === 'closed');
    await house.pass(0);
    for (const who of [chair, secretary]) {
      const [brief] = writtenTo(who).slice(-1);
      expect(brief?.summary).toBe('Input til Chefforum onsdag 25. november 2026 er samlet: 0 af 2 har svaret på alt');
      const text = JSON.stringify(brief);
      for (const told of [
        'Bør have tid',
        'forbehold fra Jonas Vildrik',
        'delte holdninger',
        'stedfortræder: Mia Krogh',
      ])
        expect(text).toContain(told);
    }
    for (const who of [chef, director]) expect(JSON.stringify(writtenTo(who))).not.toContain('Vi mangler et tal');

    const of = { round: round.round.id };
    expect(await press(secretary, verbs.showBrief, { ...of, page: 1 })).toContain('Vi mangler et tal.');
    const offered = await press(secretary, verbs.offerBrief, { ...of, format: 'docx' });
    expect(offered).toContain('Word-dokument');
    expect(JSON.stringify(writtenTo(secretary).at(-1))).toContain('Input til Chefforum 2026-11-25.docx');
    expect(await press(secretary, verbs.offerBrief, { ...of, format: 'csv' })).toContain('kan åbnes i Excel');
    expect(JSON.stringify(writtenTo(secretary).at(-1))).toContain('Input til Chefforum 2026-11-25.csv');
  });

  test('opens to the forum at closing where the round says so, without closed items, in person and nowhere else', async () => {
    await meetEverybody();
    const draft = await draftIn(house);
    await press(secretary, verbs.saveInputPlan, {
      agenda: draft.id,
      revision: 0,
      isAsked: 'true',
      visibility: 'forum_after_deadline',
      naming: 'department',
    });
    const round = await publishAndAsk(house, draft);
    await answerFor(house, round, director, 2, { kind: 'stance', choice: 'remarks', text: 'Husk servicerammen.' });
    await answerFor(house, round, director, 4, { kind: 'stance', choice: 'reservation', text: 'Lukket kanariefugl.' });
    expect(JSON.stringify(await house.say(chef, 'input 25. november'))).toContain('når fristen er gået');
    await press(secretary, verbs.changeInputRound, { round: round.round.id, revision: 1, to: 'close' });
    await house.pass(minute);

    const told = (who: Somebody) =>
      writtenTo(who).filter(({ summary }) => String(summary).includes('er nu åbnet for forummet'));
    for (const who of [chef, director]) {
      expect(told(who).map(({ summary }) => summary)).toEqual([
        'Input til Chefforum onsdag 25. november 2026 er nu åbnet for forummet',
      ]);
    }
    expect(JSON.stringify(told(chef))).not.toContain('kanariefugl');
    for (const who of [chair, secretary, outsider]) expect(told(who)).toEqual([]);
    await press(secretary, verbs.saveDeadline, {
      round: round.round.id,
      revision: 2,
      date: '2026-11-24',
      time: '12.00',
    });
    await press(secretary, verbs.changeInputRound, { round: round.round.id, revision: 3, to: 'close' });
    await house.pass(minute);
    expect(told(chef), 'closed again').toHaveLength(1);

    const opened = JSON.stringify(await house.say(chef, 'input 25. november'));
    expect(opened).toContain('Input til Chefforum');
    const whole = await press(chef, verbs.showBrief, { round: round.round.id, page: 1 });
    expect(whole).toContain('Husk servicerammen.');
    expect(`${opened}${whole}`).not.toContain('kanariefugl');
    expect(await press(director, verbs.showBrief, { round: round.round.id, page: 1 })).toContain('kanariefugl');
    expect(JSON.stringify(await house.say(chef, 'input 25. november', 'channel'))).toContain('personlige chat');
    expect(JSON.stringify(await house.say(outsider, 'input 25. november'))).not.toContain('servicerammen');
    const inChannel = house.connector.visible.filter(({ conversation }) => conversation.startsWith('19:'));
    expect(JSON.stringify(inChannel)).not.toContain('servicerammen');
  });

  test('is for the directors too where the round says so, also while it is open; and for no chef', async () => {
    await meetEverybody();
    const draft = await draftIn(house);
    const plan = { agenda: draft.id, revision: 0, isAsked: 'true', visibility: 'directors', naming: 'person' };
    await press(secretary, verbs.saveInputPlan, plan);
    const round = await publishAndAsk(house, draft);
    await answerFor(house, round, chef, 2, { kind: 'stance', choice: 'remarks', text: 'Husk servicerammen.' });
    const whole = { round: round.round.id, page: 1 };
    expect(await press(director, verbs.showBrief, whole)).toContain('Husk servicerammen.');
    expect(JSON.stringify(await house.say(director, 'input 25. november'))).toContain('Input til Chefforum');
    for (const who of [chef, outsider]) {
      expect(await press(who, verbs.showBrief, whole)).not.toContain('servicerammen');
      expect(JSON.stringify(await house.say(who, 'input 25. november'))).not.toContain('Input til Chefforum');
    }
    // Managing the round is the office's all the same.
    expect(await press(director, verbs.showInputStatus, { round: round.round.id })).not.toContain('har svaret');
    await press(secretary, verbs.changeInputRound, { round: round.round.id, revision: 1, to: 'close' });
    await house.rest();
    expect(JSON.stringify([writtenTo(chef), writtenTo(director)])).not.toMatch(/servicerammen|åbnet for forummet/);
  });

  test('is for chair and secretary alone where the round says nothing else, also when somebody makes a press up', async () => {
    const round = await asked();
    await answerFor(house, round, director, 2, { kind: 'stance', choice: 'remarks', text: 'Husk servicerammen.' });
    for (const who of [chef, director, outsider])
      for (const data of [{ round: round.round.id, page: 1 }, { round: 'made-up' }])
        expect(await press(who, verbs.showBrief, data)).not.toContain('servicerammen');
    expect(await press(chef, verbs.showBrief, { round: round.round.id })).toBe(
      await press(chef, verbs.showBrief, { round: 'made-up' }),
    );
    expect(await press(chef, verbs.offerBrief, { round: round.round.id, format: 'docx' })).not.toContain('Her er');
  });
});

test('the Word document of a brief has headings to walk by, and a table an item', async () => {
  const round = await asked();
  await answerFor(house, round, chef, 2, { kind: 'stance', choice: 'reservation', text: 'Vi mangler\net tal.' });
  const { makeBriefDocument } = await import('../../../src/features/input/brief/brief-document.js');
  const { readableRound } = await import('../../../src/features/input/desk/round-desk.js');
  const read = await readableRound(house.store, round.round, { standingsIn: () => ['secretary'], mayDo: () => true });
  if (read === undefined) throw new Error('the secretary reads everything');
  const buffer = Buffer.from(await makeBriefDocument(read.brief));
  const { value: html, messages } = await mammoth.convertToHtml({ buffer });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  expect(html).toContain('<h1>Bør have tid på mødet</h1>');
  expect(html).toContain('<h2>2. Tidsplan og måltal for budget 2028</h2>');
  expect(html).toMatch(/<table>.*Jonas Vildrik.*Forbehold.*Vi mangler<br \/>et tal\./s);
});
