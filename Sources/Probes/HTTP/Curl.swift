import Platform

/// The command `curl`, for single requests that only read.
///
/// Everything that matters goes in by a pipe, as a configuration: the address and above all the token are in no argument
/// and in no variable. The user's own `.curlrc` is not read, nothing is followed anywhere, and there are limits to how
/// long it takes and how much it brings.
public struct Curl: Sendable {
  /// The program.
  public let tool: Tool
  private let environment: [String: String]
  /// How long one question may take, with a second try.
  let patience: Duration

  /// The largest answer that is taken, in bytes, with its headers.
  static let sizeLimit = 1 << 20

  /// - Parameters:
  ///   - environment: the variables of our own process; of them only those about the network are passed on.
  ///   - patience: how long one question may take, with a second try where there is one.
  public init(_ tool: Tool, environment: [String: String], patience: Duration = .seconds(30)) {
    self.tool = tool
    self.environment = environment.networkSettings
    self.patience = patience
  }

  /// The settings of the environment that decide how a server is reached, by the names of their variables. What stands
  /// before an `@` in the address of a proxy is covered: it may be a password.
  public var settings: [(name: String, value: String)] {
    environment.sorted { $0.key < $1.key }.map { name, value in
      guard name.lowercased().hasSuffix("_proxy"), let at = value.lastIndex(of: "@") else { return (name, value) }
      let start = value.firstRange(of: "://")?.upperBound ?? value.startIndex
      return (name, start < at ? value[..<start] + "••••" + value[at...] : value)
    }
  }

  /// Asks for what is at an address.
  ///
  /// - Parameters:
  ///   - url: `https`, or plain `http` for a server on this very machine.
  ///   - isLocal: whether it is such a server, for which there is no proxy.
  ///   - rest: how long it may take, where that is less.
  func get(
    _ url: String, token: BearerToken, isLocal: Bool, within rest: Duration? = nil
  ) throws(NetworkFault) -> HTTPAnswer {
    let time = min(rest ?? patience, patience)
    let outcome: ChildProcess.Outcome
    do throws(PlatformError) {
      try Interrupt.install()
      outcome = try ChildProcess.run(
        executable: tool.path, arguments: ["--disable", "--config", "-"],
        environment: environment.merging(["LC_ALL": "C"]) { $1 },
        input: configuration(url, token: token, isLocal: isLocal, seconds: max(1, time.components.seconds)),
        deadline: time + .seconds(5),
        outputLimit: Self.sizeLimit)
    } catch { throw NetworkFault(.other, error.description) }
    let said = token.covered(in: message(of: outcome))
    switch outcome.ending {
    case .exited(status: 0):
      guard let answer = HTTPAnswer(outcome.output) else { throw NetworkFault(.answer, "no head of an answer") }
      return answer
    case .exited(let status): throw NetworkFault(curlStatus: status, message: said, asking: url)
    case .signalled(let number): throw NetworkFault(.other, "curl was ended by signal \(number)")
    case .deadlinePassed: throw NetworkFault(.time, "curl was ended after \(time.components.seconds) seconds")
    case .tooMuchOutput: throw NetworkFault(.size, "more than \(Self.sizeLimit) bytes")
    case .interrupted: throw NetworkFault(.interrupted)
    }
  }

  /// The configuration, in the format of `curl --config`.
  private func configuration(_ url: String, token: BearerToken, isLocal: Bool, seconds: Int64) -> [UInt8] {
    var lines: [[UInt8]] = [
      "silent", "show-error", "include", "suppress-connect-headers", "globoff", "tlsv1.2",
      // Without a word of compression in the request an answer that is compressed stays so, whatever it would become.
      "connect-timeout = 10", "max-time = \(seconds)", "max-filesize = \(Self.sizeLimit)",
      "proto = \"=\(isLocal ? "http,https" : "https")\"", "max-redirs = 0",
    ].map { Array($0.utf8) }
    if isLocal { lines.append(Array("noproxy = \"*\"".utf8)) }
    lines.append(Self.option("header", Array("Accept: application/scim+json, application/json".utf8)))
    lines.append(Self.option("header", token.header))
    lines.append(Self.option("url", Array(url.utf8)))
    return Array(lines.joined(separator: [0x0A])) + [0x0A]
  }

  /// Between quotation marks only a backslash and a quotation mark mean something.
  private static func option(_ name: String, _ value: [UInt8]) -> [UInt8] {
    var line = Array("\(name) = \"".utf8)
    for byte in value {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { line.append(UInt8(ascii: "\\")) }
      line.append(byte)
    }
    return line + [UInt8(ascii: "\"")]
  }

  /// The first line of what the program complained of, cut, without the number that stands before it.
  private func message(of outcome: ChildProcess.Outcome) -> String {
    let first = outcome.errors.split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let start =
      first.hasPrefix("curl: (") ? first.firstRange(of: ") ")?.upperBound ?? first.startIndex : first.startIndex
    return String(first[start...].prefix(200))
  }
}
