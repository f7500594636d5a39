import type { CommandOutcome } from '../../base/command';
import type { Verdict } from '../../base/outcome';
import type { CommandEvidence } from '../../manifest/evidence';
import type { Manifest } from '../../manifest/model';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';

/**
 * Did the command succeed when somebody last ran it? Nothing runs it here. What is remembered is remembered of this
 * command line: another one has never run.
 */
export function judgeCommand({ of }: CommandEvidence, { manifest, facts }: EvidenceContext): Verdict {
  const line = lineOf(of, manifest);
  if (line === undefined) {
    const name = of.by === 'name' ? of.name : '';
    const reason = `\`commands.${name}\` does not say which command; write its command line there.`;
    return unknown(reason, fieldPlace(manifest, `commands.${name}`));
  }
  const place = of.by === 'name' ? fieldPlace(manifest, `commands.${of.name}`) : undefined;
  const outcome = facts.commandOutcome(line);
  if (!outcome) return unknown(`\`${line}\` has not been run here yet; run it with Run Check.`, place);
  return judgeOutcome(line, outcome, place);
}

/** The command line that evidence means; `undefined` where the manifest has none of that name. */
export function lineOf(of: CommandEvidence['of'], { commands }: Manifest): string | undefined {
  return of.by === 'line' ? of.line.trim() : commands.get(of.name);
}

function judgeOutcome(
  line: string,
  { status, failure, at }: CommandOutcome,
  place: Verdict['location'],
): Verdict {
  const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  if (status === undefined) {
    return unknown(
      `\`${line}\` did not run to its end on ${when} UTC: ${failure ?? 'it was stopped'}.`,
      place,
    );
  }
  const reason = `\`${line}\` ended with status ${status} on ${when} UTC.`;
  return status === 0 ? met(reason, place) : unmet(reason, place);
}
