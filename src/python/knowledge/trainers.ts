import type { LibraryTable } from './entry';

export const LIGHTNING: LibraryTable = [
  { entry: { kind: 'network' }, names: 'LightningModule' },
  { entry: { kind: 'trainer' }, names: 'Trainer' },
  { entry: { kind: 'callback', chooses: 'rounds' }, names: 'EarlyStopping' },
  { entry: { kind: 'callback', chooses: 'checkpoint' }, names: 'ModelCheckpoint' },
  { entry: { kind: 'seed' }, names: 'seed_everything' },
];

/** Tasks for which a pretrained model gets a head. */
const TASKS =
  `SequenceClassification TokenClassification QuestionAnswering MultipleChoice CausalLM MaskedLM Seq2SeqLM
  ImageClassification AudioClassification`.split(/\s+/);

const FAMILIES =
  'AutoModel Bert DistilBert Roberta XLMRoberta Albert Electra Deberta DebertaV2 ViT Wav2Vec2 T5 GPT2';

const PRETRAINED = FAMILIES.split(' ').flatMap(family =>
  TASKS.map(task => `${family}For${task}.from_pretrained`),
);

export const TRANSFORMERS: LibraryTable = [
  { entry: { kind: 'network' }, names: `PreTrainedModel AutoModel.from_pretrained ${PRETRAINED.join(' ')}` },
  { entry: { kind: 'trainer' }, names: 'Trainer Seq2SeqTrainer' },
  { entry: { kind: 'arguments' }, names: 'TrainingArguments Seq2SeqTrainingArguments' },
  { entry: { kind: 'callback', chooses: 'rounds' }, names: 'EarlyStoppingCallback' },
  { entry: { kind: 'seed' }, names: 'set_seed' },
];

/** The library `datasets`. */
export const DATASETS: LibraryTable = [
  { entry: { kind: 'load-parts' }, names: 'load_dataset' },
  {
    entry: { kind: 'batches', of: 'first' },
    names: 'Dataset.from_pandas Dataset.from_dict Dataset.from_list',
  },
  { entry: { kind: 'batches', of: 'joined' }, names: 'concatenate_datasets' },
  { entry: { kind: 'dictionary' }, names: 'DatasetDict' },
];

/** The library `evaluate`, and those that score in its way. */
export const EVALUATE: LibraryTable = [{ entry: { kind: 'meter' }, names: 'load' }];

export const SKORCH: LibraryTable = [
  {
    entry: { kind: 'model', task: 'classification' },
    names: 'NeuralNetClassifier NeuralNetBinaryClassifier',
  },
  { entry: { kind: 'model', task: 'regression' }, names: 'NeuralNetRegressor' },
];
