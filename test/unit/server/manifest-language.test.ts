import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { memoryFiles } from '../project/memory-files';
import type { TestClient } from './client';
import { startClient, uri } from './client';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const MANIFEST = `version: 1
name: p
lifecycle: ./ours.yaml
metrics:
  recall: { min: 0.8 }
runs: [reports/a.json]
stages:
  idea: {}
`;
const LIFECYCLE = `id: ours
title: Ours
stages:
  - id: idea
    title: Idea
    criteria:
      - { id: good, ask: Good?, evidence: { metric: recall } }
      - { id: told, ask: Told?, evidence: { file: docs/told.md, sections: [Who] } }
`;
const FILES = {
  '/w/holdout.yaml': MANIFEST,
  '/w/ours.yaml': LIFECYCLE,
  '/w/reports/a.json': '{ "recall": 0.9, "f1": 0.8 }',
};

async function start(
  options: unknown = { commandLinks: true, trusted: true },
  settings: unknown = {},
): Promise<void> {
  client = await startClient(memoryFiles(FILES), settings, options);
  await client.until(() => client.projects.at(-1)?.projects.length === 1);
}

const at = (line: number, character: number, path = 'holdout.yaml') => ({
  textDocument: { uri: uri(path) },
  position: { line, character },
});
const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest(method, params);

describe('an editor on a manifest', () => {
  it('is answered over the wire, by the text that is not saved', async () => {
    await start();
    await client.open('holdout.yaml', `${MANIFEST}fairness: { metric: }\n`, 'yaml');
    const items = await ask<CompletionItem[]>('textDocument/completion', at(8, 20));
    expect(items.map(({ label, textEdit }) => [label, textEdit?.newText])).toEqual([['recall', 'recall']]);
    const hover = await ask<Hover>('textDocument/hover', at(4, 4));
    expect(JSON.stringify(hover.contents)).toContain('0\\\\.9');
    const [definition] = await ask<Location[]>('textDocument/definition', at(7, 4));
    expect(definition).toMatchObject({ uri: uri('ours.yaml'), range: { start: { line: 3 } } });
    expect(await ask<Location[]>('textDocument/references', { ...at(4, 4), context: {} })).toHaveLength(2);
    expect(await ask('textDocument/documentLink', at(0, 0))).toMatchObject([
      { target: uri('ours.yaml') },
      { target: uri('reports/a.json') },
    ]);
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', at(0, 0));
    expect(symbols.map(({ name }) => name)).toContain('stages');
  });

  it('renames in both files, by what is open of each', async () => {
    await start();
    await client.open('holdout.yaml', MANIFEST, 'yaml');
    await client.open('ours.yaml', `# moved\n${LIFECYCLE}`, 'yaml');
    const edit = await ask<WorkspaceEdit>('textDocument/rename', { ...at(4, 4), newName: 'tpr' });
    expect(edit.documentChanges).toMatchObject([
      {
        textDocument: { uri: uri('holdout.yaml') },
        edits: [{ newText: 'tpr', range: { start: { line: 4 } } }],
      },
      { textDocument: { uri: uri('ours.yaml') }, edits: [{ newText: 'tpr', range: { start: { line: 7 } } }] },
    ]);
    await expect(ask('textDocument/prepareRename', at(0, 2))).rejects.toThrow('Only metrics');
  });

  it('offers to begin a document that a criterion asks for', async () => {
    await start();
    await client.open('ours.yaml', LIFECYCLE, 'yaml');
    const position = { line: 7, character: 14 };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('ours.yaml') },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toEqual(['Create docs/told.md']);
    expect(actions[0]?.edit?.documentChanges?.[0]).toMatchObject({
      kind: 'create',
      uri: uri('docs/told.md'),
    });
  });

  it('mends by taking an entry out', async () => {
    await start();
    const text = `${MANIFEST}name: twice\n`;
    await client.open('holdout.yaml', text, 'yaml');
    await client.until(() => client.diagnostics.get(uri('holdout.yaml'))?.length === 1);
    const position = { line: 8, character: 1 };
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('holdout.yaml') },
      range: { start: position, end: position },
      context: { diagnostics: client.diagnostics.get(uri('holdout.yaml')) },
    });
    expect(actions).toMatchObject([
      { title: 'Remove this second `name`', diagnostics: [{ code: 'duplicate-field' }] },
    ]);
  });

  it('shows lenses in a trusted workspace, unless the setting turns them off', async () => {
    const lenses = async (): Promise<readonly (string | undefined)[]> => {
      await client.open('holdout.yaml', MANIFEST, 'yaml');
      const found = (await ask<CodeLens[]>('textDocument/codeLens', at(0, 0))).map(
        ({ command }) => command?.title,
      );
      client.dispose();
      return found;
    };
    await start();
    expect(await lenses()).toEqual(['0.9: meets >= 0.8', 'In progress: 1 of 2 criteria met']);
    await start({ commandLinks: true, trusted: true }, { codeLens: { enable: false } });
    expect(await lenses()).toEqual([]);
    await start({ commandLinks: true });
    expect(await lenses()).toEqual([]);
  });

  it('says nothing of YAML that is none of ours', async () => {
    await start();
    await client.open('docker-compose.yaml', 'metrics:\n  recall: {}\n  ', 'yaml');
    expect(await ask('textDocument/completion', at(2, 2, 'docker-compose.yaml'))).toEqual([]);
    expect(await ask('textDocument/hover', at(1, 4, 'docker-compose.yaml'))).toBeNull();
    expect(client.diagnostics.has(uri('docker-compose.yaml'))).toBe(false);
  });

  it('shows the mistakes of a lifecycle that is open', async () => {
    await start();
    await client.open('ours.yaml', LIFECYCLE.replace('title: Idea', 'titel: Idea'), 'yaml');
    const problems = await client.until(() => client.diagnostics.get(uri('ours.yaml')));
    expect(problems.map(({ code }) => code)).toContain('unknown-field');
  });
});
