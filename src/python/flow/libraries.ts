import type { Library } from './value';

/** Programs ask for the attributes of the same few modules over and over. Cleared before it can grow large. */
const attributes = new Map<string, Map<string, Library>>();
const MAX_MODULES = 200;
const MAX_ATTRIBUTES = 200;

/** `np.log`: one object for each name, so that its text is made and hashed once. */
export function attributeOfLibrary({ name: module }: Library, attr: string): Library {
  let own = attributes.get(module);
  if (!own || own.size >= MAX_ATTRIBUTES) {
    if (attributes.size >= MAX_MODULES) attributes.clear();
    own = new Map();
    attributes.set(module, own);
  }
  let library = own.get(attr);
  if (!library) {
    library = { tag: 'library', name: `${module}.${attr}` };
    own.set(attr, library);
  }
  return library;
}
