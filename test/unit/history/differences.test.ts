import { describe, expect, it } from 'vitest';
import { differences } from '../../../src/history/differences';
import type { HistoryEntry } from '../../../src/history/entry';
import { parseManifest } from '../../../src/manifest/parse';
import { decision } from './entries';

const HEAD = 'version: 1\nname: x\nlifecycle: nine-stage\n';

function said(manifest: string, ...entries: readonly HistoryEntry[]): readonly string[] {
  const { value } = parseManifest('/w/holdout.yaml', `${HEAD}${manifest}`);
  return differences(value, entries).map(({ message }) => message);
}

const SIGNED = 'stages: { exploration: { signed_off: { on: 2026-10-03, by: r.ahn } } }\n';
const tick = (overrides: Parameters<typeof decision>[0] = {}) =>
  decision({ what: 'ticked', stage: 'training', criterion: 'converged', ...overrides });
const EARLY = decision({
  id: 'd0',
  time: '2026-09-01T12:00:00.000Z',
  stage: 'training',
  on: '2026-09-01',
  what: 'reopened',
});

describe('manifest and history', () => {
  it.each<[string, string, readonly HistoryEntry[]]>([
    ['say the same', SIGNED, [decision()]],
    ['were not both there from the beginning', SIGNED.replace('10-03', '08-03'), [EARLY]],
    ['have no history', SIGNED, []],
    [
      'say the same of a tick and a waiver',
      'stages: { training: { criteria: { converged: { done: 2026-10-03, by: r.ahn }, regularised: { waived: later } } } }\n',
      [tick(), tick({ id: 'd2', what: 'waived', criterion: 'regularised' })],
    ],
    [
      'agree that it was taken back',
      '',
      [decision(), decision({ id: 'd2', what: 'reopened', time: '2026-10-04T00:00:00Z' })],
    ],
  ])('differ in nothing where they %s', (_what, manifest, entries) => {
    expect(said(manifest, ...entries)).toEqual([]);
  });

  it.each<[string, string, readonly HistoryEntry[], string]>([
    [
      'a sign-off that the manifest lost',
      '',
      [decision()],
      '`exploration` is not signed off here; the history has it signed off by r.ahn on 2026-10-03.',
    ],
    [
      'a sign-off by another',
      SIGNED.replace('r.ahn', 'k.lund'),
      [decision()],
      '`exploration` is signed off by k.lund on 2026-10-03 here; the history has it signed off by r.ahn on 2026-10-03.',
    ],
    [
      'a sign-off that was taken back',
      SIGNED,
      [decision(), decision({ id: 'd2', what: 'reopened', who: 'k.lund', time: '2026-10-04T00:00:00Z' })],
      '`exploration` is signed off by r.ahn on 2026-10-03 here; the history has it reopened by k.lund on 2026-10-04.',
    ],
    [
      'a sign-off written by hand',
      SIGNED,
      [EARLY],
      '`exploration` is signed off by r.ahn on 2026-10-03 here; the history does not know of it.',
    ],
    [
      'a tick that is gone',
      '',
      [tick()],
      '`converged` is not ticked here; the history has it ticked by r.ahn on 2026-10-03.',
    ],
    [
      'a tick of another day',
      'stages: { training: { criteria: { converged: { done: 2026-10-01, by: r.ahn } } } }\n',
      [tick()],
      '`converged` is ticked by r.ahn on 2026-10-01 here; the history has it ticked by r.ahn on 2026-10-03.',
    ],
    [
      'a waiver that was withdrawn',
      'stages: { training: { criteria: { converged: { waived: later } } } }\n',
      [tick({ what: 'waiver-withdrawn' })],
      '`converged` is waived here; the history has it not waived any more since 2026-10-03, by r.ahn.',
    ],
  ])('differ in %s', (_what, manifest, entries, message) => {
    expect(said(manifest, ...entries)).toEqual([`${message} The manifest counts.`]);
  });

  it('show the difference where the manifest speaks of it', () => {
    const text = `${HEAD}${SIGNED}`;
    const { value } = parseManifest('/w/holdout.yaml', text);
    const [problem] = differences(value, [EARLY]);
    expect(problem?.place.range.start.line).toBe(3);
    expect(text.split('\n')[3]?.slice(problem?.place.range.start.column)).toMatch(/^\{ on: 2026-10-03/);
  });
});
