import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Response } from 'restify';

/** Answers with JSON. */
export function sendJson(res: Response, status: number, body: unknown): void {
  res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}

const errorNames: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
  503: 'unavailable',
};

const knownStatus = (status: number): number => (errorNames[status] === undefined ? 500 : status);
const errorBody = (status: number): object => ({ error: errorNames[status] ?? 'internal_error' });

/** Answers with an error that is the same for every cause: never a library's text, nothing to learn from. */
export function sendError(res: Response, status: number): void {
  const known = knownStatus(status);
  sendJson(res, known, errorBody(known));
}

/**
 * Answers what never became a request: headers without end in the words for every stranger, what is not HTTP as unreadable.
 *
 * @param error as the HTTP server tells it.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 401 : 400;
  const body = JSON.stringify(errorBody(status));
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${body.length}`,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

/** Gives a file to be saved, never to be shown: its name and bytes come from anywhere. */
export function sendFile(res: Response, { name, bytes }: { name: string; bytes: Uint8Array }): void {
  res.sendRaw(200, Buffer.from(bytes), {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
}
