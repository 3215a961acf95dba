/// What a host is, by its text alone: nothing is looked up.
enum HostKind: Equatable {
  case name
  case malformed
  case ipAddress
  case loopback
  case privateAddress
  case singleLabel
  case localName(String)

  /// Reads a host of ASCII in lower case, without a dot at its end.
  init(_ host: ArraySlice<UInt8>) {
    if host.first == 0x5B {
      self = IPv6Address(String(decoding: host, as: UTF8.self)).map(\.kind) ?? .malformed
      return
    }
    guard host.count <= 253, Self.isMadeOfLabels(host) else {
      self = .malformed
      return
    }
    let lastDot = host.lastIndex(of: 0x2E)
    let last = lastDot.map { host[($0 + 1)...] } ?? host
    if Self.isNumber(last) {
      let labels = host.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self) }
      self = IPv4Address(labels).map(\.kind) ?? .malformed
    } else if last.elementsEqual("localhost".utf8) || host.elementsEqual("localhost.localdomain".utf8) {
      self = .loopback
    } else if lastDot == nil {
      self = .singleLabel
    } else if let ending = Self.localEndings.first(where: { host.suffix($0.utf8.count).elementsEqual($0.utf8) }) {
      self = .localName(ending)
    } else {
      self = .name
    }
  }

  /// Endings that public DNS does not resolve: RFC 6762, RFC 8375, ICANN's `internal`, and common practice.
  private static let localEndings = [".local", ".internal", ".home.arpa", ".localdomain", ".lan", ".intranet", ".corp"]

  /// Labels with dots between them: letters, digits, dashes inside, and the underscore that some names in use have.
  private static func isMadeOfLabels(_ host: ArraySlice<UInt8>) -> Bool {
    var length = 0
    var previous: UInt8 = 0x2E
    for byte in host {
      if byte == 0x2E {
        if length == 0 || previous == 0x2D { return false }
        length = 0
      } else {
        guard byte.isASCIIAlphanumeric || byte == 0x5F || (byte == 0x2D && length > 0), length < 63 else {
          return false
        }
        length += 1
      }
      previous = byte
    }
    return length > 0 && previous != 0x2D
  }

  /// Whether a browser would take the last label, and with it the whole host, for a number.
  private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
    if label.allSatisfy(\.isASCIIDigit) { return true }
    return label.starts(with: "0x".utf8) && label.dropFirst(2).allSatisfy { $0.hexValue != nil }
  }
}

/// An IPv4 address in any of the spellings that a browser accepts: `127.0.0.1`, `127.1`, `0x7f.1`, `2130706433`.
struct IPv4Address {
  private let value: UInt32

  init(value: UInt32) { self.value = value }

  init?(_ labels: [String]) {
    guard (1...4).contains(labels.count) else { return nil }
    let numbers = labels.compactMap(Self.number)
    guard numbers.count == labels.count, let last = numbers.last else { return nil }
    var value: UInt64 = 0
    for number in numbers.dropLast() {
      guard number <= 255 else { return nil }
      value = value << 8 | number
    }
    let bytesLeft = UInt64(5 - labels.count)
    guard last < 1 << (8 * bytesLeft) else { return nil }
    self.value = UInt32(truncatingIfNeeded: value << (8 * bytesLeft) | last)
  }

  private static func number(_ label: String) -> UInt64? {
    if label.hasPrefix("0x") { return label == "0x" ? 0 : UInt64(label.dropFirst(2), radix: 16) }
    if label.utf8.count > 1, label.hasPrefix("0") { return UInt64(label, radix: 8) }
    return label.consists(of: \.isASCIIDigit) ? UInt64(label) : nil
  }

  var kind: HostKind {
    switch value >> 24 {
    case 0, 127: return .loopback
    case 10: return .privateAddress
    default: break
    }
    switch value >> 16 {
    case 0xAC10...0xAC1F, 0xC0A8, 0xA9FE, 0x6440...0x647F: return .privateAddress
    default: return .ipAddress
    }
  }
}

/// An IPv6 literal in brackets.
struct IPv6Address {
  private let groups: [UInt16]

  init?(_ literal: String) {
    guard literal.hasPrefix("["), literal.hasSuffix("]") else { return nil }
    let address = literal.dropFirst().dropLast().prefix { $0 != "%" }
    let halves = Self.halves(of: address)
    guard halves.count <= 2 else { return nil }
    let parsed = halves.map(Self.groups)
    let all = parsed.compactMap(\.self)
    guard all.count == halves.count, let front = all.first else { return nil }
    guard all.count == 2 else {
      guard front.count == 8 else { return nil }
      groups = front
      return
    }
    let missing = 8 - front.count - all[1].count
    guard missing >= 1 else { return nil }
    groups = front + Array(repeating: 0, count: missing) + all[1]
  }

  /// What stands on both sides of `::`; one half where there is no such gap.
  private static func halves(of text: Substring) -> [[Substring]] {
    var halves: [[Substring]] = [[]]
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if piece.isEmpty {
        // `::1` begins and `fe80::` ends with two empty pieces that are one gap.
        let isEdge = index == 0 || index == pieces.count - 1
        if !isEdge || pieces.count == 1 { halves.append([]) }
      } else {
        halves[halves.count - 1].append(piece)
      }
    }
    return halves
  }

  private static func groups(_ pieces: [Substring]) -> [UInt16]? {
    var groups: [UInt16] = []
    for (index, piece) in pieces.enumerated() {
      if piece.contains("."), index == pieces.count - 1 {
        let numbers = piece.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }
        guard numbers.count == 4 else { return nil }
        groups.append(UInt16(numbers[0]) << 8 | UInt16(numbers[1]))
        groups.append(UInt16(numbers[2]) << 8 | UInt16(numbers[3]))
      } else {
        guard piece.utf8.count <= 4, let value = UInt16(piece, radix: 16), piece.utf8.first != 0x2B else { return nil }
        groups.append(value)
      }
    }
    return groups
  }

  var kind: HostKind {
    let front = groups.prefix(5)
    if front.allSatisfy({ $0 == 0 }) {
      // ::ffff:a.b.c.d and the old ::a.b.c.d carry an IPv4 address; ::1 and :: read as one of its loopback range.
      if groups[5] == 0xFFFF || groups[5] == 0 {
        return IPv4Address(value: UInt32(groups[6]) << 16 | UInt32(groups[7])).kind
      }
    }
    switch groups[0] {
    case 0xFC00...0xFDFF, 0xFE80...0xFEBF: return .privateAddress
    default: return .ipAddress
    }
  }
}
