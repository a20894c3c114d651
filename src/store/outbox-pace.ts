import type { Transaction } from 'kysely';
import type { Pace } from './ports.js';
import type { Tables } from './tables.js';

/** A limit with the name its allowance is kept under. */
export interface NamedPace extends Pace {
  name: string;
}

/**
 * Spends one message of each limit's allowance, or nothing when one of them has none left.
 *
 * Each limit is a virtual clock (the generic cell rate algorithm, ITU-T I.371): every message moves it on by the interval,
 * and it may run ahead of the real one by `burst` intervals. In the store, so that processes share it and a restart
 * does not give it anew. A clock further ahead than it can have come by itself is one that the real clock was set back under.
 */
export async function spend(
  transaction: Transaction<Tables>,
  paces: readonly NamedPace[],
  now: Date,
): Promise<boolean> {
  const nowMs = now.getTime();
  const rows = await transaction
    .selectFrom('send_pace')
    .selectAll()
    .where(
      'name',
      'in',
      paces.map(({ name }) => name),
    )
    .execute();
  const spentUntil = new Map(rows.map((row) => [row.name, row.spent_until]));
  const advanced = paces.map(({ name, intervalMs, burst }) => {
    const spent = spentUntil.get(name) ?? nowMs;
    const from = spent > nowMs + burst * intervalMs ? nowMs : Math.max(spent, nowMs);
    return { name, spent_until: from + intervalMs, isAllowed: from + intervalMs <= nowMs + burst * intervalMs };
  });
  if (!advanced.every(({ isAllowed }) => isAllowed)) return false;
  for (const { name, spent_until } of advanced)
    await transaction
      .insertInto('send_pace')
      .values({ name, spent_until })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ spent_until }))
      .execute();
  return true;
}
