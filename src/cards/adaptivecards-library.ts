import { createRequire } from 'node:module';

/**
 * Microsoft's Adaptive Cards renderer and checker.
 *
 * `import 'adaptivecards'` fails in plain Node: 3.0.6 was published with imports that Node does not resolve
 * (microsoft/AdaptiveCards#9155), though test runners and bundlers do. Its bundled file works everywhere, so everyone
 * takes the library from here.
 */
export const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
);
