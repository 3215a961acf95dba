import Markup
import Parties

extension Rule {
  static let emptyDocument = Rule(
    "XML001", "empty-document", .error,
    summary: "The file is empty",
    why:
      "There is nothing to upload: the download was interrupted, or the browser saved the page before it had loaded.",
    remedy: "Sign in to the console, download the metadata again, and check the file's size before you use it.",
    remedies: .downloadAgain,
    references: [.xml("2.1")],
    failing: [.document("\n  \n")], passing: [.identityProvider()],
    check: .fault { fault, findings in
      if fault.kind == .empty { findings.report("the file is empty, or contains only white space", at: .fault(fault)) }
    })

  static let foreignFile = Rule(
    "XML002", "not-an-xml-file", .error,
    summary: "The file is not XML but a web page, JSON, a certificate, a PDF, an archive or the like",
    why: """
      Metadata is an XML document. What was saved instead is usually the sign-in page of a console whose session had \
      expired.
      """,
    remedy: "Sign in to the console, download the metadata again, and open the file: it must begin with <.",
    remedies: .downloadAgain,
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
    summary: "Text precedes the XML declaration or the root element",
    why: """
      An XML declaration must be at the very start of the file, and text may not precede the root element. Usually the \
      text was copied along from a browser: "This XML file does not appear to have any style information".
      """,
    remedy: "Save the file instead of copying it from the browser's view, or delete everything before the first <.",
    remedies: .downloadAgain,
    references: [.xml("2.8")],
    failing: [
      .document("«\n»<?xml version=\"1.0\"?>\n<a/>"),
      .document("«This XML file does not appear to have any style information.\n»<a/>"),
    ],
    passing: [.document("<!-- a comment may come first -->\n" + Example.identityProvider().text)],
    check: .fault { fault, findings in
      switch fault.kind {
      case .textBeforeDeclaration:
        findings.report("the XML declaration is not at the start of the file", at: .fault(fault))
      case .textBeforeRoot: findings.report("there is text before the root element", at: .fault(fault))
      default: break
      }
    })

