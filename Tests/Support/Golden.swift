#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
public import Testing

/// Documents that are kept beside the tests and compared whole.
public enum Golden {
  /// Compares a text with `Tests/<Target>/Goldens/<relative path>`.
  ///
  /// Under `UPDATE_GOLDENS=1` a text that differs is written there, and the test fails all the same: accepting a change
  /// is a look at the difference and a commit, never a green run.
  public static func expect(
    _ text: String, at relativePath: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = self.path(relativePath, besides: filePath)
    let expected = try? TestFile.text(path)
    if let expected, Array(expected.utf8) == Array(text.utf8) { return }
    guard isUpdating else {
      let advice = "run the test with UPDATE_GOLDENS=1 and look at what changed"
      guard let expected else {
        Issue.record("there is no \(path); \(advice)", sourceLocation: sourceLocation)
        return
      }
      let found = difference(from: expected, to: text)
      Issue.record("\(relativePath): \(found)\n\(advice)", sourceLocation: sourceLocation)
      return
    }
    do {
      if let slash = path.lastIndex(of: "/") { try TestFile.makeDirectory(String(path[..<slash]), mode: 0o755) }
      try TestFile.write(text, to: path, mode: 0o644)
      Issue.record("wrote \(path); look at what changed and run again", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, "cannot update the golden document", sourceLocation: sourceLocation)
    }
  }

  /// What a golden document holds, for a test that has to wait until it is so; nil where there is none, or a new one is
  /// wanted.
  public static func text(at relativePath: String, filePath: String = #filePath) -> String? {
    isUpdating ? nil : try? TestFile.text(path(relativePath, besides: filePath))
  }

  /// The absolute path of a golden document of the test target that a source file belongs to.
  static func path(_ relativePath: String, besides filePath: String) -> String {
    let parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
    let tests = parts.lastIndex(of: "Tests") ?? max(0, parts.count - 2)
    return (parts.prefix(tests + 2) + ["Goldens", Substring(relativePath)]).joined(separator: "/")
  }

  private static var isUpdating: Bool {
    guard let value = unsafe getenv("UPDATE_GOLDENS") else { return false }
    return unsafe String(cString: value) == "1"
  }
}
