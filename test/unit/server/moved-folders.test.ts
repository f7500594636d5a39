import { afterEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient } from './client';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const OWN =
  'id: own\ntitle: Own\nstages: [{ id: s, title: S, criteria: [{ id: c, ask: C?, evidence: { file: docs/scope.md } }] }]\n';
const MANIFEST = 'version: 1\nname: x\nlifecycle: ./own.yaml\n';
const SCOPE = '# Scope\n\nThe riders of one city, and no others.\n';

const projects = () => client.projects.at(-1)?.projects;
const outcome = () => projects()?.[0]?.stages[0]?.criteria[0]?.outcome;

describe('a folder that is moved as a whole, of which only the folder is told', () => {
  it('brings evidence, and takes it away', async () => {
    const files = memoryFiles({ '/w/holdout.yaml': MANIFEST, '/w/own.yaml': OWN });
    client = await startClient(files);
    await client.until(() => outcome() === 'unmet');
    files.write('/w/docs/scope.md', SCOPE);
    await client.tellChanged(['docs', FileChangeType.Created]);
    await client.until(() => outcome() === 'met');
    files.remove('/w/docs');
    await client.tellChanged(['docs', FileChangeType.Deleted]);
    await client.until(() => outcome() === 'unmet');
  });

  it('brings a project, and takes it away', async () => {
    const files = memoryFiles({});
    client = await startClient(files);
    await client.until(() => projects()?.length === 0);
    for (const [name, text] of Object.entries({
      'holdout.yaml': MANIFEST,
      'own.yaml': OWN,
      'docs/scope.md': SCOPE,
    }))
      files.write(`/w/churn/${name}`, text);
    await client.tellChanged(['churn', FileChangeType.Created]);
    await client.until(() => outcome() === 'met');
    files.remove('/w/churn');
    await client.tellChanged(['churn', FileChangeType.Deleted]);
    await client.until(() => projects()?.length === 0);
    expect(projects()).toEqual([]);
  });
});
