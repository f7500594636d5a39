import type { Files } from '../base/ports';
import { folderOf, foldersAbove, isInside } from './paths';
import type { Change } from './ports';

/**
 * What an answer rests on: every path that was read, asked for or listed while it was computed, present or not. While
 * none of these changes, the answer stands.
 */
export interface Footprint {
  /** The file system, with every look written down. */
  readonly files: Files;
  /** Writes down a path that somebody else looked at on the answer's behalf. */
  look(path: string): void;
  /** Has anything changed that was looked at? Once it has, it stays so. */
  readonly touched: boolean;
  /** The answer is not wanted any more. */
  end(): void;
}

/** All footprints over one file system, kept by path: a change finds what rests on it, however many answers there are. */
export interface Footprints {
  begin(): Footprint;
  touch(changes: readonly Change[]): void;
  touchAll(): void;
}

export function createFootprints(files: Files): Footprints {
  const marks: Marks = {
    looked: new Map(),
    lookedWithin: new Map(),
    listed: new Map(),
    listedWithin: new Map(),
  };
  const live = new Set<Walker>();
  return {
    begin: () => {
      const walker = beginWalk(files, marks, () => live.delete(walker));
      live.add(walker);
      return walker;
    },
    touch: changes => {
      for (const change of changes) for (const walker of concerned(change, marks)) walker.stop();
    },
    touchAll: () => {
      for (const walker of [...live]) walker.stop();
    },
  };
}

/** Lets go of what is kept by manifest for the projects of a folder. */
export function forgetWithin(folder: string, kept: Map<string, { readonly footprint: Footprint }>): void {
  for (const [manifest, { footprint }] of kept) {
    if (!isInside(folder, manifest)) continue;
    footprint.end();
    kept.delete(manifest);
  }
}

interface Walker extends Footprint {
  /** Something that it looked at changed. */
  stop(): void;
  /** What a folder that it listed held. */
  names(folder: string): readonly string[];
}

type Marked = Map<string, Set<Walker>>;

/** Who was where: at a path itself, and anywhere below it (or at it). */
interface Marks {
  readonly looked: Marked;
  readonly lookedWithin: Marked;
  readonly listed: Marked;
  readonly listedWithin: Marked;
}

function beginWalk(files: Files, marks: Marks, onEnd: () => void): Walker {
  const traces: (readonly [Marked, string])[] = [];
  const listings = new Map<string, readonly string[]>();
  let state: 'fresh' | 'touched' | 'ended' = 'fresh';
  const mark = (marked: Marked, path: string): void => {
    if (state !== 'fresh' || marked.get(path)?.has(walker)) return;
    marked.set(path, (marked.get(path) ?? new Set()).add(walker));
    traces.push([marked, path]);
  };
  /** Where a folder is marked, those above it are. */
  const markWithin = (marked: Marked, path: string): void => {
    for (let one = path; !marked.get(one)?.has(walker); one = folderOf(one)) {
      mark(marked, one);
      if (state !== 'fresh' || one === folderOf(one)) return;
    }
  };
  const look = (path: string): void => {
    mark(marks.looked, path);
    markWithin(marks.lookedWithin, path);
  };
  const leave = (left: 'touched' | 'ended'): void => {
    if (state !== 'fresh') return;
    state = left;
    for (const [marked, path] of traces.splice(0)) forget(marked, path, walker);
    listings.clear();
    onEnd();
  };
  const walker: Walker = {
    files: {
      read: path => (look(path), files.read(path)),
      stat: path => (look(path), files.stat(path)),
      list: async path => {
        mark(marks.listed, path);
        markWithin(marks.listedWithin, path);
        const names = await files.list(path);
        listings.set(path, names);
        return names;
      },
    },
    look,
    get touched() {
      return state === 'touched';
    },
    end: () => leave('ended'),
    stop: () => leave('touched'),
    // Until the answer is here, any change may be missing from it.
    names: folder => listings.get(folder) ?? [],
  };
  return walker;
}

function forget(marked: Marked, path: string, walker: Walker): void {
  const walkers = marked.get(path);
  walkers?.delete(walker);
  if (walkers?.size === 0) marked.delete(path);
}

function concerned({ path, kind }: Change, marks: Marks): Walker[] {
  const above = foldersAbove(path);
  const looked = [path, ...above].flatMap(one => at(marks.looked, one));
  const inside = at(marks.lookedWithin, path);
  // What is written stays where it is listed.
  return [...looked, ...inside, ...(kind === 'changed' ? [] : relisted(path, above, marks))];
}

/**
 * A listing changes with what lies directly in the folder. A path further down matters when the folder on the way to
 * it was not listed, for then that folder is new, or has gone.
 */
function relisted(path: string, above: readonly string[], { listed, listedWithin }: Marks): Walker[] {
  const further = above.flatMap(folder => {
    const [child = ''] = path.slice(folder.length).split('/').filter(Boolean);
    return at(listed, folder).filter(walker => !walker.names(folder).includes(`${child}/`));
  });
  return [...at(listed, folderOf(path)), ...at(listedWithin, path), ...further];
}

function at(marked: Marked, path: string): Walker[] {
  return [...(marked.get(path) ?? [])];
}
