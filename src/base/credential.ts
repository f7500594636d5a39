/** What a server wants to know before it answers. Never logged, never written into settings or a manifest. */
export type Credential =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'password'; readonly user: string; readonly password: string };

/** The `Authorization` header that carries it. */
export function authorization(credential: Credential): string {
  if (credential.kind === 'token') return `Bearer ${credential.token}`;
  const bytes = new TextEncoder().encode(`${credential.user}:${credential.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Reads what was kept as JSON; `undefined` for anything else. */
export function readCredential(value: unknown): Credential | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, token, user, password } = value as Partial<Record<string, unknown>>;
  if (kind === 'token' && typeof token === 'string' && token !== '') return { kind, token };
  if (kind === 'password' && typeof user === 'string' && typeof password === 'string')
    return { kind, user, password };
  return undefined;
}
