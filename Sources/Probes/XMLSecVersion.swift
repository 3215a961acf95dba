/// The version of `xmlsec1`, as far as it matters to how the command is run.
struct XMLSecVersion: Equatable {
  let major: Int
  let minor: Int

  /// Reads what `xmlsec1 --version` writes: `xmlsec1 1.2.37 (openssl)`.
  init?(_ lines: [String]) {
    guard let line = lines.first(where: { $0.hasPrefix("xmlsec1 ") }) else { return nil }
    let numbers = line.split(separator: " ")[1].split(separator: ".").map { Int($0) }
    guard numbers.count > 1, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.major = major
    self.minor = minor
  }

  /// From 1.3 on a key is only taken where the signature names it, unless the flag of that name is given; before, the
  /// flag is not known.
  var needsLaxSearch: Bool { (major, minor) >= (1, 3) }
}
