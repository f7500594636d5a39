import { isWebAddress } from '../base/origin';

/**
 * Absolute paths as the engine writes them: `/` as separator, no `.` or `..`, no separator at the end (but for a root).
 * `C:/ada/a.py` and `/ada/a.py` are both such paths. Pure text; nothing here touches a disk.
 */

/** Brings a host's absolute path into the engine's form. */
export function normalise(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^[A-Za-z]:/.exec(slashed)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of slashed.slice(drive.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${drive}/${parts.join('/')}`;
}

/** `path` as seen from the folder `base`; a path that is absolute already stays what it is. */
export function resolve(base: string, path: string): string {
  const absolute = path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
  return normalise(absolute ? path : `${base}/${path}`);
}

/** The folder a path lies in; a root lies in itself. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  const folder = path.slice(0, cut);
  return folder === '' || folder.endsWith(':') ? path.slice(0, cut + 1) : folder;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Lower-case, with its dot: `.py`; empty when there is none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** Is `path` the folder itself, or something in it? */
export function isInside(folder: string, path: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path === folder || path.startsWith(prefix);
}

/**
 * `path` as written from the folder `base`, with `../` where it must climb; `.` for the folder itself. An address of the web
 * is the same from everywhere.
 */
export function relative(base: string, path: string): string {
  if (isWebAddress(path)) return path;
  const from = base.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  const climbs = from.slice(shared).map(() => '..');
  return [...climbs, ...to.slice(shared)].join('/') || '.';
}

/** All folders from the one a path lies in up to the root, nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === folderOf(folder)) return folders;
  }
}

/** The deepest folder that holds all of `folders`. */
export function commonFolder(folders: readonly string[]): string {
  const [first = '/', ...rest] = folders;
  return rest.reduce((common, folder) => {
    let shared = common;
    while (!isInside(shared, folder) && shared !== folderOf(shared)) shared = folderOf(shared);
    return shared;
  }, first);
}
