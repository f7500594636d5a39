import type { Engine } from '../engine';
import type { Language } from './language';
import type { TextStore } from './texts';

/** Loads what serves an editor when it is first asked for: a command line never does. */
export interface LanguageDoor {
  get(): Promise<Language>;
  /** A file has changed. */
  forget(): void;
}

export function createLanguageDoor(engine: Engine): LanguageDoor {
  let texts: TextStore | undefined;
  let language: Promise<Language> | undefined;
  const load = async (): Promise<Language> => {
    const [{ createTextStore }, { createLanguage }] = await Promise.all([
      import('./texts'),
      import('./language'),
    ]);
    texts = createTextStore(engine);
    return createLanguage(engine, texts);
  };
  return {
    get: () => (language ??= load()),
    forget: () => texts?.forget(),
  };
}
