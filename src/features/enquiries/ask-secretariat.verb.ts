import { z } from 'zod';
import { button, verbs } from '../../cards/button.js';
import { chooseForumCard } from '../../cards/choose-forum-card.js';
import { escapeMarkdown } from '../../cards/escape-markdown.js';
import { pressedId, readPress } from '../../cards/read-press.js';
import { removeInvisible } from '../../cards/remove-invisible.js';
import { onOneLine } from '../../cards/shorten.js';
import { questionKey } from '../../danish/question-key.js';
import { type Audience, forumsSeenBy } from '../../domain/access.js';
import { AppError } from '../../domain/app-error.js';
import { homeTenant } from '../../domain/home-tenant.js';
import type { CardReply } from '../../routing/reply.js';
import type { Rights } from '../../routing/rights-of.js';
import type { CardVerb } from '../../routing/routes.js';
import type { Turn } from '../../routing/turn.js';
import type { Forum } from '../../store/ports.js';
import { doerOf, type Enquiring, listSecretaries } from './enquiring.js';
import { askerCard } from './enquiry-card.js';
import { intentsOfAsking } from './enquiry-intents.js';
import { phrases } from './phrases.js';

/** In characters; as long as a question to the minutes may be. */
const longestQuestion = 1_000;
/** More than one person has waiting unless something is wrong. */
const mostOpen = 10;

const text = z.string().trim().min(1).max(longestQuestion);
const pressed = z.object({ question: text, context: text.optional(), forum: pressedId.optional() });
type Pressed = z.infer<typeof pressed>;

/**
 * The forums whose secretariat may be asked, from this place. Somebody who belongs to some of the forums they read asks
 * there.
 */
async function listAskable(
  { forums }: Pick<Enquiring, 'forums'>,
  rights: Rights,
  audience: Audience,
  chosen: string | undefined,
): Promise<Forum[]> {
  const allowed = rights
    .forumsWhere('ask_secretariat', 'open')
    .filter((id) => audience.forumIds.includes(id) && (chosen === undefined || id === chosen));
  const all = (await forums.listForums(homeTenant)).filter(({ id }) => allowed.includes(id));
  const own = all.filter(({ id }) => rights.nameIn(id) !== null);
  return own.length === 0 ? all : own;
}

/** "Spørg sekretariatet": sends a question the minutes do not answer to the forum's secretaries, with one press. */
export function createAskSecretariatVerb(enquiring: Enquiring): CardVerb<Pressed> {
  const { enquiries, rightsOf, audienceOf, clock } = enquiring;

  const send = async (
    { conversation }: Turn,
    forum: Forum,
    rights: Rights,
    audience: Audience,
    press: Pressed,
  ): Promise<CardReply> => {
    const secretaries = await listSecretaries(enquiring, forum.id);
    if (secretaries.length === 0) return { text: phrases.noSecretary(forum.name) };
    const asker = doerOf(rights, forum.id);
    const now = clock.now();
    const { searched } = await enquiring.answer(press.question, audience, press.context);
    const asked = await enquiries.ask(
      {
        forumId: forum.id,
        // Who sees closed items anywhere may ask in their words.
        access: forumsSeenBy(audience, 'closed').length > 0 ? 'closed' : 'open',
        asker,
        question: press.question,
        context: press.context ?? null,
        questionKey: questionKey(press.question, press.context ?? null),
        searched,
        askedAt: now,
      },
      mostOpen,
      (enquiry) => intentsOfAsking(enquiry, secretaries, now),
    );
    if (asked === undefined) return { text: phrases.tooMany(mostOpen) };
    const { enquiry, isNew } = asked;
    const lead = isNew ? phrases.sent : enquiry.state === 'answered' ? phrases.answeredAlready : phrases.sentAlready;
    // What was asked or answered between the two of us is not repeated where others are.
    const isForHere = conversation.kind === 'personal' || (enquiry.access === 'open' && enquiry.state === 'open');
    return isForHere ? askerCard(enquiry, forum.name, lead) : { text: escapeMarkdown(lead) };
  };

  return {
    verb: verbs.askSecretariat,
    read(data) {
      const press = readPress(pressed, data);
      const clean = (typed: string): string => onOneLine(removeInvisible(typed));
      const { context } = press;
      return { ...press, question: clean(press.question), ...(context !== undefined && { context: clean(context) }) };
    },
    async run(turn, press) {
      const rights = await rightsOf(turn);
      const audience = await audienceOf(turn);
      const askable = await listAskable(enquiring, rights, audience, press.forum);
      const [first, second] = askable;
      if (first === undefined) {
        // Says why not, in the words of the forum's rights.
        rights.require(press.forum ?? audience.forumIds[0] ?? '', 'ask_secretariat', 'open');
        throw new AppError('forbidden', 'no secretariat may be asked from this place');
      }
      if (second !== undefined)
        return chooseForumCard(
          { question: phrases.whichForum, text: phrases.whichForumText },
          askable,
          ({ id, name }) => button(name, verbs.askSecretariat, { ...press, forum: id }),
        );
      return send(turn, first, rights, audience, press);
    },
  };
}
