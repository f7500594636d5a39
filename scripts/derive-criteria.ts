import { join } from 'node:path';
import { CRITERIA_PAGE, criteriaPage } from './criteriaPage';
import { settle } from './derived';

const root = join(import.meta.dirname, '..');
settle(root, new Map([[CRITERIA_PAGE, criteriaPage()]]), process.argv.includes('--check'));
