import { foldLetters } from '../danish/letters.js';
import { AppError } from '../domain/app-error.js';
import { type Language, speaking } from '../domain/language.js';
import { texts } from '../texts.js';
import { answerFailure } from './answer-failure.js';
import { findCommand } from './find-command.js';
import { languageOf } from './language-of.js';
import type { CardReply, Reply, SearchExtensionReply } from './reply.js';
import type { Routes } from './routes.js';
import type {
  CardActionTurn,
  FeedbackTurn,
  FileTurn,
  InstalledTurn,
  MessageTurn,
  RemovedTurn,
  SearchExtensionTurn,
  Turn,
} from './turn.js';

/** A turn's answer, and what became of it for log and metrics. */
export interface Answered<R> {
  /** The command's or verb's name, or `question`, `welcome`, `search`, `feedback`, `removed`, `unknown_verb`. */
  route: string;
  reply: R;
  /** null when all went well. The reply is then the route's own; else it tells of the failure. */
  failure: { error: unknown; reference: string | null } | null;
}

/** Whom one speaks to, and where. */
type Speaker = Pick<Turn, 'locale' | 'conversation'>;

/** Finds the route of a turn and runs it. Never rejects: a failure is an answer too. */
export interface Dispatcher {
  answerMessage(turn: MessageTurn): Promise<Answered<Reply>>;
  answerFile(turn: FileTurn): Promise<Answered<Reply>>;
  /** What a reply promised to follow it. */
  follow(turn: Speaker, route: string, followUp: () => Promise<Reply>): Promise<Answered<Reply>>;
  answerPress(turn: CardActionTurn): Promise<Answered<CardReply>>;
  greet(turn: InstalledTurn): Promise<Answered<Reply>>;
  answerSearch(turn: SearchExtensionTurn, signal: AbortSignal): Promise<Answered<SearchExtensionReply>>;
  /** The reply is for the log alone: a thumb is never answered. */
  takeFeedback(turn: FeedbackTurn): Promise<Answered<unknown>>;
  /** Answered for the log alone. */
  takeLeave(turn: RemovedTurn): Promise<Answered<unknown>>;
}

/** @throws AppError `conflict` when two routes claim the same name, words or verb. */
export function createDispatcher(routes: Routes): Dispatcher {
  refuseDuplicates(
    'command',
    routes.commands.map(({ name }) => name),
  );
  refuseDuplicates(
    'command words',
    routes.commands.flatMap(({ words }) => words.map(foldLetters)),
  );
  refuseDuplicates(
    'verb',
    routes.verbs.map(({ verb }) => verb),
  );
  const verbs = new Map(routes.verbs.map((verb) => [verb.verb, verb]));

  const greet = (turn: InstalledTurn) => run<Reply>('welcome', languageOf(turn), () => routes.welcome(turn));

  return {
    async greet(turn) {
      await routes.keepWay(turn);
      return greet(turn);
    },
    answerSearch: (turn, signal) =>
      run<SearchExtensionReply>('search', 'da', () => routes.searchExtension(turn, signal)),
    takeFeedback: (turn) => run<unknown>('feedback', 'da', () => routes.feedback(turn)),
    takeLeave: (turn) => run<unknown>('removed', 'da', () => routes.removed(turn)),

    async answerMessage(turn) {
      await routes.keepWay(turn);
      // A bare mention, or a file without words: say what can be asked.
      if (turn.text === '') return greet({ ...turn, kind: 'installed' });
      const found = findCommand(routes.commands, turn.text);
      if (found === undefined) return run<Reply>('question', languageOf(turn), () => routes.question(turn));
      const { command, rest, words } = found;
      return run<Reply>(command.name, languageFor(command, turn), () => command.run(turn, rest, words));
    },

    async answerFile(turn) {
      await routes.keepWay(turn);
      return run<Reply>('file', languageOf(turn), () => routes.file(turn));
    },
    follow: (turn, route, followUp) => run<Reply>(route, languageOf(turn), followUp),

    async answerPress(turn) {
      await routes.keepWay(turn);
      const verb = verbs.get(turn.verb);
      if (verb === undefined)
        return run<CardReply>('unknown_verb', languageOf(turn), async () => ({ text: texts.unknownButton }));
      return run<CardReply>(verb.verb, languageFor(verb, turn), async () => verb.run(turn, verb.read(turn.data)));
    },
  };
}

function refuseDuplicates(what: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new AppError('conflict', `two routes have the same ${what}: ${twice}`);
}

/** The asker's, where the route speaks it. */
const languageFor = ({ speaksEnglish }: { speaksEnglish?: true }, turn: MessageTurn | CardActionTurn): Language =>
  speaksEnglish === true ? languageOf(turn) : 'da';

const run = <R>(route: string, language: Language, answer: () => Promise<R>): Promise<Answered<R | { text: string }>> =>
  speaking(language, async () => {
    try {
      return { route, reply: await answer(), failure: null };
    } catch (error) {
      const { text, reference } = answerFailure(error);
      return { route, reply: { text }, failure: { error, reference } };
    }
  });
