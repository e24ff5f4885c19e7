"""Reads the reports of a hostile and of a plain organisation with readers that are not ours.

  sinks.py FOLDER FINDINGS

FOLDER holds hostile.FORMAT and plain.FORMAT for each format of `check`, about organisations that
differ only in their texts. The parsed structure of both must be the same, nothing in the hostile
one may be active, and both must hold at least FINDINGS findings where the format counts them.
"""

import collections
import csv
import io
import json
import os
import re
import sys

from lxml import etree
from markdown_it import MarkdownIt

faults = []


def fail(format, message):
    faults.append(f"{format}: {message}")


def shape(value):
    """A parsed JSON value without its texts and numbers."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(inner) for inner in value]
    return type(value).__name__


def no_twice(pairs):
    names = [name for name, _ in pairs]
    twice = [name for name, count in collections.Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"keys written twice: {twice}")
    return dict(pairs)


def strict_json(text):
    def refuse(constant):
        raise ValueError(f"{constant} is no JSON")

    return json.loads(text, object_pairs_hook=no_twice, parse_constant=refuse)


def element_shape(element):
    return (element.tag, sorted(element.attrib), [element_shape(child) for child in element])


def read_json(format, text):
    return shape(strict_json(text))


def read_sarif(format, text):
    log = strict_json(text)
    for run in log["runs"]:
        for result in run["results"]:
            for place in result.get("locations", []):
                uri = place["physicalLocation"]["artifactLocation"]["uri"]
                if re.match(r"^([a-zA-Z][a-zA-Z0-9+.-]*:|/)", uri) or ".." in uri.split("/"):
                    fail(format, f"{uri} is no relative address")
                if not re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})*", uri):
                    fail(format, f"{uri} is not encoded")
            message = result["message"]["text"]
            if re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", message):
                fail(format, f"an embedded link: {message[:80]!r}")
    return shape(log)


def read_xml(format, text):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return element_shape(etree.fromstring(text.encode(), parser))


def read_lines(format, text):
    return [shape(strict_json(line)) for line in text.splitlines()]


COMMAND = re.compile(r"^::(error|warning|notice)( [a-zA-Z]+=[^\r\n]*?)?::(.*)$")


def read_github(format, text):
    """As the runner reads them: a line is a command when it begins with `::name`."""
    shapes = []
    for line in text.split("\n"):
        if not line:
            continue
        match = COMMAND.match(line)
        # What is beyond the ten that are shown is counted in the log.
        if not match and re.fullmatch(r"\d+ more at the level \w+: see the whole report", line):
            continue
        if not match:
            fail(format, f"no command: {line[:80]!r}")
            continue
        properties = [part.split("=")[0].strip() for part in (match[2] or "").split(",")]
        shapes.append((match[1], properties))
    return shapes


def read_markdown(format, text):
    shapes = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        kinds = [inner.type for inner in token.children or []]
        for kind in kinds + [token.type]:
            if kind in ("image", "html_inline", "html_block", "link_open"):
                fail(format, f"{kind}: {token.content[:120]!r}")
        # A text may be cut into pieces by escapes; what stands between them may not differ.
        shapes.append((token.type, sorted({k for k in kinds if k not in ("text", "softbreak")})))
    bare = re.sub(r"`[^`\n]*`", "", text)
    for mention in re.findall(r"(?<![\w`\\])[@#][\w-]+", bare):
        if not re.fullmatch(r"#+", mention):
            fail(format, f"a mention: {mention}")
    return shapes


def read_csv(format, text):
    rows = list(csv.reader(io.StringIO(text), strict=True))
    for row in rows:
        for cell in row:
            for line in re.split(r"[\r\n]", cell):
                if line[:1] in ("=", "+", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff20", "\uff0d"):
                    fail(format, f"a formula: {cell[:60]!r}")
            if cell[:1] == "-" and cell != "-":
                fail(format, f"a formula: {cell[:60]!r}")
    return [len(row) for row in rows]


def read_text(format, text):
    """Which lines begin a finding, and how the others are indented."""
    shapes = []
    for line in text.split("\n"):
        if re.match(r"^(::|##)", line.strip()):
            fail(format, f"a command: {line[:80]!r}")
        alone = re.match(r"^\S.*:\d+:\d+  (major|minor|observation)  ", line)
        # Those of one rule stand below a heading, which has the severity.
        if alone or re.match(r"^  \S.*:\d+:\d+  ", line):
            shapes.append("finding")
        else:
            shapes.append(
                re.match(r"^ *(asks|row|because|clauses|remedy|see|accepted)?", line)[0])
    return shapes


def read_concise(format, text):
    """What each line is about; the last one is the summary."""
    lines = text.split("\n")
    if lines[-1] != "":
        fail(format, "the last line does not end")
    shapes = []
    for line in lines[:-1]:
        if re.match(r"^(::|##)", line.strip()):
            fail(format, f"a command: {line[:80]!r}")
        finding = re.match(r"^\S.*:\d+:\d+  (major|minor|observation)  \S+  \S", line)
        shapes.append("finding" if finding else "other")
    return shapes


READERS = {
    "text": read_text, "concise": read_concise, "json": read_json, "sarif": read_sarif, "sarif-github": read_sarif,
    "junit": read_xml, "gitlab": read_json, "github": read_github,
    "github-summary": read_markdown, "rdjsonl": read_lines, "checkstyle": read_xml,
    "csv": read_csv,
}


def check(folder, format, findings):
    shapes = {}
    for name in ("plain", "hostile"):
        with open(os.path.join(folder, f"{name}.{format}"), encoding="utf-8", newline="") as file:
            text = file.read()
        for scalar in text:
            code = ord(scalar)
            control = (code < 0x20 and scalar not in "\n\t") or 0x7F <= code <= 0x9F
            bidi = code in (0x061C, 0x200E, 0x200F) or 0x202A <= code <= 0x202E
            if (control and not (scalar == "\r" and format == "csv")) or bidi:
                fail(format, f"U+{code:04X} in {name}")
                break
        try:
            shapes[name] = READERS[format](format, text)
        except Exception as error:
            fail(format, f"{name} does not parse: {error}")
            return
    if shapes["plain"] != shapes["hostile"]:
        fail(format, "the structure differs: " + difference(shapes["plain"], shapes["hostile"]))
    count = {
        "json": lambda s: len(s["findings"]), "gitlab": len, "rdjsonl": len,
        "sarif": lambda s: len(s["runs"][0]["results"]),
        "sarif-github": lambda s: len(s["runs"][0]["results"]),
        "csv": lambda s: len(s) - 1, "text": lambda s: s.count("finding"),
        "concise": lambda s: s.count("finding"),
    }.get(format)
    if count and count(shapes["hostile"]) < findings:
        fail(format, f"{count(shapes['hostile'])} findings, {findings} expected")


def difference(plain, hostile, path=""):
    if type(plain) is not type(hostile):
        return f"{path}: {str(plain)[:80]} / {str(hostile)[:80]}"
    if isinstance(plain, dict):
        if list(plain) != list(hostile):
            return f"{path}: keys {list(plain)} / {list(hostile)}"
        pairs = [(key, plain[key], hostile[key]) for key in plain]
    elif isinstance(plain, (list, tuple)):
        if len(plain) != len(hostile):
            return f"{path}: {len(plain)} / {len(hostile)} elements"
        pairs = [(index, a, b) for index, (a, b) in enumerate(zip(plain, hostile))]
    else:
        return "" if plain == hostile else f"{path}: {plain} / {hostile}"
    for key, a, b in pairs:
        found = difference(a, b, f"{path}/{key}")
        if found:
            return found
    return ""


if __name__ == "__main__":
    known = sorted(READERS)
    present = sorted(
        name.split(".", 1)[1] for name in os.listdir(sys.argv[1]) if name.startswith("hostile.")
    )
    for format in present:
        if format not in READERS:
            fail(format, "no independent reader is known for it")
        else:
            check(sys.argv[1], format, int(sys.argv[2]))
    for format in set(known) - set(present):
        fail(format, "was not written")
    print("\n".join(faults[:40]))
    sys.exit(1 if faults else 0)
