import { didYouMean, nearest } from '../../base/nearest';
import { ruleIds, rulePage } from '../../project/rule-pages';
import type { ExitCode, Io } from '../io';
import { complain } from '../usage';

export function explainCommand(name: string, io: Io): ExitCode {
  const page = rulePage(name);
  if (!page) return complain(io, [unknownRule(name)]);
  io.out(page.text.endsWith('\n') ? page.text : `${page.text}\n`);
  return 0;
}

function unknownRule(name: string): string {
  const near = nearest(name, ruleIds());
  const hint = near === undefined ? `The rules are ${ruleIds().join(', ')}.` : didYouMean(near).trim();
  return `there is no rule \`${name}\`. ${hint}`;
}
