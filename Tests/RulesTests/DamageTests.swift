import Foundation
import Rules
import SAML
import Support
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Good files, damaged at every byte: no damage traps, and none that another parser notices is passed over.
@Suite struct DamageTests {
  private static let judge = Judge(settings: Settings(now: Instant("2026-11-21T00:00:00Z") ?? Instant(seconds: 0)))
  private static let fixtures = ["identity-center.xml", "okta.xml"]

  private static func read(_ name: String) throws -> [UInt8] {
    let root = String(#filePath.dropLast("Tests/RulesTests/DamageTests.swift".count))
    return try TestFile.read(root + "Fixtures/" + name)
  }

  private static func isFaultless(_ bytes: [UInt8]) -> Bool {
    !judge.judge(bytes, path: "file.xml").findings.contains { $0.severity == .error }
  }

  @Test(arguments: fixtures)
  func noBeginningOfAFilePassesForIt(name: String) throws {
    let bytes = try Self.read(name)
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    #expect(Self.isFaultless(bytes) && Self.isFaultless(Array(bytes[...end])))
    for count in 0...end { #expect(!Self.isFaultless(Array(bytes[..<count])), "\(count) bytes") }
  }

  @Test(arguments: fixtures)
  func noFlippedBitThatBreaksTheFormIsPassedOver(name: String) throws {
    let bytes = try Self.read(name)
    var broken = 0
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      let isFaultless = Self.isFaultless(damaged)
      guard !XMLParser(data: Data(damaged)).parse() else { continue }
      broken += 1
      #expect(!isFaultless, "bit \(place % 8) of byte \(place)")
    }
    // The highest bit makes it something else than UTF-8 everywhere, and that is not all.
    #expect(broken > bytes.count / 6)
  }
}
