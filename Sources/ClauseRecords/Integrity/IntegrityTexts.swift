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
        en: "References do not run in circles", fr: "Les renvois ne forment pas de boucle",
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
    case .linkUnresolved:
      LocalizedText(
        en: "Links in documents lead somewhere", fr: "Les liens des documents aboutissent",
        ar: "روابط الوثائق تؤدي إلى مقصدها")
    case .personLeftOwner:
      LocalizedText(
        en: "Persons who are accountable are still there",
        fr: "Les personnes responsables sont encore en poste",
        ar: "الأشخاص المسؤولون لا يزالون في مناصبهم")
    case .derogationUnused:
      LocalizedText(
        en: "Every derogation in force accepts a finding",
        fr: "Toute dérogation en vigueur accepte un constat",
        ar: "كل استثناء ساري المفعول يقبل معاينة")
    case .derogationComment:
      LocalizedText(
        en: "Derogations in comments are complete and stand in a record",
        fr: "Les dérogations en commentaire sont complètes et placées dans un enregistrement",
        ar: "الاستثناءات المكتوبة في التعليقات كاملة وموضوعة داخل سجل")
    case .attestationContradicted:
      LocalizedText(
        en: "No rule contradicts a signed statement",
        fr: "Aucune règle ne contredit une attestation",
        ar: "لا تناقض أي قاعدة تصريحا موقعا")
    case .exclusionUnknown:
      LocalizedText(
        en: "Clauses that are set aside exist", fr: "Les articles écartés existent",
        ar: "البنود المستبعدة موجودة في المواصفات")
    }
  }

  /// What is wrong, with `{name}` placeholders for the problem's arguments.
  public var message: LocalizedText {
    switch self {
    case .fieldRequired:
      LocalizedText(
        en: "{field} is missing",
        fr: "{field} n'est pas renseigné",
        ar: "{field} غير معبأ")
    case .fieldType:
      LocalizedText(
        en: "{field} holds {value}, which cannot be read as {type}",
        fr: "{field} contient {value}, illisible comme {type}",
        ar: "يتضمن {field} القيمة {value} ولا يمكن اعتبارها {type}")
    case .enumUnknown:
      LocalizedText(
        en: "{field} holds {value}, which is none of {allowed}",
        fr: "{field} contient {value}, qui n'est pas parmi {allowed}",
        ar: "يتضمن {field} القيمة {value} وهي ليست ضمن {allowed}")
    case .unknownKey:
      LocalizedText(
        en: "{key} is not a field of the register {type}",
        fr: "{key} ne correspond à aucun champ du registre {type}",
        ar: "{key} لا يقابل أي حقل من سجل {type}")
    case .idDuplicate:
      LocalizedText(
        en: "{id} is already the id of another record of {type}",
        fr: "{id} est déjà l'identifiant d'un autre enregistrement du registre {type}",
        ar: "{id} معرف مستعمل من قبل في سجل {type}")
    case .refUnresolved:
      LocalizedText(
        en: "{field} refers to {value}, which is not in the register {type}",
        fr: "{field} renvoie à {value}, qui ne figure pas dans le registre {type}",
        ar: "يحيل {field} على {value} وهو غير موجود في سجل {type}")
    case .refCycle:
      LocalizedText(
        en: "{field} runs in a circle: {path}",
        fr: "{field} forme une boucle : {path}",
        ar: "يشكل {field} حلقة: {path}")
    case .evidenceMissing:
      LocalizedText(
        en: "{field} names {value}, which is not a non-empty file in the organisation's folder",
        fr: "{field} cite {value}, fichier introuvable ou vide dans le dossier de l'organisation",
        ar: "يذكر {field} الملف {value} وهو غير موجود أو فارغ في مجلد المنظمة")
    case .dateAmbiguous:
      LocalizedText(
        en: "{field} holds {value}, which can be {first} or {second}",
        fr: "{field} contient {value}, qui peut être {first} ou {second}",
        ar: "يتضمن {field} القيمة {value} وقد تكون {first} أو {second}")
    case .dateImplausible:
      LocalizedText(
        en: "{field} holds {value}, which cannot be right",
        fr: "{field} contient {value}, ce qui ne peut être juste",
        ar: "يتضمن {field} التاريخ {value} وهو غير معقول")
    case .dateHijri:
      LocalizedText(
        en: "{field} holds {value}, a date of the Hijri calendar that cannot be relied on",
        fr: "{field} contient {value}, une date hégirienne sur laquelle on ne peut se fonder",
        ar: "يتضمن {field} القيمة {value} وهو تاريخ هجري لا يمكن الاعتماد عليه")
    case .idLookalike:
      LocalizedText(
        en: "{id} looks like the id of another record of {type}",
        fr: "{id} ressemble à l'identifiant d'un autre enregistrement du registre {type}",
        ar: "{id} يشبه معرفا آخر في سجل {type}")
    case .codeAltered:
      LocalizedText(
        en: "{field} holds {value}, which a spreadsheet may have made of a code such as {nearest}",
        fr: "{field} contient {value}, qu'un tableur a pu tirer d'un code comme {nearest}",
        ar: "يتضمن {field} القيمة {value} وقد يكون الجدول الحسابي حولها من رمز مثل {nearest}")
    case .placeholderText:
      LocalizedText(
        en: "{field} says {value}: its text is still to be written",
        fr: "{field} indique {value} : le texte reste à rédiger",
        ar: "يذكر {field} القيمة {value}: النص لم يحرر بعد")
    case .linkUnresolved:
      LocalizedText(
        en: "the text links to {value}, which is not there",
        fr: "le texte renvoie par un lien à {value}, qui n'existe pas",
        ar: "يحيل النص برابط على {value} وهو غير موجود")
    case .personLeftOwner:
      LocalizedText(
        en: "{field} names {value}, who is no longer there",
        fr: "{field} désigne {value}, qui n'est plus en poste",
        ar: "يعين {field} الشخص {value} الذي لم يعد في منصبه")
    case .derogationUnused:
      LocalizedText(
        en: "{id} is in force and accepts nothing: {rule} finds nothing on {record}",
        fr: "{id} est en vigueur et n'accepte rien : {rule} ne constate rien sur {record}",
        ar: "{id} ساري المفعول ولا يقبل أي معاينة: القاعدة {rule} لا تعاين شيئا في {record}")
    case .derogationComment:
      LocalizedText(
        en: "{value} accepts nothing", fr: "{value} n'accepte rien", ar: "{value} لا يقبل أي معاينة"
      )
    case .attestationContradicted:
      LocalizedText(
        en: "{id} attests {clause}, and {rule} finds otherwise",
        fr: "{id} atteste {clause}, et {rule} constate le contraire",
        ar: "{id} يصرح بمطابقة {clause} بينما تعاين القاعدة {rule} خلاف ذلك")
    case .exclusionUnknown:
      LocalizedText(
        en: "{id} sets {clause} aside, a clause that no standard of the packs has",
        fr: "{id} écarte {clause}, article qu'aucune norme des référentiels ne contient",
        ar: "يستبعد {id} البند {clause} الذي لا يوجد في أي مواصفة من الحزم")
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
        fr: "Supprimez un des renvois de la boucle.", ar: "احذف إحدى إحالات الحلقة.")
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
    case .linkUnresolved:
      LocalizedText(
        en: "Correct the link, or add what it leads to.",
        fr: "Corrigez le lien, ou ajoutez ce qu'il vise.", ar: "صحح الرابط، أو أضف مقصده.")
    case .personLeftOwner:
      LocalizedText(
        en: "Name somebody who is there.", fr: "Désignez une personne en poste.",
        ar: "عين شخصا لا يزال في منصبه.")
    case .derogationUnused:
      LocalizedText(
        en: "Withdraw it, or correct its rule and record.",
        fr: "La retirer, ou corriger sa règle et son enregistrement.",
        ar: "اسحبه أو صحح القاعدة والسجل المذكورين فيه.")
    case .derogationComment:
      LocalizedText(
        en: "Write rule=, until=, approved=, reason=\"...\" and approver= inside a record.",
        fr: "Écrire rule=, until=, approved=, reason=\"...\" et approver= dans un enregistrement.",
        ar: "اكتب rule= و until= و approved= و reason=\"...\" و approver= داخل سجل.")
    case .attestationContradicted:
      LocalizedText(
        en: "Mend what the rule finds, or withdraw the statement.",
        fr: "Corriger ce que constate la règle, ou retirer l'attestation.",
        ar: "عالج ما عاينته القاعدة أو اسحب التصريح.")
    case .exclusionUnknown:
      LocalizedText(
        en: "Withdraw the exclusion, or correct its clause.",
        fr: "Retirer l'exclusion ou corriger l'article.",
        ar: "اسحب الاستبعاد أو صحح رقم البند.")
    }
  }
}
