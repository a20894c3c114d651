import { type Button, button, toButtonRows, verbs } from '../../cards/button.js';
import { fillCard } from '../../cards/fill-card.js';
import { languageSpoken } from '../../domain/language.js';
import type { CardReply } from '../../routing/reply.js';
import type { Command } from '../../routing/routes.js';
import type { ArchiveSketch } from './find-examples.js';
import { phrases } from './phrases.js';

type ShownCard = Extract<CardReply, { card: unknown }>;

const toExample = (question: string) => ({
  question,
  button: button(phrases.ask, verbs.showAnswer, { question }, phrases.askAbout(question)),
});

/** The first thing a person sees: what Referent is for, taught by three questions the archive can answer. */
export function welcomeCard({ meetingCount, newest, firstYear, examples }: ArchiveSketch): ShownCard {
  const isEmpty = newest === null || firstYear === null;
  const summary = phrases.welcomeSummary;
  const card = fillCard('welcome', {
    summary,
    title: isEmpty ? phrases.emptyTitle : phrases.welcomeTitle(newest.forum),
    text: isEmpty ? phrases.emptyText : phrases.archive(meetingCount, firstYear, newest.year),
    hasExamples: examples.length > 0,
    examples: examples.map(toExample),
    buttonRows: toButtonRows([
      ...(isEmpty ? [] : [button(phrases.allMeetings, verbs.showMeetings)]),
      button(phrases.help, verbs.showHelp),
    ]),
  });
  return { card, summary };
}

/** What one can ask and write. */
export function helpCard(
  { newest, examples }: ArchiveSketch,
  commands: readonly Pick<Command, 'usage' | 'description' | 'descriptionInEnglish'>[],
): ShownCard {
  const summary = phrases.helpSummary;
  const list = (title: string, name: string): Button => button(title, verbs.showWalk, { list: name, asked: '' });
  const buttons =
    newest === null
      ? []
      : [
          button(phrases.allMeetings, verbs.showMeetings),
          list(phrases.deadlines, 'deadlines'),
          list(phrases.attachments, 'attachments'),
          list(phrases.absences, 'absences'),
        ];
  const card = fillCard('help', {
    summary,
    text: newest === null ? phrases.emptyText : phrases.helpText,
    hasExamples: examples.length > 0,
    examples: examples.map(toExample),
    commands: commands.map(({ usage, description, descriptionInEnglish }) => ({
      usage,
      description: languageSpoken() === 'en' ? descriptionInEnglish : description,
    })),
    buttonRows: toButtonRows(buttons),
  });
  return { card, summary };
}
