import type { ConversationReference } from '../../src/domain/conversation-reference.js';
import type { Department } from '../../src/domain/department.js';
import type { Deputy, Membership } from '../../src/domain/member.js';
import type { PersonKey } from '../../src/domain/person-key.js';

export const sampleTenant = '11111111-2222-4333-8444-555555555555';

/** The n-th person of the tenant. */
export const samplePerson = (number: number): PersonKey => ({
  tenantId: sampleTenant,
  objectId: `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

export const sampleDepartment = (forumId: string, id: string, fields: Partial<Department> = {}): Department => ({
  id: `${forumId}/${id}`,
  forumId,
  name: id,
  aliases: [],
  ...fields,
});

/** Two departments, one of them with a short name. */
export const sampleDepartments = (forumId: string): Department[] => [
  sampleDepartment(forumId, 'mt', { name: 'Miljø & Teknik', aliases: [{ text: 'M&T', from: null, to: null }] }),
  sampleDepartment(forumId, 'kf', { name: 'Kultur & Fritid' }),
];

/** A membership of the n-th person: a department head since 2020, unless told otherwise. */
export const sampleMembership = (forumId: string, number: number, fields: Partial<Membership> = {}): Membership => ({
  id: `${forumId}/m${number}`,
  forumId,
  person: samplePerson(number),
  name: `Person ${number}`,
  title: null,
  role: 'department_head',
  departmentId: null,
  from: '2020-01-01',
  to: null,
  ...fields,
});

export const sampleDeputy = (
  forumId: string,
  principal: number,
  deputy: number,
  fields: Partial<Deputy> = {},
): Deputy => ({
  id: `${forumId}/d${principal}-${deputy}`,
  forumId,
  principal: samplePerson(principal),
  deputy: samplePerson(deputy),
  deputyName: `Person ${deputy}`,
  from: '2020-01-01',
  to: null,
  ...fields,
});

export const sampleReference = (
  conversationId: string,
  kind: ConversationReference['kind'],
  reference = '{}',
): ConversationReference => ({
  conversationId,
  tenantId: sampleTenant,
  kind,
  teamId: kind === 'channel' ? '19:team@thread.tacv2' : null,
  sdk: { version: 1, reference },
});
