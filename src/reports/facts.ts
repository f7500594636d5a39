import type { Ledger } from '../base/ledger';
import type { Problem } from '../base/result';
import type { DataFacts, MetricFacts } from '../evidence/facts';
import type { History } from '../history/read';
import type { Manifest } from '../manifest/model';

/** All that a metric report is made of; the project gathers it, whatever of it there is. */
export interface ReportFacts {
  readonly manifest: Manifest;
  /** The runs that the manifest selects, those that `pick` passes over, and what could not be read. */
  readonly metrics: Omit<MetricFacts, 'named'>;
  /** What was wrong in the files of metrics. */
  readonly problems: readonly Problem[];
  readonly data: DataFacts;
  /** Looks at the test set. */
  readonly ledger: Ledger;
  /** What was decided and seen before. */
  readonly history: History;
}
