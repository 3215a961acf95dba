import Platform
import Playbook
import SAML
import Support
import Testing

@testable import Setup

@Suite("What a store keeps beside the journals")
struct KeptFileTests {
  private func store(_ directory: TemporaryDirectory) throws -> (SetupStore, SetupName) {
    let store = try SetupStore(
      option: directory.path("store"), environment: { _ in nil }, currentDirectory: "/", isDirectory: { _ in false })
    return (store, try SetupName("acme"))
  }

  private func digits(_ bytes: [UInt8], _ count: Int) -> String {
    String(Digest.sha256(bytes.span).description.prefix(count))
  }

  @Test("answers lie beside the journal")
  func answers() throws {
    try TemporaryDirectory.with { directory in
      let (store, name) = try store(directory)
      #expect(store.answersPath(of: name) == directory.path("store/acme.answers.json"))
      let ofRenewal = store.answersPath(of: name, flow: .renewSCIMToken)
      #expect(ofRenewal == directory.path("store/acme.answers.renew-scim-token.json"))
      #expect(Directory.parent(of: store.answersPath(of: name)) == Directory.parent(of: store.path(of: name)))
    }
  }

  @Test("pasted metadata becomes a file of its own that only we can read; the same bytes the same file")
  func pasted() throws {
    try TemporaryDirectory.with { directory in
      let (store, name) = try store(directory)
      let (one, other) = (Array(Metadata.idp().utf8), Array(Metadata.idp(comment: "<!-- -->").utf8))
      let path = try store.keepMetadata(one, as: .idpMetadata, of: name)
      #expect(path == directory.path("store/acme-idp-metadata-\(digits(one, 8)).xml"))
      #expect(try TestFile.read(path) == one)
      #expect(TestFile.permissions(path) == 0o600)
      #expect(TestFile.permissions(directory.path("store")) == 0o700)
      #expect(try store.keepMetadata(one, as: .idpMetadata, of: name) == path)
      let second = try store.keepMetadata(other, as: .idpMetadata, of: name)
      let aws = try store.keepMetadata(one, as: .awsMetadata, of: name)
      #expect(aws == directory.path("store/acme-aws-metadata-\(digits(one, 8)).xml"))
      #expect(Set([path, second, aws]).count == 3)
      let files = try Directory.entries(of: store.directory).map(\.name)
      #expect(files.count == 3)
      #expect(SetupStore.names(among: files).isEmpty)
    }
  }

  @Test("what stands under that name already stays")
  func taken() throws {
    try TemporaryDirectory.with { directory in
      let (store, name) = try store(directory)
      let bytes = Array(Metadata.idp().utf8)
      let path = try store.keepMetadata(bytes, as: .idpMetadata, of: name)
      for edited in ["", Metadata.idp(comment: "<!-- mine -->")] {
        try TestFile.write(edited, to: path)
        let next = try store.keepMetadata(bytes, as: .idpMetadata, of: name)
        #expect(next == directory.path("store/acme-idp-metadata-\(digits(bytes, 16)).xml"))
        #expect(try TestFile.text(path) == edited)
        #expect(try TestFile.read(next) == bytes)
      }
      // A link is none of ours, whatever it leads to.
      try TestFile.remove(path)
      try TestFile.makeLink(at: path, to: "nowhere")
      #expect(try store.keepMetadata(bytes, as: .idpMetadata, of: name) != path)
      #expect(!TestFile.exists(directory.path("store/nowhere")))
    }
  }
}
