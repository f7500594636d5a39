import picomatch from 'picomatch';
import type { FileLint, LintFacts } from './facts';
import { relativeTo } from './words';

/** The facts of files that the linter saw, so that they can be asked for by where they lie. */
export function lintFactsOf(
  root: string,
  files: readonly FileLint[],
  { rules, complete }: Pick<LintFacts, 'rules' | 'complete'>,
): LintFacts {
  const answers = new Map<string, readonly FileLint[]>();
  return {
    rules,
    complete,
    filesIn: paths => {
      // Many criteria ask for the same.
      const key = paths.join('\n');
      const answer = answers.get(key) ?? filesIn(root, files, paths);
      answers.set(key, answer);
      return answer;
    },
  };
}

function filesIn(root: string, files: readonly FileLint[], paths: readonly string[]): readonly FileLint[] {
  if (paths.length === 0) return files;
  const matches = picomatch([...paths], { dot: true });
  return files.filter(({ file }) => matches(relativeTo(root, file)));
}
