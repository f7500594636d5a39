import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { FileEvent } from 'vscode-languageclient/node';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageclient/node';
import { mayBeFolder } from '../base/folder-name';
import type { ProjectState } from '../base/project';
import type { Server } from './client';
import type { Projects } from './projects';
import { onceQuiet } from './quiet';
import { EVERYWHERE, IN_PROJECTS, isWatched } from './watched';

/** Tells the server which files changed on disk: each once, as soon as it has been quiet for a moment. */
export function watchFiles(server: Server, projects: Projects): vscode.Disposable {
  const queue = createQueue(server);
  const everywhere = vscode.Disposable.from(watch(EVERYWHERE, queue.add), watchFolders(queue.add));
  const watchers = new Map<string, vscode.Disposable>();
  const followProjects = projects.onDidChange(() => {
    const wanted = new Map(projects.all.flatMap(patternsOf).map(one => [`${one.base}\n${one.pattern}`, one]));
    for (const [key, pattern] of wanted) {
      if (!watchers.has(key)) watchers.set(key, watch(pattern, queue.add));
    }
    for (const [key, watcher] of watchers) {
      if (wanted.has(key)) continue;
      watcher.dispose();
      watchers.delete(key);
    }
  });
  return new vscode.Disposable(() => {
    followProjects.dispose();
    for (const one of [queue, everywhere, ...watchers.values()]) one.dispose();
  });
}

/** What is read below a manifest, by its extension; and what it names, whatever its extension. */
function patternsOf({ file, watched }: ProjectState): readonly vscode.RelativePattern[] {
  const named = watched.filter(pattern => !isWatched(pattern));
  return [IN_PROJECTS, ...named].map(pattern => new vscode.RelativePattern(dirname(file), pattern));
}

type Add = (uri: vscode.Uri, type: FileChangeType) => void;

function watch(pattern: vscode.GlobPattern, add: Add): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidCreate(uri => add(uri, FileChangeType.Created));
  watcher.onDidChange(uri => add(uri, FileChangeType.Changed));
  watcher.onDidDelete(uri => add(uri, FileChangeType.Deleted));
  return watcher;
}

/** Of a folder that is moved or removed as a whole, VS Code tells; of the files in it, it does not. */
function watchFolders(add: Add): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  const addFolder: Add = (uri, type) => {
    if (mayBeFolder(uri.path)) add(uri, type);
  };
  watcher.onDidCreate(uri => addFolder(uri, FileChangeType.Created));
  watcher.onDidDelete(uri => addFolder(uri, FileChangeType.Deleted));
  return watcher;
}

function createQueue(server: Server): vscode.Disposable & { readonly add: Add } {
  const waiting = new Map<string, FileEvent>();
  const quiet = onceQuiet(() => {
    server.tell(DidChangeWatchedFilesNotification.method, { changes: [...waiting.values()] });
    waiting.clear();
  });
  return {
    add: (uri, type) => {
      if (uri.scheme !== 'file') return;
      waiting.set(uri.toString(), { uri: uri.toString(), type });
      quiet.note();
    },
    dispose: quiet.dispose,
  };
}
