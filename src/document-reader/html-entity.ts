import { Parser } from 'htmlparser2';

const longestName = 32;
const known = new Map<string, string>();
/** All HTML names fit; the bound keeps invented ones from filling the memory. */
const knownAtMost = 4096;

/** An HTML entity ("&oslash;", "&#248;") at `index`, as the characters it stands for and its length in the text. */
export function readHtmlEntity(text: string, index: number): { characters: string; length: number } | undefined {
  const entity = /^&#?[a-z0-9]+;/i.exec(text.slice(index, index + longestName))?.[0];
  if (entity === undefined) return undefined;
  const characters = known.get(entity) ?? decode(entity);
  if (known.size < knownAtMost) known.set(entity, characters);
  return characters === entity ? undefined : { characters, length: entity.length };
}

function decode(entity: string): string {
  let characters = '';
  const parser = new Parser({ ontext: (text) => (characters += text) });
  parser.end(entity);
  return characters;
}
