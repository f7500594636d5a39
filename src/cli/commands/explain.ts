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
  const alike = near === undefined ? partsOf(name) : [near];
  const hint =
    alike.length > 0 ? didYouMean(alike.join('`, `')).trim() : `The rules are ${RULE_IDS.join(', ')}.`;
  return `there is no rule \`${name}\`. ${hint}`;
}

/** The rules that hold what was typed of a name. */
function partsOf(name: string): readonly string[] {
  return name.length < 3 ? [] : RULE_IDS.filter(id => id.includes(name.toLowerCase()));
}
