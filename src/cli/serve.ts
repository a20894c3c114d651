import type { Command } from 'commander';

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the bot; the settings are read from the environment (see .env.example)')
    .option('--db <file>', 'the store, instead of the one REFERENT_DB names')
    .action(async ({ db }: { db?: string }) => {
      const { serve } = await import('../serve.js');
      await serve(db === undefined ? process.env : { ...process.env, REFERENT_DB: db });
    });
}
