import type { Manifest, StageEntry } from '../../../src/manifest/model';

/** A manifest without places, and without entries that say nothing: what two texts must agree on to mean the same. */
export function plainModel(manifest: Manifest) {
  const stages = Object.fromEntries(
    [...manifest.stages]
      .map(([id, stage]) => [id, plainStage(stage)] as const)
      .filter(([, stage]) => says(stage)),
  );
  return {
    name: manifest.name,
    lifecycle: manifest.lifecycle,
    fields: Object.fromEntries(
      [...manifest.fields].map(([path, { text, filled }]) => [path, { text, filled }]),
    ),
    metrics: manifest.metrics.map(({ range: _, ...metric }) => metric),
    runs: manifest.runs.map(({ range: _, ...run }) => run),
    declarations: manifest.declarations,
    lint: { exclude: manifest.lint.exclude, rules: Object.fromEntries(manifest.lint.rules) },
    stages,
  };
}

function plainStage({ criteria, signedOff, weeks }: StageEntry) {
  const entries = [...criteria]
    .map(([id, { range: _, id: __, ...entry }]) => [id, entry] as const)
    .filter(([, { drop, ...entry }]) => drop || Object.keys(entry).length > 0);
  return {
    criteria: Object.fromEntries(entries),
    weeks,
    signedOff: signedOff && { on: signedOff.on, by: signedOff.by },
  };
}

function says({ criteria, weeks, signedOff }: ReturnType<typeof plainStage>): boolean {
  return Object.keys(criteria).length > 0 || weeks !== undefined || signedOff !== undefined;
}
