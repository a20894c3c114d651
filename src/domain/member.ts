import type { PersonKey } from './person-key.js';
import type { Role } from './role.js';

/** One person's place in a forum for a time. Somebody who changes department has two, one after the other. */
export interface Membership {
  id: string;
  forumId: string;
  person: PersonKey;
  name: string;
  title: string | null;
  role: Role;
  /** The department they head or belong to; null for those who stand outside the departments. */
  departmentId: string | null;
  /** ISO date, the first day. */
  from: string;
  /** ISO date, the last day; null: until further notice. */
  to: string | null;
}

/** Stands in for a member: for a time, and only for what is asked of that member's department. */
export interface Deputy {
  id: string;
  forumId: string;
  /** Whose place is taken. */
  principal: PersonKey;
  deputy: PersonKey;
  /** The deputy's name, for those who read what was answered. */
  deputyName: string;
  from: string;
  to: string | null;
}
