import { format } from 'prettier';
import { BUILTIN_IDS } from '../src/lifecycle/builtins';
import { renderManifestDoc } from '../src/manifest/doc';
import { manifestSchema } from '../src/manifest/json-schema';
import { RULES } from '../src/rules/registry';

/** The JSON Schema and the reference of the manifest, as derived from its schema table. */
export async function manifestTables(): Promise<ReadonlyMap<string, string>> {
  const schema = manifestSchema({ lifecycles: BUILTIN_IDS, rules: RULES.map(rule => rule.id) });
  return new Map([
    [
      'schemas/holdout.schema.json',
      await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 }),
    ],
    ['docs/manifest.md', renderManifestDoc()],
  ]);
}
