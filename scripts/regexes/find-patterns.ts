import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A regular expression of the program. */
export interface Pattern {
  source: string;
  flags: string;
  /** The first place that has it: `src/danish/dates.ts:101`. */
  at: string;
}

/** A place that puts a pattern together when it runs. */
interface Composed {
  file: string;
  line: number;
}

interface InFile {
  literals: Pattern[];
  composed: Composed[];
}

function findInFile(file: string): InFile {
  const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: InFile = { literals: [], composed: [] };
  const visit = (node: ts.Node): void => {
    const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: `${file}:${line}` });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      found.composed.push({ file, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

/**
 * Runs the modules that put patterns together, and notes each pattern with the file that made it. What a module makes only
 * when one of its functions is called is made by `call`.
 */
async function recordComposed(files: ReadonlySet<string>, call: () => Promise<void>): Promise<Pattern[]> {
  const recorded: Pattern[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, given: [string | RegExp, string?]) {
      const made = new target(...given);
      const frames = (new Error('where').stack ?? '').split('\n');
      for (const frame of frames) {
        const [, file, line] = /\/(src\/[^:]+):(\d+):\d+/.exec(frame) ?? [];
        if (file === undefined || !files.has(file)) continue;
        recorded.push({ source: made.source, flags: made.flags, at: `${file}:${line}` });
        break;
      }
      return made;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(file).href);
    await call();
  } finally {
    globalThis.RegExp = original;
  }
  return recorded;
}

export interface FoundPatterns {
  /** Each once. */
  patterns: Pattern[];
  /** Places that make patterns which nobody saw made. */
  unseen: string[];
}

/** Every regular expression of the files: those written out, by the compiler's own parser, and those put together, by running. */
export async function findPatterns(files: readonly string[], call: () => Promise<void>): Promise<FoundPatterns> {
  const found = files.map(findInFile);
  const composed = found.flatMap((file) => file.composed);
  const recorded = await recordComposed(new Set(composed.map(({ file }) => file)), call);
  const patterns = new Map<string, Pattern>();
  for (const pattern of [...found.flatMap(({ literals }) => literals), ...recorded]) {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (!patterns.has(key)) patterns.set(key, pattern);
  }
  const seenIn = (file: string): number =>
    new Set(recorded.filter(({ at }) => at.startsWith(`${file}:`)).map(({ at }) => at)).size;
  const unseen = [...new Set(composed.map(({ file }) => file))].filter(
    (file) => seenIn(file) < composed.filter((place) => place.file === file).length,
  );
  return { patterns: [...patterns.values()], unseen };
}
