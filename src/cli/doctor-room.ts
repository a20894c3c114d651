import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ballastBytes, createBallast, freeBytes, roomToHold } from '../store/sqlite/ballast.js';
import { isServed } from '../store/sqlite/serve-lock.js';
import { doctorPhrases as phrases } from './doctor-phrases.js';
import { type Check, fault, note, well } from './doctor-result.js';
import { describeBytes } from './store-lines.js';

/** Some years of minutes, and time to do something about it. */
const littleBytes = 500e6;

/** Whether there is room beside the store, and the ballast is in its place. */
export const checkRoom: Check = async (databaseFile) => {
  if (!existsSync(databaseFile)) return note('room', null, phrases.roomNone);
  const bytes = freeBytes(dirname(resolve(databaseFile)));
  const free = describeBytes(bytes);
  const ballast = createBallast(databaseFile).state();
  if (ballast === 'released' && bytes >= roomToHold)
    return note('room', phrases.roomWasShortMend, phrases.roomWasShort(free));
  if (ballast === 'released')
    return fault('room', phrases.roomShortMend(describeBytes(roomToHold)), [phrases.roomShort(free)]);
  const lines = [
    ...(bytes < littleBytes ? [phrases.roomLittle(free)] : []),
    ...(ballast === 'none' && (await isServed(databaseFile))
      ? [phrases.roomNoBallast(describeBytes(ballastBytes))]
      : []),
  ];
  return lines.length === 0 ? well('room', phrases.roomWell(free)) : note('room', phrases.roomLittleMend, ...lines);
};
