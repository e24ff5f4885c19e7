internal import CLibZip
internal import ClauseSource

/// The parts of a package: a ZIP archive in memory, read within limits.
///
/// Only the parts asked for are unpacked, each at most once as far as its declared size goes;
/// checksums are libzip's to verify.
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer
  let context: PackageContext
  /// The index of each part by its name in lower case, as part names are compared.
  private let parts: [[UInt8]: UInt64]
  /// Bytes that may still be unpacked.
  private var bytesLeft: Int

  /// From this size on the ratio of sizes is held against a part; small ones may be all blanks.
  private static let ratioFloor = 1 << 20

  /// Opens an archive. `bytes` must stay where they are as long as the archive is used.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, context: PackageContext
  ) throws(PackageFault) {
    self.context = context
    bytesLeft = context.limits.workbookBytes
    // An empty file is an empty archive to libzip.
    guard !bytes.isEmpty else { throw Self.broken(context) }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(
        bytes.baseAddress, zip_uint64_t(bytes.count), 0, &error)
    else { throw Self.broken(context) }
    guard let opened = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      throw Self.broken(context)
    }
    do throws(PackageFault) {
      parts = try Self.list(opened, context)
    } catch {
      zip_discard(opened)
      throw error
    }
    handle = opened
  }

  deinit { zip_discard(handle) }

  private static func broken(_ context: PackageContext) -> PackageFault {
    context.fault(
      "archive",
      LocalizedText(
        en:
          "the file is not a whole \(context.kind.noun[.english]): its ZIP archive cannot be read",
        fr:
          "le fichier n'est pas un \(context.kind.noun[.french]) complet : son archive ZIP est illisible",
        ar: "الملف ليس \(context.kind.noun[.arabic]) كاملا: تعذرت قراءة أرشيف ZIP"),
      remedy: context.saveAgain)
  }

  private static func list(
    _ handle: OpaquePointer, _ context: PackageContext
  ) throws(PackageFault) -> [[UInt8]: UInt64] {
    let count = Int(clamping: zip_get_num_entries(handle, 0))
    guard count <= context.limits.workbookParts else {
      throw context.limit(
        .workbookParts, met: count,
        LocalizedText(
          en: "parts of the \(context.kind.noun[.english])",
          fr: "parties du \(context.kind.noun[.french])", ar: "أجزاء \(context.kind.noun[.arabic])")
      )
    }
    var parts: [[UInt8]: UInt64] = [:]
    for index in 0..<UInt64(Swift.max(0, count)) {
      guard let name = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
      var bytes: [UInt8] = []
      var offset = 0
      while name[offset] != 0 {
        bytes.append(UInt8(bitPattern: name[offset]))
        offset += 1
      }
      // Two readers would see two different files.
      if parts.updateValue(index, forKey: lowered(bytes)) != nil {
        throw context.fault(
          "archive",
          LocalizedText(
            en:
              "the part \(context.quoted(bytes)) occurs twice in the \(context.kind.noun[.english])",
            fr:
              "la partie \(context.quoted(bytes)) figure deux fois dans le \(context.kind.noun[.french])",
            ar: "الجزء \(context.quoted(bytes)) مكرر في \(context.kind.noun[.arabic])"),
          remedy: context.saveAgain)
      }
    }
    return parts
  }

  static func lowered(_ name: [UInt8]) -> [UInt8] {
    name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Whether there is a part of this name.
  func has(_ name: String) -> Bool { parts[Self.lowered(Array(name.utf8))] != nil }

  /// Whether the name of some part begins with `prefix`, in lower case.
  func hasPart(below prefix: String) -> Bool {
    parts.keys.contains { $0.starts(with: prefix.utf8) }
  }

  /// The bytes of a part, or nil when there is none of this name.
  mutating func read(_ name: String) throws(PackageFault) -> [UInt8]? {
    guard let index = parts[Self.lowered(Array(name.utf8))] else { return nil }
    let quoted = context.quoted(name.utf8)
    let size = try sizeOfPart(index, quoted)
    guard let part = zip_fopen_index(handle, index, 0) else {
      throw context.fault(
        "archive",
        LocalizedText(
          en: "the part \(quoted) cannot be unpacked",
          fr: "la partie \(quoted) ne peut être décompressée", ar: "تعذر فك ضغط الجزء \(quoted)"))
    }
    defer { zip_fclose(part) }
    var length = 0
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      // One byte more than declared: a part that goes on is no part we were told about.
      while length <= size {
        let read = zip_fread(
          part, buffer.baseAddress.map { $0 + length }, UInt64(size + 1 - length))
        if read <= 0 {
          failed = read < 0
          break
        }
        length += Int(read)
      }
      count = length
    }
    guard !failed, length == size else {
      throw context.fault(
        "archive",
        LocalizedText(
          en: "the part \(quoted) is damaged", fr: "la partie \(quoted) est endommagée",
          ar: "الجزء \(quoted) معطوب"),
        remedy: context.saveAgain)
    }
    return bytes
  }

  /// The size of a part, unpacked, once it is allowed.
  private mutating func sizeOfPart(
    _ index: UInt64, _ quoted: String
  ) throws(PackageFault) -> Int {
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    let needed = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD)
    guard zip_stat_index(handle, index, 0, &facts) == 0, facts.valid & needed == needed else {
      throw context.fault(
        "archive",
        LocalizedText(
          en: "the size of the part \(quoted) is unknown",
          fr: "la taille de la partie \(quoted) est inconnue", ar: "حجم الجزء \(quoted) غير معروف"))
    }
    let isEncrypted =
      facts.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0
      && Int32(facts.encryption_method) != ZIP_EM_NONE
    if isEncrypted {
      throw context.fault(
        "encrypted",
        LocalizedText(
          en: "the part \(quoted) is encrypted", fr: "la partie \(quoted) est chiffrée",
          ar: "الجزء \(quoted) مشفر"),
        remedy: LocalizedText(
          en: "Save the \(context.kind.noun[.english]) without a password.",
          fr: "Enregistrez le \(context.kind.noun[.french]) sans mot de passe.",
          ar: "احفظ \(context.kind.noun[.arabic]) بدون كلمة سر."))
    }
    let method = Int32(facts.comp_method)
    guard method == ZIP_CM_STORE || method == ZIP_CM_DEFLATE else {
      throw context.fault(
        "archive",
        LocalizedText(
          en:
            "the part \(quoted) is packed in a way that \(context.kind.noun[.english])s do not use",
          fr:
            "la partie \(quoted) est compressée d'une façon inhabituelle pour un \(context.kind.noun[.french])",
          ar: "الجزء \(quoted) مضغوط بطريقة لا يستعملها \(context.kind.noun[.arabic])"),
        remedy: context.saveAgain)
    }
    let size = Int(clamping: facts.size)
    guard size <= bytesLeft else {
      let met = context.limits.workbookBytes - bytesLeft
      throw context.limit(
        .workbookBytes, met: met.addingReportingOverflow(size).overflow ? .max : met + size,
        LocalizedText(
          en: "bytes of the \(context.kind.noun[.english])'s parts, unpacked",
          fr: "octets des parties du \(context.kind.noun[.french]), décompressées",
          ar: "بايتات أجزاء \(context.kind.noun[.arabic]) بعد فك الضغط"))
    }
    let packed = Swift.max(1, Int(clamping: facts.comp_size))
    if size > Self.ratioFloor, size / packed > context.limits.compressionRatio {
      throw context.limit(
        .compressionRatio, met: size / packed,
        LocalizedText(
          en: "the ratio of unpacked to packed bytes of a part",
          fr: "taux de compression d'une partie", ar: "نسبة ضغط أحد الأجزاء"))
    }
    bytesLeft -= size
    return size
  }
}
