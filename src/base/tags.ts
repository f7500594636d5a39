/**
 * The tags of a notebook's cell, by its metadata as the file has it, or as an editor wraps it: `metadata` within its
 * own, or within `custom`.
 */
export function cellTags(metadata: unknown): readonly string[] {
  const wrapped = [metadata, field(metadata, 'metadata'), field(field(metadata, 'custom'), 'metadata')];
  for (const one of wrapped) {
    const tags = field(one, 'tags');
    if (Array.isArray(tags)) return tags.filter(tag => typeof tag === 'string');
  }
  return [];
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
