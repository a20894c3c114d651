import { randomUUID } from 'node:crypto';
import type { Agenda, AgendaEntry, AgendaProposal } from '../../src/domain/agenda.js';
import type { AgendaItem } from '../../src/domain/agenda-item.js';
import type { PersonKey } from '../../src/domain/person-key.js';
import { sampleItem } from './sample-document.js';

/** A person of the tests' own, known again by a word. */
export const personCalled = (word: string): PersonKey => ({ tenantId: 'nordvang', objectId: `person-${word}` });

/** An item that is yet to be decided. */
export const sampleAgendaItem = (number: number, changes: Partial<AgendaItem> = {}): AgendaItem =>
  sampleItem(number, { sections: [], decision: null, outcomes: [], ...changes });

export const sampleEntry = (number: number, changes: Partial<AgendaItem> = {}): AgendaEntry => ({
  id: randomUUID(),
  item: sampleAgendaItem(number, changes),
  wanted: null,
  standing: null,
  isWithdrawn: false,
  revision: 1,
});

/** A draft with two items. */
export function sampleAgenda(forumId: string, changes: Partial<Agenda> = {}): Agenda {
  return {
    id: randomUUID(),
    forumId,
    forum: 'Chefforum',
    state: 'draft',
    date: '2026-11-25',
    startTime: '09:00',
    endTime: '11:00',
    place: 'Mødelokale 4',
    inputDeadlineAt: null,
    publishAt: null,
    publishedAt: null,
    entries: [sampleEntry(1), sampleEntry(2)],
    source: null,
    acceptedFindings: [],
    revision: 1,
    ...changes,
  };
}

export const sampleProposal = (forumId: string, changes: Partial<AgendaProposal> = {}): AgendaProposal => ({
  id: randomUUID(),
  forumId,
  proposedBy: personCalled('jonas'),
  proposedByName: 'Jonas Vildrik',
  item: sampleAgendaItem(0, { title: 'Ladestandere ved rådhuset' }),
  wanted: 'stillingtagen til placeringen',
  forDate: null,
  state: 'draft',
  note: null,
  revision: 0,
  ...changes,
});
