/** What is said of something: "Bemærkning: Skriv kort hvorfor.", "Hvornår? Efter jul". A question needs no colon. */
export const saidOf = (what: string, said: string): string => `${what}${what.endsWith('?') ? '' : ':'} ${said}`;
