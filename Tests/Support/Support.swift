#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the test targets share.
public enum Support {
  /// The absolute path of an executable of this package, built with the tests that run now, or the one that
  /// `SIGNPOST_BINARIES` has in the directory that it names: the release, for what is run very often.
  ///
  /// It lies beside the test bundle, whose path is the command that runs (Linux) or an argument of it (macOS).
  public static func binary(named name: String, filePath: String = #filePath) throws -> String {
    if let directory = unsafe getenv("SIGNPOST_BINARIES").map({ unsafe String(cString: $0) }) {
      return absolute(directory) + "/" + name
    }
    var tried: [String] = []
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      var path = absolute(argument)
      while let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        path = String(path[..<slash])
        let candidate = path + "/" + name
        if isProgram(candidate) { return candidate }
        tried.append(candidate)
        if path.hasSuffix("/.build") { break }
      }
    }
    let parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
    if let tests = parts.lastIndex(of: "Tests") {
      let candidate = parts.prefix(tests).joined(separator: "/") + "/.build/debug/" + name
      if isProgram(candidate) { return candidate }
      tried.append(candidate)
    }
    throw SupportFailure("there is no built \(name); looked for: " + tried.joined(separator: ", "))
  }

  /// The variables by which whoever runs the tests watches a program from inside: where it notes which lines ran, and how
  /// and where a sanitizer works. A program that a test starts needs them too.
  public static let watching: [String: String] = {
    var variables: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "TEST_TMPDIR"] {
      if let value = unsafe getenv(name) { unsafe variables[name] = String(cString: value) }
    }
    if let value = unsafe getenv("LLVM_PROFILE_FILE").map({ unsafe String(cString: $0) }),
      let slash = value.lastIndex(of: "/")
    {
      // Its own few files, written to as the tests' are: the marks of that are behind the first percent sign.
      variables["LLVM_PROFILE_FILE"] = value[...slash] + "program" + value[slash...].drop { $0 != "%" }
    }
    return variables
  }()

  /// Whether a sanitizer watches, which by itself takes more memory than any cap of a test, and reads `/proc`.
  public static let isSanitized = watching["ASAN_OPTIONS"] != nil || watching["TSAN_OPTIONS"] != nil

  /// How many seconds a wait lasts that only a hang ever brings to its end: longer than a program ever takes that a
  /// sanitizer watches, or that waits for its turn on a busy machine.
  public static let patience: Double = 120

  /// A word as a shell takes it for itself and nothing more.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// Whether the tests run with the rights of the administrator, whom no permission holds back.
  public static var isAdministrator: Bool {
    geteuid() == 0
  }

  /// Does something as a user whom permissions hold back, whoever runs the tests: for the child process of an exit test
  /// only.
  public static func withoutPrivileges<Result>(_ body: () throws -> Result) throws -> Result {
    guard isAdministrator else { return try body() }
    guard seteuid(65_534) == 0 else { throw SupportFailure("cannot become nobody: error \(errno)") }
    defer { _ = seteuid(0) }
    return try body()
  }

  /// Changes the mask of permissions of this whole process: for the child process of an exit test only.
  public static func setCreationMask(_ mask: UInt32) {
    _ = umask(mode_t(mask))
  }

  /// Lets no file of this process grow beyond so many bytes, as a full disk would; for exit tests only.
  public static func limitFileSize(to bytes: Int) {
    var limit = rlimit()
    #if canImport(Darwin)
    _ = unsafe getrlimit(RLIMIT_FSIZE, &limit)
    limit.rlim_cur = rlim_t(bytes)
    _ = unsafe setrlimit(RLIMIT_FSIZE, &limit)
    #else
    _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = rlim_t(bytes)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #endif
    // The signal would end the process; what we want to see is the error of the call.
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  #if canImport(Glibc)
  /// Lets this process begin no thread any more, as where there are too many: for the child process of an exit test only.
  /// The administrator, whom no such limit holds, becomes nobody for good.
  public static func forbidThreads() throws {
    if isAdministrator {
      guard setuid(65_534) == 0 else { throw SupportFailure("cannot become nobody: error \(errno)") }
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(__rlimit_resource_t(__RLIMIT_NPROC.rawValue), &none) == 0 else {
      throw SupportFailure("cannot limit processes: error \(errno)")
    }
  }
  #endif

  /// Sends a signal to this whole process, which takes it on any of its threads, now or a little later: for the child
  /// process of an exit test only.
  public static func signalThisProcess(_ number: Int32) {
    _ = kill(getpid(), number)
  }

  /// Puts a pipe that holds this text, and then ends, in the place of standard input: for the child process of an exit
  /// test only.
  public static func feedStandardInput(_ text: String) throws {
    let pipe = try TestPipe()
    try pipe.send(text)
    guard dup2(pipe.reader, 0) == 0 else { throw SupportFailure("cannot change standard input: error \(errno)") }
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let current = unsafe getcwd(nil, 0) else { return path }
    defer { unsafe free(current) }
    return unsafe String(cString: current) + "/" + path
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }
}
