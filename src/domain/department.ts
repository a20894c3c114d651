/** A name a department went by, from one day to another. */
export interface DepartmentAlias {
  text: string;
  /** ISO date, the first day it held; null: since ever. */
  from: string | null;
  /** ISO date, the last day it held; null: still. */
  to: string | null;
}

/** A department or staff (afdeling, stab). Renamed, it is the same department with one more alias; merged, it ends. */
export interface Department {
  id: string;
  forumId: string;
  /** The name it goes by now, or went by last. */
  name: string;
  aliases: DepartmentAlias[];
}
