/**
 * Stands for `adaptivecards/src/schema`, which the types of adaptivecards-templating import: that file is a source, and does not
 * compile under our compiler options. `paths` in tsconfig.json leads here. Nobody uses what it describes.
 */
export type IAdaptiveCard = object;
