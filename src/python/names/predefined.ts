/** Names that a fresh kernel knows: Python's builtins of either version, IPython's, and those of hosted kernels. */
const BUILTINS = `
abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help
hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow
print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
True False None Ellipsis NotImplemented
ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup
FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning
PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError
RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
UserWarning ValueError Warning WindowsError ZeroDivisionError`;

const PYTHON2 = `
apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr unicode xrange StandardError`;

const IPYTHON = 'In Out display get_ipython';

/** Of Spark, Databricks and SageMaker kernels. */
const HOSTED = 'spark sc sqlContext sqlCtx dbutils displayHTML getArgument sm_client';

/** Magics and aliases of the shell that work without their sign where a line begins with them: `pwd`. */
const AUTOMAGIC: ReadonlySet<string> = new Set(
  (
    'pwd ls ll lf lk lx ldir cd who whos whos_ls who_ls clear cls history hist lsmagic env reset man quickref pylab ' +
    'cat cp mkdir mv rm rmdir more less'
  ).split(' '),
);

export function isAutomagic(name: string): boolean {
  return AUTOMAGIC.has(name);
}

const PREDEFINED: ReadonlySet<string> = new Set(
  [BUILTINS, PYTHON2, IPYTHON, HOSTED].flatMap(names => names.trim().split(/\s+/)),
);

/** Is the name there before the first cell? So are `_`, `_12`, `_i3`, and whatever begins with two underscores. */
export function isPredefined(name: string): boolean {
  return PREDEFINED.has(name) || /^_(i|ii|iii|ih|oh|dh|i?\d+|exit_code|_.*)?$/.test(name);
}
