/** A filled Adaptive Card, ready to send. Made only by `fillCard`. */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  version: string;
  [property: string]: unknown;
}
