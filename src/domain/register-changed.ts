import { type Intents, noIntents } from './outgoing-message.js';

/** The kind of the job by which whoever goes by a forum's register follows its change. Without payload. */
export const registerChangedJob = 'members.changed';

/** What a change of a register sets going, however it was made. @param revision the register's new one */
export const intentsOfRegister = (forumId: string, revision: number, now: Date): Intents => ({
  ...noIntents,
  jobs: [
    {
      key: `${registerChangedJob}:${forumId}:${revision}`,
      kind: registerChangedJob,
      forumId,
      payload: {},
      dueAt: now,
      dropAfter: null,
    },
  ],
});
