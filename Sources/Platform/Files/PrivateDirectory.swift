/// A directory that nobody else may look into, for files that another program is to read; it goes with its files when
/// the value does.
public struct PrivateDirectory: ~Copyable {
  /// Its path.
  public let path: String
  private var files: [String] = []

  /// Makes a directory with a name of its own (0700).
  public init(in parent: String) throws(PlatformError) {
    var refusal = PlatformError(.create, parent, .system(code: 0))
    for _ in 0..<8 {
      let name = "signpost-" + String(UInt64.random(in: 0 ... .max), radix: 36)
      let path = Directory.path(of: name, in: parent)
      do {
        try System.makeDirectory(path)
        self.path = path
        return
      } catch {
        refusal = PlatformError(.create, path, error)
        // A name that is taken, by whomever, is never used.
        guard System.isTaken(error) else { break }
      }
    }
    throw refusal
  }

  deinit {
    for file in files { try? System.remove(file) }
    try? System.removeDirectory(path)
  }

  /// Writes a file in it (0600), and gives its path.
  public mutating func write(_ contents: [UInt8], as name: String) throws(PlatformError) -> String {
    let file = Directory.path(of: name, in: path)
    files.append(file)
    try File.create(path: file, contents: contents)
    return file
  }
}
