import type { Finding } from '../base/finding';
import { START_OF_FILE } from '../base/place';
import type { Cancellation } from '../base/ports';
import { NEVER_CANCELLED } from '../base/ports';
import type { CheckedCard } from './card/cards';
import type { Engine } from './engine';
import { reportOf } from './file-lint';
import type { FileReport } from './file-report';
import type { LoadedManifest } from './loaded-manifest';
import { manifestFinding } from './manifest-findings';
import { byPlace, byText } from './order';
import { nameOf } from './paths';
import type { CheckResult, Skipped } from './snapshot';
import { isModule, MANIFEST_NAME, walk } from './walk';

export interface CheckOptions {
  /** Absolute paths of files and folders; the workspace's roots unless given. */
  readonly targets?: readonly string[];
  readonly cancellation?: Cancellation;
  /** Called after each file. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Checks every manifest, script and notebook that the targets name or hold. */
export async function check(engine: Engine, options: CheckOptions = {}): Promise<CheckResult> {
  const { clock } = engine.ports;
  const started = clock.now();
  const scope = await scopeOf(engine, options);
  const manifests = scope.manifests.flatMap(file => engine.manifests.get(file) ?? []);
  const reports = await reportAll(engine, scope.modules, options);
  const metrics = await unreadMetrics(engine, manifests);
  const predictions = await unreadPredictions(engine, manifests);
  const cards = await cardsOf(engine, manifests, options);
  return {
    findings: [
      ...manifests.flatMap(findingsOf),
      ...[...cards, ...reports].flatMap(({ findings }) => findings),
    ].sort(byPlace),
    files: [
      ...manifests.filter(({ content }) => content.ok).map(({ file }) => file),
      ...reports.filter(({ skipped }) => skipped === undefined).map(({ file }) => file),
      ...cards.map(({ file }) => file),
    ].sort(byText),
    skipped: [
      ...scope.skipped,
      ...manifests.flatMap(unreadable),
      ...reports.flatMap(notAnalysed),
      ...metrics,
      ...predictions,
    ].sort((a, b) => byText(a.file, b.file)),
    stats: {
      ms: clock.now() - started,
      bytes: sum(manifests) + sum(reports) + sum(cards),
      cutShort: reports.filter(({ cutShort }) => cutShort).length,
    },
  };
}

interface Scope {
  readonly manifests: readonly string[];
  readonly modules: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Finds the files that the targets mean, and loads the manifests that govern them. */
async function scopeOf(engine: Engine, options: CheckOptions): Promise<Scope> {
  const targets = options.targets ?? engine.roots;
  const named = targets.filter(target => isModule(target) || nameOf(target) === MANIFEST_NAME);
  const manifests = new Set(named.filter(target => nameOf(target) === MANIFEST_NAME));
  const modules = new Set<string>();
  const skipped: Skipped[] = [];
  for (const folder of targets.filter(target => !named.includes(target))) {
    const found = await walk(engine.ports.files, folder, options);
    for (const file of found.manifests) manifests.add(file);
    for (const file of found.modules) modules.add(file);
    skipped.push(...found.tooDeep.map(file => ({ file, reason: 'the folder lies too deep' })));
  }
  for (const target of targets) await engine.manifests.loadAbove(target);
  await engine.manifests.load([...manifests]);
  const included = [...modules].filter(file => !engine.manifests.isExcluded(file));
  for (const file of named.filter(isModule)) {
    if (engine.manifests.isExcluded(file)) skipped.push({ file, reason: EXCLUDED });
    else included.push(file);
  }
  return { manifests: [...manifests], modules: [...new Set(included)].sort(byText), skipped };
}

const EXCLUDED = '`lint.exclude` of the manifest leaves it out';

async function reportAll(
  engine: Engine,
  modules: readonly string[],
  { cancellation = NEVER_CANCELLED, onProgress }: CheckOptions,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of modules) {
    if (cancellation.cancelled) break;
    reports.push(await reportOf(engine, file));
    onProgress?.(reports.length, modules.length);
    await engine.ports.pause();
  }
  return reports;
}

async function cardsOf(
  engine: Engine,
  manifests: readonly LoadedManifest[],
  { cancellation = NEVER_CANCELLED }: CheckOptions,
): Promise<CheckedCard[]> {
  const cards: CheckedCard[] = [];
  if (manifests.length === 0) return cards;
  const { checkCards } = await import('./card/cards');
  for (const { file } of manifests) {
    if (cancellation.cancelled) break;
    cards.push(...(await checkCards(engine, file)));
  }
  return cards;
}

/** Loads what looks for files of predictions only where a manifest names some. */
async function unreadPredictions(
  engine: Engine,
  manifests: readonly LoadedManifest[],
): Promise<readonly Skipped[]> {
  const naming = manifests.filter(({ content }) => content.ok && content.manifest.data.predictions);
  return naming.length === 0 ? [] : (await import('./unread-predictions')).unreadPredictions(engine, naming);
}

/** What of the metrics that the manifests select could not be read, or is no number. */
async function unreadMetrics(engine: Engine, manifests: readonly LoadedManifest[]): Promise<Skipped[]> {
  const skipped: Skipped[] = [];
  for (const { file, content } of manifests) {
    if (!content.ok) continue;
    const { table, problems, unread } = await engine.metrics.of(content);
    const odd = table.values.filter(({ value }) => !Number.isFinite(value));
    skipped.push(
      ...unread.map(({ source, reason }) => ({ file, reason: `\`runs\` names ${source}: ${reason}` })),
      ...problems.map(({ place, message }) => ({ file: place.file, reason: message })),
      ...odd.map(({ place, name, raw }) => ({
        file: place.file,
        reason: `\`${name}\` is ${raw}, not a number that could be judged`,
      })),
    );
  }
  return skipped;
}

function findingsOf({ file, content }: LoadedManifest): Finding[] {
  if (content.ok) return content.manifest.problems.map(manifestFinding);
  // Nothing it says counts, also not what it leaves out of the check.
  const message = `The manifest cannot be used: ${content.reason}.`;
  return [
    manifestFinding({
      code: 'unreadable',
      severity: 'error',
      message,
      place: { file, range: START_OF_FILE },
    }),
  ];
}

function unreadable({ file, content }: LoadedManifest): Skipped[] {
  return content.ok ? [] : [{ file, reason: content.reason }];
}

function notAnalysed({ file, skipped, partly, cutShort }: FileReport): Skipped[] {
  const reasons = [skipped ?? partly, cutShort ? CUT_SHORT : undefined];
  return reasons.flatMap(reason => (reason === undefined ? [] : [{ file, reason }]));
}

const CUT_SHORT =
  'the analysis reached its budget of steps: there may be more findings; divide the file, or leave it out by `lint.exclude`';

function sum(sized: readonly { readonly bytes: number }[]): number {
  return sized.reduce((total, { bytes }) => total + bytes, 0);
}
