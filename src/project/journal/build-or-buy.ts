import type { BuildOrBuyAnswers } from '../../base/build-or-buy';
import { BUILD_OR_BUY } from '../../base/build-or-buy';

/** Where the answers are written, relative to the manifest. */
export const BUILD_OR_BUY_PATH = 'docs/build-or-buy.md';

/** The answers as a document: which way they lean, why, and room for the decision itself. */
export function buildOrBuyText(project: string, answers: BuildOrBuyAnswers, day: string): string {
  const rows = BUILD_OR_BUY.map(
    ({ id, ask, leans }) => `| ${ask} | ${answers[id]} | ${leans === 'build' ? 'in-house' : 'a partner'} |`,
  );
  return `# ${project}: build or buy

${leaningOf(answers)}

| question | answer on ${day} | a yes leans to |
|---|---|---|
${rows.join('\n')}

A leaning is no decision. It counts the answers, and every answer counts the same.

## Decision

TODO who decided what, and why.
`;
}

/** In-house and partner are compared by their yeses alone: a no to one is no yes to the other. */
export function leaningOf(answers: BuildOrBuyAnswers): string {
  const yes = (leans: 'build' | 'buy'): number =>
    BUILD_OR_BUY.filter(question => question.leans === leans && answers[question.id] === 'yes').length;
  const [build, buy] = [yes('build'), yes('buy')];
  const unsure = BUILD_OR_BUY.filter(({ id }) => answers[id] === 'unsure').length;
  const counts = `${build} of 3 speak for building in-house, ${buy} of 3 for a partner`;
  const open = unsure > 0 ? `; ${unsure} ${unsure === 1 ? 'is' : 'are'} open` : '';
  const leaning = build > buy ? 'Build in-house' : buy > build ? 'Work with a partner' : 'Neither';
  return `**Leaning: ${leaning.toLowerCase()}.** ${counts}${open}.`;
}
