import { toLocalTime } from '../../danish/date-format.js';
import type { Clock } from '../../domain/clock.js';
import { newId } from '../../domain/new-id.js';
import type { Forum, MemberStore } from '../../store/ports.js';
import { changeNotes } from './phrases.js';
import { type PlannedChange, planRegister } from './plan-register.js';
import { readMembersFile } from './read-members-file.js';

export interface MembersImport {
  members: Pick<MemberStore, 'getRegister' | 'registerRevision' | 'saveRegister'>;
  forum: Pick<Forum, 'id' | 'name'>;
  /** The Entra tenant the file's object ids belong to. */
  tenantId: string;
  clock: Clock;
}

/** What an import did, or would do. All text is English, for the command line. */
export interface MembersReport {
  forum: string;
  status: 'carried_out' | 'shown' | 'faulty' | 'nothing_to_do';
  changes: PlannedChange[];
  unchanged: number;
  departments: string[];
  notes: string[];
  faults: string[];
}

/**
 * Brings a forum's register in line with a list of members, whole or not at all; with `carryOut` false it only says what
 * would change.
 *
 * @throws AppError `invalid_input` for a file that is no list, `conflict` when the register was changed meanwhile.
 */
export async function importMembers(
  { members, forum, tenantId, clock }: MembersImport,
  file: { name: string; bytes: Uint8Array },
  carryOut: boolean,
): Promise<MembersReport> {
  const read = readMembersFile(file.name, file.bytes);
  const basis = await members.registerRevision(forum.id);
  const held = await members.getRegister(forum.id);
  const at = clock.now();
  const input = { forumId: forum.id, tenantId: tenantId.toLowerCase(), today: toLocalTime(at).date, newId };
  const plan = planRegister(held, read.rows, input);
  // What is missing from a file with faults may only be misspelled: nothing is said of it then.
  const isReadable = read.faults.length === 0;
  const faults = isReadable ? plan.faults : read.faults;
  const report = {
    forum: forum.name,
    changes: isReadable ? plan.changes : [],
    unchanged: plan.unchanged,
    departments: isReadable ? plan.departments : [],
    notes: read.notes,
    faults,
  };
  if (faults.length > 0) return { ...report, status: 'faulty' };
  if (plan.changes.length === 0 && plan.departments.length === 0) return { ...report, status: 'nothing_to_do' };
  if (!carryOut) return { ...report, status: 'shown' };
  const note = changeNotes.imported(plan.changes.length);
  await members.saveRegister(forum.id, plan.register, basis, { note, by: null, at });
  return { ...report, status: 'carried_out' };
}
