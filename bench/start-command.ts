import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../scripts/playground/child.js';

/** How the container starts the product: `node`, its options, the program. */
export function readStartCommand(): { nodeOptions: string[]; program: string } {
  const dockerfile = readFileSync(join(projectFolder, 'Dockerfile'), 'utf8');
  const [, command = '[]'] = /^ENTRYPOINT (.+)$/m.exec(dockerfile) ?? [];
  const [, ...words] = z.array(z.string()).parse(JSON.parse(command));
  return { nodeOptions: words.slice(0, -1), program: words.at(-1) ?? '' };
}
