"""Makes the workbooks of this folder with two independent writers: openpyxl 3.1.5 and XlsxWriter 3.2.

They are committed, so that the tests need no Python; run it in this folder to make them again.
"""

import datetime

import openpyxl
import xlsxwriter


def register():
    """A register as offices keep them: title, headings in two rows, merged values, prepared rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Risques"
    sheet["A1"] = "Registre des risques"
    sheet.merge_cells("A1:G1")
    sheet["A2"], sheet["B2"] = "Version", 3
    for column, text in (("A", "Code"), ("D", "Revu le"), ("E", "Taux"), ("F", "Somme")):
        sheet[column + "4"] = text
        sheet.merge_cells(f"{column}4:{column}5")
    sheet["B4"] = "Évaluation"
    sheet.merge_cells("B4:C4")
    sheet["B5"], sheet["C5"] = "Probabilité", "Gravité"
    sheet["G4"] = "Processus\nlié"
    sheet.merge_cells("G4:G5")
    sheet.append(["R-1", 3, 4, datetime.date(2026, 1, 31), 0.85, "=B6*C6", "Achats"])
    sheet["E6"].number_format = "0%"
    sheet.append(["R-2", 0.1 + 0.2, 100000, datetime.datetime(2026, 2, 1, 8, 30), 7, None, None])
    sheet.merge_cells("G6:G7")
    sheet["A8"] = "Deuxième partie"
    sheet.merge_cells("A8:G8")
    sheet["A10"], sheet["B10"], sheet["C10"], sheet["D10"] = "R-3", "#REF!", True, 45289
    sheet["B10"].data_type = "e"
    sheet["D10"].number_format = "dd/mm/yyyy"
    sheet["A11"] = 7
    sheet["A11"].number_format = '"R-"000'
    for column, serial in (("B", 59), ("C", 60), ("D", 61)):
        sheet[column + "11"] = serial
        sheet[column + "11"].number_format = "dd/mm/yy"
    sheet["A12"], sheet["F12"] = 8, "=1+1"
    sheet.row_dimensions[7].hidden = True
    hidden = book.create_sheet("Listes")
    hidden.sheet_state = "hidden"
    hidden.append(["a", "b"])
    book.save("register-openpyxl.xlsx")


def epoch():
    """Shared strings, rich text, calculated formulas, an Arabic sheet, and days from 1904."""
    book = xlsxwriter.Workbook("epoch-xlsxwriter.xlsx", {"date_1904": True})
    book.set_properties({"created": datetime.datetime(2026, 1, 1)})
    sheet = book.add_worksheet("سجل المخاطر")
    bold = book.add_format({"bold": True})
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    money = book.add_format({"num_format": '#,##0.00 "DH"'})
    sheet.write_row(0, 0, ["رمز", "عنوان", "تاريخ", "لحظة", "مبلغ", "مجموع"])
    sheet.write(1, 0, "م-1")
    sheet.write_rich_string(1, 1, "نص ", bold, "غني", " هنا")
    sheet.write_datetime(1, 2, datetime.date(2023, 12, 29), date)
    sheet.write_datetime(1, 3, datetime.datetime(2023, 12, 29, 23, 59, 59), moment)
    sheet.write_number(1, 4, 1234567.5, money)
    sheet.write_formula(1, 5, "=E2*2", None, 2469135)
    book.close()


register()
epoch()
