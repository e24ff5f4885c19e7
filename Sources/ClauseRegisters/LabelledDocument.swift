import ClauseRecords

/// What the labels of a document that is one record speak for: front matter, labels in a text.
public struct LabelledDocument: Sendable {
  /// The record type, as an index of the catalog.
  public let type: Int
  /// Whether the labels leave no doubt.
  public let isClear: Bool
  /// The type that fits next best, if any.
  public let rival: Int?
  /// For each label the slots of the field that it means; nil where it means none.
  public let fields: [[Int]?]

  /// Recognises the type of documents with these labels; nil when nothing speaks for any.
  ///
  /// - Parameter names: what the documents are kept as: the name of their folder. The name of one
  ///   file says nothing about a type: a procedure on risks is no risk.
  public init?(labels: [String], names: [String], lexicon: Lexicon) {
    let headings = labels.enumerated().map {
      HeadingRows.Heading(column: $0 + 1, row: 1, own: Array($1.utf8))
    }
    var hints = RegisterHints()
    hints.names = names.map { ($0, 1) }
    hints.isOfText = true
    let ranking = TypeRanking(
      lexicon: lexicon, headings: headings,
      hits: headings.map { lexicon.hits(ofHeading: $0.own) },
      values: headings.map { _ in ColumnValues.none }, hints: hints, titles: [])
    guard let choice = ranking.choice() else { return nil }
    type = choice.type
    isClear = choice.ground == .recognised
    rival = choice.rival
    fields = choice.columns.map(\.slots)
  }
}
