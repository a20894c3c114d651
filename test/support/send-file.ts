import { basename } from 'node:path';
import type { Playground } from './playground.js';

/**
 * Sends a file to the bot in the personal chat. The Playground's box for messages takes no files, so this is the message Teams
 * would send, by the Playground's own way for activities it has no button for ("Mock an activity"); the page does not show it.
 *
 * @param conversationId of the personal chat
 * @param url where the file lies on this machine
 */
export async function sendFile({ page }: Playground, conversationId: string, url: string): Promise<void> {
  const activities = new URL('/_internal/v1/customActivities', page.url());
  const template = await page.request.get(`${activities.href}/template`, { params: { conversationId } });
  if (!template.ok()) throw new Error(`the chat client has no template for a message: ${template.status()}`);
  const message = (await template.json()) as { conversation: { tenantId: string } };
  const name = decodeURIComponent(basename(new URL(url).pathname));
  const fileType = name.split('.').at(-1);
  const sent = await page.request.post(activities.href, {
    data: {
      ...message,
      type: 'message',
      channelData: { tenant: { id: message.conversation.tenantId } },
      attachments: [
        {
          contentType: 'application/vnd.microsoft.teams.file.download.info',
          contentUrl: url,
          name,
          content: { downloadUrl: url, uniqueId: 'sent-by-test', fileType },
        },
      ],
    },
  });
  if (!sent.ok()) throw new Error(`the chat client did not take the file: ${sent.status()}`);
}
