import type { Credential } from '../base/credential';
import { authorization } from '../base/credential';
import { isPrivate, originOf } from '../base/origin';
import type { Cancellation, Network, NetworkFailure, Refusal, WebAnswer, WebQuestion } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { readWhole } from './read-answer';

export interface NodeNetworkOptions {
  /** Why a server, by its origin, is not asked. Asked for each question anew. */
  readonly refusal: (origin: string) => Refusal | undefined;
  /** What the server at an origin wants to know of who asks. Nothing, unless it travels safely. */
  readonly credential: (origin: string) => Promise<Credential | undefined>;
  /** Milliseconds for a question with its whole answer. */
  readonly patience?: number;
  /** Bytes of an answer; a larger one is not read. */
  readonly most?: number;
}

const PATIENCE_MS = 30_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** How often it is asked whether to stop, in milliseconds. */
const ASK_MS = 100;
const MOST_MOVES = 3;

/**
 * Asks over HTTP. A question never leaves the server that was allowed: one that sends on to another is an answer of its own. The
 * user's secrets go to that server alone, and only encrypted or within this machine.
 */
export function nodeNetwork(options: NodeNetworkOptions): Network {
  const refusalAt = (address: string): Refusal | undefined => {
    const origin = originOf(address);
    return origin === undefined ? NO_ADDRESS : options.refusal(origin);
  };
  return {
    refusal: refusalAt,
    ask: async (question, cancellation) => {
      const refusal = refusalAt(question.url);
      if (refusal) return fail({ kind: 'refused', message: refusal.reason });
      if (cancellation.cancelled) return fail(CANCELLED);
      return withStop(options.patience ?? PATIENCE_MS, cancellation, stop => follow(options, question, stop));
    },
  };
}

const NO_ADDRESS: Refusal = { kind: 'off', reason: 'this is no address of a server' };
const CANCELLED: NetworkFailure = { kind: 'cancelled', message: 'asking it was cancelled' };

type Answered = Result<WebAnswer, NetworkFailure>;

/** Ends the work when its time is over or somebody cancels it. */
async function withStop(
  patience: number,
  cancellation: Cancellation,
  work: (stop: AbortSignal) => Promise<Answered>,
): Promise<Answered> {
  const stop = new AbortController();
  const seconds = Math.round(patience / 1000);
  const slow: NetworkFailure = { kind: 'slow', message: `it did not answer within ${seconds} seconds` };
  const timer = setTimeout(() => stop.abort(slow), patience);
  const watch = setInterval(() => {
    if (cancellation.cancelled) stop.abort(CANCELLED);
  }, ASK_MS);
  try {
    return await work(stop.signal);
  } catch (error) {
    return fail(stop.signal.aborted ? (stop.signal.reason as NetworkFailure) : unreachable(error));
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

async function follow(
  { credential, most = MOST_BYTES }: NodeNetworkOptions,
  { url, body }: WebQuestion,
  signal: AbortSignal,
): Promise<Answered> {
  const origin = originOf(url) ?? '';
  const secret = isPrivate(origin) ? await credential(origin) : undefined;
  const request = {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(secret && { authorization: authorization(secret) }),
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal,
  } as const;
  let at = url;
  for (let moves = 0; moves <= MOST_MOVES; moves++) {
    const response = await fetch(at, request);
    const next = locationOf(response, at);
    if (next === undefined) {
      const text = await readWhole(response, most);
      return text.ok ? ok({ status: response.status, text: text.value }) : text;
    }
    await response.body?.cancel();
    if (originOf(next) !== origin) return fail({ kind: 'moved', message: movedTo(next) });
    if (body && !KEEPS_METHOD.has(response.status)) return fail({ kind: 'moved', message: TO_A_PAGE });
    at = next;
  }
  return fail({ kind: 'moved', message: 'it sends on again and again' });
}

/** With these a question is put again as it was; other redirections make a page to be looked at of it. */
const KEEPS_METHOD = new Set([307, 308]);
const TO_A_PAGE = 'it sends on to a page, as for signing in: a token may be needed';

function locationOf({ status, headers }: Response, url: string): string | undefined {
  const location = headers.get('location');
  if (status < 300 || status >= 400 || location === null) return undefined;
  return URL.canParse(location, url) ? new URL(location, url).href : undefined;
}

function movedTo(url: string): string {
  const where = originOf(url) ?? 'elsewhere';
  return `it sends on to ${where}, which is not asked; name that address where it is the right one`;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no server of this name, or no network',
  EAI_AGAIN: 'its name cannot be looked up: there may be no network',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  EHOSTUNREACH: 'it cannot be reached from here',
  ENETUNREACH: 'it cannot be reached from here',
  ETIMEDOUT: 'it cannot be reached from here',
  UND_ERR_CONNECT_TIMEOUT: 'it cannot be reached from here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted; see NODE_EXTRA_CA_CERTS',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted; see NODE_EXTRA_CA_CERTS',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted; see NODE_EXTRA_CA_CERTS',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not trusted; see NODE_EXTRA_CA_CERTS',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak https there; http may be meant',
};

function unreachable(error: unknown): NetworkFailure {
  const code = codeOf(error) ?? '';
  const message = REASONS[code] ?? `it cannot be reached (${code === '' ? wordsOf(error) : code})`;
  return { kind: 'unreachable', message };
}

/** `fetch` wraps what went wrong. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
