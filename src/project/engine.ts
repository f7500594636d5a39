import type { Manifest } from '../manifest/model';
import type { EvaluationStore } from './evaluations';
import type { InventoryStore } from './inventories';
import type { LintContext } from './lint-module';
import type { LintStore } from './lint-store';
import type { ManifestStore } from './manifests';
import type { WorkspacePorts } from './ports';
import type { TouchLog } from './touch-log';

/** The parts of a workspace, for the functions that work on them together. */
export interface Engine {
  readonly ports: WorkspacePorts;
  readonly roots: readonly string[];
  readonly manifests: ManifestStore;
  readonly inventories: InventoryStore;
  readonly lints: LintStore;
  readonly evaluations: EvaluationStore;
  readonly touches: TouchLog;
  /** How a file of a project, or of none, is linted. */
  lintContext(file: string, owner: Manifest | undefined): LintContext;
}
