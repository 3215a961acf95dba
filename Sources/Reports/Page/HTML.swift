import Console
import Playbook

/// A piece of an HTML document whose tags are all our own.
///
/// Literals are markup of ours. Text enters through `\(text:)` only, as the content of an element or between the double
/// quotes of an attribute, and is there what it is: this is the one place where text becomes HTML.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The markup.
  let source: String

  private init(source: String) { self.source = source }
  init(stringLiteral source: String) { self.source = source }
  init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Nothing.
  static let empty: HTML = ""

  var isEmpty: Bool { source.isEmpty }

  static func + (first: HTML, second: HTML) -> HTML { HTML(source: first.source + second.source) }
  static func += (first: inout HTML, second: HTML) { first = first + second }

  struct StringInterpolation: StringInterpolationProtocol {
    var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ html: HTML) { source += html.source }
    mutating func appendInterpolation(_ number: Int) { source += String(number) }
    /// `\(text: text)`: any text, as it would be read.
    mutating func appendInterpolation(text: String) { source += HTML.escaped(text) }
  }

  /// What a reader could not see becomes a visible escape; what HTML would take for more than text, a reference.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in SafeText(text).body.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "`": escaped += "&#96;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Any text as something that is typed or compared character by character.
  ///
  /// Its direction is its own, so that it does not turn the words around it.
  static func code(_ text: String) -> HTML { "<code dir=\"auto\">\(text: text)</code>" }

  /// A link to a page of the playbook's; what is no `https` address is words without a link.
  static func link(_ words: String, to url: String) -> HTML {
    guard url.hasPrefix("https://") else { return "\(text: words)" }
    return "<a href=\"\(text: url)\" rel=\"noopener noreferrer\">\(text: words)</a>"
  }

  /// A style sheet or a script of our own, as the content of its element: nothing in it is escaped.
  static func raw(_ source: StaticString) -> HTML { HTML(source: "\(source)") }
}

extension Sequence where Element == HTML {
  /// The pieces one after the other.
  func joined(_ separator: HTML = .empty) -> HTML {
    reduce(into: (HTML.empty, true)) { result, piece in
      result.0 += result.1 ? piece : separator + piece
      result.1 = false
    }.0
  }

  /// The pieces as items of a list; nothing where there are none.
  func list(_ element: HTML = "ul", class style: HTML = .empty) -> HTML {
    let items = map { "<li>\($0)</li>\n" as HTML }.joined()
    let attribute: HTML = style.isEmpty ? .empty : " class=\"\(style)\""
    return items.isEmpty ? .empty : "<\(element)\(attribute)>\n\(items)</\(element)>\n"
  }
}

extension Wording {
  /// The sentence in HTML.
  var html: HTML {
    parts.map { part -> HTML in
      switch part {
      case .text(let text): "\(text: text)"
      case .label(let text, let certainty):
        certainty == .believed ? "<b>\(text: text)</b> \(HTML.unconfirmed)" : "<b>\(text: text)</b>"
      case .code(let text), .value(let text): .code(text)
      case .missing(let title): "<em class=\"missing\">‹\(text: title)›</em>"
      }
    }.joined()
  }
}

extension HTML {
  /// What follows something that the vendor's own pages do not confirm.
  static let unconfirmed: HTML = "<span class=\"doubt\">(unconfirmed)</span>"
}
