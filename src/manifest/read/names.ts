import { RULE_GROUPS } from '../../base/groups';
import type { Range } from '../../base/place';
import type { NameKind } from '../schema/types';
import { didYouMean, nearest } from '../../base/nearest';
import { report } from './report';
import type { Reading } from './report';

/** Reports a name that the vocabulary does not know; says nothing where the vocabulary is silent. */
export function checkName(reading: Reading, kind: NameKind, name: string, range: Range): void {
  const known = knownNames(reading, kind);
  if (!known || known.includes(name) || (kind === 'lifecycle' && isLifecyclePath(name))) return;
  const near = nearest(name, known);
  report(reading, {
    code: `unknown-${kind === 'rule-or-group' ? 'rule' : kind}`,
    // Without a lifecycle there is nothing to show; without a rule, a setting counts for nothing.
    severity: kind === 'lifecycle' ? 'error' : 'warning',
    message: `${wording(kind, name)}${didYouMean(near)}`,
    range,
    ...(near !== undefined && { fix: { title: `Change to ${near}`, newText: near } }),
  });
}

/** `./our-lifecycle.yaml`, as against the id of a built-in one. */
export function isLifecyclePath(name: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(name);
}

function knownNames({ vocabulary }: Reading, kind: NameKind): readonly string[] | undefined {
  switch (kind) {
    case 'rule':
      return vocabulary.rules;
    case 'rule-or-group':
      return vocabulary.rules && [...vocabulary.rules, ...Object.keys(RULE_GROUPS)];
    case 'lifecycle':
      return vocabulary.lifecycles;
  }
}

function wording(kind: NameKind, name: string): string {
  switch (kind) {
    case 'rule':
      return `This version has no rule \`${name}\`.`;
    case 'rule-or-group':
      return `This version has no rule or group of rules \`${name}\`.`;
    case 'lifecycle':
      return `This version has no lifecycle \`${name}\`; name a built-in one, or the path of your own such as ./our-lifecycle.yaml.`;
  }
}
