#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Environment {
  /// Ends the process with a status, as `exit(3)` does.
  public static func end(with status: Int32) -> Never { exit(status) }
}
