import fc from 'fast-check';

/** One of these manifests as it is while somebody types, cuts, and pastes into it. */
export function mutilated(texts: readonly string[]): fc.Arbitrary<string> {
  const junk = fc.constantFrom(
    ':',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\n',
    '\r',
    '\t',
    '#',
    '&a ',
    '*a',
    '!!map ',
    '|',
    '>',
    '? ',
    '%',
    '@',
    '`',
    '---\n',
    '...\n',
    '\0',
    '\uFEFF',
    '\uD800',
    '<<: *a',
    '  ',
    'TODO',
    '1e999',
    '.nan',
    '__proto__: 1\n',
    'constructor: {}\n',
  );
  const cut = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    put: fc.oneof(junk, fc.string({ unit: 'binary', maxLength: 3 })),
  });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(cut, { minLength: 1, maxLength: 6 }))
    .map(([text, cuts]) =>
      cuts.reduce((edited, { at, length, put }) => {
        const start = Math.floor(at * edited.length);
        return edited.slice(0, start) + put + edited.slice(start + length);
      }, text),
    );
}
