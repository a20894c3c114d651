import { AppError } from '../../src/domain/app-error.js';
import { systemClock } from '../../src/domain/clock.js';
import { openStore } from '../../src/store/sqlite/open-store.js';
import { saveKeyedAnswer } from './answering-store.js';

/*
 * Answers the round of `makeAnsweringStore`, each answer together with a message that says so:
 * `write-answers.ts <store> <first> <count>`. Prints `acknowledged <key>` after each commit; for one that failed
 * `failed <key> <what the person is told>`, and then tries the same answer again, at most five times. In the end the
 * longest waits, in ms.
 */
const [file = '', first = '0', count = '0'] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
process.on('unhandledRejection', () => {
  say('unhandled');
  process.exit(9);
});

const told = (error: unknown): string =>
  error instanceof AppError ? (error.reply ?? 'nothing') : `unexpected ${String(error)}`;

try {
  const store = await openStore({ file, clock: systemClock });
  const [forum] = await store.forums.listForums('home');
  const forumId = forum?.id ?? '';
  const waits: number[] = [];
  const answer = async (key: string, number: number): Promise<void> => {
    const began = performance.now();
    await saveKeyedAnswer(store, forumId, { key, number, text: `Bemærkning ${key} `.repeat(20) });
    waits.push(performance.now() - began);
  };
  for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
    const key = `answer-${String(number).padStart(7, '0')}`;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      try {
        await answer(key, number);
        say(`acknowledged ${key}`);
        break;
      } catch (error) {
        say(`failed ${key} ${told(error)}`);
      }
    }
  }
  await store.close();
  waits.sort((a, b) => a - b);
  say(`waits ${waits[Math.floor(waits.length * 0.99)]?.toFixed(1)} ${waits.at(-1)?.toFixed(1)}`);
} catch (error) {
  say(`failed opening ${told(error)}`);
}
