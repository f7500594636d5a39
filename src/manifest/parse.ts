import type { Parsed } from '../base/result';
import { buildCommands } from './build/commands';
import { buildDeclarations, wordsOf } from './build/declarations';
import { buildData } from './build/data';
import { buildEffort } from './build/effort';
import { collectFields } from './build/fields';
import { buildLint } from './build/lint';
import { buildMetrics } from './build/metrics';
import { buildRuns } from './build/runs';
import { buildStages } from './build/stages';
import type { Manifest } from './model';
import { read } from './read/read';
import { problemsOf, report, startReading } from './read/report';
import type { Reading } from './read/report';
import { readYaml } from './read/yaml';
import { MANIFEST } from './schema/manifest';
import type { ManifestTree } from './schema/manifest';
import { NO_VOCABULARY } from './vocabulary';
import type { Vocabulary } from './vocabulary';

export const DEFAULT_LIFECYCLE = 'nine-stage';

/**
 * Reads a manifest and recovers from its mistakes: what is good counts, what is not becomes a problem with its range.
 *
 * @param file absolute path of the manifest, with `/` as separator
 * @param text its content; a byte order mark is not part of any line
 */
export function parseManifest(
  file: string,
  text: string,
  vocabulary: Vocabulary = NO_VOCABULARY,
): Parsed<Manifest> {
  const reading = startReading(file, text.replace(/^\uFEFF/, ''), vocabulary);
  const root = readYaml(reading);
  const stopped = reading.problems.length > 0 && root.entries.length === 0;
  const tree: ManifestTree = (stopped ? undefined : read(reading, MANIFEST, root, '')?.value) ?? {};
  checkVersion(reading, tree);
  const manifest = buildManifest(reading, tree, { file, fields: collectFields(root) });
  return { value: manifest, problems: manifest.problems };
}

function buildManifest(
  reading: Reading,
  tree: ManifestTree,
  given: Pick<Manifest, 'file' | 'fields'>,
): Manifest {
  const root = given.file.slice(0, Math.max(given.file.lastIndexOf('/'), 0));
  const lifecycle = tree.lifecycle?.value ?? DEFAULT_LIFECYCLE;
  const parts = {
    metrics: buildMetrics(reading, tree),
    runs: buildRuns(reading, tree),
    declarations: buildDeclarations(tree),
    data: buildData(reading, tree),
    stages: buildStages(reading, tree, lifecycle),
    effort: buildEffort(tree),
    commands: buildCommands(tree),
    lint: buildLint(tree),
    ...sealOf(tree),
  };
  const name = tree.name?.value.trim() || root.slice(root.lastIndexOf('/') + 1) || 'project';
  return { ...given, root, name, lifecycle, ...parts, problems: problemsOf(reading) };
}

/** Sealed only with who, when and what; the missing part has been reported. */
function sealOf({ sealed }: ManifestTree): Pick<Manifest, 'sealed'> {
  const by = wordsOf(sealed?.value.by).join(', ');
  if (!sealed?.value.on || !sealed.value.digest || by === '') return {};
  return {
    sealed: { on: sealed.value.on.value, by, digest: sealed.value.digest.value, range: sealed.range },
  };
}

function checkVersion(reading: Reading, { version }: ManifestTree): void {
  if (!version || version.value === 1) return;
  report(reading, {
    code: 'unknown-version',
    message: `This version of Holdout reads manifests of version 1, not ${version.value}. Update Holdout, or write \`version: 1\`.`,
    range: version.range,
    fix: { title: 'Change to 1', newText: '1' },
  });
}
