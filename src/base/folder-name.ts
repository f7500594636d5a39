/** Folders in which nothing is read, however much comes and goes there. */
const NEVER_READ = /(^|[/\\])(\.git|node_modules|__pycache__|\.venv|\.ipynb_checkpoints)([/\\]|$)/;

/**
 * May a path that has come or gone be a folder with something in it that is read? Whoever tells of files that come and go says
 * nothing of those in a folder that is moved as a whole, and of what is gone nobody can tell what it was. So it goes by the
 * name: that of a folder has no ending, or one of a version (`data.v2`, `run-1.0`).
 */
export function mayBeFolder(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const ending = /^.+\.([^.]*)$/.exec(name)?.[1];
  return (ending === undefined || /^v?\d+$/i.test(ending)) && !NEVER_READ.test(path);
}
