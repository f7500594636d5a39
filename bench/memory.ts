/** What is held of an open file, in bytes for each byte of its source, and by how much that grows over ten thousand edits. */
import { bundled, pathsGiven, runArm } from './measure';

const EDITS = 10_000;
const arm = bundled('memory');
for (const path of pathsGiven()) {
  const [bytes = NaN, held = NaN, growth = NaN] = runArm(arm, [path, String(EDITS)], ['--expose-gc']);
  console.log(
    `${path}: ${(held / bytes).toFixed(1)} heap bytes a source byte; ` +
      `${(growth / EDITS).toFixed(0)} bytes more after each of ${EDITS} edits`,
  );
}
