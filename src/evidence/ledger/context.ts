import type { Manifest } from '../../manifest/model';
import type { EvidenceFacts } from '../facts';

/** What looks at the test set are counted by. */
export interface LedgerContext {
  readonly manifest: Manifest;
  readonly facts: Pick<EvidenceFacts, 'metrics' | 'lint' | 'history'>;
}
