import type { WebAnswer } from '../../../base/ports';
import type { Result } from '../../../base/result';
import { fail, ok } from '../../../base/result';
import type { JsonObject } from './json';
import { parseAnswer, textIn } from './json';

/** Why a question to a server has no answer: a clause without the address, with what to do. */
export interface ServerFailure {
  readonly kind:
    'not-signed-in' | 'not-permitted' | 'not-there' | 'not-mlflow' | 'overloaded' | 'broken' | 'no-answer';
  readonly message: string;
}

/** What an answer says, by MLflow's protocol. */
export function readAnswer({ status, text }: WebAnswer): Result<JsonObject, ServerFailure> {
  const object = parseAnswer(text);
  if (status >= 200 && status < 300) {
    if (object) return ok(object);
    return fail({ kind: 'not-mlflow', message: isPage(text) ? PAGE_INSTEAD : NO_JSON });
  }
  return fail(refusalOf(status, object));
}

const PAGE_INSTEAD =
  'it answered with a web page: there may be a login in front of it, for which a token is needed, or the address is that of something else';
const NO_JSON = 'its answer is no JSON, or was cut short';

function isPage(text: string): boolean {
  return /^\s*</.test(text);
}

function refusalOf(status: number, object: JsonObject | undefined): ServerFailure {
  const said = object ? saidIn(object) : '';
  switch (status) {
    case 401:
      return {
        kind: 'not-signed-in',
        message: `it wants to know who asks (401)${said}; set credentials, or correct them`,
      };
    case 403:
      return { kind: 'not-permitted', message: `it does not permit this (403)${said}` };
    case 404:
      // MLflow says in JSON what it lacks; any other 404 is of a server that does not know the path.
      return object && textIn(object, 'error_code') !== undefined
        ? { kind: 'not-there', message: `it has no such thing (404)${said}` }
        : { kind: 'not-mlflow', message: NO_ROUTE };
    case 429:
    case 503:
      return { kind: 'overloaded', message: `it is too busy to answer (${status})${said}; refresh later` };
    default:
      return { kind: 'broken', message: `it answered with an error (${status})${said}` };
  }
}

const NO_ROUTE =
  'MLflow does not answer there (404): the address may lack a path, or the server is older than version 2';

/** A server's own words, on one line and not too many of them. */
function saidIn(object: JsonObject): string {
  const message = (textIn(object, 'message') ?? '').replace(/\s+/g, ' ').trim();
  if (message === '') return '';
  return `: “${message.length > MOST_WORDS ? `${message.slice(0, MOST_WORDS)}…` : message}”`;
}

const MOST_WORDS = 160;
