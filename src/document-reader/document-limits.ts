const megabyte = 1024 * 1024;

/**
 * What a file may be at most. Minutes of a forum are well under a tenth of each; the rest keeps a hostile or mistaken
 * upload from filling the memory.
 */
export const documentLimits = {
  /** Bytes of the file as sent. */
  fileBytes: 20 * megabyte,
  /** Characters of all its lines together. */
  characters: 6_000_000,
  pdf: {
    pages: 500,
    /** Characters drawn on all pages together. */
    characters: 5_000_000,
  },
  docx: {
    entries: 200,
    /** Bytes of all parts unpacked. */
    unpackedBytes: 50 * megabyte,
    /** Unpacked to packed size of one part; text packs about 10 to 1, repeated XML up to some 50 to 1. */
    ratio: 100,
    /** A part this small may pack better than `ratio`: it is harmless, and nearly empty parts do. */
    ratioFromBytes: megabyte,
  },
} as const;
