/**
 * Secrets on their way from the editor to its server. What the two say to each other may be logged when somebody looks for a
 * fault; with this a log shows nothing that could be used. The key is of one process, and is handed over when it is started.
 */

/** The variable of the server's environment that holds the key, in base 64. The server takes it away at once. */
export const KEY_VARIABLE = 'HOLDOUT_SESSION_KEY';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

export function newKey(): string {
  return toText(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/** Encrypts plain data, by AES in Galois/counter mode. */
export async function seal(key: string, value: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await imported(key, 'encrypt'), text);
  return `${toText(iv)}.${toText(new Uint8Array(sealed))}`;
}

/** What was sealed with this key; `undefined` for anything else. */
export async function unseal(key: string, sealed: string): Promise<unknown> {
  const [iv = '', bytes = ''] = sealed.split('.');
  try {
    const algorithm = { name: 'AES-GCM', iv: toBytes(iv) };
    const text = await crypto.subtle.decrypt(algorithm, await imported(key, 'decrypt'), toBytes(bytes));
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  } catch {
    return undefined;
  }
}

function imported(key: string, use: 'encrypt' | 'decrypt') {
  return crypto.subtle.importKey('raw', toBytes(key), 'AES-GCM', false, [use]);
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), char => char.charCodeAt(0));
}
