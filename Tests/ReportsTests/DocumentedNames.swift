import Setup
import Support
import Testing

/// A page about what the program writes.
func documentation(_ page: String) throws -> String {
  let root = #filePath.prefix(upTo: #filePath.firstRange(of: "/Tests/")?.lowerBound ?? #filePath.endIndex)
  return try TestFile.text(root + "/Sources/Reports/Documentation.docc/" + page)
}

/// The section of `Formats.md` about a schema.
func documentation(ofSchema schema: String) throws -> Substring {
  let page = try documentation("Formats.md")
  let start = try #require(page.firstRange(of: "## \(schema)\n")).upperBound
  return page[start...].prefix(upTo: page[start...].firstRange(of: "\n## ")?.lowerBound ?? page.endIndex)
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
