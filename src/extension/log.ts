import type { LogOutputChannel, OutputChannel } from 'vscode';

const PREFIX = /^\[(Trace|Debug|Info|Warn|Error) *- [^\]]*\] /;

/**
 * A log channel as the language client wants it: the client stamps its lines itself, so that stamp gives way to the
 * channel's own level and time.
 */
export function stampedLines(log: LogOutputChannel): OutputChannel {
  let pending = '';
  // What the server's process prints comes in pieces, which end anywhere.
  const append = (text: string): void => {
    const lines = (pending + text).split(/\r?\n/);
    pending = lines.pop() ?? '';
    for (const line of lines) writeLine(log, line);
  };
  const appendLine = (text: string): void => append(`${text}\n`);
  return {
    name: log.name,
    append,
    appendLine,
    replace: appendLine,
    clear: () => log.clear(),
    show: () => log.show(true),
    hide: () => log.hide(),
    // The channel belongs to the extension and outlives a client.
    dispose: () => undefined,
  };
}

function writeLine(log: LogOutputChannel, line: string): void {
  const text = line.replace(PREFIX, '');
  switch (PREFIX.exec(line)?.[1]) {
    case 'Error':
      return log.error(text);
    case 'Warn':
      return log.warn(text);
    case 'Debug':
      return log.debug(text);
    // Traces too: who asked for them by the setting need not raise the channel's level as well.
    default:
      return log.info(text);
  }
}
