import type { NamedRole, SplitRole } from '../../base/declarations';
import type { Located, Named } from '../schema/types';

/** What rows of a value are for, where somebody said so. */
export function rolesIn(roles: Located<readonly Named<Located<string>>[]> | undefined): readonly NamedRole[] {
  return (roles?.value ?? []).flatMap(({ name, content }) =>
    content ? [{ name, role: content.value as SplitRole }] : [],
  );
}
