import type { Files } from '../base/ports';
import { START_OF_FILE } from '../base/place';
import type { Problem } from '../base/result';
import { differences } from '../history/differences';
import type { History } from '../history/read';
import { sealProblems } from '../history/seal';
import { builtinLifecycle } from '../lifecycle/builtins';
import { vocabularyOf } from '../lifecycle/vocabulary';
import type { Manifest } from '../manifest/model';
import { parseManifest } from '../manifest/parse';
import { RULE_IDS } from './rule-ids';
import { confined } from './confined';
import { excluder } from './exclude';
import type { ManifestContent } from './loaded-manifest';
import { readProjectHistory } from './read-history';
import { looksLikePath, readLifecycle } from './read-lifecycle';

/**
 * What a manifest's text says; `files` serves a lifecycle of the user's own, and the history.
 *
 * @param known the history where it was read before: a text that is being typed does not wait for it
 */
export async function understand(
  files: Files,
  file: string,
  text: string,
  known?: History,
): Promise<ManifestContent> {
  const content = await withLifecycle(files, file, text);
  const { manifest } = content;
  const history = known ?? (await readProjectHistory(confined(files, manifest.root), manifest.root));
  const problems = [
    ...manifest.problems,
    ...history.problems,
    ...differences(manifest, history.entries),
    ...(await sealProblems(manifest, history.entries)),
  ];
  return { ...content, history, manifest: { ...manifest, problems } };
}

async function withLifecycle(
  files: Files,
  file: string,
  text: string,
): Promise<Omit<ManifestContent, 'history'>> {
  const manifest = parseManifest(file, text, vocabularyOf(RULE_IDS)).value;
  const lifecycle = builtinLifecycle(manifest.lifecycle);
  const excludes = excluder(manifest);
  if (lifecycle || !looksLikePath(manifest.lifecycle)) {
    return { manifest, lifecycle, lifecycleFiles: [], excludes };
  }
  const own = await readLifecycle(confined(files, manifest.root), manifest.root, manifest.lifecycle);
  const lifecycleFiles = own.files;
  if (!own.lifecycle.ok) {
    const problems = [...manifest.problems, notRead(manifest, own.lifecycle.failure)];
    return { manifest: { ...manifest, problems }, lifecycle: undefined, lifecycleFiles, excludes };
  }
  const parsed = own.lifecycle.value;
  // Its stages and criteria are names that the manifest may use, so the manifest is read once more with them.
  const named = parseManifest(file, text, vocabularyOf(RULE_IDS, parsed.value)).value;
  const problems = [...named.problems, ...parsed.problems];
  return { manifest: { ...named, problems }, lifecycle: parsed.value, lifecycleFiles, excludes };
}

function notRead(manifest: Manifest, reason: string): Problem {
  const range = manifest.fields.get('lifecycle')?.range ?? START_OF_FILE;
  return {
    code: 'lifecycle-not-read',
    severity: 'error',
    message: `The lifecycle \`${manifest.lifecycle}\` cannot be used: ${reason}. Name a file in this project, or a built-in lifecycle.`,
    place: { file: manifest.file, range },
  };
}
