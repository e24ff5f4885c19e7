public import ClauseSource

extension IntegrityKind {
  /// What the check asks for, as the title of its rule.
  public var title: LocalizedText {
    switch self {
    case .fieldRequired:
      LocalizedText(
        en: "Required fields are filled in", fr: "Les champs obligatoires sont remplis",
        ar: "الحقول الإلزامية معبأة")
    case .fieldType:
      LocalizedText(
        en: "Values can be read as what they are declared to be",
        fr: "Les valeurs se lisent selon leur type déclaré",
        ar: "القيم مقروءة حسب نوعها المصرح به")
    case .enumUnknown:
      LocalizedText(
        en: "Values are chosen from the declared lists",
        fr: "Les valeurs sont choisies dans les listes déclarées",
        ar: "القيم مختارة من اللوائح المصرح بها")
    case .unknownKey:
      LocalizedText(
        en: "Keys and headings are known fields",
        fr: "Les clés et les en-têtes sont des champs connus",
        ar: "المفاتيح ورؤوس الأعمدة حقول معروفة")
    case .idDuplicate:
      LocalizedText(
        en: "An id names one record only", fr: "Un identifiant désigne un seul enregistrement",
        ar: "المعرف يدل على تسجيل واحد فقط")
    case .refUnresolved:
      LocalizedText(
        en: "References lead to a record", fr: "Les renvois mènent à un enregistrement",
        ar: "الإحالات تؤدي إلى تسجيل موجود")
    case .refCycle:
      LocalizedText(
        en: "References do not run in circles", fr: "Les renvois ne tournent pas en rond",
        ar: "الإحالات لا تدور في حلقة")
    case .evidenceMissing:
      LocalizedText(
        en: "Evidence given is there", fr: "Les preuves citées existent",
        ar: "الوثائق المثبتة المذكورة موجودة")
    case .dateAmbiguous:
      LocalizedText(
        en: "Day and month of dates can be told apart",
        fr: "Le jour et le mois des dates se distinguent",
        ar: "يمكن التمييز بين اليوم والشهر في التواريخ")
    case .dateImplausible:
      LocalizedText(
        en: "Dates are plausible", fr: "Les dates sont plausibles", ar: "التواريخ معقولة")
    case .dateHijri:
      LocalizedText(
        en: "Dates of the Hijri calendar stand beside their Gregorian twin",
        fr: "Les dates hégiriennes sont suivies de leur équivalent grégorien",
        ar: "التواريخ الهجرية مقرونة بما يوافقها ميلاديا")
    case .idLookalike:
      LocalizedText(
        en: "Ids can be told apart at a glance",
        fr: "Les identifiants se distinguent au premier coup d'œil",
        ar: "يمكن التمييز بين المعرفات من أول نظرة")
    case .codeAltered:
      LocalizedText(
        en: "Codes have not been turned into dates",
        fr: "Les codes n'ont pas été transformés en dates", ar: "لم تتحول الرموز إلى تواريخ")
    case .placeholderText:
      LocalizedText(
        en: "Texts have been written", fr: "Les textes sont rédigés", ar: "النصوص محررة")
    case .personLeftOwner:
      LocalizedText(
        en: "Persons who are accountable are still there",
        fr: "Les personnes responsables sont encore en poste",
        ar: "الأشخاص المسؤولون لا يزالون في مناصبهم")
    }
  }

  /// What is wrong, with `{name}` placeholders for the problem's arguments.
  public var message: LocalizedText {
    switch self {
    case .fieldRequired:
      LocalizedText(
        en: "{field} is missing", fr: "{field} n'est pas renseigné", ar: "الحقل {field} غير معبأ")
    case .fieldType:
      LocalizedText(
        en: "{field} holds {value}, which cannot be read as {type}",
        fr: "{field} contient {value}, illisible en tant que {type}",
        ar: "الحقل {field} يحتوي على {value} ولا يمكن قراءته بصفته {type}")
    case .enumUnknown:
      LocalizedText(
        en: "{field} holds {value}, which is none of {allowed}",
        fr: "{field} contient {value}, qui n'est pas parmi {allowed}",
        ar: "الحقل {field} يحتوي على {value} وهو ليس ضمن {allowed}")
    case .unknownKey:
      LocalizedText(
        en: "{key} is no field of {type}", fr: "{key} n'est pas un champ de {type}",
        ar: "{key} ليس حقلا من حقول {type}")
    case .idDuplicate:
      LocalizedText(
        en: "{id} is already the id of another {type}",
        fr: "{id} est déjà l'identifiant d'un autre {type}",
        ar: "{id} معرف مستعمل من قبل في {type}")
    case .refUnresolved:
      LocalizedText(
        en: "{field} refers to {value}, which is the id of no {type}",
        fr: "{field} renvoie à {value}, qui n'est l'identifiant d'aucun {type}",
        ar: "الحقل {field} يحيل على {value} وهو ليس معرفا لأي {type}")
    case .refCycle:
      LocalizedText(
        en: "{field} runs in a circle: {path}", fr: "{field} tourne en rond : {path}",
        ar: "الحقل {field} يدور في حلقة: {path}")
    case .evidenceMissing:
      LocalizedText(
        en: "{field} names {value}, which is no non-empty file in the organisation's folder",
        fr: "{field} cite {value}, qui n'est pas un fichier non vide du dossier de l'organisation",
        ar: "الحقل {field} يذكر {value} وهو ليس ملفا غير فارغ في مجلد المنظمة")
    case .dateAmbiguous:
      LocalizedText(
        en: "{field} holds {value}, which can be {first} or {second}",
        fr: "{field} contient {value}, qui peut être {first} ou {second}",
        ar: "الحقل {field} يحتوي على {value} وقد يكون {first} أو {second}")
    case .dateImplausible:
      LocalizedText(
        en: "{field} holds {value}, which cannot be right",
        fr: "{field} contient {value}, ce qui ne peut être juste",
        ar: "الحقل {field} يحتوي على {value} وهو تاريخ غير معقول")
    case .dateHijri:
      LocalizedText(
        en: "{field} holds {value}, a date of the Hijri calendar that cannot be relied on",
        fr: "{field} contient {value}, une date hégirienne sur laquelle on ne peut se fonder",
        ar: "الحقل {field} يحتوي على {value} وهو تاريخ هجري لا يمكن الاعتماد عليه")
    case .idLookalike:
      LocalizedText(
        en: "{id} looks like the id of another {type}",
        fr: "{id} ressemble à l'identifiant d'un autre {type}", ar: "{id} يشبه معرفا آخر في {type}")
    case .codeAltered:
      LocalizedText(
        en: "{field} holds {value}, which a spreadsheet may have made of a code such as {nearest}",
        fr: "{field} contient {value}, qu'un tableur a pu tirer d'un code comme {nearest}",
        ar: "الحقل {field} يحتوي على {value} وقد يكون الجدول الحسابي حوله من رمز مثل {nearest}")
    case .placeholderText:
      LocalizedText(
        en: "{field} says {value}: its text is still to be written",
        fr: "{field} indique {value} : le texte reste à rédiger",
        ar: "الحقل {field} يذكر {value}: النص لم يحرر بعد")
    case .personLeftOwner:
      LocalizedText(
        en: "{field} names {value}, who is no longer there",
        fr: "{field} désigne {value}, qui n'est plus en poste",
        ar: "الحقل {field} يعين {value} الذي لم يعد في منصبه")
    }
  }

