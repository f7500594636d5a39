import type { WrittenArguments } from '../../facts';
import { siteOf } from '../../frame';
import type { CallInfo, Machine } from '../../machine';
import { derivedSite } from '../../machine';
import type { Site } from '../../site';

/** Where an argument is written, without its name. Undefined where the call cannot be seen or spreads a list before it. */
export function argumentSite(
  m: Machine,
  { written }: CallInfo,
  position: number,
  ...names: readonly string[]
): Site | undefined {
  if (!written) return undefined;
  const spread = written.findIndex(arg => arg.spread !== 'none');
  const positional = written.filter(arg => arg.name === undefined)[position];
  const known = spread < 0 || (positional !== undefined && written.indexOf(positional) < spread);
  if (positional && known) return siteOf(m, positional.span);
  const named = written.find(arg => arg.name !== undefined && names.includes(arg.name));
  if (!named) return undefined;
  const site = siteOf(m, named.span);
  const prefix = /^\w+\s*=\s*/.exec(m.options.textOf(site));
  return prefix ? derivedSite(m, { ...site, start: site.start + prefix[0].length }) : undefined;
}

/** Features and target of a call whose features stand at `position`. */
export function rowArguments(m: Machine, info: CallInfo, position: number): WrittenArguments {
  return {
    features: argumentSite(m, info, position, 'X', 'x'),
    target: argumentSite(m, info, position + 1, 'y'),
  };
}
