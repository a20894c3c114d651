import type { AdaptiveCard } from './adaptive-card.js';
import type { Button } from './button.js';
import { listCard } from './list-card.js';
import { shorten } from './shorten.js';

interface Forum {
  id: string;
  name: string;
}

const longestName = 60;

/**
 * Asks which forum is meant, where there are several: a button each.
 *
 * @param question above the buttons, and in the notification
 * @param toButton the button of a forum; its title is the forum's name as it is given
 */
export function chooseForumCard(
  { question, text = '' }: { question: string; text?: string },
  forums: readonly Forum[],
  toButton: (forum: Forum) => Button,
): { card: AdaptiveCard; summary: string } {
  return listCard({
    title: question,
    summary: question,
    leads: text === '' ? [] : [text],
    groups: [],
    buttons: forums.map(({ id, name }) => toButton({ id, name: shorten(name, longestName) })),
  });
}
