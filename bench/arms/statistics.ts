import { writeFileSync } from 'node:fs';
import { mulberry32 } from '../../src/statistics/resampling/random';
import { figuresOf } from './statistics/figures';
import { inputOf } from './statistics/inputs';

/** Random inputs of every kind in turn, and what Holdout computes of each; both as JSON. */
const [, , count = '', seed = '', cases = '', ours = ''] = process.argv;

async function main(): Promise<void> {
  const random = mulberry32(Number(seed));
  const inputs = Array.from({ length: Number(count) }, (_, at) => inputOf(at, random)).flat();
  const figures = [];
  for (const input of inputs) figures.push(await figuresOf(input));
  writeFileSync(cases, JSON.stringify(inputs));
  const plain = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  writeFileSync(ours, JSON.stringify(figures, plain));
  process.stdout.write('[]');
}

void main();
