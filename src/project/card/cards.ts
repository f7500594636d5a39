import type { Finding } from '../../base/finding';
import type { Problem } from '../../base/result';
import type { Card } from '../../exports/card/check';
import { cardProblems, isBound } from '../../exports/card/check';
import type { SourceNumbers } from '../../exports/card/numbers';
import { numbersOf } from '../../exports/card/numbers';
import type { SourceVerdicts } from '../../exports/card/verdicts';
import { verdictProblems, verdictsOf } from '../../exports/card/verdicts';
import { eachLimited } from '../../metrics/mlflow/limited';
import type { Engine } from '../engine';
import { extensionOf } from '../paths';
import { report } from '../report';
import { readText } from '../text';
import { isWalked } from '../walk';

/** The rule under which numbers of a model card are reported that are not what their sources say. */
export const CARD_RULE = 'model-card';

/** A model card with numbers that are bound to their sources, and what is wrong with them. */
export interface CheckedCard {
  readonly file: string;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/** Could it be a model card, by its name? */
export function isCardPath(path: string): boolean {
  return extensionOf(path) === '.md';
}

/** The model cards of a project, by its manifest: Markdown with marks of ours, in its folder and the folders in it. */
export async function checkCards(engine: Engine, manifest: string): Promise<readonly CheckedCard[]> {
  const content = engine.manifests.get(manifest)?.content;
  if (!content?.ok) return [];
  const { files } = engine.ports;
  const texts = await eachLimited(await markdownIn(engine, content.manifest.root), async file => {
    const read = await readText(files, file);
    return read.ok && isBound(read.value.text) ? [{ file, text: read.value.text }] : [];
  });
  const own = texts.flat().filter(({ file }) => engine.manifests.owner(file)?.file === manifest);
  if (own.length === 0) return [];
  const sources = await sourcesIn(engine, manifest);
  return own.map(({ file, text }) => ({
    file,
    bytes: text.length,
    findings: findingsOf({ file, text, root: content.manifest.root }, sources),
  }));
}

/** The findings in one card, by its text where that is not saved. */
export async function checkCard(engine: Engine, file: string, unsaved?: string): Promise<readonly Finding[]> {
  const text = unsaved ?? (await textOf(engine, file));
  const owner = engine.manifests.owner(file);
  if (text === undefined || !owner || !isBound(text)) return [];
  return findingsOf({ file, text, root: owner.root }, await sourcesIn(engine, owner.file));
}

/** What a card is held against. */
interface Sources {
  readonly numbers: SourceNumbers;
  readonly verdicts: SourceVerdicts;
}

async function sourcesIn(engine: Engine, manifest: string): Promise<Sources> {
  const view = await report(engine, manifest);
  return view
    ? { numbers: numbersOf(view), verdicts: verdictsOf(view) }
    : { numbers: new Map(), verdicts: new Map() };
}

function findingsOf(card: Card, { numbers, verdicts }: Sources): readonly Finding[] {
  return [...cardProblems(card, numbers), ...verdictProblems(card.file, card.text, verdicts)].map(
    cardFinding,
  );
}

async function textOf({ ports }: Engine, file: string): Promise<string | undefined> {
  const read = await readText(ports.files, file);
  return read.ok ? read.value.text : undefined;
}

async function markdownIn({ ports: { files } }: Engine, root: string): Promise<readonly string[]> {
  const names = await files.list(root);
  const folders = names.filter(name => name.endsWith('/')).map(name => `${root}/${name}`);
  const inside = await eachLimited(
    folders.filter(folder => isWalked(root, folder)),
    async folder => (await files.list(folder.slice(0, -1))).map(name => folder + name),
  );
  return [...names.map(name => `${root}/${name}`), ...inside.flat()].filter(isCardPath);
}

/** Only what the source itself changed may be updated unasked: an edited number may be right, and its source wrong. */
function cardFinding({ code, severity, message, place, fix }: Problem): Finding {
  return {
    rule: CARD_RULE,
    code,
    severity,
    message,
    place,
    path: [],
    ...(fix && {
      fix: {
        title: fix.title,
        safe: code === 'card-number-moved' || code === 'card-verdict-moved',
        edits: [{ place: fix.place, newText: fix.newText }],
      },
    }),
  };
}
