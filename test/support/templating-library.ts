import { createRequire } from 'node:module';

/** A parsed card skeleton; parsing is slow, expanding is quick. */
export interface Template {
  /** Returns the skeleton with `$root`'s values in it; a missing one leaves its "${…}" standing. */
  expand(context: { $root: unknown }): unknown;
}

/**
 * Microsoft's Adaptive Cards templating, which our own reading of skeletons is held to. Its own types pull in TypeScript sources
 * that a strict compiler refuses, so the little that is used is described here.
 */
const library: { Template: new (skeleton: unknown) => Template } = createRequire(import.meta.url)(
  'adaptivecards-templating',
);

export const parseTemplate = (skeleton: unknown): Template => new library.Template(skeleton);
