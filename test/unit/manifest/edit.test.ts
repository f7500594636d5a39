import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../../src/base/lines';
import { editManifest } from '../../../src/manifest/edit';
import type { Decision } from '../../../src/manifest/edit';
import { commentsIn } from '../../../src/manifest/editing/comments';
import type { TextEdit } from '../../../src/manifest/editing/difference';
import { parseManifest } from '../../../src/manifest/parse';
import { plainModel } from './plainModel';

const ON = '2026-11-21';
const tick = (criterion = 'decision', by = 'r.ahn'): Extract<Decision, { kind: 'tick' }> => ({
  kind: 'tick',
  stage: 'idea',
  criterion,
  by,
  on: ON,
});
const untick: Decision = { kind: 'untick', stage: 'idea', criterion: 'decision' };
const waive: Decision = {
  kind: 'waive',
  stage: 'idea',
  criterion: 'decision',
  reason: 'not "now": later # really',
};
const unwaive: Decision = { kind: 'unwaive', stage: 'idea', criterion: 'decision' };
const signOff: Extract<Decision, { kind: 'sign-off' }> = {
  kind: 'sign-off',
  stage: 'idea',
  by: 'k.lund',
  on: ON,
};
const reopen: Extract<Decision, { kind: 'reopen' }> = { kind: 'reopen', stage: 'idea' };
const seal: Decision = { kind: 'seal', by: 'k.lund', on: ON, digest: '12ab' };

