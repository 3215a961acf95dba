/// What the process was given by whoever started it, and where it runs.
public enum Environment {
  /// The variables, by name. Where a name is there twice, the first counts, as it does for the C library.
  public static func snapshot() -> [String: String] {
    var variables = [String: String](minimumCapacity: 64)
    System.eachVariable { name, value in
      if variables[name] == nil { variables[name] = value }
    }
    return variables
  }

  /// The name of the user whose rights we have, to note who did something; a number (`user 1000`) where the user has no
  /// name here. Variables count last: they can be set to anything.
  public static func userName(variables: [String: String]) -> String {
    let number = System.effectiveUser
    return userName(number, known: user(number)?.name, variables: variables)
  }

  static func userName(_ number: UInt32, known: String?, variables: [String: String]) -> String {
    if let known, !known.isEmpty { return known }
    for variable in ["LOGNAME", "USER"] {
      if let name = variables[variable], !name.isEmpty { return name }
    }
    return "user \(number)"
  }

  /// The user's home: `HOME` where it is an absolute path, else what the system knows; nil where neither tells.
  public static func homeDirectory(variables: [String: String]) -> String? {
    if let home = variables["HOME"], home.utf8.first == UInt8(ascii: "/") { return home }
    guard let home = user(System.effectiveUser)?.home, home.utf8.first == UInt8(ascii: "/") else { return nil }
    return home
  }

  /// The absolute path of the directory that relative paths begin at.
  public static func currentDirectory() throws(PlatformError) -> String {
    try doing(.inspect, ".") { () throws(Errno) in try System.currentDirectory() }
  }

  /// From here on a crash leaves no memory behind in a file, ours or that of a program we start: for whoever is about to
  /// hold a secret.
  public static func forbidCoreFiles() {
    System.forbidCoreFiles()
  }

  #if canImport(Darwin)
  private static func user(_ number: UInt32) -> (name: String, home: String)? {
    System.user(number)
  }
  #else
  /// Read from the file itself: the C library's look-up loads further libraries at run time, which a fully static
  /// executable cannot do.
  private static func user(_ number: UInt32) -> (name: String, home: String)? {
    guard let list = try? File.read("/etc/passwd", limit: 8 << 20) else { return nil }
    return user(number, inList: String(decoding: list, as: UTF8.self))
  }
  #endif

  /// A line reads `name:x:1000:1000:Full Name:/home/name:/bin/sh`.
  static func user(_ number: UInt32, inList list: String) -> (name: String, home: String)? {
    for line in list.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count >= 6, UInt32(Substring(fields[2])) == number else { continue }
      return (String(Substring(fields[0])), String(Substring(fields[5])))
    }
    return nil
  }
}
