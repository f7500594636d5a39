import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

/** What becomes a file of its own in `dist/`. */
export function entries(root: string): BuildOptions[] {
  return [
    { ...node, entryPoints: { extension: 'src/extension/main.ts' }, external: ['vscode'] },
    { ...node, entryPoints: { server: 'src/server/main.ts' } },
    { ...node, entryPoints: { 'data-worker': 'src/host/data-worker.ts' } },
    { ...node, entryPoints: { 'metrics-worker': 'src/host/metrics-worker.ts' } },
    { ...node, entryPoints: { cli: 'src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
    { ...page, entryPoints: pages(root) },
  ];
}

/** The scripts that {@link entries} become, relative to the root. */
export function built(root: string): string[] {
  return entries(root).flatMap(({ entryPoints = {} }) =>
    Object.keys(entryPoints).map(name => `dist/${name}.js`),
  );
}

const node: BuildOptions = {
  platform: 'node',
  format: 'cjs',
  target: 'node20.19',
  // Several of our libraries have a UMD `main`, whose `require` a bundler cannot follow, beside an ES module.
  mainFields: ['module', 'main'],
};

const page: BuildOptions = { platform: 'browser', format: 'iife', target: 'chrome134' };

/** Every folder of `webview/reports` is one page: its `main.ts`, which imports its style sheet. */
function pages(root: string): Record<string, string> {
  const reports = join(root, 'webview/reports');
  const names = existsSync(reports) ? readdirSync(reports) : [];
  const found = names.filter(name => existsSync(join(reports, name, 'main.ts')));
  if (found.length === 0) throw new Error('There is no webview/reports/<name>/main.ts.');
  return Object.fromEntries(found.map(name => [`webview/${name}`, `webview/reports/${name}/main.ts`]));
}
