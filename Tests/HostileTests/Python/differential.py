"""Compares the product with other implementations on generated input.

  differential.py cel   TOOL SEED COUNT   expressions, against cel-cpp, cel-python, cel-rust
  differential.py dates TOOL SEED COUNT   date arithmetic, against Python's calendar
  differential.py yaml  -    SEED COUNT   prints documents and what PyYAML makes of them

The first two print what differs and exit with 1 when something does. The third prints one JSON
object a line: `yaml`, and `value` in the notation of `plain` or null when PyYAML refuses the text.
"""

import calendar
import datetime
import json
import math
import random
import subprocess
import sys


def answers(tool, expressions):
    """What the product answers, one JSON object an expression."""
    lines = "".join(json.dumps({"expr": text}) + "\n" for text in expressions)
    run = subprocess.run([tool, "eval", "--lines"], input=lines.encode(), capture_output=True)
    found = [json.loads(line) for line in run.stdout.decode().splitlines()]
    if len(found) != len(expressions):
        sys.exit(f"{len(found)} answers to {len(expressions)} expressions: {run.stderr.decode()}")
    return found


# Expressions ------------------------------------------------------------------------------------


class Expressions:
    """Random expressions that fit their types, of the common part of all implementations."""

    ints = ["0", "1", "2", "-1", "7", "10", "-3", "255", "9223372036854775807",
            "-9223372036854775807", "4294967296", "0x1F"]
    doubles = ["0.0", "1.5", "-2.25", "1e3", "3.0", "1e308", "-0.5", "0.1"]
    texts = ["''", "'a'", "'abc'", "'é'", "'日本'", "\"x y\"", "'A'", "r'\\d'", "'a\\nb'", "'😀'",
             "'10'", "'-7'", "'1.5'"]
    uints = ["0u", "1u", "7u", "18446744073709551615u"]

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []

    def pick(self, options):
        return self.random.choice(options)

    def int(self, depth):
        if depth <= 0:
            return self.pick(self.ints + [name for name in self.names])
        kind = self.random.randrange(9)
        if kind < 4:
            return f"({self.int(depth - 1)} {self.pick('+-*/%')} {self.int(depth - 1)})"
        if kind == 4:
            return f"size({self.pick([self.text, self.list, self.map])(depth - 1)})"
        if kind == 5:
            return f"({self.bool(depth - 1)} ? {self.int(depth - 1)} : {self.int(depth - 1)})"
        if kind == 6:
            return f"int({self.pick([self.double, self.uint, self.text])(depth - 1)})"
        if kind == 7:
            return f"{self.list(depth - 1)}[{self.pick(['0', '1', '2'])}]"
        return f"{self.map(depth - 1)}[{self.pick(self.texts[:4])}]"

    def uint(self, depth):
        if depth <= 0:
            return self.pick(self.uints)
        if self.random.random() < 0.3:
            return f"uint({self.int(depth - 1)})"
        return f"({self.uint(depth - 1)} {self.pick('+-*/%')} {self.uint(depth - 1)})"

    def double(self, depth):
        if depth <= 0:
            return self.pick(self.doubles)
        if self.random.random() < 0.3:
            return f"double({self.pick([self.int, self.uint, self.text])(depth - 1)})"
        return f"({self.double(depth - 1)} {self.pick('+-*/')} {self.double(depth - 1)})"

    def text(self, depth):
        if depth <= 0:
            return self.pick(self.texts)
        kind = self.random.randrange(4)
        if kind < 2:
            return f"({self.text(depth - 1)} + {self.text(depth - 1)})"
        if kind == 2:
            return f"string({self.pick([self.int, self.uint, self.bool])(depth - 1)})"
        return f"({self.bool(depth - 1)} ? {self.text(depth - 1)} : {self.text(depth - 1)})"

    def bool(self, depth):
        if depth <= 0:
            return self.pick(["true", "false"])
        kind = self.random.randrange(9)
        if kind < 2:
            side = self.pick([self.int, self.text, self.double, self.uint])
            operator = self.pick(["<", "<=", ">", ">=", "==", "!="])
            return f"({side(depth - 1)} {operator} {side(depth - 1)})"
        if kind < 4:
            return f"({self.bool(depth - 1)} {self.pick(['&&', '||'])} {self.bool(depth - 1)})"
        if kind == 4:
            return f"!{self.bool(depth - 1)}"
        if kind == 5:
            return f"({self.int(depth - 1)} in {self.list(depth - 1)})"
        if kind == 6:
            method = self.pick(["startsWith", "endsWith", "contains"])
            return f"{self.text(depth - 1)}.{method}({self.text(depth - 1)})"
        if kind == 7:
            return f"({self.list(depth - 1)} == {self.list(depth - 1)})"
        return self.loop(self.pick(["all", "exists", "exists_one"]), self.bool, depth)

    def loop(self, macro, body, depth):
        source = self.list(depth - 1)
        name = "xyzuvw"[len(self.names) % 6] + str(len(self.names))
        self.names.append(name)
        inner = body(depth - 1)
        self.names.pop()
        return f"{source}.{macro}({name}, {inner})"

    def list(self, depth):
        if depth <= 0 or self.random.random() < 0.4:
            count = self.random.randrange(4)
            return "[" + ", ".join(self.int(depth - 2) for _ in range(count)) + "]"
        kind = self.random.randrange(3)
        if kind == 0:
            return f"({self.list(depth - 1)} + {self.list(depth - 1)})"
        if kind == 1:
            return self.loop("filter", self.bool, depth)
        return self.loop("map", self.int, depth)

    def map(self, depth):
        keys = self.random.sample(self.texts[:5], self.random.randrange(3))
        return "{" + ", ".join(f"{key}: {self.int(depth - 2)}" for key in keys) + "}"

    def any(self):
        kinds = [self.int, self.bool, self.text, self.double, self.uint, self.list, self.map]
        return self.pick(kinds)(self.random.randrange(1, 5))


