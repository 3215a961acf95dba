import Support
import Testing

/// What `make fuzz` feeds, in a short run without a fuzzer. An input that ends the whole process stays where it was
/// written before: `.build/fuzz-<target>-input`.
@Suite struct TargetTests {
  @Test("every claim holds for what a fuzzer begins with", arguments: Target.allCases)
  func beginnings(of target: Target) throws {
    let files = try FuzzerFiles(of: target)
    #expect(!files.beginnings.isEmpty && !files.words.isEmpty)
    for (name, bytes) in files.beginnings { try run(target, bytes, named: name, at: files.place) }
  }

  @Test("every claim holds for inputs that are made of these", arguments: Target.allCases)
  func mutations(of target: Target) throws {
    let files = try FuzzerFiles(of: target)
    var mutation = Mutation(pieces: files.words, of: files.beginnings.map(\.bytes), longest: 4096)
    for number in 1...600 {
      try run(target, mutation.next(), named: "mutation \(number)", at: files.place + "-mutated")
    }
  }

  private func run(_ target: Target, _ bytes: [UInt8], named name: String, at place: String) throws {
    try TestFile.write(bytes, to: place)
    do throws(Claim.Broken) { try target.run(bytes) } catch {
      Issue.record("\(target.rawValue), \(name): \(error); the input is \(bytes.count) bytes:\n\(words(bytes))")
    }
    try TestFile.remove(place)
  }

  private func words(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }

  @Test("a claim that does not hold is thrown, with its words")
  func broken() {
    #expect(throws: Claim.Broken.self) { try Claim.holds(false, "all is well") }
    #expect(throws: Claim.Broken.self) { try Claim.isInert("a\u{202E}b", "text") }
    #expect(throws: Claim.Broken.self) { try Claim.isInert("a\u{1B}b", "text") }
    #expect(throws: Claim.Broken.self) { try Claim.isJSON("{", "text") }
    #expect(throws: Never.self) { try Claim.isJSON("{\"é\": 1}\n", "text") }
  }
}
