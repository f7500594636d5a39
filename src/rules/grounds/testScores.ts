import { fingerprint } from '../../base/fingerprint';
import type { Place } from '../../base/place';
import type { ModuleSource } from '../../base/source';
import type { TestScore } from '../../base/test-score';
import type { Fact, ScoreFact } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import { siteKey } from '../../python/flow/site';
import { anotherPart, isHeldOut, isTest, isValidation } from './testUse';

/** A place in the analysed module, by whose run somebody gets to know how a model does on the test rows. */
export interface TestScoreSite {
  readonly site: Site;
  readonly metric: string;
  /** It is in a loop over models, seeds or cut-offs: one run of it gives several numbers. */
  readonly several: boolean;
}

/**
 * Where scores are computed on a test part: on rows of a file that the project declares to be one, on rows that are called
 * so, or on the one part that was held out. Validation parts and rows that the model was fitted on are none.
 */
export function testScores(program: Program): readonly TestScoreSite[] {
  const found = new Map<string, TestScoreSite>();
  for (const score of program.all('score')) {
    const site = siteHere(score);
    if (!site || !isOnTest(program, score)) continue;
    const key = `${siteKey(site)} ${score.metric}`;
    const several = score.varied.some(({ loop }) => loop !== undefined) || (found.get(key)?.several ?? false);
    found.set(key, { site, metric: score.metric, several });
  }
  return [...found.values()];
}

function isOnTest(program: Program, score: ScoreFact): boolean {
  if (isValidation(program, score) || program.contains(score.fit.rows, score.rows)) return false;
  if (isTest(score)) return true;
  return isHeldOut(program, score, score.fit) && !anotherPart(program, score, score.order);
}

/** What happens in another module happens where this one calls for it. */
function siteHere({ site, calls }: Fact): Site | undefined {
  return [...calls, site].find(one => one.module === undefined);
}

/** The same by place: a cell of a notebook scores once, however many metrics it computes. */
export function placedScores(
  source: ModuleSource,
  sites: readonly TestScoreSite[],
  place: (site: Site) => Place,
): readonly TestScore[] {
  const groups = new Map<string, TestScoreSite[]>();
  for (const one of sites) {
    const key = source.kind === 'notebook' ? String(place(one.site).cell) : siteKey(one.site);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    if (!first) return [];
    const at = place(first.site);
    const run = runOf(source, at.cell);
    return [
      {
        place: at,
        metrics: [...new Set(group.map(({ metric }) => metric))],
        several: group.some(({ several }) => several),
        ...(run !== undefined && { run }),
      },
    ];
  });
}

/** What the cell showed tells one run from another; where it showed nothing, its count does. */
function runOf({ file, text, segments }: ModuleSource, cell: number | undefined): string | undefined {
  const segment = segments.find(one => one.cell === cell);
  if (cell === undefined || typeof segment?.executionCount !== 'number') return undefined;
  const trace = segment.printed ?? `${file.slice(file.lastIndexOf('/') + 1)} [${segment.executionCount}]`;
  return fingerprint(`${text.slice(segment.start, segment.end)}\n${trace}`);
}
