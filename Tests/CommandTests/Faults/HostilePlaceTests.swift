import Support
import Testing

@Suite("Something else stands where the files of a set-up belong", .timeLimit(.minutes(30)))
struct HostilePlaceTests {
  /// Where something else stands.
  enum Spot: String, CaseIterable {
    case store = "store"
    case journal = "store/okta.journal"
    case answers = "store/okta.answers.json"
  }

  /// What stands there.
  enum Obstacle: String, CaseIterable {
    case link, linkToNowhere, pipe, device, directory, file, foreign, secondName, wide

    /// Whether only the administrator can put it there.
    var isPrivileged: Bool { self == .device || self == .foreign }
  }

  /// What the command says to it; an empty list where it does its work.
  private static let table: [(spot: Spot, obstacle: Obstacle, status: Int32, words: [String])] = [
    (.store, .link, 0, []),
    (.store, .linkToNowhere, 3, ["cannot create", "make the directory usable, or choose another one with --store"]),
    (.store, .pipe, 3, ["a part of the path is not a directory", "choose another store with --store"]),
    (.store, .device, 3, ["a part of the path is not a directory", "choose another store with --store"]),
    (.store, .file, 3, ["a part of the path is not a directory", "choose another store with --store"]),
    (.store, .foreign, 3, ["directory belongs to another user (number 65534)", "that only you can write in"]),
    (.store, .wide, 3, ["everybody may write in its directory", "choose a store that only you can write in"]),
    (.journal, .link, 3, ["it is a symbolic link, which is not followed", "choose another store with --store"]),
    (.journal, .linkToNowhere, 3, ["it is a symbolic link, which is not followed", "choose another store"]),
    (.journal, .pipe, 3, ["found a named pipe", "make the file usable"]),
    (.journal, .device, 3, ["found a device", "make the file usable"]),
    (.journal, .directory, 3, ["found a directory", "make the file usable"]),
    (.journal, .file, 3, ["the line does not have the form of a frame", "nothing was changed", "move it away"]),
    (.journal, .foreign, 3, ["belongs to another user (number 65534)", "run signpost as that user"]),
    (.journal, .secondName, 3, ["it has 2 names (hard links)", "make the file usable"]),
    (.journal, .wide, 0, ["others could read or write the journal; now only you can"]),
    (.answers, .link, 0, ["the answers were not written", "symbolic link"]),
    (.answers, .linkToNowhere, 0, ["the answers were not written", "symbolic link"]),
    (.answers, .pipe, 0, ["the answers were not written", "found a named pipe"]),
    (.answers, .device, 0, ["the answers were not written", "found a device"]),
    (.answers, .directory, 0, ["the answers were not written", "found a directory"]),
    (.answers, .foreign, 0, ["the answers were not written", "belongs to another user (number 65534)"]),
    // A new file takes the name; the old one keeps its other name and its contents.
    (.answers, .secondName, 0, []),
    (.answers, .wide, 0, []),
  ]

  @Test("nothing of others is followed, changed or waited for, and what is in the way is said with what to do")
  func table() throws {
    var left: [String] = []
    for row in Self.table {
      guard Support.isAdministrator || !row.obstacle.isPrivileged else {
        left.append("\(row.spot) \(row.obstacle)")
        continue
      }
      try TemporaryDirectory.with { try meet(row.obstacle, at: row.spot, status: row.status, words: row.words, in: $0) }
    }
    if !left.isEmpty { print("NOT TESTED: only the administrator can make \(left.joined(separator: ", "))") }
    print("figure: places: \(Self.table.count - left.count) things in the way of 3 files, nothing of others touched")
  }

  private func setUp(_ directory: TemporaryDirectory) throws -> Signpost.Run {
    try Signpost.run([
      "setup", "okta", "--answers", "Fixtures/answers-okta.json", "--no-input", "--store", directory.path("store"),
    ])
  }

  private func meet(
    _ obstacle: Obstacle, at spot: Spot, status: Int32, words: [String], in directory: TemporaryDirectory
  ) throws {
    let path = directory.path(spot.rawValue)
    if spot != .store { try TestFile.makeDirectory(directory.path("store")) }
    // What a journal may begin as: empty; a wide one is not refused.
    let content = obstacle == .wide || obstacle == .foreign || obstacle == .secondName ? "" : "precious\n"
    try TestFile.write(content, to: directory.path("elsewhere"))
    try put(obstacle, at: path, isStore: spot == .store, directory)
    let before = (TestFile.identity(path), TestFile.identity(directory.path("elsewhere")))
    let run = try setUp(directory)
    let about: Comment = "\(obstacle) at \(spot.rawValue): \(run.errors)"
    #expect(run.status == status, about)
    // Notices of a set-up stand in its greeting.
    let said = (run.output + run.errors).unwrapped
    for word in words { #expect(said.contains(word), about) }
    let isUsed = words.isEmpty || obstacle == .wide
    if !isUsed {
      #expect(TestFile.identity(path) == before.0, about)
      #expect(TestFile.identity(directory.path("elsewhere")) == before.1, about)
    }
    #expect(try TestFile.text(directory.path("elsewhere")) == content, about)
    #expect(!TestFile.exists(directory.path("nowhere")), about)
    if obstacle == .wide, status == 0 { #expect(TestFile.permissions(path) == 0o600, about) }
    try TestFile.removeAll(path)
    #expect(try setUp(directory).status == 0, "\(obstacle) at \(spot.rawValue) was removed")
  }

  private func put(_ obstacle: Obstacle, at path: String, isStore: Bool, _ directory: TemporaryDirectory) throws {
    let elsewhere = directory.path("elsewhere")
    switch obstacle {
    case .link where isStore:
      try TestFile.makeDirectory(directory.path("mine"))
      try TestFile.makeLink(at: path, to: directory.path("mine"))
    case .link: try TestFile.makeLink(at: path, to: elsewhere)
    case .linkToNowhere: try TestFile.makeLink(at: path, to: directory.path("nowhere"))
    case .pipe: try TestFile.makeNamedPipe(path)
    case .device: try TestFile.makeDevice(path)
    case .directory: try TestFile.makeDirectory(path)
    case .file: try TestFile.write("precious\n", to: path)
    case .foreign where isStore, .wide where isStore:
      try TestFile.makeDirectory(path, mode: obstacle == .wide ? 0o777 : 0o755)
      if obstacle == .foreign { try TestFile.setOwner(65_534, of: path) }
    case .foreign:
      try TestFile.write("", to: path)
      try TestFile.setOwner(65_534, of: path)
    case .secondName: try TestFile.makeSecondName(path, of: elsewhere)
    case .wide: try TestFile.write("", to: path, mode: 0o666)
    }
  }
}