def ours(answer):
    if "error" in answer:
        return "error"
    return untag(answer["value"])


def untag(value):
    (kind, inner), = value.items()
    if kind in ("int", "uint"):
        return (kind, int(inner))
    if kind == "double":
        number = float(inner)
        return ("double", "NaN" if math.isnan(number) else number)
    if kind == "list":
        return ("list", [untag(element) for element in inner])
    if kind == "map":
        return ("map", sorted(((untag(k), untag(v)) for k, v in inner), key=repr))
    return (kind, inner)


def cpp(environment, text):
    """The answer of the reference implementation in C++."""
    try:
        value = environment.compile(text).eval()
    except Exception:
        return "error"
    return of_cpp(value)


def of_cpp(value):
    kind = str(value.type()).split(".")[-1].split("<")[0]
    if kind == "ERROR" or "ERROR" in kind:
        return "error"
    plain = value.value()
    if kind == "INT":
        return ("int", plain)
    if kind == "UINT":
        return ("uint", plain)
    if kind == "DOUBLE":
        return ("double", "NaN" if math.isnan(plain) else plain)
    if kind == "BOOL":
        return ("bool", plain)
    if kind == "STRING":
        return ("string", plain)
    if kind == "LIST":
        return ("list", [of_cpp(element) if hasattr(element, "type") else guess(element)
                         for element in plain])
    if kind == "MAP":
        return ("map", sorted(
            ((of_cpp(k) if hasattr(k, "type") else guess(k),
              of_cpp(v) if hasattr(v, "type") else guess(v)) for k, v in plain.items()), key=repr))
    return (kind, str(plain))


def guess(plain):
    """A Python value without its type: the generator puts only these into lists and maps."""
    if isinstance(plain, bool):
        return ("bool", plain)
    if isinstance(plain, int):
        return ("int", plain)
    if isinstance(plain, float):
        return ("double", plain)
    if isinstance(plain, str):
        return ("string", plain)
    if isinstance(plain, dict):
        return ("map", sorted(((guess(k), guess(v)) for k, v in plain.items()), key=repr))
    return ("list", [guess(element) for element in plain])


def rust(module, text):
    """The answer of the implementation in Rust, without the difference of int and uint."""
    try:
        return untyped(guess(module.evaluate(text)))
    except BaseException:
        return "error"


def untyped(value):
    if value == "error":
        return value
    kind, inner = value
    if kind == "uint":
        return ("int", inner)
    if kind == "list":
        return ("list", [untyped(element) for element in inner])
    if kind == "map":
        return ("map", sorted(((untyped(k), untyped(v)) for k, v in inner), key=repr))
    return value


def cel(tool, seed, count):
    from cel_expr_python import cel as reference

    try:
        import cel as other
    except ImportError:
        other = None
    maker = Expressions(seed)
    expressions = [maker.any() for _ in range(count)]
    environment = reference.NewEnv()
    differing, valued, other_agrees = [], 0, 0
    for text, answer in zip(expressions, answers(tool, expressions)):
        mine, theirs = ours(answer), cpp(environment, text)
        valued += theirs != "error"
        if mine != theirs:
            differing.append(f"{text}\n  ours {mine}\n  cel-cpp {theirs}")
        if other is not None and rust(other, text) == untyped(theirs):
            other_agrees += 1
    print(f"{count} expressions, {valued} with a value in cel-cpp, {len(differing)} differ; "
          f"common-expression-language agrees with cel-cpp on {other_agrees}")
    return differing


# Dates ------------------------------------------------------------------------------------------


