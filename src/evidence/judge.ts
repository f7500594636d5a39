import type { Verdict } from '../base/outcome';
import type { Evidence } from '../manifest/evidence';
import { allOf, anyOf } from './combine';
import type { EvidenceContext } from './context';
import { unknown } from './context';
import { judgeCommand } from './criteria/command';
import { judgeEffort } from './criteria/effort';
import { judgeData } from './criteria/data';
import { judgeDrift } from './criteria/drift';
import { judgeField } from './criteria/field';
import { judgeFile } from './criteria/file';
import { judgeFresh } from './criteria/fresh';
import { judgeLint } from './criteria/lint';
import { judgeLooks } from './criteria/looks';
import { judgeManual } from './criteria/manual';
import { judgeMetric } from './criteria/metric';
import { judgeNotebook } from './criteria/notebook';
import { judgeRegistry } from './criteria/registry';
import { judgeRuns } from './criteria/runs';
import { judgeTimebox } from './criteria/timebox';

/** What evidence says. Never throws; what cannot be told is `unknown` and says why. */
export async function judge(evidence: Evidence, context: EvidenceContext): Promise<Verdict> {
  if (!applies(evidence, context)) {
    return unknown(`Asked only where \`${evidence.where ?? ''}\` is filled in.`);
  }
  switch (evidence.kind) {
    case 'all':
      return allOf(
        await judgeEach(
          evidence.of.filter(part => applies(part, context)),
          context,
        ),
      );
    case 'any':
      return anyOf(
        await judgeEach(
          evidence.of.filter(part => applies(part, context)),
          context,
        ),
      );
    case 'field':
      return judgeField(evidence, context);
    case 'file':
      return judgeFile(evidence, context);
    case 'metric':
      return judgeMetric(evidence, context);
    case 'runs':
      return judgeRuns(evidence, context);
    case 'notebook':
      return judgeNotebook(evidence, context);
    case 'data':
      return judgeData(evidence, context);
    case 'drift':
      return judgeDrift(evidence, context);
    case 'lint':
      return judgeLint(evidence, context);
    case 'looks':
      return judgeLooks(evidence, context);
    case 'fresh':
      return judgeFresh(evidence, context);
    case 'registry':
      return judgeRegistry(evidence, context);
    case 'command':
      return judgeCommand(evidence, context);
    case 'effort':
      return judgeEffort(evidence, context);
    case 'timebox':
      return judgeTimebox(evidence, context);
    case 'manual':
      return judgeManual();
  }
}

async function judgeEach(parts: readonly Evidence[], context: EvidenceContext): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const part of parts) verdicts.push(await judge(part, context));
  return verdicts;
}

function applies({ where }: Evidence, { manifest }: EvidenceContext): boolean {
  return where === undefined || manifest.fields.get(where)?.filled === true;
}
