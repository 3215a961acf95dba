import Playbook
import Testing

/// A page as a reader of tags sees it: enough of HTML to tell what is markup and what is text.
struct PageText {
  /// The tags in order, each with its attributes, the style sheet and the script left out.
  private(set) var tags: [String] = []
  /// The text between the tags, its references resolved; empty pieces left out.
  private(set) var texts: [String] = []
  /// What stands between `<style>` and `</style>`, and the same of the script.
  private(set) var raw: [String: String] = [:]

  init(_ page: String) {
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      add(text: rest[..<start])
      let end = rest[start...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      let tag = String(rest[start...end])
      tags.append(tag)
      rest = rest[rest.index(after: end)...]
      for name in ["style", "script"] where tag == "<\(name)>" {
        guard let close = rest.firstRange(of: "</\(name)>") else { continue }
        raw[name] = String(rest[..<close.lowerBound])
        rest = rest[close.lowerBound...]
      }
    }
    add(text: rest)
  }

  private mutating func add(text: Substring) {
    let text = Self.resolved(text)
    if text.contains(where: { !$0.isWhitespace }) { texts.append(text) }
  }

  private static func resolved(_ text: some StringProtocol) -> String {
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#96;", "`"), ("&amp;", "&")]
    return references.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }

  /// The values of an attribute, in the order of the tags.
  func values(of attribute: String) -> [String] {
    tags.compactMap { tag in
      guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
      return Self.resolved(tag[start.upperBound...].prefix { $0 != "\"" })
    }
  }

  /// The ids of the steps with a box, ticked or not.
  func boxes(ticked: Bool) -> [String] {
    tags.filter { $0.hasPrefix("<input ") && $0.hasSuffix(" checked>") == ticked }.compactMap { tag in
      tag.split(separator: "data-step=\"").last.map { String($0.prefix { $0 != "\"" }) }
    }
  }
}
