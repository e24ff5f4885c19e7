"""What the registers of the factory are made of: rows, marks and sheets."""

import datetime
from dataclasses import dataclass, field


def day(text):
    """The date of `JJ/MM/AAAA`."""
    return datetime.datetime.strptime(text, "%d/%m/%Y").date()


@dataclass
class Row:
    """Cells of one record; `mark` is `D7` for the seventh defect, `T7` for a temptation."""

    cells: list
    mark: str = ""


@dataclass
class Section:
    """A title over the whole width, between records."""

    text: str


@dataclass
class Sheet:
    """A table as it stands on a sheet or in a text.

    A heading that is a tuple is a group with its columns. `title` alone is one line above the
    table; with `code` it is a title block of `lines` rows. `left` columns before it are empty.
    """

    headings: list
    rows: list
    title: str = ""
    code: str = ""
    version: str = ""
    date: str = ""
    lines: int = 3
    left: int = 0
    foot: list = field(default_factory=list)

    @property
    def width(self):
        return sum(len(h) - 1 if isinstance(h, tuple) else 1 for h in self.headings)


def row(*cells):
    return Row(list(cells))


def d(number, *cells):
    return Row(list(cells), f"D{number}")


def t(number, *cells):
    return Row(list(cells), f"T{number}")
