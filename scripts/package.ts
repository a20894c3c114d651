import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { toEnding } from '../src/cli/exit-codes.js';
import { complain, print } from '../src/cli/output.js';
import { makeAppPackage, marks } from './package/app-package.js';

/*
 * Makes the app package that an administrator uploads to Teams: npm run package -- [--out FILE]
 */

const command = new Command('npm run package --')
  .description('makes the app package that Teams takes, with the ids and names of the environment')
  .option('--out <file>', 'where to put it; manifest/build/referent-<version>.zip when absent')
  .addHelpText(
    'after',
    `\nIt reads ${marks.map(({ name }) => name).join(', ')} (BOT_ID may be left to MicrosoftAppId).`,
  )
  .parse();

try {
  const { version, bytes } = await makeAppPackage(process.env);
  const file = command.opts<{ out?: string }>().out ?? `manifest/build/referent-${version}.zip`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  print(file, `sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
} catch (error) {
  const { code, lines } = toEnding(error);
  complain(...lines);
  process.exitCode = code;
}
