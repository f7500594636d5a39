import type { Cancellation, Network } from '../../../base/ports';
import type { Result } from '../../../base/result';
import { fail } from '../../../base/result';
import type { ServerFailure } from './answer';
import { readAnswer } from './answer';
import type { ApiQuestion, Route } from './api';
import { ROUTES, urlOf } from './api';
import type { JsonObject } from './json';

/** One server that questions are put to. */
export interface Connection {
  /** As {@link import('../../../base/origin').plainAddress} writes it. */
  readonly address: string;
  readonly cancellation: Cancellation;
  ask(question: ApiQuestion): Promise<Result<JsonObject, ServerFailure>>;
}

/** A connection finds out with its first question where the server listens. */
export function connect(network: Network, address: string, cancellation: Cancellation): Connection {
  let found: Route | undefined;
  const askAt = async (route: Route, question: ApiQuestion): Promise<Result<JsonObject, ServerFailure>> => {
    const { body } = question;
    const url = urlOf(address, route, question);
    const answer = await network.ask({ url, ...(body && { body }) }, cancellation);
    if (answer.ok) return readAnswer(answer.value);
    return fail({ kind: 'no-answer', message: answer.failure.message });
  };
  const ask = async (question: ApiQuestion): Promise<Result<JsonObject, ServerFailure>> => {
    if (found) return askAt(found, question);
    const [usual, below] = ROUTES;
    const first = await askAt(usual, question);
    if (first.ok || first.failure.kind !== 'not-mlflow') {
      if (first.ok) found = usual;
      return first;
    }
    const second = await askAt(below, question);
    if (!second.ok && second.failure.kind === 'not-mlflow') return first;
    found = below;
    return second;
  };
  return { address, cancellation, ask };
}
