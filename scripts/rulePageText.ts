/** The first sentence below a rule page's title. */
export function summaryOf(page: string): string {
  const paragraph = /^# [^\n]*\n+((?:[^\n]+(?:\n|$))+)/.exec(page)?.[1] ?? '';
  const line = paragraph.trim().replaceAll('\n', ' ');
  return /^.*?[.:](?= |$)/.exec(line)?.[0].replace(/:$/, '.') ?? line;
}

const MARKS: Readonly<Record<string, string>> = {
  expect: '# ← reported',
  missing: '# ← not reported, though it should be',
  spurious: '# ← reported, though it is right',
};

/**
 * A rule's page as people see it: the words that make its examples tests give way to words for readers.
 *
 *     ```py before                                  ```python
 *     f(X)  # expect: fit-before-split       →      f(X)  # ← reported
 */
export function shownPage(page: string): string {
  return page
    .replaceAll(/^```(?:py(?: before| after)?|ipynb(?: before| after)?)$/gm, '```python')
    .replaceAll(/# (expect|missing|spurious): *[a-z0-9, -]+$/gm, (mark, kind: string) => MARKS[kind] ?? mark);
}
