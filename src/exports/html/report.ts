import { sha256 } from '../../base/digest';
import type { Section } from '../../reports/document';
import { withoutEcho } from '../../reports/echo';
import type { ReportView } from '../../reports/view';
import type { ExportOptions } from '../options';
import { blockHtml } from './blocks';
import { STYLE } from './style';
import { escapeHtml, proseHtml } from './text';

/**
 * The report as one file of HTML that needs nothing else: no script at all, one style sheet inside, which its policy knows by its
 * digest, and charts as SVG. It follows the reader's light or dark scheme, and prints.
 */
export async function htmlReport(view: ReportView, options: ExportOptions): Promise<string> {
  const sections = withoutEcho(view.sections, view.summary.text);
  const told = sections.filter(({ missing }) => missing === undefined);
  const missing = sections.filter(section => section.missing !== undefined);
  const title = `${view.project.name}: metrics`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(await policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="summary">${proseHtml(view.summary.text)}</p>
</header>
${contents(told, missing.length > 0)}
<main>
${told.map(section => sectionHtml(section, options)).join('\n')}
${missing.length > 0 ? missingHtml(missing) : ''}
</main>
</body>
</html>
`;
}

/** Nothing is loaded from anywhere, and no script runs. */
async function policy(): Promise<string> {
  const rest = ["base-uri 'none'", "form-action 'none'"].join('; ');
  return `default-src 'none'; style-src 'sha256-${await base64Digest(STYLE)}'; ${rest}`;
}

async function base64Digest(text: string): Promise<string> {
  const bytes = (await sha256(text)).match(/../g) ?? [];
  return btoa(String.fromCharCode(...bytes.map(byte => parseInt(byte, 16))));
}

const MISSING = { id: 'missing', title: 'What would make this report say more' };

function contents(told: readonly Section[], hasMissing: boolean): string {
  const items = [...told, ...(hasMissing ? [MISSING] : [])].map(
    ({ id, title }) => `<li><a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>`;
}

function sectionHtml({ id, title, summary, blocks }: Section, options: ExportOptions): string {
  const said = summary === undefined ? '' : `<p>${proseHtml(summary)}</p>`;
  return `<section id="${escapeHtml(id)}" aria-labelledby="${escapeHtml(id)}-title">
<h2 id="${escapeHtml(id)}-title">${escapeHtml(title)}</h2>
${said}
${blocks.map(block => blockHtml(block, options)).join('\n')}
</section>`;
}

function missingHtml(sections: readonly Section[]): string {
  const items = sections.map(
    ({ id, title, missing = '' }) =>
      `<li id="${escapeHtml(id)}"><strong>${escapeHtml(title)}:</strong> ${proseHtml(missing)}</li>`,
  );
  return `<section id="${MISSING.id}" aria-labelledby="${MISSING.id}-title">
<h2 id="${MISSING.id}-title">${MISSING.title}</h2>
<ul>${items.join('\n')}</ul>
</section>`;
}
