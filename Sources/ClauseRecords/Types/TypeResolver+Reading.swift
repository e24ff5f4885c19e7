import ClauseSource

/// What a type says of how its registers are read.
extension TypeResolver {
  /// Takes what is assumed, signs before numbers, prose in the place of references, and what
  /// persons are called.
  mutating func takeReading(
    _ declaration: RecordTypeDeclaration, _ parent: RecordType?, _ type: inout RecordType
  ) {
    for (field, value) in declaration.assumed {
      guard let known = type.field(at: field.text) else {
        unknownField(field, type)
        continue
      }
      if case .enumeration(let words) = known.type,
        !words.contains(where: { $0.equalsByBytes(value.text) })
      {
        let near = NearName.suggestion(for: value.text, among: words)
        sink.error(
          "record-type-integrity", "'\(value.text)' is not a value of '\(field.text)'\(near)",
          value.span)
        continue
      }
      type.assumed.append((field.text, value.text))
    }
    type.prose = parent?.prose ?? []
    collect(declaration.prose, into: &type.prose, of: type, "prose") {
      if case .reference = $0.elementType { true } else { false }
    }
    for (field, comparator) in declaration.signs {
      for word in [field, comparator] where type.field(at: word.text) == nil {
        unknownField(word, type)
      }
      type.signs.append((field.text, comparator.text))
    }
    type.called = parent?.called ?? []
    type.office = parent?.office ?? []
    collect(declaration.called, into: &type.called, of: type, "called") { $0 == .string }
    collect(declaration.office, into: &type.office, of: type, "office") {
      if case .reference = $0 { true } else { $0 == .string }
    }
  }
}
