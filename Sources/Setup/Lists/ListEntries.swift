import Rules

/// One entry of a list, whatever the file's format: single texts by the name of their column.
struct ListEntry: Sendable, Equatable {
  let place: ListPlace
  /// By ``ListColumn/key``.
  var values: [String: String] = [:]
  /// What has several values, in JSON.
  var lists: [String: [String]] = [:]
  /// The names of members that hold an empty text, in JSON.
  var empty: [String] = []

  /// The value of the first of these columns that there is.
  func first(_ keys: [String]) -> String? { keys.lazy.compactMap { values[$0] }.first }
}

/// The entries of a file.
struct ListEntries: Sendable {
  /// The names as they are written in the file.
  let columns: [String]
  let all: [ListEntry]
  let isJSON: Bool

  /// Reads CSV or JSON.
  ///
  /// - Parameter members: the members of an object that can hold the list.
  init(_ bytes: [UInt8], members: [String]) throws(ListError) {
    let text = try ListText.utf8(of: bytes)
    let first = text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    if isJSON {
      let entries = try Self.entries(of: text, members: members)
      var names: [String] = []
      var seen: Set<String> = []
      all = entries.enumerated().map { index, object in
        var entry = ListEntry(place: .entry(index + 1))
        Self.take(object, into: &entry, prefix: "", names: &names, seen: &seen)
        return entry
      }
      columns = names
    } else {
      let table = try CSVTable(text)
      columns = table.header
      let keys = table.header.map { ListColumn($0).key }
      all = table.rows.map { row in
        var entry = ListEntry(place: .line(row.line))
        // Of two columns of one name the first counts.
        for (key, field) in zip(keys, row.fields) where entry.values[key] == nil { entry.values[key] = field }
        for key in keys.dropFirst(row.fields.count) where entry.values[key] == nil { entry.values[key] = "" }
        return entry
      }
    }
  }

  // MARK: JSON

  private static func entries(of text: [UInt8], members: [String]) throws(ListError) -> [[String: JSON]] {
    let json: JSON
    do throws(JSON.ReadingError) { json = try JSON(reading: text) } catch { throw .json(error) }
    guard let list = json.array ?? members.lazy.compactMap({ json[$0]?.array }).first else {
      throw .shape("the JSON is neither a list nor an object with a list named \(members.joined(separator: ", "))")
    }
    if let total = json["totalResults"]?.int, total > list.count { throw .partial(shown: list.count, total: total) }
    let next = ["NextToken", "nextCursor", "@odata.nextLink", "nextPageToken"].compactMap { json[$0]?.string }
    if next.contains(where: { !$0.isEmpty }) { throw .partial(shown: list.count, total: nil) }
    let objects = list.compactMap(\.object)
    guard objects.count == list.count else { throw .shape("an entry of the list is no object") }
    return objects
  }

  /// Takes the members of an object; those of `name` and `profile` count as the entry's own.
  private static func take(
    _ object: [String: JSON], into entry: inout ListEntry, prefix: String, names: inout [String],
    seen: inout Set<String>
  ) {
    func note(_ name: String) {
      if seen.insert(name).inserted { names.append(name) }
    }
    for (name, value) in object.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let key = ListColumn(name).key
      switch value {
      case .string(let text):
        note(name)
        entry.values[key] = text
        if text.isEmpty { entry.empty.append(prefix + name) }
      case .bool(let isTrue): entry.values[key] = isTrue ? "true" : "false"
      case .object(let inner) where key == "name" || key == "profile":
        take(inner, into: &entry, prefix: "\(prefix)\(name).", names: &names, seen: &seen)
      case .array(let values):
        let texts = values.compactMap { value in
          value.string ?? (value.object ?? [:]).first { ListColumn($0.key).key == "value" }?.value.string
        }
        entry.lists[key] = key == "addresses" ? values.map(\.compact) : texts
        if texts.contains("") { entry.empty.append("\(prefix)\(name).value") }
      case .null, .int, .number, .object: break
      }
    }
  }
}
