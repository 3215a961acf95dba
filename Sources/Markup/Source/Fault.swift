/// Why a document cannot be read: kinds of our own, never the parser library's text.
public struct Fault: Hashable, Sendable {
  /// What is wrong.
  public let kind: Kind
  /// The bytes concerned; empty where something is missing.
  public let range: SourceRange
  /// Where the range begins.
  public let start: SourcePosition
  /// Where the range ends, exclusive.
  public let end: SourcePosition
  /// The line of the range, for showing; cut around the range when long.
  public let excerpt: Excerpt

  /// What can be wrong with bytes that should be an XML document.
  public enum Kind: Hashable, Sendable {
    /// No byte, or white space only.
    case empty
    /// Another kind of file, recognised by its first bytes.
    case foreign(ForeignContent)
    /// Text, white space included, before the XML declaration.
    case textBeforeDeclaration
    /// Text other than white space before the root element.
    case textBeforeRoot
    /// A declaration that does not read `<?xml version="1.0" …?>`.
    case malformedDeclaration
    /// An XML version other than 1.0.
    case unsupportedVersion(String)
    /// An encoding other than UTF-8, UTF-16 and ISO-8859-1.
    case unsupportedEncoding(String)
    /// The declaration names one encoding, the bytes are in another.
    case contradictoryEncoding(declared: String, actual: SourceEncoding)
    /// Bytes that do not decode in the document's encoding.
    case undecodableBytes(SourceEncoding)
    /// A character that XML 1.0 does not allow.
    case illegalCharacter(UInt32)
    /// A document type declaration.
    case documentType
    /// One of our limits.
    case limit(Limit)
    /// An end tag that does not match the open element.
    case mismatchedEndTag(expected: String, found: String)
    /// The document ends inside an element or a construct.
    case unexpectedEnd(open: String?)
    /// Something follows the root element.
    case contentAfterRoot(Leftover)
    /// An XML declaration stands inside the root element, or behind a comment.
    case misplacedDeclaration
    /// No root element at all.
    case noRoot
    /// A prefix that no `xmlns:` declares.
    case undeclaredPrefix(String)
    /// Two attributes of one name in one tag.
    case repeatedAttribute(String)
    /// A reference to an entity that XML does not define.
    case undeclaredEntity
    /// An `&` that begins no reference, or a character reference that names no character.
    case malformedReference
    /// A tag whose attributes do not read `name="value"`.
    case malformedTag
    /// Anything else; the number is libxml2's code.
    case notWellFormed(code: Int32)
  }

  /// What follows a root element that has ended.
  public enum Leftover: Hashable, Sendable {
    /// Text, a reference or a CDATA section.
    case text
    /// A start tag of this name, which is cut where it is very long.
    case startTag(String)
    /// An end tag of this name, cut likewise.
    case endTag(String)
    /// Another XML declaration, and so another document.
    case declaration
  }

  /// Which limit was reached, and what it is.
  public enum Limit: Hashable, Sendable {
    /// Bytes of a start tag.
    case startTagBytes(Int)
    /// Attributes of a start tag.
    case attributes(Int)
    /// Open elements.
    case depth(Int)
    /// Bytes of a run of text, comment, instruction or CDATA section.
    case textBytes(Int)
    /// Bytes of an element that is delivered whole.
    case elementBytes(Int)
    /// Elements below one that is delivered whole.
    case elements(Int)
    /// Namespaces of the names in an element that is delivered whole.
    case namespaces(Int)
  }
}

/// A kind of file that is no XML document but is often found in its place.
public enum ForeignContent: String, Hashable, Sendable {
  /// A web page, usually a sign-in or error page.
  case html
  /// A JSON value.
  case json
  /// PEM armour: a certificate or a key.
  case pem
  /// A portable document.
  case pdf
  /// A zip archive, or an office document made of one.
  case zip
  /// A gzip stream.
  case gzip
  /// DER: a certificate or key in binary form.
  case der
  /// A picture.
  case image
  /// Base64 text, such as a whole document that was encoded.
  case base64
  /// Text without any markup.
  case text
  /// Bytes of no recognised kind.
  case binary
}

/// How the bytes of a document were encoded before they became UTF-8.
public enum SourceEncoding: String, Hashable, Sendable {
  /// UTF-8, or its subset ASCII.
  case utf8 = "UTF-8"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// ISO 8859-1.
  case latin1 = "ISO-8859-1"
}
