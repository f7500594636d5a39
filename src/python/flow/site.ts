import type { Span } from '../../base/place';

/** Where something happens: a span of the analysed module, or of a module that it imports. */
export interface Site extends Span {
  /** Absent in the analysed module itself. */
  readonly module?: string;
  /** A function that nobody calls here, entered as others might call it: no call. */
  readonly entered?: true;
}

export function sameSite(a: Site, b: Site): boolean {
  return a.start === b.start && a.end === b.end && a.module === b.module;
}

export function siteKey(site: Site): string {
  return `${site.module ?? ''}@${site.start}-${site.end}`;
}
