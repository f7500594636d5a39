import type { Entry } from '../../../knowledge/entry';
import type { CallInfo, Machine } from '../../machine';
import type { Value } from '../../value';
import { NONE } from '../../value';
import { newExperiment, runSweep } from '../models/experiments';
import { folderPart, streaming } from './folders';
import { carrying, folder, givenPart, slicesOf } from './loaders';
import { loadParts } from '../splits/parts';
import { report } from '../scores/reports';
import { newTrainer } from './trainers';

/** Data sets of libraries, and what trains with them. */
export function callOnDataSets(m: Machine, name: string, entry: Entry, info: CallInfo): Value | undefined {
  switch (entry.kind) {
    case 'given-parts':
      return givenPart(m, name, info);
    case 'files':
      return entry.parts ? folderPart(m, name, info) : folder(m, name, info);
    case 'carries':
      return carrying(m, name, info);
    case 'trainer':
    case 'arguments':
      return newTrainer(m, name, entry, info);
    case 'plateau':
      return m.store.allocate({ tag: 'tool', api: name, entry, taints: [] });
    case 'load-parts':
      return loadParts(m, info);
    case 'slices':
      return streaming(m, slicesOf(m, info));
    default:
      return callOnTrials(m, name, entry, info);
  }
}

/** Searches that run trials, and what these report. */
function callOnTrials(m: Machine, name: string, entry: Entry, info: CallInfo): Value | undefined {
  switch (entry.kind) {
    case 'experiment':
    case 'tracker':
    case 'sweep':
      return newExperiment(m, name, entry, info);
    case 'agent':
      return runSweep(m, info);
    case 'report':
      report(m, info);
      return NONE;
    default:
      return undefined;
  }
}
