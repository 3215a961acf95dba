/// A calendar as another program reads it: RFC 5545 to the letter, and nothing besides what an export should hold.
struct CalendarReading {
  struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
  }

  struct Property: Equatable {
    let name: String
    let parameters: [String: String]
    let value: String

    /// The value as a text, its escapes taken away.
    func text() throws -> String {
      var text = ""
      var rest = value.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        switch scalar {
        case ";", ",": throw Problem("\(name): a bare \(scalar)")
        case "\\":
          switch rest.popFirst() {
          case "n"?, "N"?: text += "\n"
          case let escaped? where "\\;,".unicodeScalars.contains(escaped): text.unicodeScalars.append(escaped)
          default: throw Problem("\(name): an escape that there is not")
          }
        default: text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
  }

  final class Component {
    let name: String
    var properties: [Property] = []
    var components: [Component] = []
    init(_ name: String) { self.name = name }

    func only(_ name: String) throws -> Property {
      let found = properties.filter { $0.name == name }
      guard found.count == 1 else { throw Problem("\(self.name) has \(found.count) \(name)") }
      return found[0]
    }
  }

  let calendar: Component
  var events: [Component] { calendar.components }

  init(_ document: String) throws {
    var open: [Component] = []
    var whole: Component?
    for line in try Self.lines(document) {
      let property = try Self.property(line)
      switch property.name {
      case "BEGIN":
        guard whole == nil else { throw Problem("something follows the calendar") }
        open.append(Component(property.value))
      case "END":
        guard let ended = open.popLast(), ended.name == property.value else { throw Problem("END:\(property.value)") }
        if let outer = open.last { outer.components.append(ended) } else { whole = ended }
      default:
        guard let component = open.last else { throw Problem("outside of every component: \(line)") }
        component.properties.append(property)
      }
    }
    guard open.isEmpty, let whole, whole.name == "VCALENDAR" else { throw Problem("no whole calendar") }
    calendar = whole
    try check()
  }

  // MARK: Lines

  /// The lines, unfolded.
  private static func lines(_ document: String) throws -> [String] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var bytes = Array(document.utf8)[...]
    func end() throws {
      guard line.count <= 75 else { throw Problem("a line of \(line.count) octets") }
      guard String(validating: line, as: UTF8.self) != nil else { throw Problem("a character is cut apart") }
      if line.first == 0x20 {
        guard !lines.isEmpty else { throw Problem("nothing goes before the first line") }
        lines[lines.count - 1] += line.dropFirst()
      } else {
        guard !line.isEmpty else { throw Problem("an empty line") }
        lines.append(line)
      }
      line = []
    }
    while let byte = bytes.popFirst() {
      switch byte {
      case 0x0D:
        guard bytes.popFirst() == 0x0A else { throw Problem("a bare CR") }
        try end()
      case 0x0A: throw Problem("a bare LF")
      case 0..<0x20, 0x7F: throw Problem("the control \(byte)")
      default: line.append(byte)
      }
    }
    guard line.isEmpty else { throw Problem("the last line does not end") }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func property(_ line: String) throws -> Property {
    guard let colon = line.firstIndex(of: ":") else { throw Problem("no colon: \(line)") }
    let head = line[..<colon].split(separator: ";", omittingEmptySubsequences: false)
    var parameters: [String: String] = [:]
    for part in head.dropFirst() {
      let pair = part.split(separator: "=", omittingEmptySubsequences: false)
      guard pair.count == 2 else { throw Problem("a parameter without a value: \(line)") }
      parameters[String(pair[0])] = String(pair[1])
    }
    guard let name = head.first, !name.isEmpty, name.utf8.allSatisfy({ $0 == 0x2D || (0x41...0x5A).contains($0) })
    else { throw Problem("no name: \(line)") }
    return Property(name: String(name), parameters: parameters, value: String(line[line.index(after: colon)...]))
  }

  // MARK: What has to be there

  private func check() throws {
    guard try calendar.only("VERSION").value == "2.0" else { throw Problem("the version") }
    _ = try calendar.only("PRODID").text()
    guard !events.isEmpty else { throw Problem("a calendar without a component") }
    for event in events {
      guard event.name == "VEVENT" else { throw Problem("a \(event.name)") }
      for name in ["UID", "SUMMARY", "DESCRIPTION"] { _ = try event.only(name).text() }
      guard try event.only("DTSTAMP").value.wholeMatch(of: #/\d{8}T\d{6}Z/#) != nil else { throw Problem("DTSTAMP") }
      let start = try event.only("DTSTART")
      let isDay = start.parameters == ["VALUE": "DATE"] && start.value.wholeMatch(of: #/\d{8}/#) != nil
      let isTime = start.parameters == [:] && start.value.wholeMatch(of: #/\d{8}T\d{6}Z/#) != nil
      guard isDay || isTime else { throw Problem("DTSTART") }
      guard try Int(event.only("SEQUENCE").value) != nil else { throw Problem("SEQUENCE") }
      for alarm in event.components {
        guard alarm.name == "VALARM", try alarm.only("ACTION").value == "DISPLAY" else { throw Problem("an alarm") }
        _ = try alarm.only("DESCRIPTION").text()
        let trigger = try alarm.only("TRIGGER").value
        guard isDay ? trigger.wholeMatch(of: #/-P\d+DT\d+H/#) != nil : trigger == "PT0S" else {
          throw Problem("TRIGGER")
        }
      }
    }
    let names = try events.map { try $0.only("UID").value }
    guard Set(names).count == names.count else { throw Problem("two events of one UID") }
  }
}
