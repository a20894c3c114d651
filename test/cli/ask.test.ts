import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runReferent } from '../support/run-referent.js';
import { makeTemporaryFolder } from '../support/temporary-store.js';

const minutes = fileURLToPath(new URL('../../seeds/minutes/2023-03-16.txt', import.meta.url));
const place = makeTemporaryFolder();
const database = { REFERENT_DB: join(place.folder, 'referent.db') };

beforeAll(async () => {
  expect((await runReferent(['import', minutes], database)).code).toBe(0);
});
afterAll(() => place.remove());

describe('ask', () => {
  test('gives every find as CSV, with the whole section it stands in', async () => {
    const { code, stdout } = await runReferent(['ask', 'hvad besluttede vi i foråret 2023', '--csv'], database);
    expect(code).toBe(0);
    expect(stdout.startsWith('\uFEFF"Dato";"Møde";"Punkt";"Titel";"Sagsnummer";"Afsnit";"Tekst"\r\n')).toBe(true);
    expect(stdout).toContain('"2023-03-16";"Chefforum";2;"Måltal for budget 2024 og investeringspulje";');
  });

  test('prints CSV or JSON, not both', async () => {
    const { code, stdout } = await runReferent(['ask', 'budget', '--csv', '--json'], database);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
