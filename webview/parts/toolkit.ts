/**
 * The only importer of `@vscode/webview-ui-toolkit`: replacing it is a matter of this file. It is no longer developed, and
 * two of its habits do not fit a strict Content Security Policy:
 *
 * - FAST, on which it stands, makes one `<style>` to see whether the browser knows `:focus-visible`. It takes the nonce from
 *   `<meta property="csp-nonce">`, which the page has.
 * - The badge's template has a `style` attribute, for colours that nobody sets. Its replacement below has none.
 */
import { html } from '@microsoft/fast-element';
import {
  provideVSCodeDesignSystem,
  vsCodeBadge,
  vsCodeButton,
  vsCodePanels,
  vsCodePanelTab,
  vsCodePanelView,
} from '@vscode/webview-ui-toolkit';
import { custom, el, icon } from './dom';

/** Defines the elements; once, before the first is made. */
export function defineElements(): void {
  const badge = html`<template class="circular"
    ><div class="control" part="control"><slot></slot></div
  ></template>`;
  provideVSCodeDesignSystem().register(
    vsCodePanels(),
    vsCodePanelTab(),
    vsCodePanelView(),
    vsCodeButton(),
    vsCodeBadge({ template: badge }),
  );
}

export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly content: HTMLElement;
}

export interface Tabs {
  readonly element: HTMLElement;
  /** Shows a number beside a tab's title; 0 takes it away. */
  setCount(id: string, count: number): void;
  /** Opens a tab. */
  show(id: string): void;
  /** The id of the tab that is open. */
  active(): string;
}

/** Tabs with their panels. Arrow keys, Home and End move between them. */
export function tabs(
  label: string,
  all: readonly Tab[],
  active: string,
  onChange: (id: string) => void,
): Tabs {
  const heads = new Map(
    all.map(({ id, title }) => [id, custom('vscode-panel-tab', { id: tabId(id) }, title)]),
  );
  const views = all.map(({ id, content }) => custom('vscode-panel-view', { id: `view-${id}` }, content));
  const element = custom(
    'vscode-panels',
    { 'aria-label': label, activeid: tabId(active), onchange: () => onChange(activeTab(element)) },
    ...heads.values(),
    ...views,
  );
  return {
    element,
    active: () => activeTab(element),
    show: id => element.setAttribute('activeid', tabId(id)),
    setCount: (id, count) => {
      const title = all.find(tab => tab.id === id)?.title ?? '';
      const head = heads.get(id);
      head?.replaceChildren(...(count > 0 ? [`${title} `, badge(String(count))] : [title]));
      // The tab names itself by its text, once, when it is connected.
      head?.setAttribute('aria-label', count > 0 ? `${title} ${count}` : title);
    },
  };
}

const tabId = (id: string): string => `tab-${id}`;

/** From the property: the attribute follows a frame later. */
function activeTab(panels: HTMLElement & { readonly activeid?: string }): string {
  return (panels.activeid ?? '').replace(/^tab-/, '');
}

/** A small number or word on a coloured ground. */
export function badge(text: string): HTMLElement {
  return custom('vscode-badge', {}, text);
}

/** A button with an icon before its words. */
export function button(label: string, iconName: string, onClick: () => void): HTMLElement {
  const start = el('span', { slot: 'start' }, icon(iconName));
  return custom('vscode-button', { appearance: 'secondary', onclick: onClick }, start, label);
}
