import { createRequire } from 'node:module';

/** What parsing found wrong with a card. */
export interface CardFault {
  readonly event: number;
  readonly message: string;
}

/** The part of Microsoft's Adaptive Cards library that the tests use. */
export interface CardLibrary {
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context?: { readonly eventCount: number; getEventAt(index: number): CardFault }): void;
    getItemCount(): number;
    validateProperties(): { readonly validationEvents: readonly CardFault[] };
  };
  readonly SerializationContext: new () => { readonly eventCount: number; getEventAt(index: number): CardFault };
}

/**
 * Microsoft's Adaptive Cards renderer and checker.
 *
 * `import 'adaptivecards'` fails in plain Node: 3.0.6 was published with imports that Node does not resolve
 * (microsoft/AdaptiveCards#9155), though test runners and bundlers do. Its bundled file works everywhere, so everyone
 * takes the library from here. Its own types are not used either: they lead into sources that do not compile here.
 */
export const adaptiveCards: CardLibrary = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js');
