import { button, verbs } from '../../../cards/button.js';
import { formCard } from '../../../cards/form-card.js';
import { toLocalTime } from '../../../danish/date-format.js';
import type { Respondent } from '../../../domain/input.js';
import { noIntents } from '../../../domain/outgoing-message.js';
import type { PersonKey } from '../../../domain/person-key.js';
import { isSamePerson } from '../../../routing/person-of.js';
import type { CardReply } from '../../../routing/reply.js';
import type { CardVerb } from '../../../routing/routes.js';
import type { CardActionTurn } from '../../../routing/turn.js';
import { delegatedMessage, refreshCards } from '../input-intents.js';
import type { InputWork } from '../input-routes.js';
import { readAgain } from './give-answers.js';
import { myInputCard, type Shown } from './my-input-card.js';
import { delegateLines, mineLeads, mineTitles } from './my-phrases.js';
import { type Drawing, issueHandles, openPress, type Press, readInputPress, refused, type Seat } from './seat.js';
import { whyGone } from './why-gone.js';

interface Candidate {
  /** Of the membership or the deputyship: what the list sends back. */
  id: string;
  person: PersonKey;
  name: string;
  title: string;
}

const nobody = 'nobody';

/** What a list of persons is made from. */
type Listing = Pick<InputWork, 'clock'> & { members: Pick<InputWork['members'], 'getRegister'> };

/** Whom a respondent may choose: the forum's other members today, and who stands in for them by the register. */
async function listCandidates({ members, clock }: Listing, { round, respondent }: Seat): Promise<Candidate[]> {
  const today = toLocalTime(clock.now()).date;
  const { memberships, deputies } = await members.getRegister(round.forumId);
  const holds = ({ from, to }: { from: string; to: string | null }): boolean =>
    from <= today && (to === null || today <= to);
  const candidates = [
    ...deputies
      .filter((one) => holds(one) && isSamePerson(one.principal, respondent.person))
      .map(({ id, deputy, deputyName }) => ({
        id,
        person: deputy,
        name: deputyName,
        title: delegateLines.deputy(deputyName),
      })),
    ...memberships
      .filter((one) => holds(one) && one.role !== 'reader')
      .map(({ id, person, name }) => ({ id, person, name, title: name })),
  ];
  const others = candidates.filter(({ person }) => !isSamePerson(person, respondent.person));
  return others.filter((one, index) => others.findIndex(({ person }) => isSamePerson(person, one.person)) === index);
}

export async function delegateForm(work: Drawing & Listing, seat: Seat, fault?: string): Promise<Shown> {
  const handleFor = await issueHandles(work, seat, { 'input.delegate': {}, 'input.card': {} });
  const candidates = await listCandidates(work, seat);
  const { delegate } = seat.respondent;
  const present = candidates.find(({ person }) => delegate !== null && isSamePerson(person, delegate.person));
  return formCard({
    summary: delegateLines.title,
    title: delegateLines.title,
    lead: delegateLines.lead,
    ...(fault !== undefined && { faults: [fault] }),
    fields: [
      {
        kind: 'choice',
        id: 'delegate',
        label: delegateLines.label,
        required: delegateLines.required,
        ...(fault !== undefined && { fault }),
        value: present?.id ?? (delegate === null ? '' : nobody),
        choices: [
          ...candidates.map(({ id, title }) => ({ title, value: id })),
          ...(delegate === null ? [] : [{ title: delegateLines.nobody, value: nobody }]),
        ],
      },
    ],
    buttons: [
      button(delegateLines.save, verbs.saveDelegate, { handle: handleFor('input.delegate') }),
      { ...button(mineTitles.back, verbs.showMyInput, { handle: handleFor('input.card') }), needsNoFields: true },
    ],
  });
}

async function showDelegateForm(work: InputWork, turn: CardActionTurn, press: Press): Promise<CardReply> {
  const { seat, rights } = await openPress(work, turn, press, 'input.card');
  if (seat.isOnBehalf) throw refused();
  rights.require(seat.round.forumId, 'delegate_input', 'open');
  return delegateForm(work, seat);
}

async function saveDelegate(
  work: InputWork,
  turn: CardActionTurn,
  press: Press & { chosen: string },
): Promise<CardReply> {
  const { seat, rights, handle } = await openPress(work, turn, press, 'input.delegate');
  const { round, respondent } = seat;
  if (seat.isOnBehalf) throw refused();
  rights.require(round.forumId, 'delegate_input', 'open');
  const { input, clock } = work;
  const now = clock.now();
  const gone = whyGone(seat.agenda, now);
  if (gone !== undefined) return { text: gone };
  const chosen = (await listCandidates(work, seat)).find(({ id }) => id === press.chosen);
  if (chosen === undefined && press.chosen !== nobody) return delegateForm(work, seat, delegateLines.notInRegister);
  const delegate = chosen === undefined ? null : { person: chosen.person, name: chosen.name };
  const chosenNow = { delegate, delegateBy: 'respondent' } as const;
  const next: Respondent = { ...respondent, ...chosenNow };
  const before = respondent.delegate;
  const isNew = delegate !== null && (before === null || !isSamePerson(before.person, delegate.person));
  const cards = await refreshCards(work, round, [respondent], `delegate:${handle}`, now);
  await input.saveRespondents(round.id, { changed: [{ id: respondent.id, ...chosenNow }] }, now, {
    ...noIntents,
    messages: [...(isNew ? [delegatedMessage(round, next, delegate.person, handle, now)] : []), ...cards],
  });
  const lead = delegate === null ? mineLeads.notDelegated : mineLeads.delegated(delegate.name);
  if (turn.isInDialog === true) return { text: lead };
  return myInputCard(work, await readAgain(work, seat, rights), { lead });
}

function readChoice(data: unknown): Press & { chosen: string } {
  const chosen = (data as { delegate?: unknown } | null)?.delegate;
  return { ...readInputPress(data), chosen: typeof chosen === 'string' ? chosen : '' };
}

/** Letting somebody else answer: chosen from the register, never by a name that is typed. */
export const createDelegateVerbs = (work: InputWork): CardVerb[] => {
  const show: CardVerb<Press> = {
    verb: verbs.showDelegateForm,
    read: readInputPress,
    run: (turn, press) => showDelegateForm(work, turn, press),
  };
  const save: CardVerb<ReturnType<typeof readChoice>> = {
    verb: verbs.saveDelegate,
    read: readChoice,
    run: (turn, press) => saveDelegate(work, turn, press),
  };
  return [show as CardVerb, save as CardVerb];
};
