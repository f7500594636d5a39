"""CPython's own tree of a module, as lines that `dump.ts` writes of ours too.

Offsets are UTF-16 units of the text. What Python's tree keeps apart and ours keeps together (the parameters of a
function, the arguments of a call, an `elif` chain) is brought into source order here.
"""

import ast
import json
import re
import struct
import sys

sys.setrecursionlimit(20000)
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)

# Before 3.12 the positions inside f-strings are those of a string parsed elsewhere.
SEES_FSTRINGS = sys.version_info >= (3, 12)


def dump(text):
    """Lines of the tree, or `None` when CPython does not accept the text."""
    try:
        # Only bytes may begin with a byte order mark.
        tree = ast.parse(text.encode() if text.startswith("\ufeff") else text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return "\n".join(Dumper(text).lines_of(tree))


class Dumper:
    def __init__(self, text):
        self.text = text
        self.lines = []
        self.depth = 0
        self.names_characters = "\\N{" in text
        self.source_lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
        self.line_starts = [0]
        for line in self.source_lines:
            self.line_starts.append(self.line_starts[-1] + utf16(line))

    def lines_of(self, tree):
        self.children("body", tree.body)
        return self.lines

    def offset(self, line, column):
        source = self.source_lines[line - 1] if line <= len(self.source_lines) else ""
        # A byte order mark is no part of CPython's first line.
        mark = 1 if line == 1 and self.text.startswith("\ufeff") else 0
        before = source[mark:].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass")
        return self.line_starts[line - 1] + mark + utf16(before)

    def span(self, node):
        start = self.offset(node.lineno, node.col_offset)
        return f"{start}-{self.offset(node.end_lineno, node.end_col_offset)}"

    def line(self, text):
        self.lines.append("  " * self.depth + text)

    def children(self, label, nodes):
        for node in nodes:
            self.child(label, node)

    def child(self, label, node):
        if node is None:
            return
        if isinstance(node, str):
            self.line(f"{label} {json.dumps(node)}")
            return
        kind = type(node).__name__
        kind = RENAMED.get(kind, kind)
        place = self.span(node) if hasattr(node, "lineno") else ""
        self.line(f"{label} {kind} {place}".rstrip())
        self.depth += 1
        SPECIAL.get(kind, Dumper.fields)(self, node)
        self.depth -= 1

    def fields(self, node):
        for field in node._fields:
            if field in SKIPPED:
                continue
            value = getattr(node, field, None)
            if isinstance(value, list):
                self.children(field, value)
            elif isinstance(value, ast.operator):
                self.line(f"{field} {OPERATORS[type(value).__name__]}")
            elif isinstance(value, ast.arguments):
                self.parameters(value)
            elif isinstance(value, (int, bool)):
                self.line(f"{field} {value}")
            else:
                self.child(field, value)

    def parameters(self, arguments):
        plain = arguments.posonlyargs + arguments.args
        defaults = [None] * (len(plain) - len(arguments.defaults)) + arguments.defaults
        for index, (arg, default) in enumerate(zip(plain, defaults)):
            self.parameter(arg, "positional-only" if index < len(arguments.posonlyargs) else "normal", default)
        if arguments.vararg:
            self.parameter(arguments.vararg, "var-positional", None)
        for arg, default in zip(arguments.kwonlyargs, arguments.kw_defaults):
            self.parameter(arg, "keyword-only", default)
        if arguments.kwarg:
            self.parameter(arguments.kwarg, "var-keyword", None)

    def parameter(self, arg, form, default):
        self.line(f"param {form} {json.dumps(arg.arg)}")
        self.depth += 1
        self.child("annotation", arg.annotation)
        self.child("default", default)
        self.depth -= 1

    def constant(self, node):
        # Ours does not know the names of characters. (Looking for the segment is slow: only where there is one at all.)
        named = self.names_characters and "\\N{" in (ast.get_source_segment(self.text, node) or "")
        self.line("str ?" if named and isinstance(node.value, str) else constant_text(node.value))

    def call(self, node):
        self.child("func", node.func)
        self.children("arg", in_order(node.args + node.keywords))

    def class_def(self, node):
        self.line(f"name {json.dumps(node.name)}")
        self.children("type_param", getattr(node, "type_params", []))
        self.children("arg", in_order(node.bases + node.keywords))
        self.children("decorator", node.decorator_list)
        self.children("body", node.body)

    def dictionary(self, node):
        for key, value in zip(node.keys, node.values):
            self.child("key", key)
            self.child("value", value)

    def branches(self, node):
        while True:
            self.child("test", node.test)
            self.children("body", node.body)
            inner = node.orelse[0] if len(node.orelse) == 1 else None
            if not isinstance(inner, ast.If) or not self.starts_with(inner, "elif"):
                break
            node = inner
        self.children("orelse", node.orelse)

    def starts_with(self, node, word):
        line = self.source_lines[node.lineno - 1].encode("utf-8", "surrogatepass")
        return line[node.col_offset :].startswith(word.encode())

    def compare(self, node):
        self.child("left", node.left)
        for op, right in zip(node.ops, node.comparators):
            self.line(f"op {OPERATORS[type(op).__name__]}")
            self.child("right", right)

    def bool_op(self, node):
        self.line(f"op {type(node.op).__name__.lower()}")
        self.children("value", node.values)

    def unary(self, node):
        self.line(f"op {OPERATORS[type(node.op).__name__]}")
        self.child("operand", node.operand)

    def joined(self, node):
        if SEES_FSTRINGS:
            self.children("value", node.values)

    def formatted(self, node):
        self.child("value", node.value)
        self.line(f"conversion {'' if node.conversion < 0 else chr(node.conversion)}".rstrip())
        if node.format_spec is not None:
            self.line("format")
            self.children("spec", node.format_spec.values)

    def comprehension(self, node):
        self.child("key", getattr(node, "key", None))
        self.child("element", node.value if isinstance(node, ast.DictComp) else node.elt)
        for clause in node.generators:
            self.line(f"for{' async' if clause.is_async else ''}")
            self.depth += 1
            self.child("target", clause.target)
            self.child("iter", clause.iter)
            self.children("if", clause.ifs)
            self.depth -= 1

    def match_singleton(self, node):
        self.line(f"value Constant {self.span(node)}")
        self.line(f"  {constant_text(node.value)}")

    def mapping(self, node):
        for key, pattern in zip(node.keys, node.patterns):
            self.child("key", key)
            self.child("pattern", pattern)
        self.child("rest", node.rest)

    def class_pattern(self, node):
        self.child("cls", node.cls)
        self.children("pattern", node.patterns)
        for name, pattern in zip(node.kwd_attrs, node.kwd_patterns):
            self.line(f"keyword {json.dumps(name)}")
            self.child("pattern", pattern)


def utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_order(nodes):
    return sorted(nodes, key=lambda node: (node.lineno, node.col_offset))


def constant_text(value):
    if value is None:
        return "none"
    if value is Ellipsis:
        return "ellipsis"
    if isinstance(value, bool):
        return f"bool {value}"
    if isinstance(value, int):
        return f"int {value}"
    if isinstance(value, float):
        return f"float {struct.pack('>d', value).hex()}"
    if isinstance(value, complex):
        return f"complex {struct.pack('>d', value.imag).hex()}"
    if isinstance(value, bytes):
        return "bytes"
    return f"str {json.dumps(value)}"


SKIPPED = {"ctx", "type_comment", "kind", "simple", "type_ignores", "str"}

RENAMED = {
    "ListComp": "list",
    "SetComp": "set",
    "DictComp": "dict",
    "GeneratorExp": "generator",
    "Interpolation": "FormattedValue",
    "MatchSingleton": "MatchValue",
    "Str": "Constant",
    "Num": "Constant",
}

OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "MatMult": "@", "Div": "/", "Mod": "%", "Pow": "**", "LShift": "<<",
    "RShift": ">>", "BitOr": "|", "BitXor": "^", "BitAnd": "&", "FloorDiv": "//", "Eq": "==", "NotEq": "!=", "Lt": "<",
    "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in", "Not": "not",
    "Invert": "~", "UAdd": "+", "USub": "-",
}  # fmt: skip


def match_value(dumper, node):
    if isinstance(node, ast.MatchValue):
        dumper.fields(node)
    else:
        dumper.match_singleton(node)


SPECIAL = {
    "Constant": Dumper.constant,
    "Call": Dumper.call,
    "ClassDef": Dumper.class_def,
    "Dict": Dumper.dictionary,
    "If": Dumper.branches,
    "Compare": Dumper.compare,
    "BoolOp": Dumper.bool_op,
    "UnaryOp": Dumper.unary,
    "JoinedStr": Dumper.joined,
    "TemplateStr": Dumper.joined,
    "FormattedValue": Dumper.formatted,
    "list": Dumper.comprehension,
    "set": Dumper.comprehension,
    "dict": Dumper.comprehension,
    "generator": Dumper.comprehension,
    "MatchValue": match_value,
    "MatchMapping": Dumper.mapping,
    "MatchClass": Dumper.class_pattern,
}


def main():
    """Paths on standard input, one a line; for each, its tree as one line of JSON (or null)."""
    for path in sys.stdin:
        try:
            with open(path.strip(), encoding="utf-8", newline="") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError):
            print("null", flush=True)
            continue
        print(json.dumps(dump(text)), flush=True)


if __name__ == "__main__":
    main()