describe('editing a manifest', () => {
  it.each<[string, string, Decision, string]>([
    [
      'adds all that is missing',
      'version: 1\n',
      tick(),
      'version: 1\nstages:\n  idea:\n    criteria:\n      decision: { done: 2026-11-21, by: r.ahn }\n',
    ],
    [
      'ends the last line first',
      'version: 1',
      tick(),
      'version: 1\nstages:\n  idea:\n    criteria:\n      decision: { done: 2026-11-21, by: r.ahn }',
    ],
    [
      'seals at the end',
      'version: 1\n',
      seal,
      'version: 1\nsealed: { on: 2026-11-21, by: k.lund, digest: "12ab" }\n',
    ],
    [
      'seals anew, and keeps comments',
      'sealed: # ours\n  on: 2026-01-01\n  by: ada # at first\n  digest: ff\nb: 2\n',
      seal,
      'sealed: # ours\n  on: 2026-11-21\n  by: k.lund # at first\n  digest: "12ab"\nb: 2\n',
    ],
    [
      'keeps CRLF',
      'a: 1\r\nb: 2\r\n',
      signOff,
      'a: 1\r\nb: 2\r\nstages:\r\n  idea:\r\n    signed_off: { on: 2026-11-21, by: k.lund }\r\n',
    ],
    [
      'fills an empty `stages:`',
      'stages: # ours\nb: 2\n',
      signOff,
      'stages: # ours\n  idea:\n    signed_off: { on: 2026-11-21, by: k.lund }\nb: 2\n',
    ],
    [
      'follows the indentation of the file',
      'a:\n    b: 1\nstages:\n    idea:\n',
      signOff,
      'a:\n    b: 1\nstages:\n    idea:\n        signed_off: { on: 2026-11-21, by: k.lund }\n',
    ],
    [
      'adds to a block',
      'stages:\n  idea:\n    criteria:\n      decision:\n        note: x # why\n  next:\n',
      tick(),
      'stages:\n  idea:\n    criteria:\n      decision:\n        note: x # why\n        done: 2026-11-21\n        by: r.ahn\n  next:\n',
    ],
    [
      'adds to a flow mapping',
      'stages: { idea: { criteria: { other: { drop: true } } } }\n',
      tick(),
      'stages: { idea: { criteria: { other: { drop: true }, decision: { done: 2026-11-21, by: r.ahn } } } }\n',
    ],
    [
      'fills an empty flow mapping',
      'stages: {}\n',
      signOff,
      'stages: { idea: { signed_off: { on: 2026-11-21, by: k.lund } } }\n',
    ],
    [
      'adds below a block of text',
      'stages:\n  idea:\n    criteria:\n      decision:\n        note: |\n          two\n          lines\n',
      tick(),
      'stages:\n  idea:\n    criteria:\n      decision:\n        note: |\n          two\n          lines\n        done: 2026-11-21\n        by: r.ahn\n',
    ],
    [
      'puts names in quotes that need them',
      'version: 1\n',
      { ...tick(), by: 'Ann: the #1' } as Decision,
      'version: 1\nstages:\n  idea:\n    criteria:\n      decision: { done: 2026-11-21, by: "Ann: the #1" }\n',
    ],
    [
      'ticks again',
      'stages: { idea: { criteria: { decision: { done: 2026-01-01, by: [a, b] } } } }\n',
      tick(),
      'stages: { idea: { criteria: { decision: { done: 2026-11-21, by: r.ahn } } } }\n',
    ],
    [
      'unticks and takes away what is left over',
      'version: 1\nstages:\n  idea:\n    criteria:\n      decision: { done: 2026-01-01, by: a }\n',
      untick,
      'version: 1\n',
    ],
    [
      'unticks one of two',
      'stages:\n  idea:\n    criteria:\n      decision:\n        done: 2026-01-01\n        by: a\n      other: { done: 2026-01-01, by: a }\n',
      untick,
      'stages:\n  idea:\n    criteria:\n      other: { done: 2026-01-01, by: a }\n',
    ],
    [
      'keeps the comments of what it removes',
      'version: 1\nstages:\n  idea: # first\n    signed_off: # at last\n      on: 2026-01-01 # a day\n      by: a\n    weeks: 2\n',
      reopen,
      'version: 1\nstages:\n  idea: # first\n    # at last\n    # a day\n    weeks: 2\n',
    ],
    [
      'waives',
      'version: 1\n',
      waive,
      'version: 1\nstages:\n  idea:\n    criteria:\n      decision: { waived: "not \\"now\\": later # really" }\n',
    ],
    [
      'takes a waiver back',
      'stages: { idea: { weeks: 2, criteria: { decision: { waived: no, ask: Why? } } } }\n',
      unwaive,
      'stages: { idea: { weeks: 2, criteria: { decision: { ask: Why? } } } }\n',
    ],
    [
      'leaves a manifest with mistakes as it is elsewhere',
      'metrics:\n  recall:\n    target: >= 0.8\nporblem: 1\n',
      signOff,
      'metrics:\n  recall:\n    target: >= 0.8\nporblem: 1\nstages:\n  idea:\n    signed_off: { on: 2026-11-21, by: k.lund }\n',
    ],
  ])('%s', (_, before, decision, after) => {
    expect(applied(before, decision)).toBe(after);
  });

  it.each<[string, string, Decision, RegExp]>([
    ['a tick without a name', 'version: 1\n', { ...tick(), by: ' ' } as Decision, /name/],
    ['a waiver without a reason', 'version: 1\n', { ...waive, reason: '' } as Decision, /reason/],
    [
      'a tick on what is waived',
      'stages: { idea: { criteria: { decision: { waived: x } } } }',
      tick(),
      /waived/,
    ],
    ['unticking what is not ticked', 'version: 1\n', untick, /not ticked/],
    ['reopening what is not signed off', 'version: 1\n', reopen, /not signed off/],
    ['signing off twice', 'stages: { idea: { signed_off: { on: 2026-01-01, by: a } } }', signOff, /already/],
    ['writing into a list', 'stages: [a]\n', signOff, /not a mapping/],
    ['writing into a text', 'stages:\n  idea: soon\n', signOff, /not a mapping/],
    ['writing through an alias', 'a: &a { weeks: 2 }\nstages: { idea: *a }\n', signOff, /not a mapping/],
    ['a top that is no mapping', '- a\n', signOff, /not a mapping/],
  ])('refuses %s', (_, before, decision, message) => {
    const result = editManifest(before, decision);
    expect(result.ok ? undefined : result.failure.message).toMatch(message);
  });

  it('gives no edit when nothing changes', () => {
    const text = 'stages: { idea: { criteria: { decision: { done: 2026-11-21, by: r.ahn } } } }\n';
    expect(editManifest(text, tick())).toEqual({ ok: true, value: { edits: [] } });
  });
});

describe('any edit of any manifest', () => {
  it('changes what it is about and nothing else, and can be taken back', () => {
    fc.assert(
      fc.property(manifests(), fc.constantFrom(...PAIRS), (text, [there, back]) => {
        const edited = applied(text, there);
        const [before, after] = [model(text), model(edited)];
        expect(parseManifest('/p/holdout.yaml', edited).problems).toEqual([]);
        expect(commentsOf(edited)).toEqual(commentsOf(text));
        expect(holds(after, there)).toBe(true);
        expect(without(after, there)).toEqual(without(before, there));
        const undone = applied(edited, back);
        expect(commentsOf(undone)).toEqual(commentsOf(text));
        expect(model(undone)).toEqual(model(text));
      }),
      { numRuns: 150 },
    );
  });
});

