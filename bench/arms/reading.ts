import process, { cpuUsage } from 'node:process';
import { nodeLargeFiles } from '../../src/host/node-large-files';
import { syncFiles } from '../../src/host/sync-files';
import { readRunFiles } from '../../src/project/run-files';

/** Reads the runs in a file or folder; prints CPU seconds, the greatest memory in MB, and how many points were read. */
async function main(path: string): Promise<void> {
  const roots = [path];
  const sources = { files: syncFiles({ roots, sizeLimit: 48 << 20 }), large: nodeLargeFiles({ roots }) };
  const before = cpuUsage();
  const { table } = await readRunFiles(sources, [path]);
  const { user, system } = cpuUsage(before);
  const points = (table.series ?? []).reduce((sum, { steps }) => sum + steps.length, 0);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify([(user + system) / 1e6, memory, points > 0 ? points : table.values.length]));
}

void main(process.argv[2] ?? '');
