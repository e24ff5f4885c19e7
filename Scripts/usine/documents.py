"""Texts as Word and Markdown files."""

import io

import docx

from usine.classeurs import COMPANY, stamp


def write_word(path, parts):
    """Writes the file; gives the place of each mark as (`T2`, row)."""
    document = docx.Document()
    document.core_properties.author = "S. EL AMRANI"
    places, tables = {}, 0
    for kind, *rest in parts:
        if kind == "title":
            header(document, *rest)
        elif kind == "heading":
            document.add_heading(rest[0], 2)
        elif kind == "text":
            document.add_paragraph(rest[0])
        else:
            tables += 1
            rows = [list(pair) for pair in rest[0]] if kind == "labels" else (
                [rest[0]] + [row.cells for row in rest[1]])
            grid(document, rows)
            for index, row in enumerate(rest[1] if kind == "table" else []):
                if row.mark:
                    places[row.mark] = (f"T{tables}", index + 2)
    raw = io.BytesIO()
    document.save(raw)
    stamp(raw, path)
    return places


def header(document, title, code, version, date):
    """The title block: logo, title and labels, in the header of the page."""
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    cells = section.header.add_table(1, 3, width).rows[0].cells
    cells[0].text, cells[1].text = COMPANY, title
    cells[2].text = f"Code : {code}\nVersion : {version}\nDate : {date}"


def grid(document, rows):
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for line, values in zip(table.rows, rows):
        for cell, value in zip(line.cells, values):
            cell.text = value


def write_markdown(path, parts):
    """Writes the file; gives the line of each mark as (``, line)."""
    lines, places = [], {}
    for part in parts:
        if isinstance(part, str):
            lines.append(part)
            continue
        headings, rows = part
        lines += [f"| {' | '.join(headings)} |", "|" + " --- |" * len(headings)]
        for row in rows:
            lines.append(f"| {' | '.join(row.cells)} |")
            if row.mark:
                places[row.mark] = ("", len(lines))
    path.write_text("\n".join(lines), encoding="utf-8")
    return places
