import { CATBOOST, CATEGORY_ENCODERS, KERAS, LIGHTGBM, OTHERS, XGBOOST } from './boosting';
import type { Entry, LibraryTable } from './entry';
import { TIMM, TORCH, TORCHMETRICS, TORCHVISION, TQDM } from './torch';
import { DATASETS, EVALUATE, LIGHTNING, SKORCH, TRANSFORMERS } from './trainers';
import { POLARS } from './polars';
import { RECOMMENDERS } from './recommenders';
import { IMBLEARN, SKLEARN } from './sklearn';
import { SERIES } from './series';
import { STORAGE } from './storage';
import { TEXTS } from './texts';
import { TUNING } from './tuning';
import { WORKERS } from './workers';
import { BUILTINS, IMAGES, NUMPY, PANDAS, PLOTTING, SCIPY, STANDARD } from './tables';

/** By the first segment of a qualified name. */
const LIBRARIES: Readonly<Record<string, LibraryTable>> = {
  sklearn: SKLEARN,
  imblearn: IMBLEARN,
  pandas: PANDAS,
  polars: POLARS,
  numpy: NUMPY,
  scipy: SCIPY,
  builtins: BUILTINS,
  IPython: [{ entry: { kind: 'sink' }, names: 'display' }],
  logging: [{ entry: { kind: 'sink' }, names: 'debug info warning error critical log' }],
  xgboost: XGBOOST,
  lightgbm: LIGHTGBM,
  catboost: CATBOOST,
  category_encoders: CATEGORY_ENCODERS,
  keras: KERAS,
  tensorflow: KERAS,
  torch: TORCH,
  torchvision: TORCHVISION,
  timm: TIMM,
  torchmetrics: TORCHMETRICS,
  tqdm: TQDM,
  pytorch_lightning: LIGHTNING,
  lightning: LIGHTNING,
  transformers: TRANSFORMERS,
  datasets: DATASETS,
  evaluate: EVALUATE,
  skorch: SKORCH,
  os: [{ entry: { kind: 'path' }, names: 'path.join' }],
  pathlib: [{ entry: { kind: 'path' }, names: 'Path' }],
  itertools: STANDARD,
  copy: STANDARD,
  statistics: STANDARD,
  cv2: IMAGES,
  skimage: IMAGES,
  librosa: [{ entry: { kind: 'windows' }, names: 'util.frame' }],
  tempfile: [
    {
      entry: { kind: 'temporary' },
      names: 'mkdtemp mkstemp mktemp gettempdir TemporaryDirectory NamedTemporaryFile TemporaryFile',
    },
  ],
  datetime: [{ entry: { kind: 'date' }, names: 'datetime date strptime fromisoformat' }],
  random: [
    { entry: { kind: 'seed' }, names: 'seed' },
    { entry: { kind: 'shuffle-in-place' }, names: 'shuffle' },
  ],
  math: STANDARD,
  functools: STANDARD,
  dataclasses: STANDARD,
  plotly: PLOTTING,
  ...TUNING,
  ...OTHERS,
  ...STORAGE,
  ...SERIES,
  ...TEXTS,
  ...WORKERS,
  ...RECOMMENDERS,
};

/** Modules that are another's by another name. */
const ALIASES: Readonly<Record<string, string>> = {
  cuml: 'sklearn',
  sklearnex: 'sklearn',
  'modin.pandas': 'pandas',
  autograd: 'numpy',
};

const indexes = new Map<string, ReadonlyMap<string, Entry>>();

/** Names that were looked up: programs ask for the same few over and over. Cleared before it can grow large. */
const answers = new Map<string, Entry | undefined>();
const libraries = new Map<string, boolean>();
const MAX_ANSWERS = 5000;

/** What is known of a library's function or class, by its qualified name: `sklearn.preprocessing.StandardScaler`. */
export function lookup(qualified: string): Entry | undefined {
  if (answers.has(qualified)) return answers.get(qualified);
  if (answers.size >= MAX_ANSWERS) answers.clear();
  const entry = find(qualified);
  answers.set(qualified, entry);
  return entry;
}

function find(qualified: string): Entry | undefined {
  const name = canonical(qualified);
  const dot = name.indexOf('.');
  if (dot < 0) return undefined;
  const index = indexOf(name.slice(0, dot));
  if (!index) return undefined;
  const segments = name.slice(dot + 1).split('.');
  // Where a name lives within a library has changed over the years: its last segments decide.
  for (let length = Math.min(2, segments.length); length > 0; length--) {
    const found = index.get(segments.slice(-length).join('.'));
    if (found) return found;
  }
  return undefined;
}

/** Is anything known of this library at all? */
export function isKnownLibrary(qualified: string): boolean {
  const known = libraries.get(qualified);
  if (known !== undefined) return known;
  if (libraries.size >= MAX_ANSWERS) libraries.clear();
  const answer = (canonical(qualified).split('.')[0] ?? '') in LIBRARIES;
  libraries.set(qualified, answer);
  return answer;
}

function canonical(qualified: string): string {
  for (const [alias, real] of Object.entries(ALIASES)) {
    if (qualified === alias || qualified.startsWith(`${alias}.`)) return real + qualified.slice(alias.length);
  }
  return qualified;
}

function indexOf(library: string): ReadonlyMap<string, Entry> | undefined {
  const known = indexes.get(library);
  if (known) return known;
  const table = Object.hasOwn(LIBRARIES, library) ? LIBRARIES[library] : undefined;
  if (!table) return undefined;
  const index = new Map<string, Entry>();
  for (const { entry, names } of table) {
    for (const name of names.split(/\s+/))
      if (name)
        index.set(name.replace(/^(itertools|copy|statistics|math|functools|dataclasses)\./, ''), entry);
  }
  indexes.set(library, index);
  return index;
}
