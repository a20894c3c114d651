import type { Agenda } from '../../../domain/agenda.js';
import type { InputPlan } from '../../../domain/input.js';

/** Hours before the deadline at which those missing are reminded when the secretary says nothing else. */
export const usualReminders: readonly number[] = [24, 3];

/** What is asked about an agenda of which nobody has said anything: what its items suggest, seen by the secretariat alone. */
export const newPlan = ({ id, forumId }: Pick<Agenda, 'id' | 'forumId'>): InputPlan => ({
  agendaId: id,
  forumId,
  isAsked: true,
  visibility: 'secretariat',
  naming: 'person',
  remindHoursBefore: [...usualReminders],
  specs: {},
  revision: 0,
});
