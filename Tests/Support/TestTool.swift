#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Programs of others that some tests need.
public enum TestTool {
  /// The path of a program in `PATH`, or among those that `make test` installed for the tests; nil where there is none.
  /// That one is missing is said loudly, once for each time that it is asked for: the tests that need it are then left out.
  public static func path(of name: String) -> String? {
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    for directory in path.split(separator: ":").map(String.init) + ["\(root)/.build/live-tools/bin"] {
      let candidate = directory + "/" + name
      if unsafe access(candidate, X_OK) == 0 { return candidate }
    }
    print("NOT TESTED: \(name) is not installed, and the tests that need it are left out")
    return nil
  }

  /// Whether a program is there.
  public static func isHere(_ name: String) -> Bool { path(of: name) != nil }
}
