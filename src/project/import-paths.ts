import { folderOf } from './paths';

/** A file that an import may mean: below `base`, where `first` is the first name on the way. */
export interface ImportCandidate {
  readonly base: string;
  readonly first: string;
  readonly path: string;
}

/**
 * The files that a dotted name may mean to a file which imports it. Relative names start from its own folder; others are
 * looked for in its own folder, as Python does for a script, and in the folders that `roots` names.
 */
export function importCandidates(file: string, name: string, roots: readonly string[]): ImportCandidate[] {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const parts = name.slice(dots).split('.').filter(Boolean);
  const bases = dots > 0 ? [climb(folderOf(file), dots - 1)] : [...new Set([folderOf(file), ...roots])];
  return bases.flatMap(base => {
    const stem = [base === '/' ? '' : base, ...parts].join('/');
    const first = parts[0] ?? '__init__.py';
    const paths = parts.length > 0 ? [`${stem}.py`, `${stem}/__init__.py`] : [`${stem}/__init__.py`];
    return paths.map(path => ({ base, first, path }));
  });
}

function climb(folder: string, levels: number): string {
  return levels <= 0 ? folder : climb(folderOf(folder), levels - 1);
}

/** `import a.b`, `from a import b, c`: the names that a line of code imports, as far as one line tells. */
export function importedNames(text: string): string[] {
  const names: string[] = [];
  for (const [, from, members = '', plain = ''] of text.matchAll(IMPORT)) {
    if (from === undefined) names.push(...listed(plain));
    else
      names.push(from, ...listed(members).map(member => (/^\.+$/.test(from) ? from : `${from}.`) + member));
  }
  return names;
}

const IMPORT = /^[ \t]*(?:from[ \t]+(\.*[\w.]*)[ \t]+import[ \t]+([^\n#;]+)|import[ \t]+([^\n#;]+))/gm;

/** `a as b, c` names `a` and `c`. */
function listed(text: string): string[] {
  return text.split(',').flatMap(part => /[\w.]+/.exec(part)?.[0] ?? []);
}
