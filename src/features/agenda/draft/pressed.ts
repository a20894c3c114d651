import { z } from 'zod';
import { pressedId, pressedPage } from '../../../cards/read-press.js';

/** A look at an agenda. */
export const pressedAgenda = z.object({ agenda: pressedId, page: pressedPage });

/** A press that changes an agenda: it says which state of it was seen. */
export const pressedRevision = z.object({ agenda: pressedId, revision: z.number().int().min(1) });
