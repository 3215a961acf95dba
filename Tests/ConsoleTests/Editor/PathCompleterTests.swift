@testable import Console
import Platform
import Support
import Testing

@Suite struct PathCompleterTests {
  static let completer = PathCompleter(home: "/home/ada") { directory in
    func files(_ names: String...) -> [PathCompleter.Entry] {
      names.map { name in
        PathCompleter.Entry(name: name.filter { $0 != "/" }, isDirectory: name.hasSuffix("/"))
      }
    }
    return switch directory {
    case "": files("okta.xml", "okta old.xml", "sub/", ".hidden", "it's.xml", "bad\u{1B}.xml")
    case "sub/": files("one.xml")
    case "/home/ada/": files("Down loads/", "aws.xml")
    case "/home/ada/Down loads/": files("idp metadata.xml", "é.xml")
    case "/": files("home/", "etc/")
    default: []
    }
  }

  @Test(
    "candidates, in the way of writing that was begun",
    arguments: [
      ("s", ["sub/"]), ("sub/", ["sub/one.xml"]), ("sub/x", []), ("ok", ["okta\\ old.xml", "okta.xml"]),
      (".", [".hidden"]), ("i", ["it\\'s.xml"]), ("'i", ["'it'\\''s.xml'"]), ("'ok", ["'okta old.xml", "'okta.xml"]),
      ("\"su", ["\"sub/"]), ("\"sub/o", ["\"sub/one.xml\""]), ("~", ["~/"]), ("~/", ["~/Down\\ loads/", "~/aws.xml"]),
      ("~/Down\\ l", ["~/Down\\ loads/"]), ("~/Down\\ loads/i", ["~/Down\\ loads/idp\\ metadata.xml"]),
      ("'~/Down loads/i", ["'~/Down loads/idp metadata.xml'"]), ("/h", ["/home/"]), ("bad", []), ("/nowhere/", []),
      ("file:///home/ada/Down%20l", ["file:///home/ada/Down%20loads/"]),
      ("file://localhost/home/ada/Down%20loads/%C3%A9", ["file://localhost/home/ada/Down%20loads/%C3%A9.xml"]),
    ] as [(String, [String])])
  func candidates(typed: String, expected: [String]) {
    #expect(Self.completer.candidates(for: typed).map(\.text) == expected)
  }

  @Test("nothing that is typed lists what is there, without what is hidden")
  func all() {
    #expect(Self.completer.candidates(for: "").map(\.label) == ["it's.xml", "okta old.xml", "okta.xml", "sub/"])
  }

  @Test("whatever is completed reads back as the path that it stands for")
  func readsBack() {
    for typed in ["", "'", "\"", "~/", "~/Down\\ loads/", "'~/Down loads/", "file:///home/ada/Down%20loads/"] {
      let candidates = Self.completer.candidates(for: typed)
      #expect(!candidates.isEmpty)
      for candidate in candidates {
        let end = typed.hasPrefix("'") ? "'" : typed.hasPrefix("\"") ? "\"" : ""
        let text = candidate.text.hasSuffix(end) ? candidate.text : candidate.text + end
        #expect(TypedPath(text, home: "/home/ada").path.hasSuffix(candidate.label), "\(candidate.text)")
      }
    }
  }

  @Test(
    "paths as people give them",
    arguments: [
      ("  a.xml ", "a.xml"), ("~", "/home/ada"), ("~/a b", "/home/ada/a b"), ("'~/a b'", "/home/ada/a b"),
      ("a\\ b\\\\c", "a b\\c"), ("\"a b\"", "a b"), ("'it'\\''s'", "it's"), ("it's", "it's"), ("'open", "'open"),
      ("file:///a%20b/%C3%A9%zz", "/a b/é%zz"), ("FILE://host/a", "/a"), ("a\\", "a\\"), ("'", "'"), ("", ""),
    ])
  func typedPaths(typed: String, expected: String) {
    #expect(TypedPath(typed, home: "/home/ada").path == expected)
  }

  @Test("files and directories on the disk, links to directories included")
  func onDisk() throws {
    try TemporaryDirectory.with { directory in
      try TestFile.makeDirectory(directory.path("a dir"))
      try TestFile.write("", to: directory.path("a file"))
      let texts = PathCompleter.onDisk(home: nil).candidates(for: "'" + directory.path("a")).map(\.text)
      #expect(texts == ["'" + directory.path("a dir/"), "'" + directory.path("a file")])
      #expect(PathCompleter.onDisk(home: nil).candidates(for: directory.path("none/")) == [])
    }
  }
}
