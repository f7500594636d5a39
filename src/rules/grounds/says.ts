import type { Program } from '../../python/flow/program';
import { wholeText } from '../fixes/edits';
import { perProgram } from './perProgram';

/** Does the text of a module match, comments included? Asked once a module, however many matches ask. */
export function says(pattern: RegExp): (program: Program) => boolean {
  return perProgram(program => pattern.test(wholeText(program)));
}
