import { createBallast } from './ballast.js';
import { isFull } from './sqlite-errors.js';

/** The room a store has on its disk. */
export interface Room {
  /** Looked at before each transaction that writes. Once there is room again the ballast is taken back, and nothing is short. */
  isShort(): boolean;
  /** Releases the ballast where an error says that the disk is full. What failed is not tried again; the next has room. */
  notice(error: unknown): void;
}

/** @param report told when room becomes short, and when there is enough again */
export function createRoom(databaseFile: string, report: (isShort: boolean) => void = () => undefined): Room {
  const ballast = createBallast(databaseFile);
  let wasShort = false;
  const tell = (isShort: boolean): void => {
    if (isShort !== wasShort) report(isShort);
    wasShort = isShort;
  };
  return {
    isShort() {
      const state = ballast.state();
      if (state === 'none' && !wasShort) return false;
      if (state === 'held' || ballast.hold()) {
        tell(false);
        return false;
      }
      // Without a ballast to give up, every write is tried: nobody knows which is the one too many.
      if (state === 'released') tell(true);
      return state === 'released';
    },
    notice(error) {
      if (!isFull(error)) return;
      ballast.release();
      tell(true);
    },
  };
}
