/// A JSON value (RFC 8259), written as a literal where it is made: `["schema": "signpost.status/v1", "steps": [1, 2]]`.
///
/// Objects have no order of their own: they are written with their keys sorted, so that equal values are equal bytes.
public indirect enum JSON: Sendable, Equatable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Any other number, in the digits in which it was read; Signpost itself writes none.
  case number(Numeral)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSON])
  /// Named values.
  case object([String: JSON])

  /// A number as it was written: a fraction, one with an exponent, or one that is too large for an `Int`.
  public struct Numeral: Sendable, Equatable {
    /// The digits; always what RFC 8259 calls a number, so that neither "NaN" nor an infinity can occur.
    public let text: String

    init(checked text: String) { self.text = text }
  }

  /// A text, or null where there is none.
  public init(_ text: String?) { self = text.map(JSON.string) ?? .null }

  /// A whole number, or null where there is none.
  public init(_ number: Int?) { self = number.map(JSON.int) ?? .null }

  /// A list of texts.
  public init(_ texts: [String]) { self = .array(texts.map(JSON.string)) }

  /// An object of the members that have a value; those without are left out.
  public static func compact(_ members: [String: JSON?]) -> JSON { .object(members.compactMapValues { $0 }) }

  // MARK: Looking inside

  /// The member of that name; nil where there is none or the value is no object.
  public subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text; nil for anything else.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The truth value; nil for anything else.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The whole number; nil for anything else.
  public var int: Int? { if case .int(let number) = self { number } else { nil } }

  /// The entries; nil for anything else than an array.
  public var array: [JSON]? { if case .array(let entries) = self { entries } else { nil } }

  /// The members; nil for anything else than an object.
  public var object: [String: JSON]? { if case .object(let members) = self { members } else { nil } }

  /// The entries, where every one of them is a text.
  public var strings: [String]? {
    guard let array else { return nil }
    let texts = array.compactMap(\.string)
    return texts.count == array.count ? texts : nil
  }

  /// What the value is, in a word, for a message.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .int, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
  /// A text.
  public init(stringLiteral text: String) { self = .string(text) }
  /// A whole number.
  public init(integerLiteral number: Int) { self = .int(number) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
  /// A list.
  public init(arrayLiteral entries: JSON...) { self = .array(entries) }
  /// An object; of a name that stands twice the last value counts.
  public init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
  }
}
