import type { Agenda } from '../../src/domain/agenda.js';
import type { Clock } from '../../src/domain/clock.js';
import { homeTenant } from '../../src/domain/home-tenant.js';
import type { PersonKey } from '../../src/domain/person-key.js';
import type { Role } from '../../src/domain/role.js';
import { type Acting, publishAgenda } from '../../src/features/agenda/agenda-actions.js';
import type { KeptFiles } from '../../src/routing/kept-files.js';
import type { Store } from '../../src/store/ports.js';
import { type ActivityJson, activity, bot, tenantId } from './activities.js';
import { routesOn } from './routes-on.js';
import { channelId, noPaces, reference, type Sender, sendFrom, untilSettled } from './sending-house.js';
import { TeamsHouse } from './teams-house.js';
import { openTemporaryStore, type TemporaryStore } from './temporary-store.js';

/** Somebody who writes and presses. */
export interface Somebody {
  id: string;
  name: string;
  aadObjectId: string;
  /** What their client speaks; absent: Danish. */
  locale?: string;
}

const somebody = (number: number, name: string): Somebody => ({
  id: `29:${number}`,
  name,
  aadObjectId: `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

export const people = {
  chair: somebody(1, 'Torben Vestermark'),
  director: somebody(2, 'Louise Tranekær'),
  chef: somebody(3, 'Jonas Vildrik'),
  secretary: somebody(4, 'Amalie Rønholt'),
  outsider: somebody(5, 'Ukendt'),
} as const;

export const keyOf = ({ aadObjectId }: Somebody): PersonKey => ({ tenantId, objectId: aadObjectId });

const roles: readonly [Somebody, Role][] = [
  [people.chair, 'chair'],
  [people.director, 'director'],
  [people.chef, 'department_head'],
  [people.secretary, 'secretary'],
];

/** What a press is answered with. */
export interface PressAnswer {
  type: string;
  value: unknown;
}

/** What stands in a dialog: a card under `card.content`, or a text that ends it. */
export interface DialogAnswer {
  type: 'continue' | 'message';
  value: unknown;
}

/** The whole bot on a store of its own, with members, a bound channel and a Teams service, at a time of the test's choosing. */
export class AgendaHouse {
  readonly acting: Acting;

  private constructor(
    readonly store: Store,
    readonly house: TeamsHouse,
    readonly forumId: string,
    readonly clock: Clock & { time: Date },
    private readonly sending: Sender,
    private readonly remove: () => Promise<void>,
  ) {
    this.acting = { ...store, clock };
  }

  /**
   * @param keptFiles told of the files that are offered; absent: remembered while the house stands.
   * @param open opens the store; absent: one on disk, with room.
   */
  static async start(
    time: Date,
    keptFiles?: KeptFiles,
    open: (clock: Clock) => Promise<Pick<TemporaryStore, 'store' | 'remove'>> = openTemporaryStore,
  ): Promise<AgendaHouse> {
    const clock = { time, now: () => clock.time };
    const { store, remove } = await open(clock);
    const forum = await store.forums.ensureForum(homeTenant, 'Chefforum');
    const memberships = roles.map(([person, role], index) => ({
      id: `m${index}`,
      forumId: forum.id,
      person: keyOf(person),
      name: person.name,
      title: null,
      role,
      departmentId: null,
      from: '2020-01-01',
      to: null,
    }));
    await store.members.saveRegister(forum.id, { departments: [], memberships, deputies: [] }, 0, {
      note: 'Indlæst',
      by: null,
      at: time,
    });
    const routes = routesOn(store, clock);
    const house = await TeamsHouse.start({
      routes,
      // A busy machine answers late, and says the same.
      limits: { sendTimeoutMs: 30_000, searchWithinMs: 30_000, answerWithinMs: 30_000 },
      ...(keptFiles !== undefined && { keptFiles }),
    });
    await store.conversations.bindChannel(forum.id, reference(house.serviceUrl, 'channel'));
    const { composers = [], jobs = [] } = routes;
    const sending = await sendFrom(store, { clock, paces: noPaces, composers, jobs, sendTimeoutMs: 30_000 });
    return new AgendaHouse(store, house, forum.id, clock, sending, remove);
  }

  get connector() {
    return this.house.connector;
  }

  /** Lets time pass, and waits until everything that is due has been sent. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.time = new Date(this.clock.time.getTime() + milliseconds);
    await untilSettled(this.store, this.forumId);
  }

  /** Waits until nothing is under way any more, work that was put off for now included. */
  async rest(): Promise<void> {
    const isUnderWay = async () =>
      (await this.store.outbox.listJobs(this.forumId)).some(
        ({ state, dueAt }) => state === 'waiting' && dueAt <= this.clock.time,
      );
    await this.pass(0);
    while (await isUnderWay()) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await this.pass(0);
    }
  }

  /** Lets time pass second by second until something has come about. */
  async passUntil(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      this.clock.time = new Date(this.clock.time.getTime() + 1000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Publishes an agenda and waits until its card stands in the channel. */
  async publish(agenda: Agenda): Promise<Agenda> {
    const at = this.clock.now();
    const made = await this.store.agendas.createAgenda(
      { ...agenda, state: 'draft', publishedAt: null },
      {
        note: 'Lavet',
        by: null,
        at,
      },
    );
    const published = await publishAgenda(this.acting, made, keyOf(people.secretary));
    await this.pass(0);
    return published;
  }

  /** A press in the personal chat or below the card in the channel. */
  async press(
    who: Somebody,
    verb: string,
    data: unknown,
    place: 'personal' | 'channel' = 'personal',
  ): Promise<PressAnswer> {
    const response = await this.house.post(
      activity(this.house.serviceUrl, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
        ...this.#from(who, place),
      }),
    );
    return (await response.json()) as PressAnswer;
  }

  /** What a dialog shows once it is opened, or something is sent from it; wherever the button was that opened it. */
  async dialog(
    who: Somebody,
    step: 'fetch' | 'submit',
    { verb, data }: { verb: string; data: unknown },
    place: 'personal' | 'channel' = 'personal',
  ): Promise<DialogAnswer> {
    const response = await this.house.post(
      activity(this.house.serviceUrl, {
        type: 'invoke',
        name: `task/${step}`,
        value: { data: { ...(data as object), verb }, context: { theme: 'default' } },
        ...this.#from(who, place),
      }),
    );
    return ((await response.json()) as { task: DialogAnswer }).task;
  }

  /** What is said to a message. */
  async say(who: Somebody, text: string, place: 'personal' | 'channel' = 'personal'): Promise<Record<string, unknown>> {
    const mention = place === 'channel' ? '<at>Referent</at> ' : '';
    const sent = activity(this.house.serviceUrl, {
      text: `${mention}${text}`,
      textFormat: 'plain',
      ...(mention !== '' && { entities: [{ type: 'mention', text: '<at>Referent</at>', mentioned: bot }] }),
      ...this.#from(who, place),
    });
    await this.house.post(sent);
    // What is sent unasked meanwhile is no answer to it.
    const answer = () => this.connector.messages.find(({ replyToId }) => replyToId === sent.id);
    // On a busy machine the turn is acknowledged before it is answered.
    for (let waited = 0; waited < 1_000 && answer() === undefined; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const said = answer();
    if (said === undefined) throw new Error('nothing was said');
    return said;
  }

  #from({ locale, ...who }: Somebody, place: 'personal' | 'channel'): ActivityJson {
    if (place === 'personal')
      return {
        from: who,
        ...(locale !== undefined && { locale }),
        conversation: { id: `a:${who.id}`, conversationType: 'personal', tenantId },
      };
    return {
      from: who,
      conversation: { id: `${channelId};messageid=17`, conversationType: 'channel', isGroup: true, tenantId },
      channelData: { tenant: { id: tenantId }, team: { id: '19:team' }, channel: { id: channelId } },
    };
  }

  async close(): Promise<void> {
    await this.sending.loop.stop();
    await this.house.close();
    await this.remove();
  }
}
