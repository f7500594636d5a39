import { didYouMean, nearest } from '../../base/nearest';
import { RULE_IDS } from '../../project/rule-ids';
import { rulePage } from '../../project/rule-pages';
import type { ExitCode, Io } from '../io';
import { complain } from '../usage';

export function explainCommand(name: string, io: Io): ExitCode {
  const page = rulePage(name);
  if (!page) return complain(io, [unknownRule(name)]);
  io.out(page.text.endsWith('\n') ? page.text : `${page.text}\n`);
  return 0;
}

function unknownRule(name: string): string {
  const near = nearest(name, RULE_IDS);
  const hint = near === undefined ? `The rules are ${RULE_IDS.join(', ')}.` : didYouMean(near).trim();
  return `there is no rule \`${name}\`. ${hint}`;
}
