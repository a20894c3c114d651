/** What makes a time a limit. */
export const deadlineWords = /(?<!\p{L})(?:senest|inden|deadline|frist|fristen|til og med)(?!\p{L})/iu;
