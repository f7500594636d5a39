import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Credential } from '../base/credential';
import { originOf } from '../base/origin';

export interface CredentialSources {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** MLflow's own file. */
  readonly file?: string;
}

/**
 * The credentials that MLflow's own programs would use, from the environment or `~/.mlflow/credentials`. They are meant for
 * one server: where `MLFLOW_TRACKING_URI` names it, no other gets them.
 */
export async function mlflowCredential(
  origin: string,
  { environment = process.env, file = join(homedir(), '.mlflow', 'credentials') }: CredentialSources = {},
): Promise<Credential | undefined> {
  const uri = environment['MLFLOW_TRACKING_URI'] ?? '';
  const meant = originOf(uri);
  if (uri !== '' && meant !== origin) return undefined;
  const token = environment['MLFLOW_TRACKING_TOKEN'];
  const kept = await fieldsIn(file);
  // MLflow's order: each of the two comes from the environment first.
  const user = environment['MLFLOW_TRACKING_USERNAME'] ?? kept.get('mlflow_tracking_username');
  const password = environment['MLFLOW_TRACKING_PASSWORD'] ?? kept.get('mlflow_tracking_password');
  if (user !== undefined && user !== '' && password !== undefined)
    return { kind: 'password', user, password };
  return token === undefined || token === '' ? undefined : { kind: 'token', token };
}

/** The fields below `[mlflow]`; none where the file is not there. */
async function fieldsIn(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const fields = new Map<string, string>();
  let section = '';
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim() ?? section;
    const [, key, value] = /^\s*([\w.-]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    if (section === 'mlflow' && key !== undefined) fields.set(key.toLowerCase(), value ?? '');
  }
  return fields;
}
