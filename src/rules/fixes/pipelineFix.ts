import type { StatTaint } from '../../python/flow/facts';
import type { Program } from '../../python/flow/program';
import type { Site } from '../../python/flow/site';
import type { SpanFix } from '../contract';
import { assignmentOf, importOf, mentions, wholeText } from './edits';
import type { Folding } from '../grounds/folding';

/**
 * `Z = scaler.fit_transform(X)` and `cross_val_score(model, Z, y)` become `cross_val_score(make_pipeline(scaler, model), X, y)`.
 * Only where the prepared rows have no other reader, and the transformer no other use.
 */
export function intoPipeline(
  program: Program,
  { site, transformer }: StatTaint,
  { validation }: Folding,
): SpanFix | undefined {
  const [estimator, features] = [validation?.estimator, validation?.given.features];
  const assignment = assignmentOf(program, site);
  if (transformer?.method !== 'fit_transform' || !assignment || !estimator || !features) return undefined;
  if (program.textOf(features) !== assignment.name) return undefined;
  const parts = partsOf(program, site, transformer.nameSpan, transformer.target);
  if (!parts || !isOnlyUse(program, assignment.name, assignment.lines, parts)) return undefined;
  const pipeline = `make_pipeline(${parts.transformer}, ${program.textOf(estimator)})`;
  return {
    title: 'Put the transformer into a Pipeline with the model',
    safe: false,
    edits: [
      ...importOf(program, 'sklearn.pipeline', 'make_pipeline'),
      { span: assignment.lines, newText: '' },
      { span: estimator, newText: pipeline },
      { span: features, newText: parts.rows },
    ],
  };
}

interface Parts {
  readonly transformer: string;
  readonly rows: string;
}

/** The transformer and the rows in `transformer.fit_transform(rows, target)`. */
function partsOf(
  program: Program,
  site: Site,
  method: Site,
  target: Site | 'none' | undefined,
): Parts | undefined {
  if (target === undefined) return undefined;
  const end = target === 'none' ? site.end - 1 : target.start;
  const transformer = program.textOf({ start: site.start, end: method.start - 1 });
  const rows = program.textOf({ start: method.end + 1, end });
  return /^\w+$/.test(rows) && !transformer.includes('\n') ? { transformer, rows } : undefined;
}

function isOnlyUse(program: Program, name: string, lines: Site, { transformer, rows }: Parts): boolean {
  const text = wholeText(program);
  // Besides the assignment, the prepared rows are read once; a name that is written over may be read before.
  const reads = mentions(name === rows ? text.slice(lines.end) : text, name);
  if (reads !== (name === rows ? 1 : 2)) return false;
  return !/^\w+$/.test(transformer) || mentions(text, transformer) === 2;
}
