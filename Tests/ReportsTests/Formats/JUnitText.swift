import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A JUnit document as Foundation's parser reads it.
final class JUnitText: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    let depth: Int
    var text = ""
  }

  /// Every element in the order in which it begins.
  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError)), line \(parser.lineNumber)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes, depth: open.count))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { elements[last].text += text }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The elements inside the one at a place.
  func inside(_ place: Int) -> ArraySlice<Element> {
    elements[(place + 1)...].prefix { $0.depth > elements[place].depth }
  }

  /// How many findings the cases tell of, whether they fail or not.
  var findings: Int {
    (named("failure") + named("system-out")).map { element in
      element.text.split(separator: "\n").count { $0.hasPrefix("  do: ") }
    }.reduce(0, +)
  }
}
