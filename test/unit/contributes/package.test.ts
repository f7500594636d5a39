import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derivePackage } from '../../../scripts/derive-package';
import { stale } from '../../../scripts/derived';
import { built } from '../../../scripts/entries';
import { ACTIVATION_EVENTS, KEYWORDS } from '../../../src/contributes/activation';
import { GRAMMARS } from '../../../src/contributes/languages';
import { CONTAINER, TRACKER } from '../../../src/contributes/views';
import { WALKTHROUGH } from '../../../src/contributes/walkthrough';

const ROOT = join(import.meta.dirname, '../../..');

describe('package.json', () => {
  it('is what the tables derive', async () => {
    expect(stale(ROOT, await derivePackage(ROOT))).toEqual([]);
  });

  it('keeps what the tables do not decide', async () => {
    const derived = (await derivePackage(ROOT)).get('package.json') ?? '';
    const { name, engines, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(JSON.parse(derived)).toMatchObject({ name, engines, devDependencies });
  });

  it('names files that exist', () => {
    const pictures = WALKTHROUGH.steps.map(({ media }) => media.svg);
    const grammars = GRAMMARS.map(({ path }) => path);
    const files = ['media/icon.png', CONTAINER.icon, TRACKER.icon, ...grammars, ...pictures];
    expect(files.filter(file => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('comes with all that is built, but for the command line', () => {
    const kept = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split('\n');
    const isKept = (name: string): boolean =>
      kept.some(
        line => line === `!${name}` || (line.endsWith('/**') && `!${name}`.startsWith(line.slice(0, -2))),
      );
    expect(built(ROOT).filter(name => !isKept(name))).toEqual(['dist/cli.js']);
  });

  it('loads the extension without searching the tree', () => {
    expect(ACTIVATION_EVENTS.filter(event => event.includes('**'))).toEqual([]);
  });

  it('has no more keywords than the Marketplace takes', () => {
    expect(KEYWORDS.length).toBeLessThanOrEqual(5);
  });
});
