import ClauseSource

/// What the keys of the configuration mean, in one language.
struct SchemaWords: Sendable {
  var organization: String
  var standards: String
  var packs: String
  var languages: String
  var timeZone: String
  var parameters: String
  var sources: String
  var exclude: String
  var complete: String
  /// By the keys of a source.
  var sourceKeys: [String: String]

  static func of(_ language: Language) -> SchemaWords {
    switch language {
    case .english: english
    case .french: french
    case .arabic: arabic
    }
  }

  private static let english = SchemaWords(
    organization: "Id of the organisation's record", standards: "Standards in scope",
    packs: "Shipped packs by id, own ones by a path with a slash",
    languages: "Languages the organisation works in",
    timeZone: "Where today is, such as Africa/Casablanca",
    parameters: "Values for parameters of the packs",
    sources: "Files that the conventions do not read, or read otherwise",
    exclude: "Paths of files and folders that are not read; * ? ** as in sources",
    complete: "Whether this folder is the whole system, so that a missing register is a finding",
    sourceKeys: [
      "files": "Path from the root; * ? within a name, ** for any folders",
      "type": "Record type of all records in these files", "sheet": "Sheet of a workbook",
      "under": "Heading of a Markdown or Word file under which the table stands",
      "table": "Number of the table in a Word file, from 1",
      "header_row": "Row of the headings, from 1",
      "skip_rows": "Rows between the headings and the first record",
      "delimiter": "Separator of cells: one character, or tab", "encoding": "Encoding of the file",
      "read": "What of a file is read", "fields": "Field: heading",
      "values": "Field: words of the register and what they mean",
      "constants": "Field: value, for records without one",
      "default": "Field: value, where the cell is empty",
      "dates": "Order of day and month in numeric dates",
      "split_cells": "Whether one text may stand for a list",
      "refer_by_title": "Whether a reference may be a title",
    ])

  private static let french = SchemaWords(
    organization: "Identifiant de la fiche de l'organisme", standards: "Normes visées",
    packs:
      "Référentiels fournis par leur identifiant, propres par un chemin avec une barre oblique",
    languages: "Langues de travail de l'organisme",
    timeZone: "Où l'on compte aujourd'hui, comme Africa/Casablanca",
    parameters: "Valeurs des paramètres des référentiels",
    sources: "Fichiers que les conventions ne lisent pas, ou lisent autrement",
    exclude: "Chemins des fichiers et dossiers à ne pas lire ; * ? ** comme dans sources",
    complete: "Si ce dossier contient tout le système : un registre absent est alors un constat",
    sourceKeys: [
      "files": "Chemin depuis la racine ; * ? dans un nom, ** pour des dossiers",
      "type": "Type d'enregistrement de tous ces fichiers", "sheet": "Feuille du classeur",
      "under": "Titre du fichier Markdown ou Word sous lequel se trouve le tableau",
      "table": "Numéro du tableau dans le fichier Word, à partir de 1",
      "header_row": "Ligne des en-têtes, à partir de 1",
      "skip_rows": "Lignes entre les en-têtes et le premier enregistrement",
      "delimiter": "Séparateur de cellules : un caractère, ou tab",
      "encoding": "Encodage du fichier", "read": "Ce qui est lu du fichier",
      "fields": "Champ : en-tête",
      "values": "Champ : mots du registre et ce qu'ils veulent dire",
      "constants": "Champ : valeur, pour ceux qui n'en ont pas",
      "default": "Champ : valeur, là où la cellule est vide",
      "dates": "Ordre du jour et du mois dans les dates en chiffres",
      "split_cells": "Si un texte peut tenir lieu de liste",
      "refer_by_title": "Si une référence peut être un intitulé",
    ])

  private static let arabic = SchemaWords(
    organization: "معرف سجل المنظمة", standards: "المعايير المعنية",
    packs: "الحزم المرفقة بمعرفها، والحزم الخاصة بمسار فيه شرطة مائلة",
    languages: "لغات عمل المنظمة", timeZone: "المنطقة الزمنية، مثل Africa/Casablanca",
    parameters: "قيم وسائط الحزم", sources: "ملفات لا تقرؤها الأعراف أو تقرؤها على وجه آخر",
    exclude: "مسارات الملفات والمجلدات التي لا تقرأ؛ * ? ** كما في sources",
    complete: "هل يضم هذا المجلد النظام كله، فيكون غياب أي سجل معاينة",
    sourceKeys: [
      "files": "مسار من الجذر؛ * ? داخل الاسم و** للمجلدات", "type": "نوع سجلات هذه الملفات",
      "sheet": "ورقة المصنف", "under": "عنوان ملف Markdown أو Word الذي يوجد الجدول تحته",
      "table": "رقم الجدول في ملف Word ابتداء من 1",
      "header_row": "سطر العناوين ابتداء من 1", "skip_rows": "الأسطر بين العناوين وأول سجل",
      "delimiter": "فاصل الخلايا: حرف واحد أو tab", "encoding": "ترميز الملف",
      "read": "ما يقرأ من الملف", "fields": "الحقل: العنوان",
      "values": "الحقل: كلمات السجل ومعناها",
      "constants": "الحقل: القيمة، لما ليست له قيمة", "default": "الحقل: القيمة، حيث الخلية فارغة",
      "dates": "ترتيب اليوم والشهر في التواريخ الرقمية",
      "split_cells": "هل يقوم نص مقام قائمة", "refer_by_title": "هل تكون الإحالة بالعنوان",
    ])
}
