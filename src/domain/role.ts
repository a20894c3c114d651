/** What a person is in one forum. The order is the order of lists people read. */
export const roles = ['chair', 'director', 'department_head', 'secretary', 'reader'] as const;

/** `reader`: named by the secretary to read along; is never asked for input. */
export type Role = (typeof roles)[number];
