/** Is a text somebody's own, and not a template's placeholder such as `TODO`, `tbd`, `…` or `<your decision>`? */
export function isFilled(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && !PLACEHOLDERS.some(pattern => pattern.test(trimmed));
}

const PLACEHOLDERS: readonly RegExp[] = [
  /^(todo|to do|tbd|tba|tbc|fixme|xxx+|wip|placeholder|changeme|change me|fill me|fill (this )?in|fill in here)\b/i,
  /^to be (done|defined|decided|determined|written|added|confirmed|filled in)\b/i,
  /^(your|my) [\w -]{1,40} here\b/i,
  /^lorem ipsum\b/i,
  /^[.…?\-–—_*#/\\]+$/u,
  /^<[^<>]*>$/,
  /^\[[^[\]]*\]$/,
  /^\{\{[^{}]*\}\}$/,
];
