/// Takes a text apart into the parts of a `WebAddress`, byte by byte.
struct WebAddressReader {
  private let text: String
  private let bytes: [UInt8]
  private var problems: [WebAddress.Problem] = []

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func read(into address: inout WebAddress) {
    guard let span = spanWithoutWhiteSpace() else {
      address.problems = [WebAddress.Problem(kind: .empty, offset: 0)]
      return
    }
    let isHierarchical = readFromScheme(span, into: &address)
    scanCharacters(span, host: address.host, hasURLSyntax: isHierarchical)
    lookForEscapedAmpersand(span)
    guard problems.count > 1 else { return address.problems = problems }
    // Two passes found them; the offset gives the reading order, and the order of finding decides between equals.
    address.problems = problems.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
      .map(\.element)
  }

  private mutating func note(_ kind: WebAddress.Kind, at offset: Int) {
    problems.append(WebAddress.Problem(kind: kind, offset: offset))
  }

  private func part(_ range: Range<Int>) -> WebAddress.Part {
    WebAddress.Part(text: String(decoding: bytes[range], as: UTF8.self), offset: range.lowerBound)
  }

  // MARK: White space around

  private mutating func spanWithoutWhiteSpace() -> Range<Int>? {
    let isSpace = { (byte: UInt8) in Unicode.Scalar(byte).isOrdinaryWhiteSpace }
    guard let start = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return nil }
    if start > 0 { note(.whiteSpace(.start, Unicode.Scalar(bytes[0])), at: 0) }
    if last + 1 < bytes.count { note(.whiteSpace(.end, Unicode.Scalar(bytes[last + 1])), at: last + 1) }
    return start..<(last + 1)
  }

  // MARK: Scheme

  /// Reads everything from the scheme on; false for schemes without an authority, whose rest is not a URL's syntax.
  private mutating func readFromScheme(_ span: Range<Int>, into address: inout WebAddress) -> Bool {
    var position = span.lowerBound
    if let colon = endOfScheme(span) {
      address.scheme = part(span.lowerBound..<colon)
      let name = address.schemeName ?? ""
      position = colon + 1
      let slashes = bytes[position..<span.upperBound].prefix { $0 == 0x2F || $0 == 0x5C }.count
      let isWeb = name == "https" || name == "http"
      if !isWeb {
        note(.otherScheme(name), at: span.lowerBound)
        guard slashes >= 2 else {
          address.path = part(position..<span.upperBound)
          return false
        }
        position += 2
      } else {
        if slashes != 2 { note(.slashesAfterScheme(slashes), at: position) }
        position += slashes
      }
    } else {
      note(.noScheme, at: position)
      if bytes[span].starts(with: [0x2F, 0x2F]) {
        position += 2
      } else if !startsWithHost(span) {
        readPath(position..<span.upperBound, into: &address)
        return true
      }
    }
    let isDelimiter = { (byte: UInt8) in byte == 0x2F || byte == 0x5C || byte == 0x3F || byte == 0x23 }
    let end = bytes[position..<span.upperBound].firstIndex(where: isDelimiter) ?? span.upperBound
    readAuthority(position..<end, into: &address)
    readPath(end..<span.upperBound, into: &address)
    return true
  }

  /// The colon of the scheme, nil where there is none: `idp.example.com:8443/saml` and `localhost:8080` have a port.
  private func endOfScheme(_ span: Range<Int>) -> Int? {
    guard bytes[span.lowerBound].isASCIILetter else { return nil }
    let isSchemeByte = { (byte: UInt8) in byte.isASCIIAlphanumeric || byte == 0x2B || byte == 0x2D }
    guard let end = bytes[span].firstIndex(where: { !isSchemeByte($0) }), bytes[end] == 0x3A else { return nil }
    let rest = bytes[(end + 1)..<span.upperBound]
    let digits = rest.prefix(while: \.isASCIIDigit)
    let isPort = !digits.isEmpty && (digits.endIndex == rest.endIndex || bytes[digits.endIndex] == 0x2F)
    return isPort ? nil : end
  }

  /// Whether a text without a scheme begins like `idp.example.com/saml` or `localhost:8080` rather than like a bare
  /// word, a path or a template.
  private func startsWithHost(_ span: Range<Int>) -> Bool {
    let first = bytes[span].prefix { $0 != 0x2F && $0 != 0x5C && $0 != 0x3F && $0 != 0x23 }
    let colon = first.firstIndex(of: 0x3A) ?? first.endIndex
    let host = first[..<colon]
    guard host.allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 >= 0x80 }) else {
      return false
    }
    return colon == first.endIndex ? host.contains(0x2E) : !host.isEmpty
  }

  // MARK: Authority

  private mutating func readAuthority(_ range: Range<Int>, into address: inout WebAddress) {
    var start = range.lowerBound
    if let at = bytes[range].lastIndex(of: 0x40) {
      address.userInfo = part(start..<at)
      note(.userInfo, at: start)
      start = at + 1
    }
    let rest = start..<range.upperBound
    let bracket = bytes[rest].first == 0x5B ? bytes[rest].firstIndex(of: 0x5D) : nil
    let colon = bytes[(bracket ?? start)..<range.upperBound].lastIndex(of: 0x3A)
    let hostEnd = colon ?? range.upperBound
    if start == hostEnd { note(.noHost, at: start) }
    if let colon {
      let port = part((colon + 1)..<range.upperBound)
      address.port = port
      if let number = address.portNumber, !port.text.utf8.starts(with: [0x30]) {
        let byScheme = address.schemeName == "http" ? 80 : 443
        if number == byScheme { note(.defaultPort(number), at: colon) }
      } else {
        note(.badPort(port.text), at: colon)
      }
    }
    guard start < hostEnd else { return }
    address.host = part(start..<hostEnd)
    judge(start..<hostEnd)
  }

  private mutating func judge(_ range: Range<Int>) {
    if bytes[range].contains(where: { $0 >= 0x80 }) {
      let host = part(range)
      // An invisible character is reported as what it is; the host then needs no second word.
      if SuspiciousCharacter.all(in: host.text).isEmpty {
        note(.nonASCIIHost(mixedScripts: Script.mixed(inHost: host.text).map(\.rawValue)), at: host.offset)
      }
      return
    }
    var name = bytes[range]
    if name.last == 0x2E, name.count > 1 {
      name = name.dropLast()
      note(.dotAfterHost, at: name.endIndex)
    }
    switch HostKind(name.contains { $0 >= 0x41 && $0 <= 0x5A } ? ArraySlice(name.map(\.asciiLowercased)) : name) {
    case .name: break
    case .malformed: note(.malformedHost, at: range.lowerBound)
    case .ipAddress: note(.ipAddressHost, at: range.lowerBound)
    case .loopback: note(.loopbackHost, at: range.lowerBound)
    case .privateAddress: note(.privateHost, at: range.lowerBound)
    case .singleLabel: note(.singleLabelHost, at: range.lowerBound)
    case .localName(let ending): note(.localNameHost(ending), at: range.lowerBound)
    }
  }

  // MARK: Path, query, fragment

  private mutating func readPath(_ range: Range<Int>, into address: inout WebAddress) {
    let hash = bytes[range].firstIndex(of: 0x23) ?? range.upperBound
    let question = bytes[range.lowerBound..<hash].firstIndex(of: 0x3F) ?? hash
    address.path = part(range.lowerBound..<question)
    if question < hash { address.query = part((question + 1)..<hash) }
    if hash < range.upperBound {
      address.fragment = part((hash + 1)..<range.upperBound)
      note(.fragment, at: hash)
    }
  }

  // MARK: Characters

  /// Reports the characters that do not belong, each where it stands first.
  private mutating func scanCharacters(_ span: Range<Int>, host: WebAddress.Part?, hasURLSyntax: Bool) {
    if bytes[span].allSatisfy(\.isPlainInURL) { return }
    let inHost = host.map { $0.offset..<($0.offset + $0.text.utf8.count) } ?? 0..<0
    var seen: Set<Unicode.Scalar> = []
    var offset = 0
    for scalar in text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      guard span.contains(offset), let kind = problem(with: scalar, at: offset, inHost: inHost, hasURLSyntax) else {
        continue
      }
      if seen.insert(scalar).inserted { note(kind, at: offset) }
    }
  }

  private mutating func lookForEscapedAmpersand(_ span: Range<Int>) {
    var rest = bytes[span]
    while let ampersand = rest.firstIndex(of: 0x26) {
      rest = rest[(ampersand + 1)...]
      if rest.starts(with: "amp;".utf8) { return note(.escapedTwice, at: ampersand) }
    }
  }

  private func problem(
    with scalar: Unicode.Scalar, at offset: Int, inHost: Range<Int>, _ hasURLSyntax: Bool
  ) -> WebAddress.Kind? {
    if scalar.isOrdinaryWhiteSpace { return .whiteSpace(.inside, scalar) }
    if let kind = SuspiciousCharacter.Kind(scalar) {
      return .invisible(SuspiciousCharacter(scalar: scalar, offset: offset, kind: kind))
    }
    guard hasURLSyntax else { return nil }
    switch scalar {
    case "\\": return .backslash
    case "%":
      if inHost.contains(offset) { return nil }
      let digits = bytes[(offset + 1)...].prefix(2)
      return digits.count == 2 && digits.allSatisfy { $0.hexValue != nil } ? nil : .badPercentEncoding
    case "<", ">", "\"", "{", "}", "^", "|", "`": return inHost.contains(offset) ? nil : .outsideSyntax(scalar)
    case "[", "]": return inHost.contains(offset) ? nil : .outsideSyntax(scalar)
    default: return scalar.isASCII || inHost.contains(offset) ? nil : .outsideSyntax(scalar)
    }
  }
}
