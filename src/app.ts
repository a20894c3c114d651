import { type Config, opensDialogs } from './config.js';
import { createWorkingDays } from './danish/working-days.js';
import { AppError } from './domain/app-error.js';
import type { Clock } from './domain/clock.js';
import { homeTenant } from './domain/home-tenant.js';
import { importSeedAgenda } from './features/agenda/import-seed-agenda.js';
import { createAudienceOf } from './features/members/audience-of.js';
import { importSeedMembers } from './features/members/import-seed-members.js';
import { createRightsOf } from './features/members/rights-of.js';
import { importSeeds } from './features/minutes/import-seeds.js';
import type { Loop } from './jobs/loop.js';
import { type SendingOptions, startSending } from './jobs/start-sending.js';
import { describeError, type Log } from './logging.js';
import { createRoutes } from './routes.js';
import type { KeptFiles } from './routing/kept-files.js';
import type { KeptReplies } from './routing/once.js';
import type { Routes } from './routing/routes.js';
import type { ListTeam } from './routing/team-roster.js';
import type { ChannelSender } from './routing/unasked.js';
import { openStore } from './store/sqlite/open-store.js';
import { watchForDamage } from './store/watch-damage.js';

/** Everything that answers a person, without the way there: `src/teams` brings turns in and takes replies out. */
export interface App {
  routes: Routes;
  /** What was received already. */
  inbound: KeptReplies;
  /** Files offered to persons. */
  keptFiles: KeptFiles;
  /** Gives what is asked of the chat itself; until then it is told as not available. */
  connect(channel: { listTeam: ListTeam }): void;
  /** Starts what happens without being asked for. */
  startSending(channel: Channel): Loop;
  /** Whether the store answers. */
  isReady(): Promise<boolean>;
  /** The store was found sound: from now on its file is written to. */
  takeAsSound(): void;
  close(): Promise<void>;
}

/** The way out to the chat, as the server offers it. */
export interface Channel {
  sender: ChannelSender;
  metrics: Pick<SendingOptions, 'countMessage' | 'countJob'>;
}

export interface AppOptions {
  config: Pick<Config, 'databaseFile' | 'forumName' | 'seedsFolder' | 'questionDays'> &
    /** Without it forms are taken to open in dialogs. */
    Partial<Pick<Config, 'identity'>> &
    /** Without it the seeds' members are not registered. */
    Partial<Pick<Config, 'membersTenant'>> &
    /** The usual ones when absent. */
    Partial<Pick<Config, 'workingHours' | 'closedDays' | 'keptDays' | 'backups'>>;
  clock: Clock;
  log: Log;
  /** Leaves the store's file as it is, and writes beside it, until `App.takeAsSound`. */
  keepsFile?: boolean;
  /** Told whenever the store is found damaged; absent: whoever asked of it is. */
  reportDamage?(error: AppError): void;
}

/** How long a file that was offered can be taken. */
const fileOfferMs = 60 * 60 * 1000;

/**
 * Puts the parts together: store, features, routes.
 *
 * @throws AppError as the store does when it cannot be opened.
 */
export async function createApp({ config, clock, log, keepsFile = false, reportDamage }: AppOptions): Promise<App> {
  const opened = await openStore({
    file: config.databaseFile,
    clock,
    keepsFile,
    reportRoom: (isShort) => (isShort ? log.error('disk_full') : log.info('disk_has_room')),
  });
  const store = reportDamage === undefined ? opened : watchForDamage(opened, reportDamage);
  try {
    const forum = await store.forums.ensureForum(homeTenant, config.forumName);
    const workingDays = createWorkingDays(config.closedDays, config.workingHours);
    if (config.seedsFolder !== null) {
      const report = await importSeeds({ store, forum, clock }, config.seedsFolder);
      const failed = report?.files.filter(({ status }) => status === 'failed').length ?? 0;
      if (report !== undefined) log.info('seeds_imported', { count: report.files.length - failed });
      if (failed > 0) log.error('seeds_failed', { count: failed });
      if (report !== undefined) await importSeedAgenda({ ...store, workingDays, clock }, forum, config.seedsFolder);
      const { membersTenant: tenantId = null } = config;
      const registering = tenantId === null ? null : { members: store.members, forum, tenantId, clock };
      const registered = registering === null ? undefined : await importSeedMembers(registering, config.seedsFolder);
      if (registered !== undefined) log.info('seed_members_registered', { count: registered });
    }
    const registers = { ...store, clock };
    const rightsOf = createRightsOf(registers);
    let askTeam: ListTeam = async () => {
      throw new AppError('unavailable', 'no chat is connected yet');
    };
    const listForumIds = async () => (await store.forums.listForums(homeTenant)).map(({ id }) => id);
    const routes = createRoutes({
      store,
      clock,
      rightsOf,
      listTeam: (reference) => askTeam(reference),
      audienceOf: createAudienceOf({ ...registers, rightsOf }),
      workingDays,
      ...(config.keptDays !== undefined && { keptDays: config.keptDays }),
      ...(config.backups !== undefined && { backups: config.backups }),
      opensDialogs: config.identity === undefined || opensDialogs(config.identity),
      questionDays: config.questionDays,
      reportRemoved: (count) => log.info('questions_removed', { count }),
      reportUnkept: (error) => log.error('way_not_kept', describeError(error)),
      reportUnsaved: (error) => log.error('answer_not_saved', describeError(error)),
    });
    const { composers, jobs } = routes;
    return {
      routes,
      inbound: store.inbound,
      keptFiles: {
        keep: (file, owner) =>
          store.offeredFiles.offerFile({ ...file, owner, expiresAt: new Date(clock.now().getTime() + fileOfferMs) }),
        take: (handle, owner) => store.offeredFiles.takeFile(handle, owner, clock.now()),
      },
      connect({ listTeam }) {
        askTeam = listTeam;
      },
      startSending: ({ sender, metrics }) =>
        startSending({ store, listForumIds, composers, jobs, sender, workingDays, clock, log, ...metrics }),
      isReady: async () => (await listForumIds()).length > 0,
      takeAsSound: () => store.takeAsSound(),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
