import Platform
import SAML
import Support

/// The documents that are judged twice: the project's fixtures and, where `SIGNPOST_CORPUS` names a directory, all files
/// under it.
enum Corpus {
  /// A file, and by what it is known in the tables.
  struct Document: Sendable {
    let path: String
    let bytes: [UInt8]
    let sha256: String

    init(_ path: String) throws {
      self.path = path
      let bytes = try TestFile.read(path)
      self.bytes = bytes
      sha256 = Digest.sha256(bytes.span).description
    }
  }

  /// The directory of the package.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.prefix(parts.lastIndex(of: "Tests") ?? 0).joined(separator: "/")
  }()

  /// Every document once, however many files hold its bytes.
  static func documents() throws -> [Document] {
    var directories = [root + "/Fixtures"]
    if let more = Environment.snapshot()["SIGNPOST_CORPUS"], !more.isEmpty {
      directories.append(more.hasPrefix("/") ? more : root + "/" + more)
    }
    var seen: Set<String> = []
    return try directories.flatMap { try Directory.files(under: $0, suffix: "").files }.map(Document.init)
      .filter { seen.insert($0.sha256).inserted }
  }

  /// The answers to a question about each document, asked of as many at a time as the machine has processors.
  static func forEach<Item: Sendable, Answer: Sendable>(
    _ items: [Item], _ ask: @escaping @Sendable (Item) throws -> Answer
  ) async throws -> [Answer] {
    try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
      for (index, item) in items.enumerated() { group.addTask { (index, try ask(item)) } }
      var answers: [(Int, Answer)] = []
      for try await answer in group { answers.append(answer) }
      return answers.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
