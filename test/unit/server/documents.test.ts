import { afterEach, describe, expect, it } from 'vitest';
import { DiagnosticSeverity, FileChangeType } from 'vscode-languageserver-protocol/node';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { memoryFiles } from '../project/memory-files';
import { HELPED, HELPER, LEAK, LEAK_LINE, NO_LEAK } from './code';
import type { TestClient } from './client';
import { startClient, uri } from './client';

let client: TestClient;
afterEach(() => {
  client.dispose();
});

const range = (line: number, character = 0) => ({ start: { line, character }, end: { line, character } });

async function codeActions(path: string, line: number, only?: string[]): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: uri(path) },
    range: range(line, 12),
    context: { diagnostics: client.diagnostics.get(uri(path)) ?? [], ...(only && { only }) },
  });
}

describe('a script that is open', () => {
  it('shows its findings as it is opened, follows every change, and is wiped when it closes', async () => {
    client = await startClient(memoryFiles());
    await client.open('train.py', LEAK);
    const [diagnostic] = await client.until(() => nonEmpty(client.diagnostics.get(uri('train.py'))));
    expect(diagnostic).toMatchObject({
      source: 'holdout',
      code: 'fit-before-split',
      severity: DiagnosticSeverity.Information,
      range: { start: { line: LEAK_LINE } },
    });
    expect(diagnostic?.codeDescription?.href).toBe('command:holdout.explainRule?%22fit-before-split%22');
    expect(diagnostic?.relatedInformation?.length).toBeGreaterThan(0);
    expect(diagnostic?.relatedInformation?.[0]?.location.uri).toBe(uri('train.py'));

    await client.change('train.py', NO_LEAK);
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 0);
    await client.change('train.py', LEAK);
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 1);
    await client.close('train.py');
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 0);
  });

  it('survives every state of typing it', async () => {
    client = await startClient(memoryFiles());
    await client.open('train.py', '');
    for (let length = 0; length <= LEAK.length; length += 7)
      await client.change('train.py', LEAK.slice(0, length));
    await client.change('train.py', LEAK);
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 1);
  });

  it('heeds the settings, and those of its project before them', async () => {
    const manifest = 'version: 1\nname: p\nlint: { rules: { fit-before-split: hint } }\n';
    client = await startClient(memoryFiles({ '/w/p/holdout.yaml': manifest }), {
      rules: { 'fit-before-split': 'off' },
    });
    await client.until(() => client.projects.length > 0);
    await client.open('train.py', LEAK);
    await client.open('p/train.py', LEAK);
    const [own] = await client.until(() => nonEmpty(client.diagnostics.get(uri('p/train.py'))));
    expect(own?.severity).toBe(DiagnosticSeverity.Hint);
    expect(client.diagnostics.get(uri('train.py'))).toEqual([]);

    await client.configure({ rules: { 'fit-before-split': 'error' } });
    const [other] = await client.until(() => nonEmpty(client.diagnostics.get(uri('train.py'))));
    expect(other?.severity).toBe(DiagnosticSeverity.Error);

    await client.configure({ lint: { enable: false } });
    await client.until(() => client.diagnostics.get(uri('p/train.py'))?.length === 0);
    expect(client.diagnostics.get(uri('train.py'))).toEqual([]);
  });

  it('follows its calls into other files, as they are saved', async () => {
    const files = memoryFiles({ '/w/helpers.py': HELPER });
    client = await startClient(files);
    await client.open('train.py', HELPED);
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 1);
    files.write('/w/helpers.py', 'def project(X):\n    return X\n');
    await client.tellChanged(['helpers.py', FileChangeType.Changed]);
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 0);
  });

  it('shows nothing where its project excludes it', async () => {
    client = await startClient(
      memoryFiles({ '/w/holdout.yaml': 'version: 1\nname: p\nlint: { exclude: [old] }\n' }),
    );
    await client.until(() => client.projects.length > 0);
    await client.open('old/train.py', LEAK);
    await client.open('train.py', LEAK);
    await client.until(() => nonEmpty(client.diagnostics.get(uri('train.py'))));
    expect(client.diagnostics.get(uri('old/train.py'))).toEqual([]);
  });
});

