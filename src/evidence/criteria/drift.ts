import type { Verdict } from '../../base/outcome';
import type { DriftProfile } from '../../data/profile';
import type { DriftEvidence } from '../../manifest/evidence';
import { allOf } from '../combine';
import type { EvidenceContext } from '../context';
import { fieldPlace, unknown } from '../context';
import { driftKey, questionsOf } from '../data/drift-questions';
import { judgeDriftLimit } from '../data/drift-limit';
import { measuresOf } from '../data/drift-measure';
import { readProfile, unreadSplit } from '../data/scope';
import { listed } from '../words';

/** Do current data look like those of training, column by column? */
export function judgeDrift(evidence: DriftEvidence, context: EvidenceContext): Verdict {
  const read = readProfile(context);
  if ('verdict' in read) return read.verdict;
  const { manifest } = context;
  const questions = questionsOf(manifest.declarations.splits, evidence);
  if (questions.length === 0) return nothingAsked(evidence, context);
  return allOf(
    questions.map(question => {
      const answer = read.profile.drift.find(drift => driftKey(drift.question) === driftKey(question));
      if (answer) return judgeAnswer(evidence, context, answer);
      for (const name of [question.reference, question.current]) {
        const verdict = unreadSplit(context, read.profile, name);
        if (verdict) return verdict;
      }
      return unknown('The data files are still being read.', fieldPlace(manifest, 'data'));
    }),
  );
}

const NO_TRAINING = 'No split in `data.splits` is for training, so there is nothing to compare with.';
const ONE_TABLE =
  'The manifest names one table, and no current data to compare with it; drift is measured between files of `data.splits`.';

function nothingAsked(evidence: DriftEvidence, { manifest }: EvidenceContext): Verdict {
  const place = fieldPlace(manifest, 'data.splits');
  const { splits } = manifest.declarations;
  if (evidence.reference === undefined && !splits.some(({ role }) => role === 'train')) {
    const why = splits.length === 0 && manifest.data.table ? ONE_TABLE : NO_TRAINING;
    return unknown(why, place);
  }
  return unknown(
    'No split in `data.splits` has the role `production`; name current data there, as in `current: { path: data/last_week.csv, role: production }`.',
    place,
  );
}

function judgeAnswer(evidence: DriftEvidence, context: EvidenceContext, drift: DriftProfile): Verdict {
  const place = fieldPlace(context.manifest, `data.splits.${drift.question.current}`);
  // A test of numbers says nothing of categories: what a statistic is not of, another may be asked for.
  const limits = evidence.limits.filter(({ of }) => measuresOf(of, drift.columns).length > 0);
  const asked = evidence.columns ? drift.left[0] : undefined;
  if (asked) return unknown(`\`${asked.column}\` was not compared: ${asked.reason}.`, place);
  if (limits.length === 0) {
    const left = drift.left.map(({ column, reason }) => `\`${column}\` (${reason})`);
    const why = left.length > 0 ? `: ${listed(left)} left out` : '';
    return unknown(`No column of ${drift.question.current} could be compared${why}.`, place);
  }
  return allOf(limits.map(limit => judgeDriftLimit(context, drift, limit, place)));
}
