/** When an object was made and last changed, as instants. */
export interface Times {
  created: string;
  modified: string;
}

export const toTimes = (created: Date, modified: Date): Times => ({
  created: created.toISOString(),
  modified: modified.toISOString(),
});

/** Makes an object that stands in several places as new as the newest, and as old as the oldest. */
export function stretch(times: Times, { created, modified }: Times): void {
  if (created < times.created) times.created = created;
  if (modified > times.modified) times.modified = modified;
}
