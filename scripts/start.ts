/*
 * `npm start [-- folder] [--as <role or name>]`: the bot on the fictional seeds, and a chat client against it, all on this
 * machine. The store and the logs go to `data` or the folder named. One sits there as the secretary, or as whoever is named.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type LocalTeams, startLocalTeams } from './playground/start-local-teams.js';

const preferredPorts = { bot: 3978, playground: 56150 };

const steps = {
  bot: 'Starter botten; første gang læses referaterne ind … / Starting the bot; the first time it reads the minutes in …',
  playground: 'Starter chatten … / Starting the chat client …',
};

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function guide({ address, botPort, currentUser }: LocalTeams, folder: string): string {
  return `
  Åbn / Open:  ${address}

  Chat: "Personal Chat"             Kanal / Channel: "Chefforum", skriv / type @Referent
    hvornår skal vi sende forslag til investeringspuljen?
    møder
    hjælp
  Du er / You are: ${currentUser}.  En anden / Somebody else: npm start -- --as department_head (chair, secretary, Jonas …)
  Alle navne og referater er opdigtede. / All names and minutes are fictional.
  Stop: Ctrl+C.  Bot: http://127.0.0.1:${botPort}.  Data og logge / Data and logs: ${folder}
`;
}

/** Runs until a signal, or until the bot or the chat client is gone. Returns the exit code. */
async function run(): Promise<number> {
  const stopping = new AbortController();
  const asked = new Promise<'asked'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        stopping.abort();
        resolve('asked');
      });
  });
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { as: { type: 'string' } } });
    const folder = resolve(positionals[0] ?? 'data');
    const teams = await startLocalTeams({
      folder,
      as: values.as,
      preferredPorts,
      onStep: (step) => say(steps[step]),
      signal: stopping.signal,
    });
    say(guide(teams, folder));
    const outcome = await Promise.race([asked, teams.ended]);
    await teams.stop();
    if (stopping.signal.aborted) {
      say('Stoppet. / Stopped.');
      return 0;
    }
    process.stderr.write(`\nStopped, because ${outcome}\n`);
    return 1;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    process.stderr.write(`\nNot started: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await run();
