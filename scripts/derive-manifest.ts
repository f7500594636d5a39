import { join } from 'node:path';
import { settle } from './derived';
import { manifestTables } from './manifestTables';

settle(join(import.meta.dirname, '..'), await manifestTables(), process.argv.includes('--check'));
