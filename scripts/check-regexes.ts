import { readdirSync } from 'node:fs';
import { complain, print } from '../src/cli/output.js';
import { danishDictionary } from '../src/danish/dictionary.js';
import { findPatterns } from './regexes/find-patterns.js';
import { mayExplode } from './regexes/judge-pattern.js';

/*
 * Fails when a regular expression of the program can take exponential time, or when nobody can say: tsx scripts/check-regexes.ts
 */

const millisecondsEach = 10_000;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`);

const { patterns, unseen } = await findPatterns(files, async () => {
  danishDictionary();
});
const faults = [
  ...unseen.map(
    (file) => `${file}: it puts a pattern together that was not seen; call what makes it in scripts/check-regexes.ts`,
  ),
  ...patterns.flatMap((pattern) => {
    const verdict = mayExplode(pattern, millisecondsEach);
    const what = verdict === 'exponential' ? 'can take exponential time' : 'could not be decided on; make it simpler';
    return verdict === 'no' ? [] : [`${pattern.at}: ${what}: ${pattern.source}`];
  }),
];
complain(...faults);
if (faults.length > 0) process.exitCode = 1;
else print(`${patterns.length} regular expressions: none can take exponential time`);
