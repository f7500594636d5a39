import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** VS Code's log files without its native module: synchronous, never rotated, good enough to read after a failed run. */
class FileLogger {
  constructor(file) {
    this.file = file;
    this.plain = false;
    mkdirSync(dirname(file), { recursive: true });
  }
  write(level, text) {
    const head = this.plain ? '' : `${new Date().toISOString()} [${level}] `;
    try {
      appendFileSync(this.file, this.plain ? text : `${head}${text}\n`);
    } catch {
      // The folder is removed when the server stops; late lines have nowhere to go.
    }
  }
  trace(text) {
    this.write('trace', text);
  }
  debug(text) {
    this.write('debug', text);
  }
  info(text) {
    this.write('info', text);
  }
  warn(text) {
    this.write('warning', text);
  }
  error(text) {
    this.write('error', text);
  }
  critical(text) {
    this.write('critical', text);
  }
  clearFormatters() {
    this.plain = true;
  }
  setPattern() {}
  setLevel() {}
  flush() {}
  drop() {}
}

export function setFlushOn() {}

export async function createAsyncRotatingLogger(_name, file) {
  return new FileLogger(file);
}

export async function createRotatingLogger(_name, file) {
  return new FileLogger(file);
}
