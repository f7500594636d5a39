/**
 * The style sheet of the HTML file. Charts are drawn in the variables of VS Code's theme; here these get colours of their own,
 * which stand apart from the ground by 4.5 to 1 at least.
 */
export const STYLE = `
:root {
  --ground: #ffffff; --text: #24292f; --quiet: #57606a; --line: #d0d7de; --soft: #f6f8fa;
  --good: #1a7f37; --bad: #cf222e; --doubt: #7d4e00; --link: #0550ae; --shade: #8c959fa0;
  --purple: #652d90; --orange: #b35c00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --soft: #161b22;
    --good: #56d364; --bad: #ff7b72; --doubt: #e3b341; --link: #79c0ff; --shade: #b1bac4a0;
    --purple: #d2a8ff; --orange: #ffa657;
  }
}
@media print {
  :root {
    --ground: #ffffff; --text: #000000; --quiet: #444444; --line: #999999; --soft: #ffffff;
    --good: #1a7f37; --bad: #b3121d; --doubt: #7d4e00; --link: #000000; --shade: transparent;
    --purple: #652d90; --orange: #b35c00;
  }
}
:root {
  --vscode-foreground: var(--text); --vscode-descriptionForeground: var(--quiet);
  --vscode-editor-background: var(--ground); --vscode-charts-foreground: var(--quiet);
  --vscode-charts-lines: var(--line); --vscode-panel-border: var(--line);
  --vscode-charts-green: var(--good); --vscode-charts-red: var(--bad); --vscode-charts-yellow: var(--doubt);
  --vscode-charts-blue: var(--link); --vscode-charts-purple: var(--purple);
  --vscode-charts-orange: var(--orange); --vscode-font-family: system-ui, sans-serif;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 76rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .scroller:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.summary { font-size: 1.1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 1rem 0; padding: 0; list-style: none; }
code { font: 0.9em ui-monospace, monospace; padding: 0.1em 0.3em; border-radius: 4px; background: var(--soft); }
/* What lies beyond an edge throws a shadow on it: grounds that move with the table cover the shadows where it ends. */
.scroller {
  overflow-x: auto; margin: 0.75rem 0;
  background:
    linear-gradient(to right, var(--ground) 40%, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, var(--ground) 40%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, var(--shade), transparent) left / 1rem 100% no-repeat scroll,
    linear-gradient(to left, var(--shade), transparent) right / 1rem 100% no-repeat scroll,
    var(--ground);
}
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; overflow-wrap: normal; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { border-bottom-width: 2px; }
tbody th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number, .number .detail { white-space: normal; }
.prose { min-width: 20rem; }
.detail { display: block; font-size: 0.85em; color: var(--quiet); }
.place { font-family: ui-monospace, monospace; font-size: 0.85em; color: var(--quiet); }
.note { font-size: 0.85rem; color: var(--quiet); }
.word { white-space: nowrap; font-weight: 600; }
.number .word { display: inline-block; max-width: 17ch; white-space: normal; }
.date { white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .undecided { color: var(--doubt); } .quiet { color: var(--quiet); }
.notices { list-style: none; padding: 0; }
.notices li { margin: 0.4rem 0; padding: 0.4rem 0.75rem; border-left: 4px solid var(--quiet); background: var(--soft); }
.notices .error { border-color: var(--bad); } .notices .warning { border-color: var(--doubt); }
dl { display: grid; gap: 0.25rem; margin: 0.5rem 0; }
dl div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0 1rem; }
dt { color: var(--quiet); } dd { margin: 0; }
figure { margin: 1rem 0; }
figure svg { display: block; max-width: 100%; min-width: 36rem; height: auto; }
summary { cursor: pointer; color: var(--link); }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; } }
@media print {
  body { max-width: none; padding: 0; font-size: 11pt; }
  nav { display: none; }
  h2, h3, caption { break-after: avoid; }
  tr, figure svg, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroller { overflow: visible; }
  table { font-size: 0.75rem; }
  .prose { min-width: 8rem; }
  th, td { padding: 0.25rem 0.3rem; }
  figure svg { min-width: 0; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
/* Colours of the reader's own, by their names: no shadow, so an edge says that a part scrolls. */
@media (forced-colors: active) {
  :root {
    --ground: Canvas; --text: CanvasText; --quiet: CanvasText; --line: GrayText; --soft: Canvas;
    --good: CanvasText; --bad: Highlight; --doubt: GrayText; --link: LinkText; --shade: transparent;
    --purple: VisitedText; --orange: CanvasText;
  }
  figure svg { forced-color-adjust: none; background: Canvas; }
  .notices li { border-left-style: double; }
  .scroller { border-inline: 1px dashed; }
}
`;
