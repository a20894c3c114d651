import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { openFts5 } from '../eval/rivals/fts5.js';

/*
 * The rival of the whole bot: the SDK's adapter, a server, and nothing kept. It says back what it is told; with the file
 * of a plain full-text index it first asks that for the words of the message. Prints its port once it listens:
 * `bare-bot.ts [index]`.
 */
const [indexFile] = process.argv.slice(2);
const index = indexFile === undefined ? undefined : openFts5(indexFile);

async function answer({ text = '' }: Partial<Activity>): Promise<string> {
  if (index === undefined) return text;
  const places = await index.find(text);
  return places.map(({ meetingDate, itemNumber }) => `${meetingDate} ${itemNumber ?? ''}`).join('\n') || text;
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer({ name: '' });
server.use(restify.plugins.bodyParser());
server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
  response.send(200);
});
server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
  await adapter.process({ body: request.body, headers: request.headers, method: 'POST' }, response, async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(await answer(context.activity));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.once('SIGTERM', () => {
  server.close();
  server.server.closeAllConnections();
});
