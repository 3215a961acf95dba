import Platform
import Playbook
import Rules
import SAML
import Support
import Testing

@testable import Setup

@Suite("The newest metadata file of a folder")
struct NewestMetadataTests {
  private let judge = Judge(settings: Settings(now: noon))

  /// Files by name, the oldest first, a minute apart.
  private func write(_ files: [(String, String)], in directory: TemporaryDirectory) throws {
    for (index, (name, text)) in files.enumerated() {
      try TestFile.write(text, to: directory.path(name))
      try TestFile.setModified(60 * (index + 1), of: directory.path(name))
    }
  }

  private func found(
    _ role: MetadataRole, limit: Int = 4 << 20, in directory: TemporaryDirectory
  ) throws -> MetadataFile.Found? {
    try MetadataFile.newest(in: directory.path, role: role, judge: judge, limit: limit)
  }

  @Test("the newest of the wanted role, however many others are newer")
  func newest() throws {
    try TemporaryDirectory.with { directory in
      #expect(try found(.identityProvider, in: directory) == nil)
      let stranger = Metadata.aws(issuer: "https://sp.example", consumers: ["https://sp.example/acs"])
      let faulty = Metadata.aws(consumers: [])
      try write(
        [
          ("oldest.xml", Metadata.idp()), ("okta (1).XML", Metadata.idp()), ("aws.xml", Metadata.aws()),
          ("faulty.Xml", faulty), ("stranger.xml", stranger), ("feed.xml", "<feed/>"),
          ("cut.xml", String(Metadata.idp().dropLast(20))), ("idp.xml.txt", Metadata.idp()), ("xml", Metadata.idp()),
          (".hidden.xml", Metadata.idp()),
          (
            "both.xml",
            "<g:EntitiesDescriptor xmlns:g=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
              + Metadata.idp() + Metadata.idp() + "</g:EntitiesDescriptor>"
          ),
        ], in: directory)
      try TestFile.makeDirectory(directory.path("directory.xml"))
      #expect(
        try found(.identityProvider, in: directory)
          == .init(path: directory.path("okta (1).XML"), modified: Instant(seconds: 120), ignored: 6))
      let aws = try #require(try found(.serviceProvider, in: directory))
      #expect(aws == .init(path: directory.path("faulty.Xml"), modified: Instant(seconds: 240), ignored: 4))
    }
  }

  @Test("links to files count, what is too large or not to be read does not")
  func links() throws {
    try TemporaryDirectory.with { directory in
      try write([("real.dat", Metadata.idp()), ("large.xml", Metadata.idp() + "   ")], in: directory)
      try TestFile.makeLink(at: directory.path("link.xml"), to: "real.dat")
      try TestFile.makeLink(at: directory.path("dangling.xml"), to: "nowhere")
      let limit = Metadata.idp().utf8.count
      #expect(
        try found(.identityProvider, limit: limit, in: directory)
          == .init(path: directory.path("link.xml"), modified: Instant(seconds: 60), ignored: 1))
      #expect(try found(.identityProvider, limit: limit + 3, in: directory)?.path == directory.path("large.xml"))
      if !Support.isAdministrator {
        try TestFile.setPermissions(0, of: directory.path("large.xml"))
        #expect(try found(.identityProvider, in: directory)?.path == directory.path("link.xml"))
      }
      #expect(throws: PlatformError.self) {
        try MetadataFile.newest(in: directory.path("none"), role: .identityProvider, judge: judge)
      }
    }
  }

  @Test("no more than twenty files are looked at")
  func bounded() throws {
    try TemporaryDirectory.with { directory in
      try write([("idp.xml", Metadata.idp())] + (1...19).map { ("\($0).xml", "<x/>") }, in: directory)
      #expect(try found(.identityProvider, in: directory)?.ignored == 19)
      try TestFile.write("<x/>", to: directory.path("20.xml"))
      #expect(try found(.identityProvider, in: directory) == nil)
    }
  }
}
