import Markup
import Parties

extension Rule {
  static let emptyDocument = Rule(
    "XML001", "empty-document", .error,
    summary: "The file is empty",
    why: "There is nothing to upload: the download was interrupted, or the browser saved before the page was there.",
    remedy: "Download the metadata again, signed in to the console, and look at the file's size before you use it.",
    references: [.xml("2.1")],
    failing: [.document("\n  \n")], passing: [.identityProvider()],
    check: .fault { fault, findings in
      if fault.kind == .empty { findings.report("the file holds nothing but white space", at: .fault(fault)) }
    })

  static let foreignFile = Rule(
    "XML002", "not-an-xml-file", .error,
    summary: "The file is of another kind: a web page, JSON, a certificate, a PDF, an archive …",
    why: """
      Metadata is one XML document. What is saved in its place is most often the sign-in page of a console whose session \
      had ended.
      """,
    remedy: "Sign in to the console, download the metadata again, and open the file: it must begin with <?xml or <.",
    references: [.xml("2.1")],
    failing: [
      .document("<!doctype html><html><title>Sign in</title></html>"), .document(#"{"error": "login_required"}"#),
      .document("-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n"), .document("404 page not found\n"),
    ],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      guard case .foreign(let content) = fault.kind else { return }
      let (what, remedy) = content.explanation
      findings.report("this is \(what), not SAML metadata", at: .fault(fault), remedy: remedy)
    })

  static let textBeforeDeclaration = Rule(
    "XML003", "text-before-document", .error,
    summary: "Something stands before the XML declaration or the root element",
    why: """
      An XML declaration must be the file's first character, and only comments may come before the root. A browser's \
      "This XML file does not appear to have any style information" is the usual guest.
      """,
    remedy: "Save the raw file instead of copying it from the browser's view, or delete everything before the first <.",
    references: [.xml("2.8")],
    failing: [
      .document("«\n»<?xml version=\"1.0\"?>\n<a/>"),
      .document("«This XML file does not appear to have any style information.\n»<a/>"),
    ],
    passing: [.document("<!-- a comment may come first -->\n" + Example.identityProvider().text)],
    check: .fault { fault, findings in
      switch fault.kind {
      case .textBeforeDeclaration:
        findings.report("the XML declaration is not the first thing in the file", at: .fault(fault))
      case .textBeforeRoot: findings.report("text stands before the root element", at: .fault(fault))
      default: break
      }
    })

