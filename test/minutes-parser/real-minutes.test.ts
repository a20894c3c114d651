import { describe } from 'vitest';
import { testAgreement } from './agree-with-facts.js';
import { readFacts } from './facts.js';

const folder = process.env.REFERENT_REAL_MINUTES;

if (folder === undefined) {
  process.stderr.write(
    'Skipped: real minutes. Set REFERENT_REAL_MINUTES to a folder of minutes and their facts to run these.\n',
  );
}

describe.skipIf(folder === undefined)('real minutes', () => {
  testAgreement(folder ?? '', folder === undefined ? [] : readFacts(folder));
});
