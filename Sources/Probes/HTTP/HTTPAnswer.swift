/// What a server answered.
struct HTTPAnswer: Sendable {
  /// The status code.
  let status: Int
  /// What follows the headers, as it was sent.
  let body: [UInt8]
  private let headers: [(name: String, value: String)]

  /// Reads what `curl --include` writes: the head of the answer, with those of provisional answers before it, and its
  /// body. Nil where that is not what stands there.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let head = Self.head(&rest) {
      guard (100...199).contains(head.status) else {
        status = head.status
        headers = head.headers
        body = Array(rest)
        return
      }
    }
    return nil
  }

  /// The first header of that name, whose case does not count.
  subscript(name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }

  /// Takes one head off the bytes.
  private static func head(_ rest: inout ArraySlice<UInt8>) -> (status: Int, headers: [(name: String, value: String)])?
  {
    let first = line(&rest).map { $0.split(separator: " ", omittingEmptySubsequences: true) } ?? []
    guard first.count > 1, first[0].hasPrefix("HTTP/"), let status = Int(first[1]), (100...999).contains(status) else {
      return nil
    }
    var headers: [(name: String, value: String)] = []
    while let line = line(&rest) {
      if line.isEmpty { return (status, headers) }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers.append((line[..<colon].lowercased(), String(value)))
    }
    return nil
  }

  private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    var line = rest[..<end]
    if line.last == 0x0D { line = line.dropLast() }
    rest = rest[(end + 1)...]
    return String(decoding: line, as: UTF8.self)
  }
}
