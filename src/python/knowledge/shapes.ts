/** Arguments that give a result its shape: how long, how wide, how many. A number taken from data does not come in by them. */
const SHAPES: ReadonlySet<string> = new Set(
  `maxlen max_len max_length num_words num_classes n_classes depth input_dim input_shape input_length output_dim units
   vocab_size max_tokens output_sequence_length n_components n_clusters n_features n_bins minlength padding truncating shape
   newshape dtype axis`.split(/\s+/),
);

/** Functions and methods of which every argument after the first is such a shape. */
const RESHAPING: ReadonlySet<string> = new Set(
  'pad_sequences to_categorical one_hot reshape expand_dims squeeze ravel view unsqueeze permute transpose'.split(
    ' ',
  ),
);

export function isShape(argument: string): boolean {
  return SHAPES.has(argument);
}

/** By the last segment of its name. */
export function onlyReshapes(name: string): boolean {
  return RESHAPING.has(name);
}
