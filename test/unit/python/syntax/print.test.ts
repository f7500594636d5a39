import { expect, it } from 'vitest';
import { parse } from '../../../../src/python/syntax/parse';
import { printTree } from '../../../../src/python/syntax/print';
import { children, pathTo, walk } from '../../../../src/python/syntax/walk';

const TEXT = 'from a import b as c\n@d\ndef f(x, *, y: int = 1):\n    if x:\n        return {"k": c.z}\n';

it('prints a tree with its spans, fields and labels', () => {
  expect(printTree(parse(TEXT).module)).toBe(`Module 0-${TEXT.length}
  body: ImportFrom 0-20 module="a" level=0
    names: Alias 14-20 name="b" asname="c"
  body: FunctionDef 24-84 async=false
    name: Name 28-29 id="f"
    params: Parameter 30-31 name="x" form="normal"
    params: Parameter 36-46 name="y" form="keyword-only"
      annotation: Name 39-42 id="int"
      default: Constant 45-46 type="int" value=1
    decorators: Name 22-23 id="d"
    body: If 53-84
      branches:
        test: Name 56-57 id="x"
        body: Return 67-84
          value: Dict 74-84
            entries:
              key: Constant 75-78 type="str" value="k"
              value: Attribute 80-83 attr="z"
                value: Name 80-81 id="c"
                attrSpan: 82-83
`);
});

it('walks in source order, and not into what the visitor declines', () => {
  const names: string[] = [];
  walk(parse('f(a, g(b), *c)[d]\nif e: h\n').module, node => {
    if ('id' in node) names.push(node.id);
    return !('func' in node && children(node).length === 2);
  });
  expect(names).toEqual(['f', 'a', 'c', 'd', 'e', 'h']);
});

it('finds what is around an offset', () => {
  const { module } = parse(TEXT);
  const at = (offset: number) => pathTo(module, offset).map(({ start, end }) => TEXT.slice(start, end));
  expect(at(TEXT.indexOf('.z')).slice(-2)).toEqual(['c.z', 'c']);
  expect(at(TEXT.indexOf('d\n')).at(-1)).toBe('d');
});
