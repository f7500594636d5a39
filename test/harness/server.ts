import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Harness } from './install';
import { ensureHarness } from './install';
import { spawnGroup, stopGroup } from './processes';
import { BASE_SETTINGS } from './settings';

export interface ServerOptions {
  /** Packages to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings on top of {@link BASE_SETTINGS}. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Extra environment; it reaches the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ask before trusting a folder, as a desktop does. Off unless given. */
  readonly askForTrust?: boolean;
  readonly port?: number;
  readonly harness?: Harness;
}

/** A VS Code server that runs on this machine alone, with a data folder of its own. */
export interface VsCodeServer {
  readonly port: number;
  readonly origin: string;
  /** Where its logs and settings lie until it stops. */
  readonly data: string;
  /** The page's address with `folder` open. */
  url(folder: string): string;
  /** Ends the server with all that it started, and removes its data. */
  stop(): Promise<void>;
}

const NO_GALLERY = '{"serviceUrl":"","itemUrl":"","resourceUrlTemplate":"","controlUrl":""}';

/** Starts a VS Code server and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<VsCodeServer> {
  const harness = options.harness ?? ensureHarness();
  const data = mkdtempSync(join(tmpdir(), 'holdout-vscode-'));
  const port = options.port ?? (await freePort());
  writeSettings(data, { ...BASE_SETTINGS, ...options.settings });
  for (const vsix of options.vsix ?? []) installVsix(harness, data, vsix);
  const child = spawnGroup(harness.node, serverArguments(harness, data, port, options.askForTrust === true), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(options.env),
  });
  const output = collect(child);
  const origin = `http://127.0.0.1:${String(port)}`;
  await waitForVersion(origin, child, output);
  return {
    port,
    origin,
    data,
    url: folder => `${origin}/?folder=${encodeURI(folder)}`,
    stop: async () => {
      await stopGroup(child);
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function serverArguments(harness: Harness, data: string, port: number, askForTrust: boolean): string[] {
  return [
    harness.server,
    ...['--host', '127.0.0.1', '--port', String(port)],
    '--without-connection-token',
    '--accept-server-license-terms',
    ...['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    ...['--telemetry-level', 'off'],
    ...(askForTrust ? [] : ['--disable-workspace-trust']),
  ];
}

/** Without the variables by which a VS Code that we may run in would reach into this one. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: NO_GALLERY, ...extra };
}

function writeSettings(data: string, settings: Readonly<Record<string, unknown>>): void {
  const user = join(data, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings, null, 2));
}

function installVsix(harness: Harness, data: string, vsix: string): void {
  const { status, stdout, stderr } = spawnSync(
    harness.node,
    [
      harness.server,
      '--install-extension',
      vsix,
      '--force',
      '--server-data-dir',
      data,
      '--extensions-dir',
      join(data, 'extensions'),
    ],
    { encoding: 'utf8', env: environment() },
  );
  if (status !== 0) throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
}

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('the probe has no port'));
      });
    });
  });
}

function collect(child: ChildProcess): { text: string } {
  const output = { text: '' };
  const add = (chunk: unknown): void => {
    output.text = (output.text + String(chunk)).slice(-20_000);
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return output;
}

async function waitForVersion(origin: string, child: ChildProcess, output: { text: string }): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${origin}/version`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  await stopGroup(child);
  throw new Error(`The VS Code server did not start:\n${output.text}`);
}
