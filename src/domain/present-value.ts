import { AsyncLocalStorage } from 'node:async_hooks';

/** A value that a piece of work, and all it calls and waits for, can read without being handed it. */
export interface PresentValue<T> {
  /** undefined outside of any work it was set for. */
  get(): T | undefined;
  /** Sets it for some work, until that has ended: what it leaves behind unawaited may find nothing. */
  during<R>(value: T, work: () => R): R;
}

/**
 * Until version 24 Node tells an `AsyncLocalStorage` of every promise and every socket of the process from its first use on,
 * whoever made them. So it is in use only as long as some work goes on that has a value.
 */
export function createPresentValue<T>(): PresentValue<T> {
  const storage = new AsyncLocalStorage<T>();
  let works = 0;
  const end = (): void => {
    works -= 1;
    if (works === 0) storage.disable();
  };
  return {
    get: () => storage.getStore(),
    during(value, work) {
      works += 1;
      let result: ReturnType<typeof work>;
      try {
        result = storage.run(value, work);
      } catch (error) {
        end();
        throw error;
      }
      if (result instanceof Promise) void result.then(end, end);
      else end();
      return result;
    },
  };
}
