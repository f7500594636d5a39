import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { COMMANDS, commandName } from '../../../src/contributes/commands';
import type { CommandId } from '../../../src/contributes/commands';

const ID = 'holdout.holdout';

describe('the installed package', () => {
  it('is what runs here, not the source', () => {
    const extension = vscode.extensions.getExtension(ID);
    assert.ok(extension, `${ID} is not installed`);
    assert.equal(existsSync(join(extension.extensionPath, 'src')), false);
    assert.equal(existsSync(join(extension.extensionPath, 'dist/server.js')), true);
  });

  it('activates, because the folder has a manifest', async () => {
    await vscode.extensions.getExtension(ID)?.activate();
    assert.equal(vscode.extensions.getExtension(ID)?.isActive, true);
  });

  it('registers every command that it contributes', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = (Object.keys(COMMANDS) as CommandId[]).map(commandName).filter(name => !known.has(name));
    assert.deepEqual(missing, []);
  });
});
