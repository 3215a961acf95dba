@testable import Setup

/// Payloads of several kinds and lengths, a line's own syntax among them.
let sampleEvents = [
  #"{"kind":"started","provider":"okta"}"#, #"{"note":"}\"\\n é 🜂","sum":"0000000000000000"}"#, "null",
  #"{"kind":"answered","step":"acs","value":"https://a.example/"}"#,
]

/// Stands in for SHA-256: 32 bytes, and every bit of the input counts.
let standInDigest: Journal.Digest = { bytes in
  var result: [UInt8] = []
  for seed in UInt64(1)...4 {
    var state = 0xcbf2_9ce4_8422_2325 &+ seed
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    // The low bits of a product know little of the high ones.
    state = (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
    state ^= state >> 32
    result += (0..<8).map { UInt8(truncatingIfNeeded: state >> (56 - 8 * $0)) }
  }
  return result
}

/// A stand-in where only the amount of data is tested.
let fastDigest: Journal.Digest = { bytes in
  [UInt8](repeating: UInt8(truncatingIfNeeded: bytes.count), count: 32)
}

/// A line of a journal, written by other code than the code that is tested.
func journalLine(
  _ rest: String, after previous: String
) -> (sum: String, line: String) {
  let digits = standInDigest(Array((previous + rest).utf8)).prefix(8).map { byte in
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
  let sum = digits.joined()
  return (sum, #"{"sum":"\#(sum)",\#(rest)"# + "\n")
}

/// A whole journal with these events.
func journalText(
  _ events: some Sequence<String>, at: String = "2026-11-21T00:00:00Z", version: Int = 1, firstNumber: Int = 1
) -> String {
  var sum = "0000000000000000"
  var text = ""
  for (index, event) in events.enumerated() {
    let rest = #""v":\#(version),"n":\#(firstNumber + index),"at":"\#(at)","event":\#(event)}"#
    let next = journalLine(rest, after: sum)
    sum = next.sum
    text += next.line
  }
  return text
}

/// The byte at which each line begins, and the end.
func lineStarts(of bytes: [UInt8]) -> [Int] {
  [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
}

extension JournalError {
  /// The damage that the error is about.
  var damage: Journal.Damage? {
    guard case .damaged(let damage) = reason else { return nil }
    return damage
  }
}
