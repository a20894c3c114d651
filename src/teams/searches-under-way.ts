import type { SearchExtensionTurn } from '../routing/turn.js';

/** Why nobody waits for a search any more: Teams gives up on it, or they typed on and search for that instead. */
export type CutShort = 'too_slow' | 'typed_on';

export interface SearchUnderWay {
  /** Aborted when nobody waits for the finds any more. */
  signal: AbortSignal;
  /** Resolves with why, then; never else. */
  cutShort: Promise<CutShort>;
  end(): void;
}

interface Typed {
  text: string;
  cut(reason: CutShort): void;
}

/** Only the one who types, and where they do. */
const boxOf = ({ sender, conversation }: SearchExtensionTurn): string => JSON.stringify([conversation.id, sender.id]);

/**
 * The searches being worked on. Whoever types sends one with every letter and looks at the last alone, so a text typed further cuts
 * short those it goes on from. What was shortened or changed cuts none short: requests may overtake each other, and then the longer
 * text is the newer one.
 */
export class SearchesUnderWay {
  readonly #byBox = new Map<string, Set<Typed>>();

  /** @param withinMs how long it may still take; none left: it is cut short before it begins */
  begin(turn: SearchExtensionTurn, withinMs: number): SearchUnderWay {
    const box = boxOf(turn);
    const present = this.#byBox.get(box) ?? new Set<Typed>();
    for (const { text, cut } of present) if (turn.text !== text && turn.text.startsWith(text)) cut('typed_on');

    const controller = new AbortController();
    let cut: Typed['cut'] = () => undefined;
    const cutShort = new Promise<CutShort>((resolve) => {
      cut = (reason) => {
        controller.abort();
        resolve(reason);
      };
    });
    const typed = { text: turn.text, cut };
    this.#byBox.set(box, present.add(typed));
    if (withinMs <= 0) cut('too_slow');
    const timer = setTimeout(cut, withinMs, 'too_slow');
    return {
      signal: controller.signal,
      cutShort,
      end: () => {
        clearTimeout(timer);
        present.delete(typed);
        if (present.size === 0) this.#byBox.delete(box);
      },
    };
  }
}
