import { shared } from '../base/shared';
import type { Footprint, Footprints } from './footprints';
import { forgetWithin } from './footprints';
import type { ManifestContent } from './loaded-manifest';

/** What files told of each project that were read once, until one of them changes or the manifest asks something else. */
export interface Readings<Facts> {
  /** Undefined while they are read, and where they have to be read first. */
  known(project: ManifestContent): Facts | undefined;
  /** Reads what is not known. True when something else is known now. */
  read(project: ManifestContent, reading: (footprint: Footprint) => Promise<Facts>): Promise<boolean>;
  /** Forgets the projects of a folder. */
  drop(folder: string): void;
}

interface Reading<Facts> {
  readonly question: string;
  readonly footprint: Footprint;
  readonly done: Promise<Facts>;
  facts?: Facts;
}

/** `questionOf` gives as a text all that a reading rests on beside its files. */
export function createReadings<Facts>(
  footprints: Footprints,
  questionOf: (project: ManifestContent) => string,
): Readings<Facts> {
  const readings = new Map<string, Reading<Facts>>();
  const questions = new WeakMap<ManifestContent, string>();
  const questionFor = (project: ManifestContent): string => {
    const question = questions.get(project) ?? questionOf(project);
    questions.set(project, question);
    return question;
  };
  const standing = (project: ManifestContent): Reading<Facts> | undefined => {
    const before = readings.get(project.manifest.file);
    const stands = before && !before.footprint.touched && before.question === questionFor(project);
    return stands ? before : undefined;
  };
  return {
    known: project => standing(project)?.facts,
    read: async (project, begin) => {
      const stands = standing(project);
      if (stands) return !stands.facts && (await stands.done, true);
      const { file } = project.manifest;
      const before = readings.get(file);
      before?.footprint.end();
      const footprint = footprints.begin();
      const done = begin(footprint);
      const reading: Reading<Facts> = { question: questionFor(project), footprint, done };
      readings.set(file, reading);
      reading.facts = shared(before?.facts, await done);
      return true;
    },
    drop: folder => {
      forgetWithin(folder, readings);
    },
  };
}
