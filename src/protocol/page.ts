/** What a report page is made of. Addresses are those of the webview, already rewritten for it. */
export interface Page {
  readonly title: string;
  readonly script: string;
  readonly styles: readonly string[];
  /** The webview's own source expression, `webview.cspSource`. */
  readonly cspSource: string;
  /** Unguessable and new for every page. */
  readonly nonce: string;
}

/**
 * The HTML document of a report page. It holds no data: the page asks for it by a message.
 *
 * Nothing is allowed but one script, our own style sheets and fonts, and pictures that the script itself made: it draws a chart
 * on a canvas to save it. `csp-nonce` is where the toolkit looks for the
 * nonce of the one `<style>` that it makes.
 */
export function pageHtml(page: Page): string {
  const styles = page.styles.map(href => `  <link rel="stylesheet" href="${escape(href)}">`).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${escape(policy(page))}">
  <meta property="csp-nonce" content="${escape(page.nonce)}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(page.title)}</title>
${styles}
</head>
<body>
  <main id="page"></main>
  <script nonce="${escape(page.nonce)}" src="${escape(page.script)}"></script>
</body>
</html>
`;
}

/** The page's Content Security Policy. */
function policy({ nonce, cspSource }: Page): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${cspSource}`,
    `font-src ${cspSource}`,
    'img-src blob:',
  ].join('; ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, char => ENTITIES[char] ?? char);
}
