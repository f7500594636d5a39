import { parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { START_OF_FILE } from '../../base/place';
import { report } from './report';
import type { Reading } from './report';
import { toTree } from './to-tree';
import type { MappingTree, Tree } from './tree';
import { withoutTabs } from './tabs';
import { reportYamlErrors } from './yaml-errors';

/** More than any person writes; a file above it is a mistake or an attack. */
export const MAX_CHARACTERS = 1_000_000;

/** Reads a YAML file whose top is a mapping. What cannot be read becomes problems; the rest is in the tree. */
export function readYaml(reading: Reading): MappingTree {
  const nothing: MappingTree = { kind: 'mapping', entries: [], range: START_OF_FILE };
  if (reading.text.length > MAX_CHARACTERS) {
    reportTooLarge(reading);
    return nothing;
  }
  const document = parseSafely(reading, withoutTabs(reading));
  if (!document) return nothing;
  const tree = toTree(reading, document);
  reportYamlErrors(reading, document);
  if (!tree) {
    reportEmpty(reading);
    return nothing;
  }
  if (tree.kind === 'mapping') return tree;
  reportNotMapping(reading, tree);
  return nothing;
}

function parseSafely(reading: Reading, text: string): Document.Parsed | undefined {
  try {
    // `uniqueKeys` compares every pair of keys, which takes half a minute on a hostile file: we look for twins ourselves.
    return parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  } catch {
    report(reading, {
      code: 'bad-yaml',
      message: 'This is not YAML that can be read: it is nested too deeply or broken beyond recovery.',
      range: START_OF_FILE,
    });
    return undefined;
  }
}

function reportTooLarge(reading: Reading): void {
  report(reading, {
    code: 'too-large',
    message: `The file has ${reading.text.length.toLocaleString('en')} characters and is not read; at most ${MAX_CHARACTERS.toLocaleString('en')} are. Keep data and results in files of their own and name their paths here.`,
    range: START_OF_FILE,
  });
}

function reportEmpty(reading: Reading): void {
  report(reading, {
    code: 'empty',
    message: 'The file is empty. Begin with `version: 1`, `name:` and `lifecycle:`.',
    range: START_OF_FILE,
  });
}

function reportNotMapping(reading: Reading, tree: Tree): void {
  const found = tree.kind === 'list' ? 'a list' : 'a single value';
  report(reading, {
    code: 'not-a-mapping',
    message: `The file holds ${found}; expected fields such as \`version: 1\`, \`name:\` and \`lifecycle:\`.`,
    range: tree.range,
  });
}
