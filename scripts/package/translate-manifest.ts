/** What a language file says in the place of the manifest's own text: `bots[0].commandLists[0].commands[0].title` → words. */
export type Translation = Readonly<Record<string, string>>;

type Part = Record<string, unknown>;

/** `a[0].b` → `a`, `0`, `b`. */
const stepsOf = (place: string): string[] => place.split(/[.[\]]/).filter((step) => step !== '');

function findHolder(manifest: unknown, steps: readonly string[]): Part | undefined {
  let holder: unknown = manifest;
  for (const step of steps)
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined;
  return typeof holder === 'object' && holder !== null ? (holder as Part) : undefined;
}

/**
 * The manifest as people of another language see it.
 *
 * @returns it, and the places that the manifest has no text at.
 */
export function translateManifest(manifest: object, translation: Translation): { manifest: object; unknown: string[] } {
  const translated: object = structuredClone(manifest);
  const unknown: string[] = [];
  for (const [place, words] of Object.entries(translation)) {
    if (place === '$schema') continue;
    const steps = stepsOf(place);
    const holder = findHolder(translated, steps.slice(0, -1));
    const last = steps.at(-1) ?? '';
    if (typeof holder?.[last] === 'string') holder[last] = words;
    else unknown.push(place);
  }
  return { manifest: translated, unknown };
}
