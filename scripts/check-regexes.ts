import { readdirSync } from 'node:fs';
import { complain, print } from '../src/cli/output.js';
import { danishDictionary } from '../src/danish/dictionary.js';
import { findPatterns } from './regexes/find-patterns.js';
import { mayExplode, mayGrowFast } from './regexes/judge-pattern.js';
import { knownPolynomial } from './regexes/known-polynomial.js';

/*
 * Fails when a regular expression of the program can take exponential time, or when nobody can say: tsx scripts/check-regexes.ts
 * With --polynomial also when its time can grow with a power of the text's length and scripts/regexes/known-polynomial.ts does
 * not say why that does no harm; takes minutes, and says how many patterns it could not decide on.
 */

const millisecondsEach = 10_000;
const millisecondsForGrowth = 2_000;

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
if (process.argv.includes('--polynomial')) {
  const known = new Set(knownPolynomial.map(({ file, source }) => `${file} ${source}`));
  const met = new Set<string>();
  let undecided = 0;
  for (const pattern of patterns) {
    const verdict = mayGrowFast(pattern, millisecondsForGrowth);
    const key = `${pattern.at.replace(/:\d+$/, '')} ${pattern.source}`;
    met.add(key);
    if (verdict === 'undecided') undecided += 1;
    if (verdict === 'polynomial' && !known.has(key))
      faults.push(`${pattern.at}: its time grows with a power of the length: ${pattern.source}`);
  }
  for (const key of known) if (!met.has(key)) faults.push(`known-polynomial.ts names what is not there: ${key}`);
  print(`${undecided} patterns were not decided on as to polynomial time`);
}
complain(...faults);
if (faults.length > 0) process.exitCode = 1;
else print(`${patterns.length} regular expressions: none can take exponential time`);
