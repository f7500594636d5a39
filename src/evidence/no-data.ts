import type { DataFacts } from './facts';

/** For a host that reads no data. */
export const NO_DATA: DataFacts = { state: 'off', reason: 'Data files are not read here.' };
