import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../src/domain/app-error.js';
import { createLog, describeError, type LogFields } from '../src/logging.js';

function record(level = 'debug') {
  const lines: string[] = [];
  return { lines, log: createLog({ level, destination: { write: (line) => lines.push(line) } }) };
}

test('an event is one line of JSON with its level, time and allowed fields', () => {
  const { lines, log } = record();
  log.info('turn', { route: 'minutes.showMeeting', durationMs: 12, place: 'channel' });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 30,
    time: expect.any(Number),
    msg: 'turn',
    route: 'minutes.showMeeting',
    durationMs: 12,
    place: 'channel',
  });
});

test('a field that is not on the list is left out', () => {
  const { lines, log } = record();
  const fields: LogFields & { text: string; err: Error } = {
    route: 'question',
    text: 'secret',
    err: new Error('secret'),
  };
  log.error('turn', fields);
  expect(lines.join('')).toContain('question');
  expect(lines.join('')).not.toContain('secret');
});

test('an allowed field cannot carry a text, nor a line of its own', () => {
  const runs = process.env.REFERENT_LONG === undefined ? 200 : 20_000;
  const canary = 'Kanariefugl Ågård';
  const text = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })).map((ends) => ends.join(canary));
  const { lines, log } = record();
  const names = ['route', 'turn', 'place', 'outcome', 'reason', 'reference', 'mode', 'host', 'errorName', 'errorCode'];
  fc.assert(
    fc.property(fc.constantFrom(...names), text, (name, value) => {
      lines.length = 0;
      log.warn('turn', { [name]: value });
      log.warn(value, { stack: [`at ${value}`, value] });
      expect(lines).toHaveLength(2);
      for (const line of lines) {
        expect(line).not.toContain('Kanariefugl');
        expect(line).toMatch(/^\P{Cc}+\n$/u);
      }
    }),
    { numRuns: runs },
  );
});

test('of an error its kind and place are told, never its message', () => {
  const error = new TypeError('cannot read "Kanariefugl"\n    at Kanariefugl (/tmp/kanariefugl.ts:1:1)');
  const described = describeError(error);
  expect(described.errorName).toBe('TypeError');
  expect(described.stack?.[0]).toContain('logging.test.ts');
  expect(JSON.stringify(described).toLowerCase()).not.toContain('kanariefugl');

  const expected = describeError(new AppError('not_found', 'Kanariefugl', { reply: 'Kanariefugl' }));
  expect(expected).toMatchObject({ errorName: 'AppError', errorCode: 'not_found' });
  expect(JSON.stringify(expected)).not.toContain('Kanariefugl');
  expect(describeError('Kanariefugl')).toEqual({ errorName: 'NotAnError' });
});

test('what is thrown is described whatever it is', () => {
  const strange = [
    undefined,
    null,
    0,
    {},
    Object.assign(new Error(), { stack: undefined }),
    Object.create(Error.prototype),
  ];
  for (const thrown of strange) expect(() => describeError(thrown)).not.toThrow();
});

test('below its level nothing is written', () => {
  const { lines, log } = record('warn');
  log.info('turn');
  log.warn('turn');
  expect(lines).toHaveLength(1);
});
