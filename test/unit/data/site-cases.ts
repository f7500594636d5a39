import type { Case } from './cases';
import { APART } from './cases';

const FOLDS = 'table: all.csv\n  split: { column: fold';
const SITES = {
  'all.csv': 'a,p,site,fold\n1,p1,x,train\n2,p2,x,test\n3,p3,y,other site\n4,p4,y,other site',
};

/** Splits of which the manifest says what they are for, and groups of which it asks for some. */
export const SITE_CASES: readonly Case[] = [
  [
    '{ data: { shared_groups: 0 } }',
    `${FOLDS} }\n  groups: p`,
    SITES,
    'unknown',
    /What `other site` in `fold` is for is not known, so 2 rows were compared with none; say it in `data\.split\.roles`/,
  ],
  [
    '{ data: { shared_groups: 0 } }',
    `${FOLDS}, roles: { other site: other } }\n  groups: p`,
    SITES,
    'met',
    /No value of `p` of test is in train too/,
  ],
  [
    '{ data: { shared_groups: 0 } }',
    `${FOLDS}, roles: { other site: test } }\n  groups: p`,
    { 'all.csv': SITES['all.csv'].replace('p4', 'p1') },
    'unmet',
    /1 value of `p` of other site is in train too/,
  ],
  [
    '{ data: { shared_groups: 0 } }',
    `${FOLDS}, roles: { other site: test } }\n  groups: [p, site]`,
    SITES,
    'unmet',
    /1 value of `site` of test is in train too/,
  ],
  [
    '{ data: { shared_groups: 0 }, split: other site }',
    `${FOLDS}, roles: { other site: test } }\n  groups: [p, site]`,
    SITES,
    'met',
    /No value of `p` of other site is in train too/,
  ],
  [
    '{ data: { shared_groups: 0, groups: [p] } }',
    `${FOLDS}, roles: { other site: test } }\n  groups: [p, site]`,
    SITES,
    'met',
    /No value of `p`/,
  ],
  [
    '{ data: { shared_groups: 0, groups: q } }',
    `${FOLDS}, roles: { other site: test } }\n  groups: [p, site]`,
    SITES,
    'unknown',
    /`data\.groups` does not name `q`/,
  ],
  [
    '{ data: { shared_groups: 0 }, split: test }',
    'splits: { train: none.csv, validation: train.csv, test: test.csv }\n  groups: a',
    APART,
    'unknown',
    /none\.csv was not read/,
  ],
  [
    '{ data: { shared_groups: 0 }, split: whole }',
    'splits: { train: train.csv, whole: test.csv }\n  groups: a',
    APART,
    'unknown',
    /There is no split to compare whole with/,
  ],
];
