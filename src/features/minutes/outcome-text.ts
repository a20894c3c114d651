import type { Outcome } from '../../domain/outcome.js';
import { outcomeLabels } from '../../texts.js';

/** What became of an item in a few words: "Godkendt, drøftet". Empty where nothing is known. */
export function outcomeText(outcomes: readonly Outcome[]): string {
  const labels = [...new Set(outcomes.map(({ code }) => outcomeLabels[code]))].filter((label) => label !== '');
  return labels.map((label, index) => (index === 0 ? label : label.toLowerCase())).join(', ');
}
