import type { Migration } from './migration.js';

/** How often a handle was used is not counted any more: nobody asked, and it cost a write for every press. */
export const uncountedHandles: Migration = {
  name: '0012-uncounted-handles',
  statements: ['alter table card_handles drop column use_count'],
};
