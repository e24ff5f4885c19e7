internal import Glibc

/// Why the system or our own caution refused a file or folder.
public struct FileTrouble: Error, Hashable, Sendable {
  /// The kind of refusal.
  public enum Kind: String, Sendable, Hashable {
    /// No such file, or it vanished between listing and reading.
    case missing
    /// Permission denied.
    case unreadable
    /// A symbolic link where a file or folder was expected; links are never followed.
    case symbolicLink = "symbolic-link"
    /// A folder where a file was expected, or the other way round.
    case wrongKind = "wrong-kind"
    /// A pipe, a device or a socket.
    case special
    /// A file that only says where Git LFS keeps the content.
    case pointer = "lfs-pointer"
    /// More bytes than the limit.
    case tooLarge = "too-large"
    /// A path that is absolute, leaves the root or cannot be a path.
    case outside
    /// Any other answer of the system.
    case system
  }

  /// The kind of refusal.
  public let kind: Kind
  /// The path as it was asked for.
  public let path: String
  /// What happened, in words, without the path.
  public let reason: LocalizedText

  /// Makes a refusal.
  public init(_ kind: Kind, path: String, reason: LocalizedText) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  /// From the error number of a failed system call.
  init(errno code: Int32, path: String) {
    self.init(Self.kind(code), path: path, reason: Self.reason(code))
  }

  private static func kind(_ code: Int32) -> Kind {
    switch code {
    case ENOENT: .missing
    case EACCES, EPERM: .unreadable
    case ELOOP: .symbolicLink
    case ENOTDIR, EISDIR: .wrongKind
    // open(2) of a socket, or of a device without a driver.
    case ENXIO, ENODEV: .special
    default: .system
    }
  }

  /// What an error number means, in words; of rare ones the system's own sentence in English.
  public static func reason(_ code: Int32) -> LocalizedText {
    let text = text(of: code)
    return switch kind(code) {
    case .missing: LocalizedText(en: text, fr: "il n'existe pas", ar: "غير موجود")
    case .unreadable:
      LocalizedText(
        en: text, fr: "les droits d'accès manquent", ar: "لا توجد صلاحية للوصول إليه")
    case .symbolicLink:
      LocalizedText(en: text, fr: "c'est un lien symbolique", ar: "هو رابط رمزي")
    case .wrongKind:
      code == EISDIR
        ? LocalizedText(en: text, fr: "c'est un dossier", ar: "هو مجلد")
        : LocalizedText(en: text, fr: "ce n'est pas un dossier", ar: "ليس مجلدا")
    case .special:
      LocalizedText(
        en: text, fr: "ce n'est pas un fichier ordinaire", ar: "ليس ملفا عاديا")
    case .pointer, .tooLarge, .outside, .system:
      LocalizedText(
        en: text, fr: "le système répond « \(text) »", ar: "جواب النظام: «\(text)»")
    }
  }

  /// The system's own sentence for an error number, such as "No space left on device".
  static func text(of code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The error diagnostic for a file that could not be read.
  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: "file-" + kind.rawValue,
      message: reason.following(
        en: "the file cannot be read: ", fr: "le fichier ne peut être lu : ",
        ar: "تعذرت قراءة الملف: "),
      place: .path(path))
  }
}
