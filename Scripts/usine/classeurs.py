"""Sheets as workbooks, the same bytes every time."""

import datetime
import io
import re
import zipfile

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

from usine.parts import Section

COMPANY = "TAMARIX PLASTIQUES"
GREY = PatternFill("solid", fgColor="D9D9D9")
STAMP = (2026, 11, 16, 8, 0, 0)


def write(path, sheets):
    """Writes the workbook; gives the row of each mark as (sheet, row)."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = datetime.datetime(*STAMP)
    book.properties.creator = "S. EL AMRANI"
    places = {}
    for name, sheet in sheets.items():
        for mark, number in fill(book.create_sheet(name), sheet).items():
            places[mark] = (name, number)
    raw = io.BytesIO()
    book.save(raw)
    stamp(raw, path)
    return places


def fill(page, sheet):
    number = title(page, sheet)
    number = headings(page, sheet, number)
    places = {}
    for part in sheet.rows:
        if isinstance(part, Section):
            put(page, number, sheet.left + 1, part.text, bold=True)
            merge(page, number, sheet.left + 1, number, sheet.left + sheet.width)
        else:
            if len(part.cells) != sheet.width:
                raise ValueError(f"{page.title}: {len(part.cells)} cells, {sheet.width} columns")
            for index, value in enumerate(part.cells):
                put(page, number, sheet.left + 1 + index, value)
            if part.mark:
                places[part.mark] = number
        number += 1
    for text in sheet.foot:
        number += 1
        put(page, number, sheet.left + 1, text)
    return places


def title(page, sheet):
    """A title block of logo, title and labels, or one line; the next free row."""
    first, last = sheet.left + 1, sheet.left + sheet.width
    if not sheet.code:
        put(page, 1, first, sheet.title, bold=True)
        merge(page, 1, first, 1, last)
        return 3
    put(page, 1, first, COMPANY, bold=True)
    merge(page, 1, first, sheet.lines, first + 1)
    put(page, 1, first + 2, sheet.title, bold=True)
    merge(page, 1, first + 2, sheet.lines, last - 1)
    labels = [f"Code : {sheet.code}", f"Version : {sheet.version}", f"Date : {sheet.date}", "Page : 1/1"]
    for index in range(sheet.lines):
        put(page, 1 + index, last, labels[index])
    return sheet.lines + 2


def headings(page, sheet, number):
    depth = 2 if any(isinstance(h, tuple) for h in sheet.headings) else 1
    column = sheet.left + 1
    for heading in sheet.headings:
        if isinstance(heading, tuple):
            put(page, number, column, heading[0], bold=True)
            merge(page, number, column, number, column + len(heading) - 2)
            for text in heading[1:]:
                put(page, number + 1, column, text, bold=True)
                column += 1
        else:
            put(page, number, column, heading, bold=True)
            merge(page, number, column, number + depth - 1, column)
            column += 1
    return number + depth


def put(page, number, column, value, bold=False):
    cell = page.cell(number, column, value)
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    if bold:
        cell.font, cell.fill = Font(bold=True), GREY
    if isinstance(value, datetime.date):
        cell.number_format = "DD/MM/YYYY"


def merge(page, row, column, last_row, last_column):
    if (row, column) != (last_row, last_column):
        page.merge_cells(
            start_row=row, start_column=column, end_row=last_row, end_column=last_column)


def stamp(raw, path):
    """The archive with the time of day taken out of its entries and its properties."""
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>2026-11-16T08:00:00Z", data)
            info = zipfile.ZipInfo(entry.filename, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, data)
