import type { Command } from 'commander';
import { serve } from '../serve.js';

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the bot; the settings are read from the environment (see .env.example)')
    .option('--db <file>', 'the store, instead of the one REFERENT_DB names')
    .action(({ db }: { db?: string }) => serve(db === undefined ? process.env : { ...process.env, REFERENT_DB: db }));
}