  static let malformedXML = Rule(
    "XML004", "malformed-xml", .error,
    summary: "The document is not well-formed XML",
    why: "No parser accepts it, AWS's included. It was edited by hand, cut short, or copied from a rendered view.",
    remedy: "Download the file again and upload it as it is; if you edited it, undo the edit at the place shown.",
    references: [.xml("2.1")],
    failing: [
      .document("<a>\n  <b>text«</c>»\n</a>"), .document("<a>\n  <b>"), .document("<a>AT «&» T</a>"),
      .document("<a href=\"https://idp.example/sso?x=1«&y»=2\"/>"), .document("<a/>\n«<»b/>"),
      .document("<a>«&nbsp;»</a>"), .document("«<a b=c>»</a>"), .document("<a b='1' «b»='2'/>"),
    ],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if let message = fault.kind.malformation { findings.report(message, at: .fault(fault)) }
    })

  static let documentType = Rule(
    "XML005", "document-type-declaration", .error,
    summary: "The document has a document type declaration",
    why: """
      Metadata has no use for a DOCTYPE; attacks on XML readers begin with one (external entities, entity expansion). It \
      is refused before anything in it is read.
      """,
    remedy: "Delete the DOCTYPE, or download the file from its source again if you did not expect one.",
    references: [.xml("2.8"), .metadata("4.2")],
    failing: [
      .document("<?xml version=\"1.0\"?>\n«<!DOCTYPE» a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<a>&b;</a>")
    ],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if fault.kind == .documentType {
        findings.report("the document declares a document type, which metadata never needs", at: .fault(fault))
      }
    })

  static let limitExceeded = Rule(
    "XML006", "limit-exceeded", .error,
    summary: "A tag, a text or the nesting is larger than any metadata needs",
    why: "Such documents exist to exhaust a reader's time or memory. The limits are far above what any product writes.",
    remedy: "Find out where the file comes from; real metadata never gets near these limits.",
    references: [.xml("2.1")],
    failing: [.document(String(repeating: "<a>", count: 64) + "«<a>»" + String(repeating: "</a>", count: 65))],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if case .limit(let limit) = fault.kind { findings.report(limit.message, at: .fault(fault)) }
    })

  static let unreadableEncoding = Rule(
    "XML007", "unreadable-encoding", .error,
    summary: "The bytes do not read in the document's encoding",
    why: "A reader would see other characters than the writer meant, or none. Metadata is exchanged in UTF-8.",
    remedy: "Download the file again, or save it as UTF-8 without changing anything else.",
    references: [.xml("4.3.3")],
    failing: [
      .document("«<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>»<a/>"),
      .document("«<?xml version=\"1.0\" encoding=\"UTF-16\"?>»<a/>"),
    ],
    passing: [.document("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Example.identityProvider().text)],
    check: .fault { fault, findings in
      switch fault.kind {
      case .unsupportedEncoding(let name):
        findings.report("the encoding \(name.quoted) is not UTF-8, UTF-16 or ISO-8859-1", at: .fault(fault))
      case .contradictoryEncoding(let declared, let actual):
        findings.report("the document says \(declared.quoted) but its bytes are \(actual.rawValue)", at: .fault(fault))
      case .undecodableBytes(let encoding):
        findings.report("these bytes are no \(encoding.rawValue) text", at: .fault(fault))
      default: break
      }
    })

  static let illegalCharacter = Rule(
    "XML008", "illegal-character", .error,
    summary: "A character that XML does not allow",
    why: "Control characters and NUL are refused by every parser; they come from terminals, editors and broken copies.",
    remedy: "Download the file again; if the character is in a name that you typed in the console, type it anew.",
    references: [.xml("2.2")],
    failing: [.document("<a>\n  <b>x«\u{1B}»[31m</b></a>")],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if case .illegalCharacter(let scalar) = fault.kind {
        findings.report("XML does not allow the character \(codePoint(scalar))", at: .fault(fault))
      }
    })

  static let unsupportedVersion = Rule(
    "XML009", "unsupported-xml-version", .error,
    summary: "The XML declaration is broken or names a version other than 1.0",
    why: "SAML is defined on XML 1.0, and parsers disagree about everything else.",
    remedy: "Make the first line read <?xml version=\"1.0\" encoding=\"UTF-8\"?>, or delete it.",
    references: [.xml("2.8")],
    failing: [
      .document("«<?xml version=\"1.1\"?>»<a/>"), .document("«<?xml encoding=\"UTF-8\"?>»<a/>"),
    ],
    passing: [.document("<?xml version='1.0' standalone='no'?>" + Example.identityProvider().text)],
    check: .fault { fault, findings in
      switch fault.kind {
      case .unsupportedVersion(let version):
        findings.report("XML version \(version.quoted) where 1.0 is expected", at: .fault(fault))
      case .malformedDeclaration: findings.report("the XML declaration cannot be read", at: .fault(fault))
      default: break
      }
    })

  static let undeclaredPrefix = Rule(
    "XML010", "undeclared-prefix", .error,
    summary: "A prefix is used that no xmlns: declares",
    why: "Without its namespace an element means nothing: the file was cut out of a larger one, without the outer tag.",
    remedy: "Copy the document from the first < of the root element, where the xmlns: declarations are.",
    references: [Reference("Namespaces in XML 1.0, section 5", "https://www.w3.org/TR/xml-names/")],
    failing: [.document("<«md:EntityDescriptor» entityID=\"https://idp.example\"/>")],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if case .undeclaredPrefix(let prefix) = fault.kind {
        findings.report("the prefix \(prefix.quoted) is not declared", at: .fault(fault))
      }
    })

  static let byteOrderMark = Rule(
    "XML011", "byte-order-mark", .note,
    summary: "The file begins with a byte-order mark",
    why: "XML allows it and Entra ID's downloads have it; some tools that handle the file on its way do not expect it.",
    remedy: "Nothing, unless a tool complains; then save the file as UTF-8 without a byte-order mark.",
    references: [.xml("F")],
    failing: [.document("\u{FEFF}" + Example.identityProvider().text)], passing: [.identityProvider()],
    check: .document { document, findings in
      if document.outcome.hasByteOrderMark { findings.report("the file begins with a byte-order mark", at: .start) }
    })

  static let otherEncoding = Rule(
    "XML012", "not-utf8", .warning,
    summary: "The document is not encoded in UTF-8",
    why: "It can be read, but AWS documents nothing but UTF-8, and a console that reads it as UTF-8 sees garbage.",
    remedy: "Save the file as UTF-8 and let the declaration say so.",
    references: [.xml("4.3.3")],
    failing: [
      .document("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Example.identityProvider().text)
    ],
    passing: [.identityProvider()],
    check: .document { document, findings in
      guard document.outcome.encoding != .utf8 else { return }
      findings.report("the document is in \(document.outcome.encoding.rawValue); it was read as such", at: .start)
    })
}

