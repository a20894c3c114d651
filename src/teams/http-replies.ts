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

/** Answers with an error that is the same for every cause: never a library's text, nothing to learn from. */
export function sendError(res: Response, status: number): void {
  const known = errorNames[status] === undefined ? 500 : status;
  sendJson(res, known, { error: errorNames[known] ?? 'internal_error' });
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
