import ClauseSource

/// Which language a command speaks: what `--lang` says, else the first of `languages:` in the
/// configuration, else the environment's.
enum RunLanguage {
  /// The language that `--lang` names; nil where it is not given.
  static func given(_ text: String?) throws(CommandFailure) -> Language? {
    guard let text else { return nil }
    guard let known = Language(rawValue: text) else {
      throw CommandFailure(
        message: LocalizedText(
          en: "'\(text)' is not a language of clauselint",
          fr: "'\(text)' n'est pas une langue proposée", ar: "'\(text)' ليست لغة متوفرة"),
        remedy: LocalizedText(
          en: "Use ar, fr or en.", fr: "Utilisez ar, fr ou en.", ar: "استعمل ar أو fr أو en."))
    }
    return known
  }

  /// The language of a locale such as `fr_MA.UTF-8`; English for those the product does not speak.
  static func of(locale: String) -> Language {
    let code = locale.utf8.prefix {
      $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: ".")
        && $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "-")
    }
    return Language(rawValue: String(decoding: code, as: UTF8.self).lowercased()) ?? .english
  }

  /// What the words of a command line that is not understood say of it.
  static func of(arguments: [String]) -> Language {
    for (index, word) in arguments.enumerated() {
      if word.equalsByBytes("--lang"), arguments.indices.contains(index + 1) {
        return Language(rawValue: arguments[index + 1]) ?? HostEnvironment.language
      }
      if word.startsWithBytes("--lang=") {
        return Language(rawValue: String(word.dropFirst(7))) ?? HostEnvironment.language
      }
    }
    return HostEnvironment.language
  }
}
