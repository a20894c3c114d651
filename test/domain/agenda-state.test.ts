import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaState } from '../../src/domain/agenda.js';
import { type AgendaEvent, agendaEvents, moveAgenda, nextAgendaState } from '../../src/domain/agenda-state.js';

/** Written out a second time, on purpose: every pair of state and event, where "-" is what cannot happen. */
const expected: Record<AgendaState, Record<AgendaEvent, AgendaState | '-'>> = {
  draft: {
    edit: 'draft',
    schedule: 'scheduled',
    unschedule: '-',
    publish: 'published',
    withdraw: 'withdrawn',
    cancel: 'cancelled',
    restore: '-',
    hold: '-',
    archive: '-',
    unarchive: '-',
  },
  scheduled: {
    edit: 'scheduled',
    schedule: 'scheduled',
    unschedule: 'draft',
    publish: 'published',
    withdraw: 'withdrawn',
    cancel: 'cancelled',
    restore: '-',
    hold: '-',
    archive: '-',
    unarchive: '-',
  },
  published: {
    edit: 'changed',
    schedule: '-',
    unschedule: '-',
    publish: '-',
    withdraw: 'withdrawn',
    cancel: 'cancelled',
    restore: '-',
    hold: 'held',
    archive: 'archived',
    unarchive: '-',
  },
  changed: {
    edit: 'changed',
    schedule: '-',
    unschedule: '-',
    publish: '-',
    withdraw: 'withdrawn',
    cancel: 'cancelled',
    restore: '-',
    hold: 'held',
    archive: 'archived',
    unarchive: '-',
  },
  held: {
    edit: '-',
    schedule: '-',
    unschedule: '-',
    publish: '-',
    withdraw: '-',
    cancel: '-',
    restore: '-',
    hold: '-',
    archive: 'archived',
    unarchive: '-',
  },
  archived: {
    edit: '-',
    schedule: '-',
    unschedule: '-',
    publish: '-',
    withdraw: '-',
    cancel: '-',
    restore: '-',
    hold: '-',
    archive: '-',
    unarchive: 'held',
  },
  withdrawn: {
    edit: '-',
    schedule: '-',
    unschedule: '-',
    publish: '-',
    withdraw: '-',
    cancel: '-',
    restore: 'changed',
    hold: '-',
    archive: '-',
    unarchive: '-',
  },
  cancelled: {
    edit: '-',
    schedule: '-',
    unschedule: '-',
    publish: '-',
    withdraw: '-',
    cancel: '-',
    restore: 'changed',
    hold: '-',
    archive: '-',
    unarchive: '-',
  },
};

const states = Object.keys(expected) as AgendaState[];
const runs = process.env.REFERENT_LONG === undefined ? 500 : 20_000;

describe('the life of an agenda', () => {
  test.each(states.flatMap((state) => agendaEvents.map((event) => [state, event, expected[state][event]] as const)))(
    '%s, then %s: %s',
    (state, event, next) => {
      if (next === '-') {
        expect(nextAgendaState(state, event)).toBeUndefined();
        expect(() => moveAgenda(state, event, 'Det går ikke.')).toThrowError(
          expect.objectContaining({ code: 'conflict', reply: 'Det går ikke.' }),
        );
      } else expect(moveAgenda(state, event, '')).toBe(next);
    },
  );

  const histories = fc.array(fc.constantFrom(...agendaEvents), { maxLength: 40 });

  /** What can be said of an agenda from its history alone, without the table. */
  const walk = (events: readonly AgendaEvent[]) => {
    let state: AgendaState = 'draft';
    const visited: AgendaState[] = [state];
    for (const event of events) {
      state = nextAgendaState(state, event) ?? state;
      visited.push(state);
    }
    return visited;
  };

  test('never goes back to a draft or a schedule once it was published', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const visited = walk(events);
        const out = visited.indexOf('published');
        if (out === -1) return;
        expect(visited.slice(out)).not.toContain('draft');
        expect(visited.slice(out)).not.toContain('scheduled');
      }),
      { numRuns: runs },
    );
  });

  test('is published once at most', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const visited = walk(events);
        const publications = visited.filter(
          (state, index) => state === 'published' && visited[index - 1] !== 'published',
        );
        expect(publications.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs },
    );
  });

  test('is held and archived only after it was published or restored, and stays there', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const visited = walk(events);
        const over = visited.findIndex((state) => state === 'held' || state === 'archived');
        if (over === -1) return;
        expect(visited.slice(0, over).some((state) => state === 'published' || state === 'changed')).toBe(true);
        for (const state of visited.slice(over)) expect(['held', 'archived']).toContain(state);
      }),
      { numRuns: runs },
    );
  });
});
