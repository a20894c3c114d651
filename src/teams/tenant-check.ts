import type { ReceivedActivity } from './read-activity.js';

/**
 * The tenant an activity comes from: the place's and the message's own, which must agree. The registration's type
 * "SingleTenant" does not keep other tenants out; only this does.
 *
 * @returns undefined when one is missing or they differ, as in channels shared with another organisation.
 */
export function findTenant(activity: ReceivedActivity): string | undefined {
  const place = activity.conversation.tenantId?.toLowerCase();
  const message = activity.channelData?.tenant?.id?.toLowerCase();
  return place === message ? place : undefined;
}

/** @param allowed lower-case tenant ids */
export function isFromAllowedTenant(activity: ReceivedActivity, allowed: readonly string[]): boolean {
  const tenant = findTenant(activity);
  return tenant !== undefined && allowed.includes(tenant);
}
