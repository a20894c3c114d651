import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What is counted of a server's work. No label holds anything a person wrote. */
export interface Metrics {
  countTurn(turn: string, outcome: string, seconds: number): void;
  countRefused(reason: string): void;
  /** A message sent unasked, by its kind and how a hand-over ended. */
  countMessage(kind: string, outcome: string): void;
  countJob(kind: string, outcome: string): void;
  /** Prometheus text. */
  toText(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'referent_' });
  const turns = new Counter({
    name: 'referent_turns_total',
    help: 'Turns by kind and outcome.',
    labelNames: ['turn', 'outcome'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'referent_turn_duration_seconds',
    help: 'Time from the request to its answer being sent.',
    labelNames: ['turn'],
    // Teams gives up after 10 to 15 seconds.
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15],
    registers: [registry],
  });
  const refused = new Counter({
    name: 'referent_refused_requests_total',
    help: 'Requests refused or dropped before any turn, by reason.',
    labelNames: ['reason'],
    registers: [registry],
  });
  const messages = new Counter({
    name: 'referent_messages_total',
    help: 'Messages sent unasked, by kind and how they ended; waiting ones were put off.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  const jobs = new Counter({
    name: 'referent_jobs_total',
    help: 'Jobs by kind and how they ended.',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  return {
    countTurn(turn, outcome, seconds) {
      turns.inc({ turn, outcome });
      durations.observe({ turn }, seconds);
    },
    countRefused: (reason) => refused.inc({ reason }),
    countMessage: (kind, outcome) => messages.inc({ kind, outcome }),
    countJob: (kind, outcome) => jobs.inc({ kind, outcome }),
    toText: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