  static let malformedXML = Rule(
    "XML004", "malformed-xml", .error,
    summary: "The document is not well-formed XML",
    why: "XML requires a parser to refuse it. The file was edited by hand, cut short, or copied from a browser's view.",
    remedy: "Download the file again and upload it as it is; if you edited it, undo the edit at the place shown.",
    remedies: .downloadAgain,
    references: [.xml("2.1")],
    failing: [
      .document("<a>\n  <b>text«</c>»\n</a>"), .document("<a>\n  <b>"), .document("<a>AT «&» T</a>"),
      .document("<a href=\"https://idp.example/sso?x=1«&y»=2\"/>"), .document("<a/>\n«<»b/>"),
      .document("<a>«&nbsp;»</a>"), .document("<a>«&#27;»</a>"), .document("<a>«&#x»</a>"), .document("«<a b=c>»</a>"),
      .document("<a b='1' «b»='2'/>"),
    ],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if let message = fault.malformation { findings.report(message, at: .fault(fault)) }
    })

  static let documentType = Rule(
    "XML005", "document-type-declaration", .error,
    summary: "The document has a document type declaration",
    why: """
      Metadata never needs a DOCTYPE, and attacks on XML parsers begin with one (external entities, entity expansion). \
      Signpost stops there, before it reads any of it.
      """,
    remedy: "Delete the DOCTYPE or, if you did not expect one, download the file from its source again.",
    references: [.xml("2.8"), .metadata("4.2")],
    failing: [
      .document("<?xml version=\"1.0\"?>\n«<!DOCTYPE» a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<a>&b;</a>")
    ],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if fault.kind == .documentType {
        findings.report("the document has a DOCTYPE, which metadata never needs", at: .fault(fault))
      }
    })

  static let limitExceeded = Rule(
    "XML006", "limit-exceeded", .error,
    summary: "The document exceeds a limit that no real metadata comes near",
    why:
      "Such documents are made to exhaust a parser's time or memory. The limits are far above what any product writes.",
    remedy: "Find out where the file comes from, and download it again from the console of its owner.",
    references: [.xml("2.1")],
    failing: [.document(String(repeating: "<a>", count: 64) + "«<a>»" + String(repeating: "</a>", count: 65))],
    passing: [.identityProvider()],
    check: .fault { fault, findings in
      if case .limit(let limit) = fault.kind { findings.report(limit.message, at: .fault(fault)) }
    })

  static let unreadableEncoding = Rule(
    "XML007", "unreadable-encoding", .error,
    summary: "The encoding is not supported, or the bytes do not match it",
    why: "Software would read other characters than were written, or refuse the file. Metadata is exchanged in UTF-8.",
    remedy: "Download the file again, or save it as UTF-8 without changing anything else.",
    remedies: .downloadAgain,
    references: [.xml("4.3.3")],
    failing: [
      .document("«<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>»<a/>"),
      .document("«<?xml version=\"1.0\" encoding=\"UTF-16\"?>»<a/>"),
    ],
    passing: [.document("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + Example.identityProvider().text)],
    check: .fault { fault, findings in
      switch fault.kind {
      case .unsupportedEncoding(let name):
        findings.report("the encoding is \(name.quoted); expected UTF-8, UTF-16 or ISO-8859-1", at: .fault(fault))
      case .contradictoryEncoding(let declared, let actual):
        findings.report(
          "the document declares \(declared.quoted), but its bytes are \(actual.rawValue)", at: .fault(fault))
      case .undecodableBytes(let encoding):
        findings.report("these bytes are not valid \(encoding.rawValue)", at: .fault(fault))
      default: break
      }
    })

  static let illegalCharacter = Rule(
    "XML008", "illegal-character", .error,
    summary: "The document contains a character that XML does not allow",
    why: "Parsers refuse NUL and most other control characters; they come from terminals, editors and broken copies.",
    remedy:
      "Download the file again; if the character is in a name that was typed in the console, type that name again.",
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
    summary: "The XML declaration is malformed or names a version other than 1.0",
    why: "SAML is defined on XML 1.0, and parsers disagree about other versions.",
    remedy: "Change the declaration to <?xml version=\"1.0\" encoding=\"UTF-8\"?>, or delete it.",
    references: [.xml("2.8")],
    failing: [
      .document("«<?xml version=\"1.1\"?>»<a/>"), .document("«<?xml encoding=\"UTF-8\"?>»<a/>"),
    ],
    passing: [.document("<?xml version='1.0' standalone='no'?>" + Example.identityProvider().text)],
    check: .fault { fault, findings in
      switch fault.kind {
      case .unsupportedVersion(let version):
        findings.report("the XML version is \(version.quoted); expected 1.0", at: .fault(fault))
      case .malformedDeclaration: findings.report("the XML declaration cannot be read", at: .fault(fault))
      default: break
      }
    })

  static let undeclaredPrefix = Rule(
    "XML010", "undeclared-prefix", .error,
    summary: "A prefix is used that no xmlns: attribute declares",
    why: "An element has no meaning without its namespace. The file was probably cut out of a larger one.",
    remedy: "Copy the whole document, including the root element's tag, where the xmlns: attributes are.",
    remedies: .downloadAgain,
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
    why: "XML allows it, and files from Entra ID have it; a tool on the way to AWS may not expect it.",
    remedy: "Nothing, unless a tool refuses the file; then save it as UTF-8 without a byte-order mark.",
    references: [.xml("F")],
    failing: [.document("\u{FEFF}" + Example.identityProvider().text)], passing: [.identityProvider()],
    check: .document { document, findings in
      if document.outcome.hasByteOrderMark { findings.report("the file begins with a byte-order mark", at: .start) }
    })

  static let otherEncoding = Rule(
    "XML012", "not-utf8", .warning,
    summary: "The document is not encoded in UTF-8",
    why:
      "Signpost can read it, but AWS does not document which encodings it accepts, and metadata is exchanged in UTF-8.",
    remedy: "Save the file as UTF-8, and declare that encoding in its first line.",
    references: [.xml("4.3.3")],
    failing: [
      .document("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Example.identityProvider().text)
    ],
    passing: [.identityProvider()],
    check: .document { document, findings in
      guard document.outcome.encoding != .utf8 else { return }
      findings.report("the document is encoded in \(document.outcome.encoding.rawValue)", at: .start)
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
        "This is the page that a console shows without a session: sign in, then download the metadata again."
      )
    case .json:
      ("JSON", "This is the response of an API, perhaps an error; download the metadata from the console instead.")
    case .pem:
      (
        "a certificate or key in PEM form",
        "Download the metadata, not the certificate; a certificate alone belongs in the field IdP certificate."
      )
    case .der: ("a certificate or key in binary form", "Download the metadata, not the certificate.")
    case .pdf: ("a PDF", nil)
    case .zip: ("a zip archive", "Unpack it and use the XML file inside.")
    case .gzip: ("a gzip file", "Unpack it (gunzip) and use the XML file inside.")
    case .image: ("an image", nil)
    case .base64: ("base64 text", "Decode it (base64 -d) and use the result.")
    case .text: ("plain text without tags", nil)
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
    case .textBytes(let limit): "a run of text or a comment is longer than \(limit) bytes"
    case .elementBytes(let limit): "one element is longer than \(limit) bytes"
    case .elements(let limit): "one entity has more than \(limit) elements"
    case .namespaces(let limit): "the names in one entity are of more than \(limit) namespaces"
    }
  }
}

extension Fault.Leftover {
  fileprivate var message: String {
    switch self {
    case .text: "there is text after the end of the root element, where only comments and white space may stand"
    case .endTag(let name):
      "found </\(name)> after the end of the root element, where only comments and white space may stand"
    case .startTag(let name) where ["EntityDescriptor", "EntitiesDescriptor"].contains(name.split(separator: ":").last):
      "a second <\(name)> begins after the end of the root element: two documents were joined; keep the one that is meant"
    case .startTag(let name):
      "<\(name)> begins after the end of the root element, and a document has one root element only"
    case .declaration:
      "a second document begins after the end of the root element: two files were joined; keep the one that is meant"
    }
  }
}

extension Fault {
  /// What is not well-formed; nil for the kinds that have a rule of their own.
  fileprivate var malformation: String? {
    switch kind {
    case .mismatchedEndTag(let expected, let found):
      "found </\(found)>, but \(expected.isEmpty ? "no element is open" : "</\(expected)> is expected")"
    case .unexpectedEnd(let open?): "the document ends inside the element \(open.quoted)"
    case .unexpectedEnd(nil): "the document ends before it is complete"
    case .contentAfterRoot(let leftover): leftover.message
    case .misplacedDeclaration: "an XML declaration stands inside the document; it may only be the very first of a file"
    case .noRoot: "the document has no root element"
    case .repeatedAttribute(let name): "the attribute \(name.isEmpty ? "" : name.quoted + " ")appears twice in one tag"
    case .undeclaredEntity: "this entity is not defined; XML defines only &amp; &lt; &gt; &quot; and &apos;"
    case .malformedReference: malformedReference
    case .malformedTag: "this tag cannot be read: attributes are written name=\"value\" and separated by spaces"
    case .notWellFormed(let code): "the document is not well-formed here (libxml2 code \(code))"
    default: nil
    }
  }
  /// Tells an `&` that stands for itself from a character reference that XML forbids.
  private var malformedReference: String {
    let scalars = excerpt.text.unicodeScalars.dropFirst(excerpt.lead).prefix(excerpt.count)
    let reference = String(String.UnicodeScalarView(scalars))
    guard reference.hasPrefix("&#") else { return "this & does not begin a reference; a literal & is written &amp;" }
    let number = reference.dropFirst(2).dropLast(reference.hasSuffix(";") ? 1 : 0)
    let isHexadecimal = number.hasPrefix("x")
    let digits = number.dropFirst(isHexadecimal ? 1 : 0)
    let isNumber = digits.allSatisfy { $0.isASCII && (isHexadecimal ? $0.isHexDigit : $0.isWholeNumber) }
    return reference.hasSuffix(";") && isNumber && !digits.isEmpty
      ? "\(reference.quoted) stands for a character that XML does not allow"
      : "\(reference.quoted) is not a complete character reference; one is written &#38; or &#x26;"
  }
}
