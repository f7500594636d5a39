import { foldersAbove } from './paths';

/** Remembers when paths were announced as changed, on a clock of its own: what was read before must be read again. */
export interface TouchLog {
  /** A time after every announcement so far, and before every one to come. */
  now(): number;
  touch(paths: readonly string[]): void;
  touchAll(): void;
  /** Was the path, or a folder around it, announced after `since`? */
  isTouched(path: string, since: number): boolean;
  /** Was anything in the folder, or around it, announced after `since`? */
  isTouchedWithin(folder: string, since: number): boolean;
}

export function createTouchLog(): TouchLog {
  const paths = new Map<string, number>();
  const folders = new Map<string, number>();
  let all = 0;
  let clock = 1;
  const isTouched = (path: string, since: number): boolean =>
    all > since || [path, ...foldersAbove(path)].some(one => (paths.get(one) ?? 0) > since);
  return {
    now: () => ++clock,
    touch: touched => {
      for (const path of touched) {
        paths.set(path, ++clock);
        for (const folder of foldersAbove(path)) folders.set(folder, clock);
      }
    },
    touchAll: () => {
      all = ++clock;
      paths.clear();
      folders.clear();
    },
    isTouched,
    isTouchedWithin: (folder, since) => (folders.get(folder) ?? 0) > since || isTouched(folder, since),
  };
}
