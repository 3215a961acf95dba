/// A command for GitHub's runner, as a line of its log: `::error file=idp.xml,line=3::message`.
///
/// The runner takes the escapes of a value away once it has divided the line; so whatever stands in a value, the line stays
/// one command. Values are to be safe to show already: text as `##[error]` is a command of an older syntax wherever it
/// stands, and has no escape.
struct WorkflowCommand {
  /// `error`, `warning` or `notice`.
  let name: String
  /// Names and values, in the order in which they are written.
  let properties: [(name: String, value: String)]
  let message: String

  /// The command, without a line feed at its end.
  var line: String {
    let written = properties.map { "\($0.name)=\(Self.escaped($0.value, isProperty: true))" }.joined(separator: ",")
    return "::\(name)\(written.isEmpty ? "" : " ")\(written)::\(Self.escaped(message, isProperty: false))"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      let escape: String? =
        switch scalar {
        case "%": "%25"
        case "\r": "%0D"
        case "\n": "%0A"
        case ":": isProperty ? "%3A" : nil
        case ",": isProperty ? "%2C" : nil
        default: nil
        }
      if let escape { written += escape } else { written.unicodeScalars.append(scalar) }
    }
    return written
  }
}
