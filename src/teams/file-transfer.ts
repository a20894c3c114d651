import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { AppError } from '../domain/app-error.js';
import { texts } from '../texts.js';
import type { FileAccess } from './file-access.js';

/** Brings files to and from where Teams keeps them. An address is never logged: whoever has it has the file. */
export interface FileTransfer {
  /**
   * The file's bytes.
   *
   * @throws AppError, with a Danish reply: `forbidden` for an address that is not one of the allowed, `invalid_input` for a
   * file that is too large, `unavailable` for every other failure.
   */
  download(url: string): Promise<Uint8Array>;
  /** @throws AppError as `download` does. */
  upload(url: string, bytes: Uint8Array): Promise<void>;
  /** Whether an address is one that files are fetched from. */
  isAllowed(url: string): boolean;
}

export interface TransferLimits {
  bytes: number;
  /** For one file, all redirects together. */
  ms: number;
  redirects: number;
}

export const transferLimits: TransferLimits = { bytes: 20 * 1024 * 1024, ms: 20_000, redirects: 3 };

const refused = (): AppError =>
  new AppError('forbidden', 'a file lies on a host that is not allowed', { reply: texts.fileHostRefused });
const failed = (what: string): AppError =>
  new AppError('unavailable', `a file could not be transferred: ${what}`, { reply: texts.fileNotFetched });

/** Connects to the address that was checked, whatever the name is resolved to a moment later. */
const pinnedTo =
  (address: string): LookupFunction =>
  (_hostname, options, done) => {
    const family = isIPv6(address) ? 6 : 4;
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };

const redirectStatuses = [301, 302, 303, 307, 308];

export function createFileTransfer(access: FileAccess, limits: TransferLimits = transferLimits): FileTransfer {
  const parse = (address: string, base?: URL): URL => {
    if (!URL.canParse(address, base?.href)) throw refused();
    const url = new URL(address, base);
    if (!access.mayVisit(url)) throw refused();
    return url;
  };

  /** One of the host's addresses; every one of them must be allowed. */
  const findAddress = async (url: URL): Promise<string> => {
    const addresses = await access.resolve(url.hostname).catch(() => {
      throw failed('the host is not known');
    });
    const [first] = addresses;
    if (first === undefined || !addresses.every(access.mayConnectTo)) throw refused();
    return first;
  };

  const send = async (url: URL, options: RequestOptions, body: Uint8Array | undefined): Promise<IncomingMessage> => {
    const address = await findAddress(url);
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const sent = request(url, { ...options, agent: false, lookup: pinnedTo(address) }, resolve);
      sent.on('error', () => reject(failed('the connection broke')));
      sent.end(body);
    });
  };

  const download = async (address: string, signal: AbortSignal): Promise<Uint8Array> => {
    let url = parse(address);
    for (let visits = 0; visits <= limits.redirects; visits += 1) {
      const response = await send(
        url,
        { method: 'GET', headers: { 'accept-encoding': 'identity' }, signal },
        undefined,
      );
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) return readBody(response, limits.bytes);
      response.destroy();
      if (!redirectStatuses.includes(statusCode) || headers.location === undefined)
        throw failed(`the host answered ${statusCode}`);
      url = parse(headers.location, url);
    }
    throw failed('too many redirects');
  };

  const upload = async (address: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> => {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    };
    const response = await send(parse(address), { method: 'PUT', headers, signal }, bytes);
    response.resume();
    if (response.statusCode !== 200 && response.statusCode !== 201)
      throw failed(`the host answered ${response.statusCode}`);
  };

  return {
    download: (url) => inTime(limits.ms, (signal) => download(url, signal)),
    upload: (url, bytes) => inTime(limits.ms, (signal) => upload(url, bytes, signal)),
    isAllowed: (url) => URL.canParse(url) && access.mayVisit(new URL(url)),
  };
}

/** Looking a name up cannot be broken off, so it is left behind. */
async function inTime<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(failed('it took too long'));
      stopping.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(stopping.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readBody(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const tooLarge = (): AppError =>
    new AppError('invalid_input', 'a file is larger than allowed', { reply: texts.fileTooLarge });
  try {
    if (Number(response.headers['content-length'] ?? 0) > limit) throw tooLarge();
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  } catch (error) {
    throw error instanceof AppError ? error : failed('the connection broke');
  } finally {
    response.destroy();
  }
}
