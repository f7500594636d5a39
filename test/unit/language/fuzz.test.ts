import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineIndex } from '../../../src/base/lines';
import { cursorAt } from '../../../src/language/cursor';
import { openDocument } from '../../../src/language/document';
import { mentionsIn } from '../../../src/language/mentions';
import { parseManifest } from '../../../src/manifest/parse';
import { mutilated } from '../manifest/mutilate';
import type { Editor } from './project';
import { edited, editor } from './project';

const FIXTURES = join(import.meta.dirname, '../../fixtures/manifest');
const TEXTS = readdirSync(FIXTURES).map(name => readFileSync(join(FIXTURES, name, 'holdout.yaml'), 'utf8'));

let manifest: Editor;
beforeAll(async () => {
  manifest = await editor();
});

const errorsIn = (text: string): readonly string[] =>
  parseManifest('/w/holdout.yaml', text)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);

describe('at every place of every example', () => {
  it.each(TEXTS.map((text, index) => [index, text] as const))(
    'file %i is offered names that leave it valid',
    async (index, text) => {
      const { positionAt } = lineIndex(text);
      const before = errorsIn(text);
      // Each place is looked at; of what is offered, another part at each place, so that the whole stays fast.
      for (let offset = 0; offset <= text.length; offset++) {
        const cursor = cursorAt(text, openDocumentOnce(text).root, offset);
        if (!cursor || (offset + index) % 5 !== 0) continue;
        const offered = await manifest.language.complete(manifest.open(text), positionAt(offset));
        const names = offered.filter(({ kind }) => kind === 'field');
        const name = names[offset % Math.max(names.length, 1)];
        if (!name || cursor.colon || cursor.value) continue;
        const after = edited(text, name.edit);
        expect(
          errorsIn(after).filter(error => !before.includes(error)),
          `${name.label} at ${offset}`,
        ).toEqual([]);
      }
    },
  );
});

let last: { readonly text: string; readonly document: ReturnType<typeof openDocument> } | undefined;
function openDocumentOnce(text: string): ReturnType<typeof openDocument> {
  if (last?.text !== text) last = { text, document: openDocument('manifest', '/w/holdout.yaml', text) };
  return last.document;
}

describe('a mutilated manifest', () => {
  it('is read without a throw wherever the cursor is, and every word lies in the text', () => {
    fc.assert(
      fc.property(mutilated(TEXTS), text => {
        for (const kind of ['manifest', 'lifecycle'] as const) {
          const document = openDocument(kind, '/w/holdout.yaml', text);
          for (const { span } of mentionsIn(document)) expect(isIn(text, span)).toBe(true);
          for (let offset = 0; offset <= text.length; offset += 3) {
            const cursor = cursorAt(text, document.root, offset);
            if (cursor)
              expect([
                isIn(text, cursor.word),
                cursor.word.start <= offset && offset <= cursor.word.end,
              ]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is offered what fits, or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(mutilated(TEXTS), fc.double({ min: 0, max: 1, noNaN: true }), async (text, at) => {
        const position = lineIndex(text).positionAt(Math.floor(at * text.length));
        const offered = await manifest.language.complete(manifest.open(text), position);
        expect(
          offered.every(({ label, edit }) => label !== '' && edit.range.start.line === position.line),
        ).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

const isIn = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  0 <= start && start <= end && end <= text.length;
