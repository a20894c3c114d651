import { createPresentValue } from '../domain/present-value.js';

/** Whether a request has left for the network in the present piece of work. */
const present = createPresentValue<{ isHandedOver: boolean }>();

/** To be called by whoever puts a request on the wire, right before. */
export function noteHandOver(): void {
  const state = present.get();
  if (state !== undefined) state.isHandedOver = true;
}

export type HandedOver<T> = { value: T } | { error: unknown; isHandedOver: boolean };

/** Runs one call to the channel. When it fails, says whether it had left: before that, nobody can have received it. */
export function watchHandOver<T>(call: () => Promise<T>): Promise<HandedOver<T>> {
  const state = { isHandedOver: false };
  return present.during(state, async () => {
    try {
      return { value: await call() };
    } catch (error) {
      return { error, isHandedOver: state.isHandedOver };
    }
  });
}
