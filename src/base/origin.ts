/**
 * Where a server is: scheme, name and port, as in `https://mlflow.example.org` or `http://localhost:5000`. It is what a user
 * allows and what credentials are bound to; `undefined` for what is no address of the web, or carries a name and password.
 */
export function originOf(address: string): string | undefined {
  const url = webAddress(address);
  return url?.origin;
}

/** An address in one spelling: without a slash at its end, and without what a browser puts behind `?` and `#`. */
export function plainAddress(address: string): string | undefined {
  const url = webAddress(address);
  return url && `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** Is it the address of a page or server, and no path of a file? */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Is the server among those that the user allows: `mlflow.example.org`, `localhost:5000`, or with its scheme in front? */
export function isAllowed(origin: string, allowed: readonly string[]): boolean {
  const url = webAddress(origin);
  return (
    url !== undefined &&
    allowed.some(entry =>
      isWebAddress(entry) ? originOf(entry) === url.origin : entry.trim().toLowerCase() === url.host,
    )
  );
}

/** May secrets travel to it: encrypted, or within this machine? */
export function isPrivate(origin: string): boolean {
  const url = webAddress(origin);
  if (!url) return false;
  return url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function webAddress(address: string): URL | undefined {
  if (!isWebAddress(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  // A name in front of the host is a classic way to show one host and mean another.
  return url.username === '' && url.password === '' ? url : undefined;
}
