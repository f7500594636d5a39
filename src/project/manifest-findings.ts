import type { Finding } from '../base/finding';
import type { Problem } from '../base/result';

/** The rule under which mistakes in a manifest are reported; its codes are those of the problems. */
export const MANIFEST_RULE = 'manifest';

/** A mistake in a manifest as a finding. Its fix is a guess at what was meant, so it is offered and never applied unasked. */
export function manifestFinding({ code, severity, message, place, fix }: Problem): Finding {
  return {
    rule: MANIFEST_RULE,
    code,
    severity,
    message,
    place,
    path: [],
    ...(fix && {
      fix: { title: fix.title, safe: false, edits: [{ place: fix.place, newText: fix.newText }] },
    }),
  };
}
