import { fail } from '../base/result';
import type { ServerFacts } from './facts';

/** For projects that name no server, and hosts that ask none. */
export const NO_SERVERS: ServerFacts = {
  registryAt: () => fail('no server is asked here'),
  named: [],
};
