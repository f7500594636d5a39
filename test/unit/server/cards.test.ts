import { afterEach, expect, it } from 'vitest';
import { CodeActionRequest, FileChangeType } from 'vscode-languageserver-protocol/node';
import { METHODS } from '../../../src/protocol/messages';
import type { MemoryFiles } from '../project/memory-files';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient, uri } from './client';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const MANIFEST =
  'version: 1\nname: Churn\nlifecycle: nine-stage\nmetrics:\n  accuracy: { min: 0.8 }\nruns: [reports/*.json]\n';
const CARD = 'It is right in 0.9<!-- holdout: `accuracy` = 0.9 (reports/m.json) --> of all rows.\n';

async function startProject(content: Readonly<Record<string, string>>): Promise<MemoryFiles> {
  const files = memoryFiles({
    '/w/holdout.yaml': MANIFEST,
    '/w/reports/m.json': '{ "accuracy": 0.9 }',
    ...content,
  });
  client = await startClient(files);
  await client.until(() => client.projects.length > 0);
  return files;
}

const messages = (path: string): readonly string[] =>
  client.diagnostics.get(uri(path))?.map(({ message }) => message) ?? [];

it('marks a number of a card that is closed as soon as its source has moved on, until it is back', async () => {
  const files = await startProject({ '/w/docs/card.md': CARD, '/w/docs/other.md': '# Other\n' });
  files.write('/w/reports/m.json', '{ "accuracy": 0.8 }');
  await client.tellChanged(['reports/m.json', FileChangeType.Changed]);
  await client.until(() => messages('docs/card.md').length > 0);
  expect(messages('docs/card.md')).toEqual([
    'The card says that `accuracy` is 0.9; it is 0.8 now (reports/m.json:1).',
  ]);
  files.write('/w/reports/m.json', '{ "accuracy": 0.9 }');
  await client.tellChanged(['reports/m.json', FileChangeType.Changed]);
  await client.until(() => messages('docs/card.md').length === 0);
  expect(client.diagnostics.has(uri('docs/other.md'))).toBe(false);
});

it('marks it in the text that is not saved, and updates it', async () => {
  await startProject({ '/w/reports/m.json': '{ "accuracy": 0.85 }' });
  await client.open('CARD.md', CARD, 'markdown');
  const [shown] = await client.until(() => {
    const found = client.diagnostics.get(uri('CARD.md')) ?? [];
    return found.length > 0 && found;
  });
  expect(shown).toMatchObject({
    range: { start: { line: 0, character: 15 }, end: { line: 0, character: 18 } },
  });
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: uri('CARD.md') },
    range: shown?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: shown ? [shown] : [] },
  });
  // A comment silences code, not a card.
  expect(actions).toMatchObject([
    {
      title: 'Update to 0.85',
      edit: {
        documentChanges: [
          { edits: [{ newText: '0.85<!-- holdout: `accuracy` = 0.85 (reports/m.json) -->' }] },
        ],
      },
    },
  ]);
});

it('gives the report to save, and the card as it stands written again', async () => {
  await startProject({});
  const html = await client.request(METHODS.exportReport, { project: '/w/holdout.yaml', format: 'html' });
  expect(html).toMatchObject({ ok: true, path: '/w/reports/holdout.html' });
  const card = await client.request(METHODS.exportReport, { project: '/w/holdout.yaml', format: 'card' });
  if (!card.ok) throw new Error(card.message);
  expect(card.path).toBe('/w/MODEL_CARD.md');
  const again = await client.request(METHODS.exportReport, {
    project: '/w/holdout.yaml',
    format: 'card',
    before: `${card.text}My own words.\n`,
  });
  expect(again).toEqual({ ok: true, path: '/w/MODEL_CARD.md', text: `${card.text}My own words.\n` });
});
