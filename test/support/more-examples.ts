import fc from 'fast-check';

/** What a property test tries in the long form, unless it names a figure of its own; in the short form it is fast-check's hundred. */
fc.configureGlobal({ numRuns: 5_000 });
