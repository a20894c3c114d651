import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { z } from 'zod';
import { loadCards } from '../cards/fill-card.js';
import { readConfig } from '../config.js';
import { isServed } from '../store/sqlite/serve-lock.js';
import { neededHosts } from '../teams/needed-hosts.js';
import { readSetting } from './archive.js';
import { checkBackups } from './doctor-backups.js';
import { doctorPhrases as phrases } from './doctor-phrases.js';
import { type Check, fault, faultLines, note, well } from './doctor-result.js';
import { checkRoom } from './doctor-room.js';
import { checkSendings, checkStore } from './doctor-store.js';

const oldestNode = 20;

const checkNode: Check = () => {
  const { node } = process.versions;
  return Number.parseInt(node, 10) >= oldestNode
    ? well('node', phrases.nodeWell(node))
    : fault('node', phrases.nodeMend(oldestNode), [phrases.nodeOld(node)]);
};

const checkSettings: Check = () => {
  try {
    const { identity, host, port } = readConfig(process.env);
    return identity.kind === 'insecure_local'
      ? note('settings', null, phrases.settingsLocal)
      : well('settings', phrases.settingsWell(identity.kind, `${host}:${port}`));
  } catch (error) {
    const faults = faultLines(error);
    return fault('settings', phrases.settingsMend, [phrases.settingsFault(faults.length)], faults);
  }
};

const checkCards: Check = () => {
  try {
    loadCards();
    return well('cards', phrases.cardsWell);
  } catch (error) {
    return fault('cards', phrases.cardsMend, [phrases.cardsFault], faultLines(error));
  }
};

const manifestFolder = new URL('../../manifest/', import.meta.url);
const manifestShape = z.object({
  version: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
  bots: z.array(z.object({ botId: z.string() })).length(1),
});

/** Whether the files of the app package are there and can be read. */
const checkManifest: Check = () => {
  try {
    const manifest = manifestShape.parse(JSON.parse(readFileSync(new URL('manifest.json', manifestFolder), 'utf8')));
    const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
    const missing = [...Object.values(manifest.icons), ...languages].filter(
      (name) => !existsSync(new URL(name, manifestFolder)),
    );
    if (missing.length === 0) return well('manifest', phrases.manifestWell(manifest.version));
    return fault(
      'manifest',
      phrases.manifestMend,
      [phrases.manifestFault],
      missing.map((name) => `${name}: missing`),
    );
  } catch (error) {
    return fault('manifest', phrases.manifestMend, [phrases.manifestFault], faultLines(error));
  }
};

/** `undefined` when the address is free, else the system's word for why it is not. */
const tryAddress = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });

const patienceMs = 5000;
const everyAddress = new Set(['0.0.0.0', '::']);

/** Whether the bot that listens there says that it is ready. */
async function isReady(host: string, port: number): Promise<boolean> {
  const name = everyAddress.has(host) ? '127.0.0.1' : host;
  const origin = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  return fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(patienceMs) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

const checkPort: Check = async (databaseFile) => {
  const [host, port] = [readSetting('REFERENT_HOST', process.env), Number(readSetting('REFERENT_PORT', process.env))];
  const address = `${host}:${port}`;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fault('port', phrases.portWrongMend, [phrases.portWrong]);
  const refusal = await tryAddress(host, port);
  if (refusal === undefined) return well('port', phrases.portFree(address));
  if (refusal !== 'EADDRINUSE' || !(await isServed(databaseFile)))
    return fault('port', phrases.portTakenMend, [phrases.portTaken(address, refusal)]);
  return (await isReady(host, port))
    ? well('port', phrases.portServed(address))
    : fault('port', phrases.portNotReadyMend, [phrases.portNotReady(address)]);
};

/** Any answer will do; undefined: there was one. */
export const tryHost = (origin: string): Promise<string | undefined> =>
  fetch(origin, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patienceMs) }).then(
    () => undefined,
    (error: unknown) => {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      if (!(cause instanceof Error)) return 'unknown';
      return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
    },
  );

const checkReachability: Check = async () => {
  const identity = (() => {
    try {
      return readConfig(process.env).identity.kind;
    } catch {
      return undefined;
    }
  })();
  if (identity === undefined) return note('reachability', null, phrases.reachNoSettings);
  if (identity === 'insecure_local') return note('reachability', null, phrases.reachLocal);
  const hosts = Object.values(neededHosts);
  const tried = await Promise.all(hosts.map(async (host) => ({ host, why: await tryHost(`https://${host}/`) })));
  const lines = tried.flatMap(({ host, why }) => (why === undefined ? [] : [phrases.reachFault(host, why)]));
  return lines.length === 0
    ? well('reachability', phrases.reachWell(hosts))
    : fault('reachability', phrases.reachMend, lines);
};

/** All that the doctor looks at, in order. */
export const checks: readonly Check[] = [
  checkNode,
  checkSettings,
  checkStore,
  checkRoom,
  checkSendings,
  checkBackups,
  checkCards,
  checkManifest,
  checkPort,
  checkReachability,
];
