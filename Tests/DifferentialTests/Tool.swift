import Platform
import Support
import Testing

/// The programs of others that are asked, run without a network, for a limited time and with limited output.
struct Tool: Sendable {
  /// A tool that was run to its end.
  struct Answer: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  let path: String
  var environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]

  func run(_ arguments: [String], input: [UInt8]? = nil) throws -> Answer {
    let outcome = try ChildProcess.run(
      executable: path, arguments: arguments, environment: environment, input: input, deadline: .seconds(60),
      outputLimit: 64 << 20)
    guard case .exited(let status) = outcome.ending else {
      throw ToolFailure(description: "\(path) \(arguments) ended by \(outcome.ending)")
    }
    return Answer(
      status: status, output: String(decoding: outcome.output, as: UTF8.self),
      errors: String(decoding: outcome.errors, as: UTF8.self))
  }

  static let xmllint = find("xmllint")
  static let openssl = find("openssl")
  static func signpost() throws -> Tool { Tool(path: try Support.binary(named: "signpost")) }

  private static func find(_ name: String) -> Tool? {
    ChildProcess.find(name, in: Environment.snapshot()["PATH"] ?? "/usr/bin:/bin").map { Tool(path: $0) }
  }
}

/// What keeps a tool from giving an answer.
struct ToolFailure: Error, CustomStringConvertible {
  let description: String
}

/// The standard's schema for metadata as Debian packages it.
enum MetadataSchema {
  static let path = "/usr/share/xml/opensaml/saml-schema-metadata-2.0.xsd"

  /// Where the schema says that others are, and where they are; nothing is fetched.
  private static let others = [
    "http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd":
      "/usr/share/xml/xmltooling/xmldsig-core-schema.xsd",
    "http://www.w3.org/TR/2002/REC-xmlenc-core-20021210/xenc-schema.xsd": "/usr/share/xml/xmltooling/xenc-schema.xsd",
    "http://www.w3.org/2001/xml.xsd": "/usr/share/xml/xmltooling/xml.xsd",
  ]

  static var isInstalled: Bool { ([path] + others.values).allSatisfy(TestFile.exists) }

  /// An XML catalog that leads to the local files.
  static var catalog: String {
    let entries = others.sorted { $0.key < $1.key }.map {
      #"<system systemId="\#($0.key)" uri="file://\#($0.value)"/>"#
    }
    return #"<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">\#(entries.joined())</catalog>"#
  }
}
