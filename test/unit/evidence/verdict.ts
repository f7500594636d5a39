import type { Verdict } from '../../../src/base/outcome';
import { judge } from '../../../src/evidence/judge';
import type { Evidence } from '../../../src/manifest/evidence';
import { contextOf } from './world';
import type { World } from './world';

/** Judges evidence written as in a manifest. */
export async function verdictOn(evidence: string, world: World = {}): Promise<Verdict> {
  const context = contextOf({ ...world, manifest: `${world.manifest ?? ''}\n${asking(evidence)}` });
  return judge(evidenceIn(context.manifest), context);
}

export const asking = (evidence: string) =>
  `stages: { s: { criteria: { c: { ask: C?, evidence: ${evidence} } } } }\n`;

export function evidenceIn({ stages, problems }: ReturnType<typeof contextOf>['manifest']): Evidence {
  const evidence = stages.get('s')?.criteria.get('c')?.evidence;
  if (!evidence) throw new Error(problems.map(({ message }) => message).join(' ') || 'no evidence');
  return evidence;
}
