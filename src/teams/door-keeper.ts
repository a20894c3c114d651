import type { Request, RequestHandler, Response } from 'restify';
import type { Clock } from '../domain/clock.js';
import { type ChannelClaims, type Knock, knock } from './door.js';
import { sendError } from './http-replies.js';
import { isLoopbackAddress } from './service-url.js';
import type { SigningKeys } from './signing-keys.js';

export interface DoorKeeper {
  /** Turns away what is not the channel's, before its body is read; each in the same words. */
  refuseStrangers: RequestHandler;
  /** What the channel signed with a request that was let in; null in local mode. */
  claimsOf(req: Request): ChannelClaims | null;
}

export interface DoorKeeping {
  /** null: insecure local mode, where every caller on this machine is believed. */
  appId: string | null;
  keys: SigningKeys;
  clock: Clock;
  isClosing(): boolean;
  countRefused(reason: string): void;
}

export function createDoorKeeper({ appId, keys, clock, isClosing, countRefused }: DoorKeeping): DoorKeeper {
  const claims = new WeakMap<Request, ChannelClaims>();
  const refuse = (res: Response, status: number, reason: string): false => {
    countRefused(reason);
    sendError(res, status);
    return false;
  };

  /** @returns false when the request has been answered. */
  const admit = async (req: Request, res: Response): Promise<boolean> => {
    if (appId === null) {
      const fault = findLocalFault(req);
      return fault === undefined || refuse(res, 403, fault);
    }
    let answer: Knock;
    try {
      answer = await knock(req.headersDistinct.authorization ?? [], { appId, keys, clock });
    } catch {
      return refuse(res, 503, 'no_signing_keys');
    }
    if ('fault' in answer) return refuse(res, 401, answer.fault);
    claims.set(req, answer.claims);
    return true;
  };

  return {
    refuseStrangers: (req, res, next) => {
      if (isClosing()) {
        res.setHeader('Connection', 'close');
        sendError(res, 503);
        next(false);
      } else {
        admit(req, res).then((isAdmitted) => next(isAdmitted ? undefined : false), next);
      }
    },
    claimsOf: (req) => claims.get(req) ?? null,
  };
}

/** Without authentication only this machine is answered, and only by its own name, which keeps other sites' pages out. */
export function findLocalFault(req: Request): string | undefined {
  if (!isLoopbackAddress(req.socket.remoteAddress)) return 'not_local';
  const host = `http://${req.header('host') ?? ''}`;
  const name = URL.canParse(host) ? new URL(host).hostname : '';
  return ['127.0.0.1', 'localhost', '[::1]'].includes(name) ? undefined : 'not_local';
}
