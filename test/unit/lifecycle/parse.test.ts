import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../src/base/result';
import { parseLifecycle } from '../../../src/lifecycle/parse';
import { NO_VOCABULARY } from '../../../src/manifest/vocabulary';
import { draw, undrawn } from '../manifest/drawn';

const OURS = `id: ours
title: How we work
rule_stages: { data: look, features: look }
stages:
  - id: look
    title: Look
    criteria:
      - { id: seen, ask: Seen?, evidence: { manual: true } }
      - { id: safe, ask: Safe?, help: Really., rule: fit-before-split, evidence: [{ field: ethics.review }, { lint: leakage }] }
  - id: ship
    title: Ship
    returns_to: look
    criteria:
      - { id: shipped, ask: Shipped?, returns_to: ship }
groups:
  - { id: beside, title: Beside, criteria: [{ id: cheap, ask: Cheap?, evidence: { metric: cost } }] }
`;

describe('a lifecycle of the user', () => {
  it('is read', () => {
    const { value, problems } = parseLifecycle('/p/ours.yaml', OURS);
    expect(problems).toEqual([]);
    expect(value).toEqual({
      id: 'ours',
      title: 'How we work',
      summary: '',
      pitfalls: [],
      rulesOfThumb: [],
      ruleStages: { data: 'look', features: 'look' },
      stages: [
        {
          id: 'look',
          title: 'Look',
          criteria: [
            { id: 'seen', ask: 'Seen?', evidence: { kind: 'manual' } },
            {
              id: 'safe',
              ask: 'Safe?',
              help: 'Really.',
              rule: 'fit-before-split',
              evidence: {
                kind: 'all',
                of: [
                  { kind: 'field', path: 'ethics.review', target: false },
                  { kind: 'lint', names: ['leakage'], paths: [], severity: 'warning' },
                ],
              },
            },
          ],
        },
        {
          id: 'ship',
          title: 'Ship',
          returnsTo: 'look',
          criteria: [{ id: 'shipped', ask: 'Shipped?', returnsTo: 'ship', evidence: { kind: 'manual' } }],
        },
      ],
      groups: [
        {
          id: 'beside',
          title: 'Beside',
          criteria: [
            {
              id: 'cheap',
              ask: 'Cheap?',
              evidence: {
                kind: 'metric',
                of: { by: 'text', text: 'cost' },
                demand: { is: 'target' },
                confident: false,
              },
            },
          ],
        },
      ],
    });
  });

  it('has its mistakes reported, and the rest counts', () => {
    const drawing = `id: Our Lifecycle
    ^^^^^^^^^^^^^ error wrong-type: \`id\` is \`Our Lifecycle\`; expected an id of small letters, digits and hyphens.
title: Ours
rule_stages: { data: lok, feature: look }
                     ^^^ error unknown-stage: There is no stage \`lok\` here. Did you mean \`look\`?
                          ^^^^^^^ error unknown-word: There is no word of a rule \`feature\` here. Did you mean \`features\`?
stages:
  - id: look
    title: Look
    returns_to: back
                ^^^^ error unknown-stage: There is no stage \`back\` here. There are look.
    criteria:
      - { id: seen, ask: Seen? }
      - { id: seen, ask: Again? }
              ^^^^ error duplicate-id: The id \`seen\` is given twice. Manifests name it, so it must be unique.
      - { ask: Nameless? }
          ^^^ warning missing-field: \`stages[0].criteria[2].id\` is missing. Its id, by which manifests name it. Write for example \`id: decision\`.
      - { id: odd, aks: Odd?, evidence: soon }
          ^^ warning missing-field: \`stages[0].criteria[3].ask\` is missing. A short question or imperative. Write for example \`ask: Which decision does it support?\`.
                   ^^^ warning unknown-field: There is no field \`stages[0].criteria[3].aks\`. Did you mean \`ask\`? -> ask
                                        ^^^^ error wrong-type: \`stages[0].criteria[3].evidence\` is not evidence; expected a mapping such as { field: problem.decision } or { manual: true }.
`;
    const { value, problems } = parseLifecycle('/p/ours.yaml', undrawn(drawing));
    expect(draw(undrawn(drawing), problems)).toBe(drawing);
    expect(value.stages[0]?.criteria.map(({ id }) => id)).toEqual(['seen', 'odd']);
  });

  it.each([
    '',
    '- a',
    'stages: soon',
    'stages: [{ id: a }]',
    'stages: [1, [2], { id: x, criteria: [3] }]',
    '{',
  ])('never throws: %j', text => {
    const { value, problems } = parseLifecycle('/p/ours.yaml', text);
    expect(problems.length).toBeGreaterThan(0);
    expect(value.id).toBe('ours');
  });
});

describe('a lifecycle that extends another', () => {
  const base = parseLifecycle('/p/ours.yaml', OURS).value;
  const extend = (text: string) => parseLifecycle('/p/more.yaml', undrawn(text), NO_VOCABULARY, ok(base));

  it('changes, adds, moves and drops', () => {
    const { value, problems } = extend(`id: more
title: More
extends: ./ours.yaml
stages:
  - id: look
    criteria:
      - { id: seen, ask: Seen twice? }
      - { id: safe, drop: true }
      - { id: first, ask: First?, after: seen, evidence: { field: problem.why } }
      - { id: last, ask: Last? }
  - { id: ship, drop: true }
  - { id: rest, title: Rest, after: look, criteria: [] }
groups:
  - { id: beside, title: Elsewhere }
`);
    expect(problems).toEqual([]);
    expect(value.stages.map(({ id }) => id)).toEqual(['look', 'rest']);
    expect(value.stages[0]).toMatchObject({ title: 'Look' });
    expect(value.stages[0]?.criteria).toEqual([
      { id: 'seen', ask: 'Seen twice?', evidence: { kind: 'manual' } },
      { id: 'first', ask: 'First?', evidence: { kind: 'field', path: 'problem.why', target: false } },
      { id: 'last', ask: 'Last?', evidence: { kind: 'manual' } },
    ]);
    expect(value.groups).toEqual([{ ...base.groups[0], title: 'Elsewhere' }]);
    expect(value.ruleStages).toEqual(base.ruleStages);
  });

  it('has its mistakes reported', () => {
    const drawing = `id: more
title: More
extends: ./ours.yaml
stages:
  - { id: lok, drop: true }
          ^^^ error unknown-stage: There is no stage \`lok\` here. Did you mean \`look\`?
  - id: look
    criteria:
      - { id: new }
              ^^^ warning missing-field: \`new\` is new here, and asks nothing: write \`ask\`, or the id of a criterion that the extended lifecycle has.
      - { id: other, ask: Other?, after: sen }
                                         ^^^ error unknown-criterion: There is no criterion \`sen\` here. Did you mean \`seen\`?
`;
    expect(draw(undrawn(drawing), extend(drawing).problems)).toBe(drawing);
  });

  it('says why it cannot', () => {
    const text = 'id: more\ntitle: More\nextends: ./none.yaml\nstages: []\n';
    const { problems } = parseLifecycle('/p/more.yaml', text, NO_VOCABULARY, fail('it is not there'));
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      ['base-not-read', expect.stringMatching(/`\.\/none\.yaml` cannot be extended: it is not there/)],
    ]);
  });
});
