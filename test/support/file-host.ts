import { createServer, type Server } from 'node:http';
import { type ActivityJson, activity } from './activities.js';

interface FileRequest {
  method: string;
  path: string;
  authorization: string | undefined;
  range: string | undefined;
  body: Buffer;
}

/** Where files lie and are brought to, on this machine. A path that begins with "/hop" leads on to the next one, for ever. */
export class FileHost {
  readonly requests: FileRequest[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const { authorization } = headers;
      this.requests.push({
        method,
        path: url,
        authorization,
        range: headers['content-range'],
        body: Buffer.concat(chunks),
      });
      const bytes = this.#files.get(url);
      const isHop = url.startsWith('/hop');
      response.statusCode = method === 'PUT' ? 201 : isHop ? 302 : bytes === undefined ? 404 : 200;
      if (isHop) response.setHeader('location', `/hop${Number(url.slice(4)) + 1}`);
      response.end(method === 'PUT' ? undefined : bytes);
    });
  });

  static async start(): Promise<FileHost> {
    const host = new FileHost();
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  url(path: string): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}${path}`;
  }

  /** Puts a file there and gives its address. */
  put(path: string, bytes: Uint8Array): string {
    this.#files.set(path, bytes);
    return this.url(path);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** A message that brings a file, as Teams posts it. */
export const fileMessage = (serviceUrl: string, url: string, name: string, parts: ActivityJson = {}): ActivityJson =>
  activity(serviceUrl, {
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: url,
        name,
        content: { downloadUrl: url, uniqueId: 'x', fileType: 'md' },
      },
      { contentType: 'text/html', content: '<p></p>' },
    ],
    ...parts,
  });
