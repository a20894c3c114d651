import { plugins, type Request, type RequestHandler, type Response } from 'restify';
import { sendError } from './http-replies.js';

/** An activity of Teams has some kilobytes; a message is at most 100 KB. */
export const maxBodyBytes = 256 * 1024;

/** Refuses what is not plain JSON of a bearable size before it is read. Compressed bodies too: they unpack to any size. */
const refuseByHeaders: RequestHandler = (req: Request, res: Response, next) => {
  const isJson = req.contentType().toLowerCase() === 'application/json';
  if (!isJson || req.header('content-encoding') !== undefined) sendError(res, 415);
  else if (Number(req.header('content-length') ?? 0) > maxBodyBytes) {
    // The rest of the body is not waited for.
    res.setHeader('Connection', 'close');
    sendError(res, 413);
  } else return next();
  return next(false);
};

/** A key `__proto__` in JSON is an ordinary property until some later copy makes it the prototype. */
const dropPrototypes = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

/** In its letters, or with some of them escaped. Looking at every key takes several times as long as reading the rest. */
const mayNamePrototype = /__proto__|\\u/;

const parse: RequestHandler = (req: Request, res: Response, next) => {
  try {
    const text = String(req.body);
    req.body = mayNamePrototype.test(text) ? JSON.parse(text, dropPrototypes) : JSON.parse(text);
    return next();
  } catch {
    sendError(res, 400);
    return next(false);
  }
};

/** Handlers that leave the parsed body in `req.body`, or have answered 400, 413 or 415. */
export const readJsonBody: readonly RequestHandler[] = [
  refuseByHeaders,
  plugins.bodyReader({ maxBodySize: maxBodyBytes }),
  parse,
];
