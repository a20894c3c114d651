const plain = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether two names are one forum's: documents break names over lines and write them in capitals. */
export const sameForumName = (one: string, other: string): boolean => plain(one) === plain(other);
