import { isAbsolute, relative } from 'node:path';

/** Does an absolute path lie in a folder, after `..` has been worked out? */
export function isWithin(folder: string, file: string): boolean {
  if (!isAbsolute(file)) return false;
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}
