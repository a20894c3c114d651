/** How figures are shown in the tables. */
export const milliseconds = (time: number): string => `${time.toFixed(time < 1 ? 2 : time < 10 ? 1 : 0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const ratio = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)}×`;

export const verdict = (isKept: boolean): string => (isKept ? 'kept' : 'missed');

type Show = (value: number) => string;

/** The last two cells of a row: the limit, and whether it is kept. */
export const atMost = (value: number, limit: number, show: Show): [string, string] => [
  `at most ${show(limit)}`,
  verdict(value <= limit),
];

/** As `atMost`, for what must not be less. */
export const atLeast = (value: number, limit: number, show: Show): [string, string] => [
  `at least ${show(limit)}`,
  verdict(value >= limit),
];
