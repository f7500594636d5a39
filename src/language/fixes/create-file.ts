import { capitalised } from '../../base/capitalised';
import type { Evidence, FileEvidence } from '../../manifest/evidence';
import { staysInside } from '../../manifest/read/paths';
import type { Document } from '../document';
import { criterionOf } from '../judged';
import { mentionAt, stageAround } from '../mentions';
import type { Surroundings } from '../surroundings';

/** A file that evidence asks for and that is not there, with the headings that it must have. */
export interface NewFile {
  readonly title: string;
  /** Absolute path. */
  readonly file: string;
  readonly content: string;
}

/** The files that the criterion at an offset asks for and that could be begun. */
export async function newFilesAt(
  document: Document,
  offset: number,
  around: Surroundings,
): Promise<readonly NewFile[]> {
  const files: NewFile[] = [];
  for (const evidence of fileEvidenceAt(document, offset, around)) {
    const path = evidence.paths.find(one => staysInside(one) && /^[^*?{[\]}]+\.(md|txt)$/i.test(one));
    if (path === undefined || (await around.stat(path))) continue;
    const file = `${around.manifest.root}/${path.replace(/^(\.\/)+/, '')}`;
    files.push({ title: `Create ${path}`, file, content: contentOf(path, evidence) });
  }
  return files;
}

function fileEvidenceAt(document: Document, offset: number, around: Surroundings): readonly FileEvidence[] {
  const mention = mentionAt(document, offset);
  if (!mention) return [];
  const { subject, path } = mention;
  const stage = stageAround(document, path);
  const id = subject.kind === 'criterion' ? subject.name : typeof path[3] === 'string' ? path[3] : undefined;
  const criterion = stage === undefined || id === undefined ? undefined : criterionOf(around, stage, id);
  const own = around.manifest.stages.get(stage ?? '')?.criteria.get(id ?? '')?.evidence;
  const evidence = own ?? criterion?.evidence;
  return evidence ? filesIn(evidence) : [];
}

function filesIn(evidence: Evidence): readonly FileEvidence[] {
  if (evidence.kind === 'file') return [evidence];
  return evidence.kind === 'all' || evidence.kind === 'any' ? evidence.of.flatMap(filesIn) : [];
}

/** A beginning that does not pass for the whole: under each heading stands that it is to be written. */
function contentOf(path: string, { sections }: FileEvidence): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const title = `# ${capitalised(name).replaceAll(/[-_]/g, ' ')}`;
  const parts = sections.length > 0 ? sections.map(section => `## ${section}\n\nTODO`) : ['TODO'];
  return `${[title, ...parts].join('\n\n')}\n`;
}
