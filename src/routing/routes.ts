import type { CardReply, Reply, SearchExtensionReply } from './reply.js';
import type {
  CardActionTurn,
  FeedbackTurn,
  FileTurn,
  InstalledTurn,
  MessageTurn,
  RemovedTurn,
  SearchExtensionTurn,
} from './turn.js';
import type { Job, MessageComposer } from './unasked.js';

/** A Danish command typed in the chat, such as "møde 13. april 2023". */
export interface Command {
  /** The feature's English name for logs and tests: `minutes.showMeeting`. */
  name: string;
  /** The words it begins with, first the one shown in help; matched without regard to case, and with one typo forgiven. */
  words: readonly string[];
  /** How it is written with its arguments, for help: "møde <dato>". */
  usage: string;
  /** One line of Danish for help and the app's command list. */
  description: string;
  /** The same in English. The command itself is typed in Danish. */
  descriptionInEnglish: string;
  /** Absent: it answers in Danish, whoever asks. */
  speaksEnglish?: true;
  /** Kept out of the app's command list and of everybody else's help. */
  isForSecretary?: boolean;
  /** `false`: in everybody's help, but not in the app's command list, in which Teams takes ten. */
  isInMenu?: false;
  /** Whether the rest of the text can be this command's arguments; otherwise the text is a question. */
  accepts(rest: string): boolean;
  /** @param words which of its words were typed, as they are listed. */
  run(turn: MessageTurn, rest: string, words?: string): Promise<Reply>;
}

/** A button on a card. `Data` is what `read` makes of the untrusted data that came back with the press. */
export interface CardVerb<Data = unknown> {
  /** Wire name, `feature.action`. */
  verb: string;
  /** Absent: it answers in Danish, whoever presses. */
  speaksEnglish?: true;
  /** Throws AppError `invalid_input` on data this verb did not send. */
  read(data: unknown): Data;
  run(turn: CardActionTurn, data: Data): Promise<CardReply>;
}

export interface Routes {
  commands: readonly Command[];
  verbs: readonly CardVerb[];
  /** Where a text goes that is no command. */
  question(turn: MessageTurn): Promise<Reply>;
  /** What is done with a file somebody sends. */
  file(turn: FileTurn): Promise<Reply>;
  /** What a person is greeted with. */
  welcome(turn: InstalledTurn): Promise<Reply>;
  /**
   * What is found while a person types into the search beside the box where they write.
   *
   * @param signal aborted when nobody waits for it any more; what it gives or throws then is not looked at
   */
  searchExtension(turn: SearchExtensionTurn, signal: AbortSignal): Promise<SearchExtensionReply>;
  /** Takes note of the way to who wrote, pressed or installed, before they are answered. Never rejects. */
  keepWay(turn: MessageTurn | FileTurn | CardActionTurn | InstalledTurn): Promise<void>;
  /** The bot was taken away: nothing leads there any more. */
  removed(turn: RemovedTurn): Promise<void>;
  /** Takes note of a thumb on an answer. Nothing is said back. */
  feedback(turn: FeedbackTurn): Promise<void>;
  /** Makes the messages that are sent unasked, one for each kind. */
  composers: readonly MessageComposer[];
  /** What is done at a time, one for each kind. */
  jobs: readonly Job[];
}