/** Each decision with the one that takes it back. */
const PAIRS: readonly (readonly [StageDecision, StageDecision])[] = [
  [tick('new'), { ...untick, criterion: 'new' } as StageDecision],
  [{ ...waive, criterion: 'new' } as StageDecision, { ...unwaive, criterion: 'new' } as StageDecision],
  [signOff, reopen],
];

/** Manifests in flow and block style, with comments everywhere, in all line ends, with and without `stages`. */
function manifests(): fc.Arbitrary<string> {
  const comment = fc.constantFrom('', ' # why', ' # "quoted" { not: yaml }');
  const lineComment = fc.constantFrom('', '# a line of its own\n', '\n', '    # far in\n');
  const criterion = fc.constantFrom(
    ['a: { done: 2026-01-01, by: x }'],
    ['b:', '  done: 2026-01-01', '  by: [x, y]'],
    ['c: {}'],
    ['d:'],
    ['e:', '  note: |', '    # no comment', '    text', '  drop: true'],
    ['f: { ask: "Why: now?", # inside', '    evidence: { manual: true } }'],
  );
  const criteria = fc
    .uniqueArray(criterion, { maxLength: 3, selector: lines => lines[0] })
    .map(list => list.flat());
  const stage = fc
    .tuple(criteria, fc.boolean(), fc.boolean(), comment)
    .map(([lines, weeks, first, remark]) => {
      const block = lines.length > 0 ? [`criteria:${remark}`, ...lines.map(line => `  ${line}`)] : [];
      const planned = weeks ? [`weeks: 1..2${remark}`] : [];
      return first ? [...planned, ...block] : [...block, ...planned];
    });
  const flowStages = fc.constantFrom(
    'stages: {}',
    'stages:',
    'stages: { idea: {} }',
    'stages: { idea: { weeks: 2 }, }',
    'stages: {\n  idea: { criteria: {} }, # c\n}',
  );
  const blockStages = fc
    .tuple(stage, fc.boolean(), comment)
    .map(([lines, more, remark]) =>
      [
        `stages:${remark}`,
        `  idea:${remark}`,
        ...lines.map(line => `    ${line}`),
        ...(more ? ['  next:', '    weeks: 3'] : []),
      ].join('\n'),
    );
  const head = fc
    .tuple(comment, lineComment)
    .map(([remark, line]) => `${line}version: 1${remark}\nname: x\nlifecycle: nine-stage${remark}`);
  return fc
    .tuple(
      head,
      lineComment,
      fc.oneof(fc.constant(''), flowStages, blockStages),
      comment,
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    )
    .map(([top, gap, stages, remark, tail, eol, last]) => {
      const after = tail ? `\n${gap}owner: me${remark}` : '';
      const text = `${top}\n${gap}${stages}${after}${last ? '\n' : ''}`;
      return text.replaceAll('\n', eol);
    });
}

function applied(text: string, decision: Decision): string {
  const result = editManifest(text, decision);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.edits.reduceRight(apply, text);
}

function apply(text: string, { range, newText }: TextEdit): string {
  const { offsetAt } = lineIndex(text);
  return text.slice(0, offsetAt(range.start)) + newText + text.slice(offsetAt(range.end));
}

const model = (text: string) => plainModel(parseManifest('/p/holdout.yaml', text).value);

type Model = ReturnType<typeof model>;

type StageDecision = Exclude<Decision, { kind: 'seal' }>;

function holds({ stages }: Model, decision: StageDecision): boolean {
  const stage = stages[decision.stage];
  if (decision.kind === 'sign-off') return stage?.signedOff?.by === decision.by;
  const criterion = 'criterion' in decision ? stage?.criteria[decision.criterion] : undefined;
  if (decision.kind === 'waive') return criterion?.waived === decision.reason;
  return decision.kind === 'tick' && criterion?.done?.by === decision.by && criterion.done.on === decision.on;
}

/** The model but for what the decision is about. */
function without({ stages, ...rest }: Model, decision: StageDecision): unknown {
  const { signedOff, criteria = {}, ...stage } = stages[decision.stage] ?? {};
  const others = Object.fromEntries(
    Object.entries(criteria).filter(([id]) => !('criterion' in decision) || id !== decision.criterion),
  );
  const kept = { ...stage, criteria: others, ...('criterion' in decision && { signedOff }) };
  return JSON.parse(JSON.stringify({ ...rest, stages: { ...stages, [decision.stage]: kept } }));
}

const commentsOf = (text: string): readonly string[] =>
  commentsIn(text)
    .map(comment => comment.text)
    .sort();
