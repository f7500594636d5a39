import type { CommandOutcome } from '../base/command';
import { NO_NETWORK, noRevisions } from '../base/ports';
import type { Result } from '../base/result';
import type { ModuleSource } from '../base/source';
import type { CompareView, CurveDetail, RunChoice } from '../reports/compare/view';
import type { ReportView } from '../reports/view';
import type { Finding } from '../base/finding';
import type { CheckedCard } from './card/cards';
import type { CheckOptions } from './check';
import { check } from './check';
import { reportOf } from './file-lint';
import type { Counters } from './counters';
import { createCounters } from './counters';
import { createDataStore } from './data-store';
import type { Decisions } from './decisions';
import { decisionsOn } from './decisions';
import type { CurvePart } from './compare';
import type { DiscoverOptions } from './discover';
import { createCommandLog } from './command-log';
import { discover } from './discover';
import type { Language } from './editing/language';
import { createLanguageDoor } from './editing/door';
import type { Drafts } from './drafts';
import { draftsOn } from './drafts';
import type { Engine } from './engine';
import { createEvaluationStore } from './evaluations';
import type { FileReport } from './file-report';
import { createFootprints } from './footprints';
import { createInventoryStore } from './inventories';
import { lintContexts } from './lint-context';
import { createLintFactsStore } from './lint-facts';
import { createLintMemory } from './lint-memory';
import type { ModuleLint } from './lint-module';
import { lintModule } from './lint-module';
import type { RuleSeverities } from './lint-settings';
import { createLintStore } from './lint-store';
import { createManifestStore } from './manifests';
import { createChangesStore } from './file-changes';
import { createHistoryStore } from './metric-histories';
import { createMetricsStore } from './metrics-store';
import { createOwnModules } from './own-modules';
import type { Change, DataTask, WorkspacePorts } from './ports';
import type { ProposedManifest } from './propose/manifest';
import type { LoadedManifest } from './loaded-manifest';
import type { CheckResult, StatusResult } from './snapshot';
import type { RunOptions } from './run-command';
import type { ServerTask } from './servers/answers';
import { createServerStore } from './servers/store';
import { projectsReading } from './reading-projects';
import type { StatusOptions } from './status';
import { status } from './status';
import { createPairStore } from './pair-store';
import { createPredictionsStore } from './predictions-store';
import { createTouchLog } from './touch-log';

/**
 * The engine's only door. A host opens a workspace over its ports and asks; answers are plain data that never change
 * afterwards. What was computed is kept until a change is announced of something it rests on, so that an answer after
 * any number of changes is the one that a fresh workspace would give.
 */
export interface Workspace extends Decisions, Drafts {
  /** Loads the manifests that concern the targets, and returns their paths. */
  discover(targets: readonly string[], options?: DiscoverOptions): Promise<string[]>;
  check(options?: CheckOptions): Promise<CheckResult>;
  status(options?: StatusOptions): Promise<StatusResult>;
  /** Reads the data files that projects name and that changed. True when a status may have become another. */
  readData(options: DataTask): Promise<boolean>;
  /** Asks the tracking servers that projects name, where nobody did lately. True when a status may have become another. */
  askServers(task: ServerTask): Promise<boolean>;
  /** What servers answered is asked for again: who may be asked, or how, is another. */
  forgetServers(): void;
  report(manifest: string): Promise<ReportView | undefined>;
  /** The report of the runs in a file or folder that no manifest selects. */
  pathReport(path: string): Promise<ReportView | undefined>;
  /** The manifests whose projects read runs from a file, or from anywhere in a folder. */
  projectsReading(path: string): Promise<readonly string[]>;
  /** The runs of a project, by its manifest, in the order in which they count. */
  runs(manifest: string): Promise<readonly RunChoice[]>;
  /** Some of its runs side by side, by their ids. */
  compare(manifest: string, runs: readonly string[]): Promise<CompareView | undefined>;
  /** A part of one of the curves of a comparison, in more detail. */
  curve(manifest: string, part: CurvePart): Promise<CurveDetail | undefined>;
  /** Holds the predictions of runs against each other that were compared. Gives the manifests whose comparison may be another. */
  readPairs(options: DataTask): Promise<readonly string[]>;
  /** The model cards of a project, by its manifest, with what their numbers have that their sources do not. */
  checkCards(manifest: string): Promise<readonly CheckedCard[]>;
  /** One of them, by its text where that is not saved. */
  checkCard(file: string, text?: string): Promise<readonly Finding[]>;
  /** One saved script or notebook. */
  checkFile(file: string): Promise<FileReport>;
  /**
   * A text that may not be saved, by the settings of the project it belongs to: at once, with those of its imports that
   * are loaded. Something is kept of it, so that its next version takes less time, until it is released.
   */
  lint(source: ModuleSource): ModuleLint;
  /** A file whose text was linted is closed. */
  release(file: string): void;
  /** Loads what a text's imports lacked. True when linting it once more may find more. */
  loadImports(lint: ModuleLint): Promise<boolean>;
  /** Is this script or notebook left out by its project? */
  isExcluded(file: string): boolean;
  /** Answers what an editor asks of manifests and lifecycles whose text may not be saved. */
  language(): Promise<Language>;
  /** The text of a manifest for a folder, with what was found in it. Nothing is written. */
  propose(folder: string, lifecycle: string): Promise<ProposedManifest>;
  /** The command lines that the criteria of a project ask for. */
  commandsOf(manifest: string): Promise<readonly string[]>;
  /** Runs one of them, because somebody asked for it, and remembers how it ended. */
  runCommand(manifest: string, line: string, options: RunOptions): Promise<Result<CommandOutcome, string>>;
  /** Remembers how a command of a manifest ended. */
  recordCommand(manifest: string, line: string, outcome: CommandOutcome): void;
  /** Manifests as they were last read, by path. */
  manifests(): readonly LoadedManifest[];
  /** Announces what happened to files. */
  touch(changes: readonly Change[]): Promise<void>;
  /** Takes nothing that was read before for granted. */
  refresh(): Promise<void>;
  /** Forgets the projects of a folder that is no root any more. */
  leave(folder: string): void;
  /** The user's own severities, from the host's settings. */
  configure(severities: RuleSeverities): void;
  /** How much work was done since the workspace was opened. */
  counters(): Readonly<Counters>;
}

