import type { Command } from '../../../routing/routes.js';
import type { AgendaDesk } from './desk.js';
import { showDrafts } from './show-drafts.js';

/** `dagsordener`: the agendas the secretary works on. */
export function createShowDraftsCommand(desk: AgendaDesk): Command {
  return {
    name: 'agenda.showDrafts',
    words: ['dagsordener', 'vis dagsordener', 'dagsordenerne'],
    usage: 'dagsordener',
    description: 'For sekretariatet: lav, tjek og udgiv dagsordener.',
    descriptionInEnglish: 'For the secretariat: make, check and publish agendas.',
    isForSecretary: true,
    accepts: (rest) => rest === '',
    run: (turn) => showDrafts(desk, turn),
  };
}

/** `kladde`: the next agenda that is not out yet. */
export function createShowDraftCommand(desk: AgendaDesk): Command {
  return {
    name: 'agenda.showDraft',
    words: ['kladde', 'kladden', 'vis kladde', 'vis kladden'],
    usage: 'kladde',
    description: 'For sekretariatet: den næste dagsorden, der ikke er udgivet.',
    descriptionInEnglish: 'For the secretariat: the next agenda that is not published.',
    isForSecretary: true,
    accepts: (rest) => rest === '',
    run: (turn) => showDrafts(desk, turn, { nearest: true }),
  };
}
