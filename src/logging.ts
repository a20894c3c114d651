import { pino } from 'pino';

/**
 * Everything a log line may say besides its time, level and event. The list is short on purpose: a field that is not
 * here cannot be logged, so that no text of minutes or questions, no name, token or address ends in a log.
 */
export interface LogFields {
  /** Command, verb or other route: `minutes.showMeeting`. */
  route?: string;
  /** `message`, `card_action`, `installed`. */
  turn?: string;
  /** `personal`, `group`, `channel`. */
  place?: string;
  outcome?: string;
  /** Why something was refused or dropped, as a code. */
  reason?: string;
  /** The number a person was given with a failure: `7K2P`. */
  reference?: string;
  /** HTTP status. */
  status?: number;
  durationMs?: number;
  count?: number;
  mode?: string;
  host?: string;
  port?: number;
  signal?: string;
  errorName?: string;
  errorCode?: string;
  /** Frames of a stack, without the message above them. */
  stack?: readonly string[];
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug';

/** A structured log. `event` is a fixed name in snake_case, never a composed sentence. */
export type Log = { [Level in LogLevel]: (event: string, fields?: LogFields) => void };

type Check = (value: unknown) => boolean;

const isCode: Check = (value) => typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value);
const isNumber: Check = (value) => typeof value === 'number';
const isFrame: Check = (value) => typeof value === 'string' && /^at [^\n\r]{1,300}:\d{1,7}:\d{1,7}\)?$/.test(value);
const isStack: Check = (value) => Array.isArray(value) && value.every(isFrame);

const allowed: Readonly<Record<keyof LogFields, Check>> = {
  route: isCode,
  turn: isCode,
  place: isCode,
  outcome: isCode,
  reason: isCode,
  reference: isCode,
  status: isNumber,
  durationMs: isNumber,
  count: isNumber,
  mode: isCode,
  host: isCode,
  port: isNumber,
  signal: isCode,
  errorName: isCode,
  errorCode: isCode,
  stack: isStack,
};

/** Keeps the allowed fields whose values have the allowed form; a value of another form is replaced by `withheld`. */
function allowOnly(fields: LogFields): Record<string, unknown> {
  const given: Readonly<Record<string, unknown>> = { ...fields };
  const kept: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(allowed)) {
    const value = given[name];
    if (value !== undefined) kept[name] = check(value) ? value : 'withheld';
  }
  return kept;
}

export interface LogOptions {
  /** One of `LogLevel`, or `silent`. */
  level: string;
  /** Where the lines go, one JSON object each; standard output when absent. */
  destination?: { write(line: string): void };
}

export function createLog({ level, destination }: LogOptions): Log {
  const options = { level, base: null };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  const at =
    (name: LogLevel) =>
    (event: string, fields: LogFields = {}): void =>
      logger[name](allowOnly(fields), isCode(event) ? event : 'withheld');
  return { fatal: at('fatal'), error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

const maxFrames = 12;

/**
 * What may be logged of an error: its kind and where it arose. Never its message, since a library's message quotes
 * what it was given.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: 'NotAnError' };
  const code: unknown = 'code' in error ? error.code : undefined;
  const status: unknown = 'statusCode' in error ? error.statusCode : undefined;
  return {
    errorName: error.name,
    ...(typeof code === 'string' && { errorCode: code }),
    ...(typeof status === 'number' && { status }),
    stack: framesOf(error),
  };
}

function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  // The message stands above the frames and may itself hold lines that look like frames.
  const start = error.message === '' ? 0 : stack.lastIndexOf(error.message) + error.message.length;
  return stack
    .slice(start)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => isFrame(line))
    .slice(0, maxFrames);
}
