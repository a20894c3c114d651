/**
 * Who somebody is, as the channel says: the only key to rights. A name is never one.
 * Both parts are Entra ids in lower case.
 */
export interface PersonKey {
  tenantId: string;
  objectId: string;
}
