import { scalarText } from './editing/words';

/**
 * The text of a new manifest: three lines that count, and hints that say what each next line turns on. A hint is a line of
 * YAML behind a `#`, valid whether the blank after the `#` is taken away with it or not; it fills in nothing until
 * somebody writes a value. Words that are not YAML stand behind two.
 */
export function newManifest({
  name,
  lifecycle,
}: {
  readonly name: string;
  readonly lifecycle: string;
}): string {
  return `## Where this project stands, and what answers for it. Remove the # of a line to turn it on, and write your own.
version: 1
name: ${scalarText(name.trim() === '' ? 'My project' : name.trim())}
lifecycle: ${scalarText(lifecycle)}

#problem:
#  decision: TODO which decision the model supports
#  cost: # { false_positive: 1, false_negative: 10 }
#  baseline: TODO what is to be beaten

#data:
#  sources: [TODO where the data come from]
#  labelling: TODO how they are labelled
#  splits: # { train: data/train.csv, test: data/test.csv }
#  target: # { column: label, positive: 1 }

## Numbers that decide, each with its target.
#metrics:
#  recall: # { min: 0.80, baseline: 0.52, split: test }

## Where the numbers come from.
#runs: # [reports/*.json]
`;
}
