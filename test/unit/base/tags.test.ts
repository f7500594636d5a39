import { expect, it } from 'vitest';
import { cellTags } from '../../../src/base/tags';

it.each([
  [{ tags: ['a', 'b'] }],
  [{ metadata: { tags: ['a', 'b'] } }],
  [{ custom: { metadata: { tags: ['a', 'b', 3] } } }],
])("finds a cell's tags in %j", metadata => {
  expect(cellTags(metadata)).toEqual(['a', 'b']);
});

it.each([undefined, null, 'tags', {}, { tags: 'a' }, { metadata: 3 }])('finds none in %j', metadata => {
  expect(cellTags(metadata)).toEqual([]);
});
