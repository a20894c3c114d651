import type { Migration } from './migration.js';

/**
 * Who said who may answer in a respondent's place. Of those asked already nobody knows it: they are left as they are, as what
 * they chose is.
 */
export const delegateBy: Migration = {
  name: '0013-delegate-by',
  statements: [
    `alter table input_respondents add column delegate_by text not null default 'respondent'
      check (delegate_by in ('register', 'respondent'))`,
  ],
};
