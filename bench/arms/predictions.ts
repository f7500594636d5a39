import { nodeLargeFiles } from '../../src/host/node-large-files';
import { evaluate } from '../../src/predictions/evaluate';

/** Reads a file of predictions and computes everything that it tells. Prints milliseconds and the ROC AUC. */
const [, , file = ''] = process.argv;

async function main(): Promise<void> {
  const start = performance.now();
  const answer = await evaluate(
    { files: [file], columns: {}, splitRoles: [], slices: [], groups: [] },
    {
      files: nodeLargeFiles({ roots: [file.slice(0, file.lastIndexOf('/'))] }),
      cancellation: { cancelled: false },
      onBytes: () => undefined,
      pause: () => Promise.resolve(),
    },
  );
  if (!answer.ok) throw new Error(answer.failure.reason);
  const area = answer.value.scores.find(({ metric }) => metric === 'roc_auc')?.value ?? NaN;
  process.stdout.write(JSON.stringify([performance.now() - start, area]));
}

void main();
