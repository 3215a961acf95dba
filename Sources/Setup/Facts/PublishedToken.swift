/// Tokens and keys whose form their makers have published so that they are found where they do not belong.
enum PublishedToken {
  /// How tokens of Slack, GitHub and GitLab begin.
  private static let beginnings = [
    "xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "ghp_", "gho_", "ghu_", "ghs_", "ghr_",
    "github_pat_", "glpat-",
  ]
  /// The fewest characters behind such a beginning; fewer are a word about tokens, or the name of a group.
  private static let leastRest = 16

  /// Whether there is one in a word, such as `token=ghp_…`. An address has ids in its path that are as good as keys.
  static func isIn(_ word: String) -> Bool {
    if word.utf8.split(whereSeparator: { !isOfToken($0) }).contains(where: begins) { return true }
    let isName = word.utf8.dropLast().contains(UInt8(ascii: "."))
    return !isName && word.utf8.split { !isOfKey($0) }.contains(where: isKey)
  }

  private static func begins(_ word: Substring.UTF8View) -> Bool {
    guard word.count > leastRest else { return false }
    return beginnings.contains { beginning in
      let rest = word.dropFirst(beginning.utf8.count)
      return word.starts(with: beginning.utf8) && rest.count >= leastRest && rest.contains(where: isDigit)
    }
  }

  /// The secret access key of AWS: forty characters of base64. A path or a name can be as long and have all of them, but
  /// is made of words: its small letters stand in longer runs than in what nobody chose.
  private static func isKey(_ word: Substring.UTF8View) -> Bool {
    guard word.count == 40, word.contains(where: isDigit), word.contains(where: isCapital) else { return false }
    let runs = word.split { !isSmall($0) }
    let letters = runs.reduce(0) { $0 + $1.count }
    return runs.count >= 4 && letters * 2 < runs.count * 5
  }

  private static func isOfToken(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || isSmall(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || isSmall(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
