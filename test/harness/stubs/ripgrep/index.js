import { existsSync } from 'node:fs';
import { rgPath as bundled } from '@vscode/ripgrep-universal';

/** The system's ripgrep where there is one, else the one that comes as a package. */
export const rgPath = existsSync('/usr/bin/rg') ? '/usr/bin/rg' : bundled;
