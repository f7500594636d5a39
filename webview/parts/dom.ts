export type Child = Node | string | false | undefined;

export interface Attributes {
  readonly [name: string]: string | boolean | undefined | ((event: Event) => void);
}

/**
 * Makes an element. Text becomes text nodes, never markup; attributes that begin with `on` are listeners; there are no
 * inline styles, which the page's policy would refuse.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...nodes(children));
  return element;
}

/** The same for a custom element, whose name TypeScript does not know. */
export function custom(name: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...nodes(children));
  return element;
}

/** A sentence in which words between backticks are code. */
export function prose(text: string): Child[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? el('code', {}, part) : part));
}

/** One of VS Code's icons; decoration, always beside a word. */
export function icon(name: string, extra = ''): HTMLElement {
  return el('span', { class: `codicon codicon-${name} ${extra}`.trim(), 'aria-hidden': 'true' });
}

function setAttributes(element: HTMLElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice('on'.length), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
}

function nodes(children: readonly Child[]): (Node | string)[] {
  return children.filter(child => child !== undefined && child !== false);
}
