/* Which functions write values to files, and which read them again. What one of a kind wrote another of it can read. */

export type FileKind = 'csv' | 'parquet' | 'pickle' | 'feather' | 'excel' | 'joblib' | 'numpy' | 'text';

/** Where among its arguments a function has the file and the value. */
interface Writes {
  readonly kind: FileKind;
  readonly file: readonly [position: number, ...names: string[]];
  /** `all`: the arguments after the file, by their names. */
  readonly value: readonly [position: number, ...names: string[]] | 'all';
  /** It is added to a path that does not end so. */
  readonly ending?: string;
}

const PICKLED: Writes = { kind: 'pickle', file: [1, 'file'], value: [0, 'obj'] };
const ARRAYS: Writes = { kind: 'numpy', file: [0, 'file'], value: 'all', ending: '.npz' };

const WRITERS: Readonly<Record<string, Writes>> = {
  'pickle.dump': PICKLED,
  'cPickle.dump': PICKLED,
  'dill.dump': PICKLED,
  'cloudpickle.dump': PICKLED,
  'joblib.dump': { kind: 'joblib', file: [1, 'filename'], value: [0, 'value'] },
  'numpy.save': { kind: 'numpy', file: [0, 'file'], value: [1, 'arr'], ending: '.npy' },
  'numpy.savez': ARRAYS,
  'numpy.savez_compressed': ARRAYS,
  'numpy.savetxt': { kind: 'text', file: [0, 'fname'], value: [1, 'X'] },
};

const READERS: Readonly<Record<string, FileKind>> = {
  'pandas.read_csv': 'csv',
  'pandas.read_parquet': 'parquet',
  'pandas.read_pickle': 'pickle',
  'pandas.read_feather': 'feather',
  'pandas.read_excel': 'excel',
  'pickle.load': 'pickle',
  'cPickle.load': 'pickle',
  'dill.load': 'pickle',
  'cloudpickle.load': 'pickle',
  'joblib.load': 'joblib',
  'numpy.load': 'numpy',
  'numpy.loadtxt': 'text',
  'numpy.genfromtxt': 'text',
};

const METHODS: Readonly<Record<string, FileKind>> = {
  to_csv: 'csv',
  to_parquet: 'parquet',
  to_pickle: 'pickle',
  to_feather: 'feather',
  to_excel: 'excel',
};

/** How a function of a library writes, by its qualified name. */
export function writerOf(name: string): Writes | undefined {
  return known(WRITERS, shortened(name));
}

export function readerOf(name: string): FileKind | undefined {
  return known(READERS, shortened(name));
}

/** What a method of a table writes. */
export function writtenBy(method: string): FileKind | undefined {
  return known(METHODS, method);
}

function shortened(name: string): string {
  return name.split('.').slice(-2).join('.');
}

function known<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
