import Playbook
import Rules

extension FactReader {
  /// One of a few words, or so much of its beginning that it can be no other.
  func readIdentitySource(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let typed = text.lowercased()
    let candidates = IdentitySource.allCases.filter { $0.rawValue.hasPrefix(typed) }
    guard let source = candidates.first, candidates.count == 1 else {
      let words = IdentitySource.allCases.map(\.rawValue)
      let hint = Nearest.suggestion(for: text, among: words).map { ", perhaps \($0)" } ?? ""
      throw rejection(
        text, "is none of \(words.joined(separator: ", "))\(hint)", cause: nil, action: Self.source(of: key))
    }
    return (source.rawValue, [])
  }

  /// AWS takes one format; consoles have many words for it.
  func readNameIDFormat(_ text: String) throws(Rejection) -> (String, [Remark]) {
    let problem: String
    switch TypedFormat(text) {
    case .email: return (text, [])
    case .misspelt(let difference): problem = "names a format that \(difference)"
    case .other(let name): problem = "is the format \(name); AWS takes the one for e-mail addresses"
    }
    throw rejection(
      text, problem, cause: "applications often begin with another format", action: Self.source(of: key))
  }
}