  /// How to mend it.
  public var remedy: LocalizedText {
    switch self {
    case .fieldRequired:
      LocalizedText(
        en: "Fill the field in.", fr: "Renseignez le champ.", ar: "املأ الحقل.")
    case .fieldType:
      LocalizedText(
        en: "Write the value in a form of its type, dates as 2026-01-31.",
        fr: "Écrivez la valeur sous une forme de son type, les dates comme 2026-01-31.",
        ar: "اكتب القيمة بصيغة نوعها، والتواريخ على شكل 2026-01-31.")
    case .enumUnknown:
      LocalizedText(
        en: "Use one of the listed values.", fr: "Utilisez une des valeurs de la liste.",
        ar: "استعمل إحدى القيم المدرجة.")
    case .unknownKey:
      LocalizedText(
        en: "Correct the key, or map the heading to a field in the configuration.",
        fr: "Corrigez la clé, ou associez l'en-tête à un champ dans la configuration.",
        ar: "صحح المفتاح، أو اربط رأس العمود بحقل في الإعدادات.")
    case .idDuplicate:
      LocalizedText(
        en: "Give each record its own id.",
        fr: "Donnez à chaque enregistrement son propre identifiant.",
        ar: "أعط كل تسجيل معرفا خاصا به.")
    case .refUnresolved:
      LocalizedText(
        en: "Correct the reference, or add the record it names.",
        fr: "Corrigez le renvoi, ou ajoutez l'enregistrement visé.",
        ar: "صحح الإحالة، أو أضف التسجيل المعني.")
    case .refCycle:
      LocalizedText(
        en: "Remove one of the references of the circle.",
        fr: "Supprimez un des renvois du cercle.", ar: "احذف إحدى إحالات الحلقة.")
    case .evidenceMissing:
      LocalizedText(
        en: "Put the file into the organisation's folder, or correct its path.",
        fr: "Placez le fichier dans le dossier de l'organisation, ou corrigez son chemin.",
        ar: "ضع الملف في مجلد المنظمة، أو صحح مساره.")
    case .dateAmbiguous:
      LocalizedText(
        en: "Write the date as 2026-01-31, or declare the order of the source's dates.",
        fr: "Écrivez la date comme 2026-01-31, ou déclarez l'ordre des dates de la source.",
        ar: "اكتب التاريخ على شكل 2026-01-31، أو صرح بترتيب تواريخ المصدر.")
    case .dateImplausible:
      LocalizedText(
        en: "Correct the date.", fr: "Corrigez la date.", ar: "صحح التاريخ.")
    case .dateHijri:
      LocalizedText(
        en: "Write the Gregorian date; the Hijri one may stand beside it.",
        fr: "Écrivez la date grégorienne ; la date hégirienne peut l'accompagner.",
        ar: "اكتب التاريخ الميلادي؛ ويمكن أن يقترن به التاريخ الهجري.")
    case .idLookalike:
      LocalizedText(
        en: "Check that two records are meant, and make the ids differ clearly.",
        fr: "Vérifiez qu'il s'agit de deux enregistrements et différenciez clairement les "
          + "identifiants.",
        ar: "تحقق من أن الأمر يتعلق بتسجيلين، ومايز بوضوح بين المعرفين.")
    case .codeAltered:
      LocalizedText(
        en: "Restore the code, and format its column as text before opening the file again.",
        fr: "Rétablissez le code et mettez sa colonne au format texte avant de rouvrir le fichier.",
        ar: "أعد كتابة الرمز، واجعل عموده بصيغة نص قبل إعادة فتح الملف.")
    case .placeholderText:
      LocalizedText(
        en: "Write the text, or leave the field out.",
        fr: "Rédigez le texte, ou retirez le champ.", ar: "حرر النص، أو احذف الحقل.")
    case .personLeftOwner:
      LocalizedText(
        en: "Name somebody who is there.", fr: "Désignez une personne en poste.",
        ar: "عين شخصا لا يزال في منصبه.")
    }
  }
}
