import { type Button, button, verbs } from '../../cards/button.js';
import { formatLongDate } from '../../danish/date-format.js';
import type { StoredMeeting } from '../../store/ports.js';
import { buttonTitles } from './phrases.js';

/** The same on every meeting: whether its file may be given is found out when it is asked for. */
export const originalButton = ({ id, document }: StoredMeeting): Button =>
  button(
    buttonTitles.openOriginal,
    verbs.openOriginal,
    { meeting: id },
    buttonTitles.openOriginalOf(formatLongDate(document.date)),
  );
