#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension System {
  /// Has this process, and what it starts, leave no memory behind in a file when it crashes. That this may be refused
  /// is no reason to stop.
  static func forbidCoreFiles() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Glibc)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    #else
    _ = unsafe setrlimit(RLIMIT_CORE, &none)
    #endif
  }

  /// The user who may do anything.
  static let administrator: UInt32 = 0

  /// The user whose rights we have.
  static var effectiveUser: UInt32 {
    UInt32(geteuid())
  }

  /// Hands over the name and the value of each variable that the process was started with. What has no name, or no `=`,
  /// is left out.
  static func eachVariable(_ body: (_ name: String, _ value: String) -> Void) {
    #if canImport(Darwin)
    var next = unsafe _NSGetEnviron().pointee
    #else
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe environ
    #endif
    while let place = unsafe next, let entry = unsafe place.pointee {
      unsafe next = place + 1
      guard let equals = unsafe strchr(entry, 0x3D), unsafe equals > entry else { continue }
      let name = unsafe UnsafeRawBufferPointer(start: entry, count: equals - entry)
      unsafe body(String(decoding: name, as: UTF8.self), String(cString: equals + 1))
    }
  }

  #if canImport(Darwin)
  /// The name and the home of a user, from the system's directory.
  static func user(_ number: UInt32) -> (name: String, home: String)? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var space = [CChar](repeating: 0, count: 16 << 10)
    guard unsafe getpwuid_r(uid_t(number), &entry, &space, space.count, &found) == 0, unsafe found != nil else {
      return nil
    }
    return unsafe (String(cString: entry.pw_name), String(cString: entry.pw_dir))
  }
  #endif
}
