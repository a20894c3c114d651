import { createPresentValue } from './present-value.js';

/** What Referent speaks of itself. What is quoted from minutes stays as it is written. */
export type Language = 'da' | 'en';

/** The same texts in any language: each text a text, each that is made of something made of the same. */
export type Wording<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : T[Key] extends (...given: infer Given) => infer Made
        ? (...given: Given) => Made
        : Wording<T[Key]>;
};

const spoken = createPresentValue<Language>();

/** Does some work in a language: everything said within it, also after a pause, is said in that language. */
export const speaking = <T>(language: Language, work: () => T): T =>
  language === languageSpoken() ? work() : spoken.during(language, work);

/** The language to speak right now. Danish, unless somebody's client asked for English. */
export const languageSpoken = (): Language => spoken.get() ?? 'da';

/**
 * Texts in both languages as one: each is looked up in the language spoken when it is read. So a text must be read where it
 * is said, never kept from one turn to another.
 */
export function inBoth<T extends object>(danish: T, english: Wording<T>): Wording<T> {
  const both = {};
  for (const key of Object.keys(danish)) {
    const get = (): unknown => Reflect.get(languageSpoken() === 'en' ? english : danish, key);
    Object.defineProperty(both, key, { get, enumerable: true });
  }
  return both as Wording<T>;
}