def shifted(day, months, days):
    """A day so many months on, the day of the month kept where the month has it, then days."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    try:
        return datetime.date(year, month + 1, min(day.day, last)) + datetime.timedelta(days)
    except OverflowError:
        return None


def dates(tool, seed, count):
    source = random.Random(seed)
    first, last = datetime.date(1, 1, 1).toordinal(), datetime.date(9999, 12, 31).toordinal()

    def some_day():
        if source.random() < 0.3:
            year = source.choice([1, 4, 100, 400, 1600, 1900, 2000, 2023, 2024, 2100, 9999])
            month = source.randrange(1, 13)
            number = source.choice([1, 28, calendar.monthrange(year, month)[1]])
            return datetime.date(year, month, number)
        return datetime.date.fromordinal(source.randint(first, last))

    expressions, wanted = [], []
    for _ in range(count):
        day, other = some_day(), some_day()
        kind = source.randrange(5)
        if kind == 0:
            expressions.append(f'days(date("{day}"), date("{other}"))')
            wanted.append({"int": str((other - day).days)})
        elif kind == 1:
            months, days = source.randrange(0, 30), source.choice([0, 0, 1, 30])
            period = f"P{months}M" + (f"{days}D" if days else "")
            result = shifted(day, months, days)
            expressions.append(f'date("{day}") + period("{period}")')
            wanted.append({"date": str(result)} if result else None)
        elif kind == 2:
            expressions.append(f'date("{day}") < date("{other}")')
            wanted.append({"bool": day < other})
        elif kind == 3:
            days = source.randrange(0, 5000)
            expressions.append(f'date("{day}") + period("P{days}D")')
            result = shifted(day, 0, days)
            wanted.append({"date": str(result)} if result else None)
        else:
            text = (f"{source.choice([0, 1, 1900, 2000, 2023, 2024, 9999]):04}-"
                    f"{source.randrange(0, 14):02}-{source.randrange(0, 33):02}")
            expressions.append(f'date("{text}")')
            try:
                wanted.append({"date": str(datetime.date.fromisoformat(text))})
            except ValueError:
                wanted.append(None)
    differing = []
    for text, answer, want in zip(expressions, answers(tool, expressions), wanted):
        found = None if "error" in answer else answer["value"]
        if found != want:
            differing.append(f"{text}\n  ours {found or answer}\n  Python {want}")
    print(f"{count} date expressions, {len(differing)} differ")
    return differing


# YAML -------------------------------------------------------------------------------------------


def plain(value):
    """A value as text: lengths in UTF-8 bytes, so that nothing needs an escape."""
    if isinstance(value, str):
        return f"s{len(value.encode())}:{value}"
    if isinstance(value, list):
        return "[" + "".join(plain(element) for element in value) + "]"
    return "{" + "".join(plain(k) + plain(v) for k, v in value.items()) + "}"


def document(source, depth):
    if depth <= 0 or source.random() < 0.3:
        return source.choice(
            ["", "a", "no", "1.10", "2024-01-01", "deux mots", "إجراء", "a: b", "- x", "#c", "x #y",
             "it's", '"q"', "two\nlines\n", "trailing ", " lead", "é", "[x", "{", "%", "@a", "`b",
             "null", "~", "a\tb", "-", "?", ":", "*x", "&y", "!z", "|", ">", "😀", "long " * 30])
    if source.random() < 0.5:
        return [document(source, depth - 1) for _ in range(source.randrange(0, 4))]
    return {f"k{index}{source.choice(['', ' x', 'é', '-'])}": document(source, depth - 1)
            for index in range(source.randrange(0, 4))}


def yaml_documents(seed, count):
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    source = random.Random(seed)
    for index in range(count):
        value = document(source, source.randrange(1, 5))
        text = yaml.dump(
            value, allow_unicode=source.random() < 0.7, sort_keys=False,
            default_flow_style=source.choice([True, False, None]),
            default_style=source.choice([None, None, None, "'", '"', "|", ">"]),
            width=source.choice([20, 80, 1000]), indent=source.choice([2, 3, 4]),
            explicit_start=source.random() < 0.2)
        if index % 2:
            # A few characters changed: mostly still YAML, often another document.
            letters = list(text)
            for _ in range(source.randrange(1, 4)):
                place = source.randrange(len(letters) + 1)
                letters[place:place + source.randrange(2)] = source.choice(
                    ["", " ", "\n", ":", "-", "'", '"', "#", "&a ", "*a", "[", "]", "{", "}", ",",
                     "|", "\t", "? ", "é", "---\n", "!!str "])
            text = "".join(letters)
        try:
            parts = list(yaml.load_all(text, Loader=loader))
            # An empty document is an empty text to PyYAML and no document to the product.
            if index % 2 and any(part is None or part == "" for part in parts):
                continue
            found = [plain(part) for part in parts]
        except Exception:
            found = None
        print(json.dumps({"yaml": text, "value": found}))


if __name__ == "__main__":
    mode, tool, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    if mode == "yaml":
        yaml_documents(seed, count)
        sys.exit(0)
    differing = {"cel": cel, "dates": dates}[mode](tool, seed, count)
    print("\n".join(differing[:20]))
    sys.exit(1 if differing else 0)
