/** Whether an agenda item may be read by everyone the forum is open to, or only by those entitled to closed items. */
export type Access = 'open' | 'closed';

/**
 * What one asker may see in the place where they ask. Decided once, before anything is read from the store;
 * the store only obeys it.
 */
export interface Audience {
  /** The tenants' forums the asker may read; empty means none. */
  readonly forumIds: readonly string[];
  /** `closed` only where both the person and the place (one-to-one) allow it. */
  readonly sees: 'open' | 'open_and_closed';
  /**
   * With `open_and_closed`: in which of `forumIds` closed items are seen, for one who is entitled in some and only reads
   * along in others. Absent: in all of them.
   */
  readonly closedIn?: readonly string[];
}

/** The forums whose open, or whose closed, items an audience sees. */
export function forumsSeenBy({ forumIds, sees, closedIn }: Audience, access: Access): readonly string[] {
  if (access === 'open') return forumIds;
  if (sees === 'open') return [];
  return closedIn === undefined ? forumIds : forumIds.filter((id) => closedIn.includes(id));
}
