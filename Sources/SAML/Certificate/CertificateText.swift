/// Finds out what a text is that should be base64 of a certificate and is not, and reads what is there without doubt.
///
/// This is the way for the few; it may take its time, but only in proportion to the text.
enum CertificateText {
  static func read(_ text: Span<UInt8>) -> Certificate.Reading {
    read(text, Wrappings())
  }

  /// What may still be around the certificate: each of these once, so that no text leads deeper than that.
  private struct Wrappings {
    var encoding = true
    var armour = true
  }

  private static func read(_ text: Span<UInt8>, _ allowed: Wrappings) -> Certificate.Reading {
    if text.contains("PRIVATE KEY") || text.contains("PRIVATEKEY") {
      return reading([.notCertificate(.privateKey)])
    }
    if allowed.armour, let armour = Armour(text) {
      let inside = read(text.extracting(armour.body), Wrappings(encoding: false, armour: false))
      let several: [Certificate.Problem] = armour.count > 1 ? [.several(count: armour.count)] : []
      return inside.holdsPrivateKey
        ? inside : inside.moved(by: armour.body.lowerBound).after([.armoured] + several)
    }
    do throws(Base64.Fault) {
      let bytes = try Base64.decode(text)
      guard let first = bytes.first else { return reading([.empty]) }
      if first == DERTag.sequence { return Certificate.read(der: bytes) }
      return twice(bytes, allowed) ?? hexadecimal(text) ?? Certificate.read(der: bytes)
    } catch {
      return hexadecimal(text) ?? urlSafe(text, error) ?? badlyEnded(text, error, allowed)
        ?? reading([.notBase64(error)])
    }
  }

  private static func reading(_ problems: [Certificate.Problem]) -> Certificate.Reading {
    Certificate.Reading(certificate: nil, problems: problems)
  }

  /// Base64 of what is base64 again, or of a PEM file; nil where it is neither.
  private static func twice(_ bytes: [UInt8], _ allowed: Wrappings) -> Certificate.Reading? {
    let span = bytes.span
    guard allowed.encoding, bytes.allSatisfy({ 0x20..<0x7F ~= $0 || XMLSpace.contains($0) }) else { return nil }
    let inside = read(span, Wrappings(encoding: false))
    if inside.holdsPrivateKey { return inside }
    guard inside.certificate != nil || Armour(span) != nil else { return nil }
    // That there is armour inside says nothing new, and places inside of the inner text are no places of the outer.
    let rest = inside.problems.map { problem -> Certificate.Problem in
      if case .notBase64 = problem { .notDER(offset: 0) } else { problem }
    }
    return Certificate.Reading(
      certificate: inside.certificate, problems: [.doubleEncoded] + rest.filter { $0 != .armoured })
  }

  /// Digits in pairs, perhaps with colons, that begin as DER does.
  private static func hexadecimal(_ text: Span<UInt8>) -> Certificate.Reading? {
    var digits: [UInt8] = []
    for index in 0..<text.count where !XMLSpace.contains(text[index]) && text[index] != UInt8(ascii: ":") {
      guard let value = Character(Unicode.Scalar(text[index])).hexDigitValue else { return nil }
      digits.append(UInt8(value))
    }
    guard digits.count >= 8, digits.count % 2 == 0, digits[0] == 3, digits[1] == 0 else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    let inside = Certificate.read(der: bytes)
    return inside.holdsPrivateKey ? inside : inside.after([.hexadecimal])
  }

  /// The other alphabet of RFC 4648, which is used without padding as a rule.
  private static func urlSafe(_ text: Span<UInt8>, _ fault: Base64.Fault) -> Certificate.Reading? {
    guard fault.reason == .character("-") || fault.reason == .character("_"), let bytes = tolerant(text) else {
      return nil
    }
    let inside = Certificate.read(der: bytes)
    if inside.holdsPrivateKey { return inside }
    // The alphabet is that of words and file names too; only what it leads to tells which it is.
    guard inside.looksRight else { return nil }
    return inside.after([.urlSafeAlphabet(offset: fault.offset)])
  }

  /// Text whose only fault is in its last characters, as where the padding or more of the end was lost.
  private static func badlyEnded(
    _ text: Span<UInt8>, _ fault: Base64.Fault, _ allowed: Wrappings
  ) -> Certificate.Reading? {
    if case .character = fault.reason { return nil }
    guard let bytes = tolerant(text) else { return nil }
    let inside = twice(bytes, allowed) ?? Certificate.read(der: bytes)
    if inside.holdsPrivateKey { return inside }
    if inside.certificate != nil { return inside.after([.notBase64(fault)]) }
    // A lost end explains the padding too.
    guard case .incomplete = fault.reason, inside.looksRight else { return nil }
    return inside
  }

  /// The bytes of characters of either alphabet, whatever the padding; nil where there are others, or some after it.
  private static func tolerant(_ text: Span<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var isOver = false
    for index in 0..<text.count where !XMLSpace.contains(text[index]) {
      if text[index] == UInt8(ascii: "=") {
        isOver = true
        continue
      }
      guard !isOver, let value = Base64.tolerantValue(of: text[index]) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}

extension Certificate.Reading {
  /// Whether there is a certificate, or was before its end was lost.
  fileprivate var looksRight: Bool {
    if case .truncated = problems.first { true } else { certificate != nil }
  }

  fileprivate func after(_ causes: [Certificate.Problem]) -> Self {
    Self(certificate: certificate, problems: causes + problems)
  }

  /// The same with places counted from an earlier start of the text.
  fileprivate func moved(by distance: Int) -> Self {
    let moved = problems.map { problem -> Certificate.Problem in
      switch problem {
      case .notBase64(let fault): .notBase64(Base64.Fault(reason: fault.reason, offset: fault.offset + distance))
      case .urlSafeAlphabet(let offset): .urlSafeAlphabet(offset: offset + distance)
      default: problem
      }
    }
    return Self(certificate: certificate, problems: moved)
  }
}

/// The lines around base64 in a PEM file (RFC 7468), also where one of them or the line breaks were lost.
private struct Armour {
  /// Between the lines.
  let body: Range<Int>
  /// How many beginnings there are.
  let count: Int

  init?(_ text: Span<UInt8>) {
    let beginnings = text.places(of: "-BEGIN")
    let first = beginnings.first
    let start = first.map { text.endOfLine(after: $0 + 6) } ?? 0
    let ending = text.places(of: "-END").first { $0 >= start }
    guard first != nil || ending != nil else { return nil }
    var end = ending ?? text.count
    while end > start, text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    body = start..<end
    count = max(beginnings.count, 1)
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ word: StaticString) -> Bool { !places(of: word).isEmpty }

  /// Where this ASCII text occurs.
  fileprivate func places(of word: StaticString) -> [Int] {
    let expected = Array(word.description.utf8)
    guard let head = expected.first, expected.count <= count else { return [] }
    return (0...count - expected.count).filter { start in
      self[start] == head && holds(expected, at: start..<start + expected.count)
    }
  }

  /// After the label and the dashes that follow it, or at the end of the line where there are none.
  fileprivate func endOfLine(after start: Int) -> Int {
    var place = start
    while place < count, self[place] != UInt8(ascii: "-"), self[place] != 0x0A { place += 1 }
    while place < count, self[place] == UInt8(ascii: "-") { place += 1 }
    return place
  }
}
