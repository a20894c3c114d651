import { endWith, toEnding } from './cli/exit-codes.js';
import { complain } from './cli/output.js';
import { serve } from './serve.js';

try {
  await serve(process.env);
} catch (error) {
  const { code, lines } = toEnding(error);
  complain(...lines);
  endWith(code);
}
