import type { Verdict } from '../../base/outcome';
import type { Place } from '../../base/place';
import { START_OF_FILE } from '../../base/place';
import type { NotebookEvidence } from '../../manifest/evidence';
import type { NotebookRun } from '../../notebook/run';
import { readRun } from '../../notebook/run';
import { met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { decodeText, judgeNamed } from '../file/named';
import { counted, relativeTo } from '../words';

/** A notebook with larger outputs is not read. */
const MAX_BYTES = 32_000_000;

/** Did one of the notebooks run from top to bottom, without an error, and keep what it showed? */
export function judgeNotebook(evidence: NotebookEvidence, context: EvidenceContext): Promise<Verdict> {
  return judgeNamed(evidence.paths, context, file => judgeOne(context, file));
}

async function judgeOne({ manifest, facts }: EvidenceContext, file: string): Promise<Verdict> {
  const place = { file, range: START_OF_FILE };
  const name = `\`${relativeTo(manifest.root, file)}\``;
  const stat = await facts.files.stat(file);
  if (!stat) return unknown(`${name} went away while it was looked at.`, place);
  if (stat.kind === 'directory') return unmet(`${name} is a folder; expected a notebook.`, place);
  if (stat.size > MAX_BYTES)
    return unknown(`${name} is too large to be read (${counted(stat.size, 'byte')}).`, place);
  const read = await facts.files.read(file);
  if (!read.ok) return unknown(`${name} could not be read: ${read.failure.message}`, place);
  const text = decodeText(read.value);
  if (text === undefined) return unmet(`${name} is not a text file.`, place);
  const run = readRun(file, text);
  return run.ok ? judgeRun(run.value, name, place) : unknown(`${name}: ${run.failure.message}`, place);
}

function judgeRun(run: NotebookRun, name: string, place: Place): Verdict {
  const at = (cell: number): Place => ({ ...place, cell });
  if (run.code === 0) return unmet(`${name} has no code.`, place);
  if (run.failed) {
    const { cell, error } = run.failed;
    return unmet(`${name} ends in ${error} in cell ${cell + 1}.`, at(cell));
  }
  if (run.notRun !== undefined) {
    return unmet(`Cell ${run.notRun + 1} of ${name} was not run; run it from top to bottom.`, at(run.notRun));
  }
  if (run.outOfOrder !== undefined) {
    return unmet(
      `Cell ${run.outOfOrder + 1} of ${name} ran before one above it; restart it and run all.`,
      at(run.outOfOrder),
    );
  }
  if (!run.outputs) return unmet(`${name} shows no output; run it and keep what it shows.`, place);
  return met(`${name} ran from top to bottom, ${counted(run.code, 'cell')}.`, place);
}
