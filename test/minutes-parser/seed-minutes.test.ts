import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { testAgreement } from './agree-with-facts.js';
import { readFacts } from './facts.js';

const here = dirname(fileURLToPath(import.meta.url));

describe('the seed minutes', () => {
  testAgreement(join(here, '../../seeds/minutes'), readFacts(join(here, 'seed-facts')));
});
