/**
 * The tenant of the forums this installation was set up for. Not an Entra id: documents are imported before the bot is
 * registered, and an id written into the rows then would be missing or wrong later.
 */
export const homeTenant = 'home';
