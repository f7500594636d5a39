/**
 * What is held of an open file, in bytes for each byte of its source: of every one, and of the few that are being edited.
 * And by how much that grows over the edits: a thousand, or as many as `EDITS` says. Without the engine's optimising compiler:
 * what it notes of functions that it compiled, and compiled again, grows for thousands of edits, and drowned the rest.
 */
import { bundled, pathsGiven, runArm } from './measure';

const EDITS = Number(process.env['EDITS'] ?? 1000);
const arm = bundled('memory');
for (const path of pathsGiven()) {
  const [bytes = NaN, held = NaN, growth = NaN, kept = NaN] = runArm(
    arm,
    [path, String(EDITS)],
    ['--expose-gc', '--no-opt'],
  );
  console.log(
    `${path}: ${(held / bytes).toFixed(1)} heap bytes a source byte, ` +
      `${(kept / bytes).toFixed(1)} more while it is edited; ` +
      `${(growth / EDITS).toFixed(0)} bytes more after each of ${EDITS} edits`,
  );
}
