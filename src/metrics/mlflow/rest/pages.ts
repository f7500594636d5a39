import type { Result } from '../../../base/result';
import { fail, ok } from '../../../base/result';
import type { ServerFailure } from './answer';
import type { ApiQuestion } from './api';
import type { Connection } from './connection';
import type { JsonObject } from './json';
import { objectsIn, textIn } from './json';

export interface Paged {
  readonly items: readonly JsonObject[];
  /** There are more, which were not asked for. */
  readonly cut: boolean;
}

export interface PageOptions {
  /** The field of an answer that holds its entries. */
  readonly field: string;
  /** After so many entries no further page is asked for. */
  readonly most: number;
  readonly onItems?: (count: number) => void;
}

/** Asks for page after page. */
export async function allPages(
  { ask, cancellation }: Connection,
  questionOf: (token: string | undefined) => ApiQuestion,
  { field, most, onItems }: PageOptions,
): Promise<Result<Paged, ServerFailure>> {
  const items: JsonObject[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    if (cancellation.cancelled) return fail(CANCELLED);
    const answer = await ask(questionOf(token));
    if (!answer.ok) return answer;
    const page = objectsIn(answer.value, field);
    for (const item of page) items.push(item);
    onItems?.(page.length);
    token = textIn(answer.value, 'next_page_token');
    if (token !== undefined && seen.has(token)) return fail(IN_CIRCLES);
    if (token !== undefined) seen.add(token);
  } while (token !== undefined && items.length < most && seen.size < MOST_PAGES);
  return ok({ items, cut: token !== undefined });
}

/** How many questions a server is asked at a time. */
export const AT_A_TIME = 6;

/** A server that gives no entries and always another page ends here. */
const MOST_PAGES = 1000;

const CANCELLED: ServerFailure = { kind: 'no-answer', message: 'asking it was cancelled' };
const IN_CIRCLES: ServerFailure = {
  kind: 'broken',
  message: 'its pages go round in circles: the same one was named twice',
};
