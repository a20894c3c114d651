import { AppError } from '../domain/app-error.js';

/**
 * Knocks on the own door without a token. Authentication that is switched off by mistake looks exactly like
 * authentication that works, except to those who should be kept out.
 *
 * @param endpoint the server's own address of `POST /api/messages`
 * @throws AppError `forbidden` unless the answer is 401
 */
export async function assertStrangersAreRefused(endpoint: string): Promise<void> {
  const activity = {
    type: 'message',
    id: 'self-test',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: 'self-test' },
    recipient: { id: 'self-test' },
    conversation: { id: 'self-test' },
    text: '',
  };
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(5000),
  });
  await response.body?.cancel();
  if (response.status !== 401)
    throw new AppError('forbidden', `an unsigned activity was answered ${response.status} instead of 401`);
}
