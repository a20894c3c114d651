/**
 * The few ways in which Referent can fail on purpose. Each edge (chat, CLI, HTTP) maps the code once;
 * nobody in between looks at it.
 */
export type AppErrorCode =
  | 'invalid_input'
  | 'not_found'
  | 'forbidden'
  | 'conflict'
  | 'unavailable'
  | 'store_damaged'
  | 'store_in_use';

export interface AppErrorOptions {
  /** Plain Danish for a person in the chat: what happened and what to do. Absent where no chat user can meet the error. */
  reply?: string;
  /** One line each for a command-line user; `message` alone when absent. */
  faults?: readonly string[];
  cause?: unknown;
}

/**
 * An expected failure.
 *
 * `message` is English, for operators, and carries no text of minutes, questions or names.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly reply: string | undefined;
  readonly faults: readonly string[];

  constructor(code: AppErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.reply = options.reply;
    this.faults = options.faults ?? [message];
  }
}
