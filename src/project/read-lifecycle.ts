import type { Files } from '../base/ports';
import type { Parsed, Result } from '../base/result';
import { fail, ok } from '../base/result';
import { builtinLifecycle } from '../lifecycle/builtins';
import type { Lifecycle } from '../lifecycle/model';
import { extendedBy, parseLifecycle } from '../lifecycle/parse';
import type { Base } from '../lifecycle/parse';
import { vocabularyOf } from '../lifecycle/vocabulary';
import { folderOf, resolve } from './paths';
import { RULE_IDS } from './rule-ids';
import { readText } from './text';

export interface OwnLifecycle {
  /** With the problems of its files, or why it could not be read. */
  readonly lifecycle: Result<Parsed<Lifecycle>, string>;
  /** The files that it rests on, whether they could be read or not. */
  readonly files: readonly string[];
}

/** More levels than anybody needs; beyond it something is wrong. */
const MAX_BASES = 8;

/** Reads a lifecycle of the user's own, and what it extends. `path` is relative to `folder`. */
export async function readLifecycle(
  files: Files,
  folder: string,
  path: string,
  below: readonly string[] = [],
): Promise<OwnLifecycle> {
  const file = resolve(folder, path);
  const text = await readText(files, file);
  if (!text.ok) return { lifecycle: fail(text.failure.message), files: [file] };
  const name = extendedBy(text.value.text);
  const base = name === undefined ? undefined : await readBase(files, name, file, [...below, file]);
  const { value, problems } = parseLifecycle(file, text.value.text, vocabularyOf(RULE_IDS), base?.lifecycle);
  return {
    lifecycle: ok({ value, problems: [...problems, ...(base?.problems ?? [])] }),
    files: [file, ...(base?.files ?? [])],
  };
}

interface BaseFile {
  readonly lifecycle: Base;
  readonly problems: Parsed<Lifecycle>['problems'];
  readonly files: readonly string[];
}

async function readBase(
  files: Files,
  name: string,
  from: string,
  below: readonly string[],
): Promise<BaseFile> {
  const none = { problems: [], files: [] };
  const builtin = builtinLifecycle(name);
  if (builtin) return { lifecycle: ok(builtin), ...none };
  if (!looksLikePath(name)) return { lifecycle: fail('there is no lifecycle of this name'), ...none };
  if (below.includes(resolve(folderOf(from), name))) {
    return { lifecycle: fail('it extends this one, so neither has a beginning'), ...none };
  }
  if (below.length >= MAX_BASES) return { lifecycle: fail('too many lifecycles extend each other'), ...none };
  const read = await readLifecycle(files, folderOf(from), name, below);
  if (!read.lifecycle.ok) return { lifecycle: read.lifecycle, problems: [], files: read.files };
  const { value, problems } = read.lifecycle.value;
  return { lifecycle: ok(value), problems, files: read.files };
}

export function looksLikePath(lifecycle: string): boolean {
  return lifecycle.includes('/') || /\.ya?ml$/.test(lifecycle);
}
