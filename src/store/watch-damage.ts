import { AppError } from '../domain/app-error.js';
import type { Store } from './ports.js';

/** A store's part whose methods tell of damage they meet. */
function watched<T extends object>(part: T, report: (error: AppError) => void): T {
  const tell = (error: unknown): void => {
    if (error instanceof AppError && error.code === 'store_damaged') report(error);
  };
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const outcome: unknown = Reflect.apply(member, target, given);
        if (outcome instanceof Promise) outcome.catch(tell);
        return outcome;
      };
    },
  });
}

/** The same store. Every method that finds it damaged fails as before, and `report` is told. */
export const watchForDamage = (store: Store, report: (error: AppError) => void): Store => {
  const parts = Object.entries(store).map(([name, part]: [string, unknown]) => [
    name,
    typeof part === 'object' && part !== null ? watched(part, report) : part,
  ]);
  return Object.fromEntries(parts) as Store;
};
