import { meetings } from './0001-meetings.js';
import { searchIndex } from './0002-search-index.js';
import { questionLog } from './0003-question-log.js';
import { compactSearchIndex } from './0004-compact-search-index.js';
import { members } from './0005-members.js';
import { outbox } from './0006-outbox.js';
import { agendas } from './0007-agendas.js';
import { input } from './0008-input.js';
import { files } from './0009-files.js';
import { inputHistory } from './0010-input-history.js';
import { enquiries } from './0011-enquiries.js';
import { uncountedHandles } from './0012-uncounted-handles.js';
import { delegateBy } from './0013-delegate-by.js';
import type { Migration } from './migration.js';

/** Every step, oldest first: the schema's version is how many of them a store has taken. */
export const migrations: readonly Migration[] = [
  meetings,
  searchIndex,
  questionLog,
  compactSearchIndex,
  members,
  outbox,
  agendas,
  input,
  files,
  inputHistory,
  enquiries,
  uncountedHandles,
  delegateBy,
];
