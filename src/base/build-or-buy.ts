/** Build in-house, or with a partner: what is asked, and which way a yes leans. */
export const BUILD_OR_BUY = [
  { id: 'core', ask: 'Is it core to what sets you apart?', leans: 'build' },
  { id: 'data', ask: 'Do you own data that nobody else has?', leans: 'build' },
  { id: 'talent', ask: 'Do you have the people and the means?', leans: 'build' },
  { id: 'starting', ask: 'Are you just starting out with machine learning?', leans: 'buy' },
  { id: 'speed', ask: 'Does speed to market decide?', leans: 'buy' },
  { id: 'specialists', ask: 'Do you lack specialists for this kind of problem?', leans: 'buy' },
] as const;

export type BuildOrBuyQuestion = (typeof BUILD_OR_BUY)[number]['id'];
export type BuildOrBuyAnswer = 'yes' | 'no' | 'unsure';
export type BuildOrBuyAnswers = Readonly<Record<BuildOrBuyQuestion, BuildOrBuyAnswer>>;