export interface WorkspaceOptions {
  /** Absolute folders. May change while the workspace is used. */
  readonly roots: readonly string[];
}

export function createWorkspace(ports: WorkspacePorts, { roots }: WorkspaceOptions): Workspace {
  // What not every host needs is loaded when it is first asked for.
  const touches = createTouchLog();
  const counters = createCounters();
  const modules = createOwnModules(ports.files, touches);
  const memory = createLintMemory();
  const contexts = lintContexts({ modules, log: ports.log, roots });
  const engine = createEngine(ports, { roots, touches, counters, lintContext: contexts.contextOf });
  const languages = createLanguageDoor(engine);
  return {
    discover: (targets, options) => discover(engine, targets, options),
    check: options => check(engine, options),
    status: options => status(engine, options),
    readData: async options => (await import('./read-data')).readData(engine, options),
    askServers: async task => (await import('./servers/ask-all')).askAll(engine, task),
    forgetServers: engine.servers.forget,
    report: async manifest => (await import('./report')).report(engine, manifest),
    pathReport: async path => (await import('./path-report')).pathReport(engine, path),
    projectsReading: path => projectsReading(engine, path),
    runs: async manifest => (await import('./compare')).runsOf(engine, manifest),
    compare: async (manifest, runs) => (await import('./compare')).compareRuns(engine, manifest, runs),
    curve: async (manifest, part) => (await import('./compare')).curveOf(engine, manifest, part),
    readPairs: engine.pairs.read,
    checkCards: async manifest => (await import('./card/cards')).checkCards(engine, manifest),
    checkCard: async (file, text) => (await import('./card/cards')).checkCard(engine, file, text),
    checkFile: file => reportOf(engine, file),
    lint: source =>
      lintModule(source, contexts.contextOf(source.file, engine.manifests.owner(source.file)), memory.lint),
    release: memory.release,
    loadImports: ({ wanted }) => modules.load(wanted),
    isExcluded: file => engine.manifests.isExcluded(file),
    language: languages.get,
    propose: async (folder, lifecycle) =>
      (await import('./propose/manifest')).proposeManifest(ports.files, folder, lifecycle),
    ...decisionsOn(engine),
    ...draftsOn(engine),
    commandsOf: async file => {
      const content = engine.manifests.get(file)?.content;
      return content?.ok ? (await import('./run-command')).commandsOf(content) : [];
    },
    runCommand: async (file, line, options) =>
      (await import('./run-command')).runCommand(engine, file, line, options),
    recordCommand: engine.commands.record,
    manifests: () => engine.manifests.all(),
    touch: async changes => {
      await touch(engine, changes);
      languages.forget();
    },
    refresh: async () => {
      await refresh(engine);
      languages.forget();
    },
    leave: folder => leave(engine, folder),
    configure: contexts.configure,
    counters: () => ({ ...counters }),
  };
}

type Given = Pick<Engine, 'roots' | 'touches' | 'lintContext'> & { readonly counters: Counters };

function createEngine(ports: WorkspacePorts, { counters, ...given }: Given): Engine {
  const footprints = createFootprints(ports.files);
  const servers = createServerStore(ports.network ?? NO_NETWORK, ports.clock);
  const metrics = createMetricsStore(footprints, servers, counters, ports);
  const commands = createCommandLog();
  const data = createDataStore(ports.data, footprints);
  const predictions = createPredictionsStore(ports.data, footprints);
  return {
    ...given,
    ports,
    manifests: createManifestStore(ports.files),
    inventories: createInventoryStore(footprints),
    lints: createLintStore(ports.files, given.touches),
    lintFacts: createLintFactsStore(),
    metrics,
    histories: createHistoryStore(ports.versions, metrics, ports.files),
    changes: createChangesStore(ports),
    evaluations: createEvaluationStore({
      clock: ports.clock,
      pause: ports.pause,
      revisions: ports.revisions ?? noRevisions('there is no version control here'),
      commands,
      metrics,
      data,
      servers,
      predictions,
      footprints,
      counters,
    }),
    commands,
    data,
    servers,
    predictions,
    pairs: createPairStore(ports.data, footprints),
    footprints,
  };
}

async function touch(engine: Engine, changes: readonly Change[]): Promise<void> {
  engine.touches.touch(changes.map(({ path }) => path));
  engine.footprints.touch(changes);
  await engine.manifests.touch(changes);
}

function leave(engine: Engine, folder: string): void {
  const { manifests, metrics, data, predictions, pairs, evaluations } = engine;
  for (const store of [manifests, metrics, data, predictions, pairs, evaluations]) store.drop(folder);
}

async function refresh(engine: Engine): Promise<void> {
  engine.touches.touchAll();
  engine.footprints.touchAll();
  engine.servers.forget();
  engine.histories.forget();
  engine.changes.forget();
  await engine.manifests.refresh();
}
