#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A directory (0700) for one test, gone with everything in it when the test is done with it.
public struct TemporaryDirectory: Sendable {
  /// Its absolute path.
  public let path: String

  /// The path of a name in it.
  public func path(_ name: String) -> String {
    path + "/" + name
  }

  /// The names in it, in order.
  public var names: [String] { Self.names(in: path).sorted() }

  /// Makes a directory, hands it to the body, and removes it whatever the body does.
  ///
  /// - Parameter parent: where it is made; nil for where the environment wants such directories.
  public static func with<Result>(in parent: String? = nil, _ body: (TemporaryDirectory) throws -> Result) throws
    -> Result
  {
    let directory = try make(in: parent)
    defer { remove(directory.path) }
    return try body(directory)
  }

  /// Makes a directory, hands it to the body, and removes it whatever the body does.
  public static func with<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryDirectory) async throws -> sending Result
  ) async throws -> sending Result {
    let directory = try make()
    defer { remove(directory.path) }
    return try await body(directory)
  }

  static func make(in parent: String? = nil) throws -> TemporaryDirectory {
    let parent = unsafe parent ?? getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/signpost-test-XXXXXX").utf8CString)
    guard let made = unsafe mkdtemp(&template) else { throw SupportFailure("cannot make a directory in \(parent)") }
    return TemporaryDirectory(path: unsafe String(cString: made))
  }

  static func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      _ = unsafe chmod(path, 0o700)
      for name in names(in: path) { remove(path + "/" + name) }
      _ = unsafe rmdir(path)
    } else {
      _ = unsafe unlink(path)
    }
  }

  private static func names(in path: String) -> [String] {
    guard let stream = unsafe opendir(path), let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    defer { _ = unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let text = unsafe String(cString: name)
      if text != "." && text != ".." { names.append(text) }
    }
    return names
  }
}

/// What keeps the tests' own tools from working; a test that meets it fails.
public struct SupportFailure: Error, CustomStringConvertible {
  /// What went wrong.
  public let description: String

  /// A failure in these words.
  public init(_ description: String) {
    self.description = description
  }
}
