import type { FileVersion, FileVersions, VersionsAsked, VersionsFound } from '../base/ports';
import type { Result } from '../base/result';
import { fail, ok } from '../base/result';
import { folderOf, nameOf } from '../project/paths';
import { blobsOf } from './git-blobs';
import { feedGit, runGit } from './git';
import { RESTRICTED } from './node-git';

/**
 * Git as the engine's {@link FileVersions} port: one `git log` for the commits, and one process each for the sizes and for the
 * contents of all of them.
 */
export function nodeVersions(isTrusted: () => boolean): FileVersions {
  return {
    head: file => (isTrusted() ? head(file) : Promise.resolve(fail(RESTRICTED))),
    of: (file, asked) => (isTrusted() ? versionsOf(file, asked) : Promise.resolve(fail(RESTRICTED))),
  };
}

async function head(file: string): Promise<Result<string, string>> {
  const said = await runGit(folderOf(file), ['rev-parse', '--verify', '-q', 'HEAD']);
  return said.ok ? ok(said.value.trim()) : said;
}

async function versionsOf(file: string, asked: VersionsAsked): Promise<Result<VersionsFound, string>> {
  const folder = folderOf(file);
  const name = nameOf(file);
  if (/[\r\n]/.test(name)) return fail('git is not asked about names with line ends');
  const commits = await commitsOf(folder, name, asked);
  if (!commits.ok) return commits;
  if (commits.value.length === 0) return fail('it was never committed');
  const latest = commits.value.slice(0, asked.most);
  const names = latest.map(({ commit }) => `${commit}:./${name}`);
  const blobs = await blobsOf(folder, names, asked.cancellation);
  if (!blobs.ok) return blobs;
  const versions = latest.map((commit, at): FileVersion => {
    return { ...commit, content: blobs.value[at] ?? fail('git does not say') };
  });
  return ok({ versions: versions.reverse(), more: commits.value.length > latest.length });
}

type Commit = Omit<FileVersion, 'content'>;

/** The latest commits that changed a file, newest first, and one more if there is one. */
async function commitsOf(
  folder: string,
  name: string,
  { most, cancellation }: VersionsAsked,
): Promise<Result<readonly Commit[], string>> {
  // Of a pattern's signs in a name none means more than itself.
  const asked = ['--literal-pathspecs', 'log', '-z', `-${most + 1}`, '--format=%H %ct %s', '--', name];
  const said = await feedGit(folder, asked, { most: 64 << 20, cancellation });
  if (!said.ok) return said;
  const lines = new TextDecoder().decode(said.value).split('\0').filter(Boolean);
  return ok(
    lines.map(line => {
      const [commit = '', seconds = ''] = line.split(' ', 2);
      return {
        commit,
        time: Number(seconds) * 1000,
        subject: line.slice(commit.length + seconds.length + 2),
      };
    }),
  );
}
