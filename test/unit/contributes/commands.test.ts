import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CATEGORY, COMMANDS, commandName } from '../../../src/contributes/commands';
import type { CommandId } from '../../../src/contributes/commands';
import type { MenuRow } from '../../../src/contributes/menus';
import { COLORS } from '../../../src/contributes/colors';
import { KEYBINDINGS } from '../../../src/contributes/keybindings';
import { CAPABILITIES, MENUS } from '../../../src/contributes/menus';
import {
  COMPARE_PANEL,
  CONTEXTS,
  HISTORY_PANEL,
  REPORT_PANEL,
  TRACKER,
  WELCOME,
} from '../../../src/contributes/views';
import { WALKTHROUGH } from '../../../src/contributes/walkthrough';

const ROOT = join(import.meta.dirname, '../../..');
const rows = Object.entries(COMMANDS) as [CommandId, (typeof COMMANDS)[CommandId]][];
const menuRows: readonly MenuRow[] = Object.values(MENUS).flat();

/** Names of ours that a `when` clause may ask for. */
const NAMES = new Set<string>([
  ...Object.values(CONTEXTS),
  TRACKER.id,
  REPORT_PANEL,
  COMPARE_PANEL,
  HISTORY_PANEL,
  'holdout.yaml',
]);

function unknownNames(when: string): string[] {
  return [...when.matchAll(/holdout\.\w+/g)].map(([name]) => name).filter(name => !NAMES.has(name));
}

describe('commands', () => {
  it.each(rows)('%s has a title in title case, without the category', (_id, { title }) => {
    const small = new Set(['to', 'of', 'in', 'the', 'a', 'as', 'or']);
    const words = title.split(' ').filter(word => !small.has(word));
    expect(words.filter(word => !/^[A-Z]/.test(word))).toEqual([]);
    expect(title).not.toContain(CATEGORY);
  });

  it('have icons that VS Code has', () => {
    const table = readFileSync(join(ROOT, 'node_modules/@vscode/codicons/dist/codiconsLibrary.ts'), 'utf8');
    const known = new Set([...table.matchAll(/register\('([\w-]+)'/g)].map(([, name]) => name));
    expect(rows.filter(([, { icon }]) => !known.has(icon)).map(([id]) => id)).toEqual([]);
  });

  it('share no title', () => {
    expect(new Set(rows.map(([, { title }]) => title)).size).toBe(rows.length);
  });

  it('ask only for contexts that are set', () => {
    const clauses = [...rows.map(([, row]) => row), ...menuRows, ...WELCOME].map(({ when }) => when);
    expect(clauses.flatMap(unknownNames)).toEqual([]);
  });
});

describe('menus', () => {
  it('offer whatever can be done with a row of the tracker', () => {
    const offered = CAPABILITIES.filter(word => menuRows.some(({ when }) => when.includes(`\\b${word}\\b`)));
    expect(offered).toEqual([...CAPABILITIES]);
  });

  it('do not put a command twice into one group of a menu', () => {
    for (const menu of Object.values(MENUS)) {
      const places = menu.map(({ command, submenu, group }: MenuRow) => `${command ?? submenu} ${group}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe('keys of the tracker', () => {
  it('are only ours while the tree has the focus and nobody types into it', () => {
    const guards = [`focusedView == ${TRACKER.id}`, 'listFocus', '!inputFocus'];
    const loose = KEYBINDINGS.filter(({ when }) => guards.some(guard => !when.includes(guard)));
    expect(loose).toEqual([]);
  });
});

describe('colours', () => {
  it.each(Object.values(COLORS))('$id has a default in every kind of theme', ({ id, defaults }) => {
    expect(id).toMatch(/^holdout\.[a-z]+Foreground$/);
    expect(Object.values(defaults).filter(value => !/^[a-z][A-Za-z.]+$/.test(value))).toEqual([]);
  });
});

describe('the walkthrough', () => {
  const known = new Set<string>([...rows.map(([id]) => commandName(id)), `${TRACKER.id}.focus`]);

  it('has five steps at most, each with something to do and a way to be done', () => {
    const { steps } = WALKTHROUGH;
    expect(steps.length).toBeLessThanOrEqual(5);
    for (const { description, completionEvents, media } of steps) {
      const commands = [...description.matchAll(/command:([\w.]+)/g)].map(([, command = '']) => command);
      expect(commands).toHaveLength(1);
      expect(commands.filter(command => !known.has(command))).toEqual([]);
      const done = completionEvents.flatMap(event => event.split('onCommand:').slice(1));
      expect(completionEvents.length).toBeGreaterThan(0);
      expect(done.filter(command => !known.has(command))).toEqual([]);
      expect(media.altText).toMatch(/\.$/);
    }
  });

  it('has pictures in colours of the theme', () => {
    for (const { media } of WALKTHROUGH.steps) {
      const svg = readFileSync(join(ROOT, media.svg), 'utf8');
      expect(svg.match(/(fill|stroke)="(?!none|var\(--vscode-)[^"]*"/g)).toBeNull();
    }
  });
});

describe('the welcome view', () => {
  it('leads to commands that exist', () => {
    const links = WELCOME.flatMap(({ contents }) => [...contents.matchAll(/command:(holdout\.\w+)/g)]);
    const known = new Set<string>(rows.map(([id]) => commandName(id)));
    expect(links.length).toBeGreaterThan(0);
    expect(links.map(([, command]) => command ?? '').filter(command => !known.has(command))).toEqual([]);
  });
});
