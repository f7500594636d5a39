import { join } from 'node:path';
import { settle } from './derived';
import { lifecycleTables } from './lifecycleTables';

const root = join(import.meta.dirname, '..');
settle(root, await lifecycleTables(root), process.argv.includes('--check'));
