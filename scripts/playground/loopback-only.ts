/*
 * Loaded into the Playground's process before its own code. As it comes, the Playground listens on every interface,
 * asks the cloud's metadata address who it is and reports to a telemetry service even with telemetry switched off,
 * and its page fetches fonts from a content network. Here all of that ends at this machine.
 */
import dns from 'node:dns';
import http from 'node:http';
import net from 'node:net';

const loopback = '127.0.0.1';

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function refusal(host: string): Error {
  return Object.assign(new Error(`${host} is not on this machine`), { code: 'ECONNREFUSED' });
}

/** What the page may load: its own files and its own server, nothing else. */
const contentPolicy = [
  `default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:`,
  `connect-src 'self' ws://${loopback}:* ws://localhost:*`,
].join('; ');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenOnLoopback(this: net.Server, ...given: unknown[]) {
  const [first, ...rest] = given;
  const callback = given.find((argument) => typeof argument === 'function');
  const options = typeof first === 'object' && first !== null ? first : { port: Number(first ?? 0) };
  if ('path' in options || rest.some((argument) => typeof argument === 'object')) throw refusal('that address');
  return Reflect.apply(listen, this, [{ ...options, host: loopback }, callback]);
};

/** The host a `connect` call names, in any of the forms node itself calls it with. */
function hostOf(argument: unknown): string | undefined {
  const first: unknown = Array.isArray(argument) ? argument[0] : argument;
  if (typeof first !== 'object' || first === null) return undefined;
  if ('path' in first && typeof first.path === 'string' && !('port' in first)) return undefined;
  return 'host' in first && typeof first.host === 'string' ? first.host : undefined;
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connectToLoopback(this: net.Socket, ...given: unknown[]) {
  const host = hostOf(given[0]) ?? (typeof given[1] === 'string' ? given[1] : 'localhost');
  if (isLoopback(host)) return Reflect.apply(connect, this, given);
  process.nextTick(() => this.destroy(refusal(host)));
  return this;
};

const lookup = dns.lookup;
function lookUpLoopback(host: string, ...rest: unknown[]): void {
  const callback = rest.at(-1);
  if (isLoopback(host)) Reflect.apply(lookup, dns, [host, ...rest]);
  else if (typeof callback === 'function') process.nextTick(() => callback(refusal(host)));
}
Object.assign(dns, { lookup: Object.assign(lookUpLoopback, lookup) });

const writeHead = http.ServerResponse.prototype.writeHead;
http.ServerResponse.prototype.writeHead = function writeHeadWithPolicy(
  this: http.ServerResponse,
  ...given: unknown[]
): http.ServerResponse {
  if (!this.headersSent) this.setHeader('Content-Security-Policy', contentPolicy);
  return Reflect.apply(writeHead, this, given);
};
