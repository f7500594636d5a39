import type { Manifest } from '../manifest/model';
import type { CommandLog } from './command-log';
import type { DataStore } from './data-store';
import type { EvaluationStore } from './evaluations';
import type { Footprints } from './footprints';
import type { InventoryStore } from './inventories';
import type { LintFactsStore } from './lint-facts';
import type { LintContext } from './lint-module';
import type { LintStore } from './lint-store';
import type { ManifestStore } from './manifests';
import type { ChangesStore } from './file-changes';
import type { HistoryStore } from './metric-histories';
import type { MetricsStore } from './metrics-store';
import type { PairStore } from './pair-store';
import type { PredictionsStore } from './predictions-store';
import type { WorkspacePorts } from './ports';
import type { ServerStore } from './servers/store';
import type { TouchLog } from './touch-log';

/** The parts of a workspace, for the functions that work on them together. */
export interface Engine {
  readonly ports: WorkspacePorts;
  readonly roots: readonly string[];
  readonly manifests: ManifestStore;
  readonly inventories: InventoryStore;
  readonly lints: LintStore;
  readonly lintFacts: LintFactsStore;
  readonly metrics: MetricsStore;
  readonly histories: HistoryStore;
  readonly changes: ChangesStore;
  readonly data: DataStore;
  readonly servers: ServerStore;
  readonly predictions: PredictionsStore;
  readonly pairs: PairStore;
  readonly evaluations: EvaluationStore;
  readonly footprints: Footprints;
  readonly commands: CommandLog;
  readonly touches: TouchLog;
  /** How a file of a project, or of none, is linted. */
  lintContext(file: string, owner: Manifest | undefined): LintContext;
}
