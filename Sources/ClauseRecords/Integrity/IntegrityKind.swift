import ClauseSource

/// The built-in checks of the record model; a rule turns each into findings with
/// `require: { integrity: <raw value> }`.
public enum IntegrityKind: String, Sendable, Hashable, CaseIterable {
  /// A required field is absent or blank.
  case fieldRequired = "field-required"
  /// A value cannot be read as its declared type.
  case fieldType = "field-type"
  /// A value is none of the enumeration's literals or synonyms.
  case enumUnknown = "enum-unknown"
  /// A key or heading is no field of the record type.
  case unknownKey = "unknown-key"
  /// Two records of a type have ids that are equal after folding.
  case idDuplicate = "id-duplicate"
  /// A reference leads to no record of the declared type.
  case refUnresolved = "ref-unresolved"
  /// References run in a circle where they must not.
  case refCycle = "ref-cycle"
  /// A file given as evidence is not there, empty, or outside the organisation's folder.
  case evidenceMissing = "evidence-missing"
  /// Day and month of a date cannot be told apart.
  case dateAmbiguous = "date-ambiguous"
  /// A fact lies in the future, or a year is out of all proportion.
  case dateImplausible = "date-implausible"
  /// A date of the Hijri calendar has no Gregorian twin, or one that is another day.
  case dateHijri = "date-hijri"
  /// Two ids of a type differ only in the letter O and the digit 0, or in leading zeros.
  case idLookalike = "id-lookalike"
  /// An id or code reads like the date that a spreadsheet makes of a code such as 12-03.
  case codeAltered = "code-altered"
  /// A text says that the text is still to be written.
  case placeholderText = "placeholder-text"
  /// A link in the text of a document leads to no file, or to no place in one.
  case linkUnresolved = "link-unresolved"
  /// A person who has left is still accountable for a live record. Found by the engine, because
  /// it needs the derived field `active`.
  case personLeftOwner = "person-left-owner"
  /// A derogation in force accepts no finding. Found by the engine, like all that follow.
  case derogationUnused = "derogation-unused"
  /// A comment that means to be a derogation cannot be one.
  case derogationComment = "derogation-comment"
  /// A rule finds otherwise than a signed statement says.
  case attestationContradicted = "attestation-contradicted"
  /// A clause is set aside that no standard has.
  case exclusionUnknown = "exclusion-unknown"

  /// Whether the check is about the form of what is written, and not about what it says.
  public var isAboutData: Bool {
    switch self {
    case .evidenceMissing, .personLeftOwner: false
    default: !isAboutExceptions
    }
  }

  /// Whether what it finds leaves a value unread or missing where it is required, or records not
  /// told apart, so that no rule can be trusted on them.
  public var isDataError: Bool {
    switch self {
    case .fieldRequired, .fieldType, .enumUnknown, .placeholderText, .dateAmbiguous, .dateHijri,
      .idDuplicate, .idLookalike, .refUnresolved, .refCycle:
      true
    default: false
    }
  }

  /// Whether the check is about exceptions from findings, of which there may be none, rather than
  /// about every record.
  public var isAboutExceptions: Bool {
    switch self {
    case .derogationUnused, .derogationComment, .attestationContradicted, .exclusionUnknown: true
    default: false
    }
  }
}