describe('what the editor asks about a finding', () => {
  it('is answered over it and not beside it', async () => {
    client = await startClient(memoryFiles());
    await client.open('train.py', LEAK);
    const hover = (line: number): Promise<Hover | null> =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uri('train.py') },
        position: { line, character: 8 },
      });
    expect(JSON.stringify((await hover(LEAK_LINE))?.contents)).toMatch(
      /fit-before-split.*command:holdout\.explainRule/,
    );
    expect(await hover(0)).toBeNull();
  });

  it('has no command in it for an editor that runs none', async () => {
    client = await startClient(memoryFiles(), {}, {});
    await client.open('train.py', LEAK);
    const [diagnostic] = await client.until(() => nonEmpty(client.diagnostics.get(uri('train.py'))));
    expect(diagnostic).not.toHaveProperty('codeDescription');
    const hover = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: uri('train.py') },
      position: { line: LEAK_LINE, character: 8 },
    });
    expect(JSON.stringify(hover)).not.toContain('command:');
  });

  it('is a fix, a comment that silences it, or all safe fixes at once', async () => {
    client = await startClient(memoryFiles());
    await client.open('train.py', LEAK);
    await client.until(() => nonEmpty(client.diagnostics.get(uri('train.py'))));
    const actions = await codeActions('train.py', LEAK_LINE);
    const silence = actions.find(({ title }) => title.startsWith('Silence'));
    expect(silence?.kind).toBe('quickfix');
    expect(silence?.diagnostics).toHaveLength(1);
    expect(await applied(silence)).toContain('# holdout: ignore[fit-before-split]');
    await client.until(() => client.diagnostics.get(uri('train.py'))?.length === 0);
  });

  it('keeps to the kinds that were asked for', async () => {
    client = await startClient(memoryFiles());
    await client.open('train.py', LEAK);
    expect(await codeActions('train.py', LEAK_LINE, ['refactor.inline'])).toEqual([]);
    const fixes = await codeActions('train.py', LEAK_LINE, ['quickfix']);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.every(({ kind }) => kind === 'quickfix')).toBe(true);
  });

  /** Applies an action to the open text, as the editor would, and tells the server. */
  async function applied(action: CodeAction | undefined): Promise<string> {
    const lines = LEAK.split('\n');
    const [change] = action?.edit?.documentChanges ?? [];
    if (!change || !('edits' in change)) throw new Error('no edit');
    expect(change.textDocument).toEqual({ uri: uri('train.py'), version: 1 });
    for (const edit of change.edits) {
      const { start, end } = 'range' in edit ? edit.range : { start: undefined, end: undefined };
      if (!start || start.line !== end?.line) throw new Error('an edit of one line was expected');
      const line = lines[start.line] ?? '';
      lines[start.line] =
        line.slice(0, start.character) + ('newText' in edit ? edit.newText : '') + line.slice(end.character);
    }
    const text = lines.join('\n');
    await client.change('train.py', text);
    return text;
  }
});

describe('a manifest that is open', () => {
  const BAD = 'version: 1\nname: p\nlifecycle: nine-stag\n';

  it('shows its problems as they are typed, with a fix', async () => {
    const files = memoryFiles({ '/w/holdout.yaml': 'version: 1\nname: p\n' });
    client = await startClient(files);
    await client.open('holdout.yaml', BAD, 'yaml');
    const [problem] = await client.until(() => nonEmpty(client.diagnostics.get(uri('holdout.yaml'))));
    expect(problem?.message).toMatch(/nine-stage/);
    const fixes = await codeActions('holdout.yaml', 2);
    expect(fixes.find(({ isPreferred }) => isPreferred)?.edit?.documentChanges).toMatchObject([
      { edits: [{ newText: 'nine-stage' }] },
    ]);
    await client.change('holdout.yaml', 'version: 1\nname: p\nlifecycle: nine-stage\n');
    await client.until(() => client.diagnostics.get(uri('holdout.yaml'))?.length === 0);
  });

  it('shows its saved problems once it is closed', async () => {
    client = await startClient(memoryFiles({ '/w/holdout.yaml': BAD }));
    await client.until(() => nonEmpty(client.diagnostics.get(uri('holdout.yaml'))));
    await client.open('holdout.yaml', 'version: 1\nname: p\nlifecycle: nine-stage\n', 'yaml');
    await client.until(() => client.diagnostics.get(uri('holdout.yaml'))?.length === 0);
    await client.close('holdout.yaml');
    await client.until(() => nonEmpty(client.diagnostics.get(uri('holdout.yaml'))));
  });

  it('is not confused with other YAML', async () => {
    client = await startClient(memoryFiles());
    await client.open('docker-compose.yaml', 'x: [', 'yaml');
    await client.settled();
    expect(client.diagnostics.has(uri('docker-compose.yaml'))).toBe(false);
  });

  it('changes how open scripts are linted only when it is saved', async () => {
    const files = memoryFiles({ '/w/holdout.yaml': 'version: 1\nname: p\n' });
    client = await startClient(files);
    await client.open('train.py', LEAK);
    await client.until(
      () => client.diagnostics.get(uri('train.py'))?.[0]?.severity === DiagnosticSeverity.Information,
    );
    files.write('/w/holdout.yaml', 'version: 1\nname: p\nlint: { rules: { fit-before-split: hint } }\n');
    await client.tellChanged(['holdout.yaml', FileChangeType.Changed]);
    await client.until(
      () => client.diagnostics.get(uri('train.py'))?.[0]?.severity === DiagnosticSeverity.Hint,
    );
  });
});

function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