/// A code point as people write it, with a name for the usual suspects.
func codePoint(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  switch scalar {
  case 0: return "U+\(padded) (NUL)"
  case 0x1B: return "U+\(padded) (escape)"
  default: return "U+\(padded)"
  }
}

extension ForeignContent {
  /// What it is, and how to get metadata instead.
  fileprivate var explanation: (what: String, remedy: String?) {
    switch self {
    case .html:
      (
        "a web page",
        "Sign in to the console first: this is the page it shows instead of the file. Then download again."
      )
    case .json: ("JSON", "An API answered, perhaps with an error; use the console's own metadata download.")
    case .pem:
      (
        "a certificate or key in PEM form",
        "Download the metadata, not the certificate; a certificate alone goes into the field IdP certificate."
      )
    case .der: ("a certificate or key in binary form", "Download the metadata, not the certificate.")
    case .pdf: ("a PDF", nil)
    case .zip: ("a zip archive", "Unpack it and use the XML file inside.")
    case .gzip: ("a gzip file", "Unpack it (gunzip) and use the XML file inside.")
    case .image: ("a picture", nil)
    case .base64: ("base64 text", "Decode it (base64 -d) and use what comes out.")
    case .text: ("plain text without any tag", nil)
    case .binary: ("a binary file", nil)
    }
  }
}

extension Fault.Limit {
  fileprivate var message: String {
    switch self {
    case .startTagBytes(let limit): "a start tag is longer than \(limit) bytes"
    case .attributes(let limit): "a start tag has more than \(limit) attributes"
    case .depth(let limit): "more than \(limit) elements are open at once"
    case .textBytes(let limit): "a text or comment is longer than \(limit) bytes"
    case .elementBytes(let limit): "one element is longer than \(limit) bytes"
    case .elements(let limit): "one entity has more than \(limit) elements"
    }
  }
}

extension Fault.Kind {
  /// What is not well-formed; nil for the kinds that have a rule of their own.
  fileprivate var malformation: String? {
    switch self {
    case .mismatchedEndTag(let expected, let found):
      "</\(found)> ends nothing here; \(expected.isEmpty ? "no element is open" : "</\(expected)> is expected")"
    case .unexpectedEnd(let open?): "the document ends inside the element \(open.quoted)"
    case .unexpectedEnd(nil): "the document ends in the middle"
    case .contentAfterRoot: "something follows the end of the root element"
    case .noRoot: "the document has no element at all"
    case .repeatedAttribute(let name): "the attribute \(name.isEmpty ? "" : name.quoted + " ")stands twice in one tag"
    case .undeclaredEntity: "this entity is not defined; XML knows &amp; &lt; &gt; &quot; and &apos;"
    case .malformedReference: "an & begins no reference here; a literal one is written &amp;"
    case .malformedTag: "this tag cannot be read: attributes are written name=\"value\" and separated by spaces"
    case .notWellFormed(let code): "the document is not well-formed here (libxml2 code \(code))"
    default: nil
    }
  }
}
