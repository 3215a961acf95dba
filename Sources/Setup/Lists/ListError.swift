/// Why a file is no list of users or groups that could be judged. The description can quote the file: untrusted text.
public enum ListError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing is in it.
  case empty
  /// The bytes are no text in UTF-8 or UTF-16.
  case notText
  /// It is XML, HTML or something packed.
  case foreign(String)
  /// It is no CSV, from this line on.
  case csv(line: Int, reason: String)
  /// It is no JSON.
  case json(JSON.ReadingError)
  /// It is JSON that holds no list, or an entry that is none.
  case shape(String)
  /// It is one page of several.
  case partial(shown: Int, total: Int?)
  /// It has none of the columns that the entries are known by; those that it has.
  case noName([String])
  /// It is a list of users where groups are expected; the column that says so.
  case users(String)
  /// It has no such column; those that it has.
  case noColumn(String, among: [String])

  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .empty: "the file holds no entries"
    case .notText: "the file is no text in UTF-8 or UTF-16; save it as CSV UTF-8"
    case .foreign(let what): "the file is \(what); expected a list as CSV or as SCIM JSON"
    case .csv(let line, let reason): "line \(line): \(reason)"
    case .json(let error): error.description
    case .shape(let reason): reason
    case .partial(let shown, let total):
      "the file holds only \(shown)\(total.map { " of \($0)" } ?? "") entries; export all pages"
    case .noName(let columns):
      "the first line names no column that entries are known by; it has \(Self.list(columns))"
    case .users(let column):
      """
      the file is a list of users, for it has "\(SecretLookalike.repeated(column))"; signpost verify users --from FILE \
      judges it
      """
    case .noColumn(let name, let columns): "there is no column \"\(name)\"; there are \(Self.list(columns))"
    }
  }

  private static func list(_ columns: [String]) -> String {
    let shown = columns.prefix(30).map(SecretLookalike.repeated).joined(separator: ", ")
    return columns.count > 30 ? shown + " …" : shown
  }
}
