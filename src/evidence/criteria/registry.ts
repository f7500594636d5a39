import type { Verdict } from '../../base/outcome';
import { START_OF_FILE } from '../../base/place';
import type { Place } from '../../base/place';
import { isWebAddress } from '../../base/origin';
import type { RegistryEvidence } from '../../manifest/evidence';
import { compare } from '../../manifest/expression/evaluate';
import type { ModelVersion, RegisteredModel } from '../../metrics/mlflow/registry';
import type { RegistrySource } from '../../metrics/mlflow/registry-source';
import { fieldPlace, met, unknown, unmet } from '../context';
import type { EvidenceContext } from '../context';
import { missingWith } from '../registry/kept';
import { wantedModel } from '../registry/questions';
import { registriesOf } from '../registry/sources';
import { counted, listed } from '../words';

/** Does the model registry hold the model, in the version, alias or stage that is asked for, with what made it? */
export async function judgeRegistry(evidence: RegistryEvidence, context: EvidenceContext): Promise<Verdict> {
  const sources = await registriesOf(evidence, context);
  const found = findModel(evidence, sources, context);
  if ('outcome' in found) return found;
  const { model, source } = found;
  const place = placeOf(model.place);
  const count = model.versions.length;
  if (!compare(count, evidence.versions.op, evidence.versions.value)) {
    const { op, value } = evidence.versions;
    return unmet(`${model.name} has ${counted(count, 'version')}; ${op} ${value} is asked for.`, place);
  }
  const version = versionOf(evidence, model);
  if (typeof version === 'string') return unmet(version, place);
  return judgeVersion(evidence, { model, source }, version);
}

interface Found {
  readonly model: RegisteredModel;
  readonly source: RegistrySource;
}

function findModel(
  evidence: RegistryEvidence,
  sources: readonly RegistrySource[],
  { manifest }: EvidenceContext,
): Found | Verdict {
  const place = fieldPlace(manifest, 'model.registered');
  if (sources.length === 0) {
    const where = evidence.path ?? 'among `runs`, nor `mlruns` or `mlflow.db`';
    return unknown(`There is no MLflow store ${where}, so what is registered cannot be told.`, place);
  }
  const wanted = wantedModel(evidence, manifest);
  const all = sources.flatMap(source => source.registry.models.map(model => ({ model, source })));
  const fitting = wanted === undefined ? all : all.filter(({ model }) => model.name === wanted);
  const [first, second] = fitting;
  const names = listed(all.map(({ model }) => model.name));
  if (first && second && wanted === undefined) {
    return unknown(`The registry holds ${names}; say under \`model.registered\` which is this one.`, place);
  }
  if (first) return first;
  const [unread] = sources.flatMap(({ registry }) => registry.unread);
  if (unread) {
    // A page of a server that does not answer is nowhere to go.
    const where = isWebAddress(unread.file) ? fieldPlace(manifest, 'runs') : placeOf(unread.file);
    return unknown(`The registry could not be read whole: ${unread.reason}.`, where);
  }
  const stores = listed(sources.map(({ name }) => name));
  if (all.length === 0) return unmet(`No model is registered in ${stores}.`, place);
  return unmet(`\`${wanted ?? ''}\` is not registered in ${stores}, only ${names}.`, place);
}

/** The version that is asked for, else the newest; or a sentence that there is none. */
function versionOf({ alias, stage }: RegistryEvidence, model: RegisteredModel): ModelVersion | string {
  const { aliases, versions, name } = model;
  if (alias !== undefined) {
    const number = aliases.get(alias);
    if (number === undefined) {
      const others = aliases.size > 0 ? `, only ${listed([...aliases.keys()])}` : '';
      return `No version of ${name} has the alias ${alias}${others}.`;
    }
    const version = versions.find(one => one.version === number);
    if (!version) return `The alias ${alias} of ${name} means version ${number}, which is not there.`;
    return stage === undefined || isIn(stage, version)
      ? version
      : `Version ${number} of ${name} is not in ${stage}.`;
  }
  const version = stage === undefined ? versions[0] : versions.find(one => isIn(stage, one));
  return version ?? `No version of ${name} is in ${stage ?? 'the registry'}.`;
}

const isIn = (stage: string, version: ModelVersion): boolean =>
  version.stage?.toLowerCase() === stage.toLowerCase();

async function judgeVersion(
  evidence: RegistryEvidence,
  { model, source }: Found,
  version: ModelVersion,
): Promise<Verdict> {
  const place = placeOf(version.place);
  const name = `Version ${version.version} of ${model.name}`;
  if (version.status !== undefined && version.status !== 'READY') {
    return unmet(`${name} is not ready: ${version.status}.`, place);
  }
  const words = `${name}${wordMarks(evidence)} is registered, of ${counted(model.versions.length, 'version')}`;
  if (evidence.with.length === 0) return met(`${words}.`, place);
  const run = await source.keptWith(version);
  const missing = missingWith(evidence.with, version, run);
  if (missing.length === 0) return met(`${words}, with ${listed(evidence.with)}.`, place);
  if (!run) {
    return unknown(
      `${name} came from a run that is not in ${source.name}, so ${listed(missing)} cannot be told.`,
      place,
    );
  }
  return unmet(`${name} is kept without ${listed(missing)}; log them with the run.`, place);
}

function wordMarks({ alias, stage }: RegistryEvidence): string {
  const marks = [...(alias === undefined ? [] : [alias]), ...(stage === undefined ? [] : [`in ${stage}`])];
  return marks.length > 0 ? ` (${marks.join(', ')})` : '';
}

function placeOf(file: string): Place {
  return { file, range: START_OF_FILE };
}
