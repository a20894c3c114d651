import type { Server } from 'node:http';

/**
 * Prepares a server to be closed without cutting anybody off. The returned function takes no more connections, lets
 * requests under way finish for at most `drainMs`, and resolves when the last connection is closed.
 *
 * `Server.close` alone also waits for clients that connected and have asked nothing yet, which may be for ever.
 */
export function prepareToClose(http: Server, drainMs: number): () => Promise<void> {
  let underWay = 0;
  let isClosing = false;
  const closeWhenQuiet = (): void => {
    if (isClosing && underWay === 0) http.closeAllConnections();
  };
  http.on('request', (_request, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
      closeWhenQuiet();
    });
  });
  return async () => {
    isClosing = true;
    const closed = new Promise<void>((resolve) => {
      http.close(() => resolve());
    });
    closeWhenQuiet();
    const timer = setTimeout(() => http.closeAllConnections(), drainMs);
    await closed;
    clearTimeout(timer);
  };
}
