import { lineIndex } from '../../../src/base/lines';
import type { Position } from '../../../src/base/place';
import type { ProjectState } from '../../../src/base/project';
import type { Completion, Language, OpenText } from '../../../src/project/editing/language';
import { createWorkspace } from '../../../src/project/workspace';
import { memoryFiles } from '../project/memory-files';
import { marked } from './marked';

/** A project whose manifest is saved, and an editor on one of its files. */
export interface Editor {
  readonly language: Language;
  open(text: string): OpenText;
  /** What is offered at the cursor of a source with `|`. */
  complete(source: string): Promise<readonly Completion[]>;
  /** Asks for something at the cursor of a source with `|`. */
  ask<T>(source: string, ask: (language: Language, open: OpenText, at: Position) => Promise<T>): Promise<T>;
}

export const SAVED = `version: 1
name: Fraud
lifecycle: nine-stage
data:
  splits: { train: data/train.csv, test: data/test.csv }
metrics:
  recall: { min: 0.8, split: test }
  "val/loss": { max: 1 }
runs: [reports/*.json]
`;

export const FILES: Readonly<Record<string, string>> = {
  '/w/holdout.yaml': SAVED,
  '/w/data/train.csv': 'paid_at,card_id,"the country",is_fraud\n1,2,3,4\n',
  '/w/data/test.csv': 'paid_at;card_id;channel\r\n1;2;3\r\n',
  '/w/data/raw/.hidden': '',
  '/w/reports/a.json': JSON.stringify({
    test: { recall: 0.83, f1: 0.7, 'mAP50(B)': 0.5 },
    train: { f1: 0.9 },
  }),
  '/w/reports/kpi.csv': 'month,chargeback_rate\n2026-01,0.02\n',
  '/w/notebooks/eda.ipynb': '{}',
  '/w/docs/scope.md': '# Scope\n',
  '/w/our lifecycle.yaml': 'id: ours\n',
};

export async function editor(
  files: Readonly<Record<string, string>> = FILES,
  file = '/w/holdout.yaml',
): Promise<Editor> {
  const log = { info: silent, warn: silent, error: silent };
  const ports = {
    files: memoryFiles(files),
    clock: { now: () => Date.UTC(2026, 9, 2, 12) },
    log,
    pause: () => Promise.resolve(),
  };
  const workspace = createWorkspace(ports, { roots: ['/w'] });
  await workspace.discover(['/w']);
  const { projects } = await workspace.status();
  const stateOf = (manifest: string): ProjectState | undefined =>
    projects.find(project => project.file === manifest);
  const language = await workspace.language();
  const open = (text: string): OpenText => ({ file, text, stateOf, textOf: () => undefined });
  const at: Editor['ask'] = (source, ask) => {
    const { text, offset } = marked(source);
    return ask(language, open(text), lineIndex(text).positionAt(offset));
  };
  return {
    language,
    open,
    complete: source => at(source, (own, text, position) => own.complete(text, position)),
    ask: at,
  };
}

const silent = (): void => undefined;

/** The text with the completion of this label taken. */
export function applied(source: string, completions: readonly Completion[], label: string): string {
  const { text } = marked(source);
  const found = completions.find(completion => completion.label === label);
  if (!found) return `no ${label} among ${completions.map(one => one.label).join(', ')}`;
  return edited(text, found.edit);
}

export function edited(text: string, { range, newText }: Completion['edit']): string {
  const { offsetAt } = lineIndex(text);
  return text.slice(0, offsetAt(range.start)) + newText + text.slice(offsetAt(range.end));
}
