import type { Answer } from '../../python/flow/incremental/askedText';
import type { Program } from '../../python/flow/program';
import { WHOLE_TEXT } from '../fixes/edits';
import { perProgram } from './perProgram';

/** Does the text of a module match, comments included? Asked once a module, however many matches ask. */
export function says(pattern: RegExp): (program: Program) => boolean {
  return tells(text => pattern.test(text));
}

/** What the text of a module answers to a question. Asked once a module. */
export function tells<T extends Answer>(ask: (text: string) => T): (program: Program) => T {
  return perProgram(program => program.tells(WHOLE_TEXT, ask));
}
