import Setup
import Support
import Testing

/// A page about what the program writes.
func documentation(_ page: String) throws -> String {
  let root = #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")?.lowerBound ?? #filePath.endIndex)
  return try TestFile.text(root + "/Sources/Reports/Documentation.docc/" + page)
}

/// Every name of a document stands in its page.
func expectDocumented(_ json: JSON, in page: String) throws {
  let text = try documentation(page)
  func check(_ json: JSON) {
    for entry in json.array ?? [] { check(entry) }
    for (name, member) in json.object ?? [:] {
      #expect(text.contains("`\(name)`"), "\(name)")
      check(member)
    }
  }
  check(json)
}
