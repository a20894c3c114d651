import restify from 'restify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJsonBody } from '../../src/teams/json-body.js';

const server = restify.createServer();
server.post('/', ...readJsonBody, async (request: restify.Request, response: restify.Response) => {
  response.send(200, Object.getOwnPropertyNames(request.body));
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

async function namesIn(body: string): Promise<unknown> {
  const { port } = server.address();
  const headers = { 'content-type': 'application/json', connection: 'close' };
  return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).json();
}

test('what would become the prototype of a later copy is dropped, also where its letters are escaped', async () => {
  for (const name of ['__proto__', '\\u005f_proto__', '_\\u005Fpr\\u006fto__', '\\u005f\\u005fproto\\u005f\\u005f'])
    expect(await namesIn(`{"text":"hej","${name}":{"isAdmin":true}}`), name).toEqual(['text']);
});

test('everything else is read as it stands', async () => {
  expect(await namesIn('{"text":"hej","constructor":1,"proto":2}')).toEqual(['text', 'constructor', 'proto']);
});
