#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension System {
  /// The names in a directory, in the order of the file system, without `.` and `..`.
  static func names(in path: String) throws(Errno) -> [String] {
    let descriptor = try openFile(path, .directory)
    var opened = unsafe fdopendir(descriptor)
    while unsafe opened == nil && errno == EINTR { unsafe opened = fdopendir(descriptor) }
    guard let stream = unsafe opened else {
      let code = errno
      closeFile(descriptor)
      throw Errno(code)
    }
    defer { _ = unsafe closedir(stream) }
    // The records are as long as their names: a name is read where it lies, the record is never copied whole.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { throw Errno(ENOTSUP) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        let code = errno
        if code == EINTR { continue }
        guard code == 0 else { throw Errno(code) }
        return names
      }
      let name = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let text = unsafe String(cString: name)
      if text != "." && text != ".." { names.append(text) }
    }
  }

  /// The path of the same file through no link.
  static func canonicalPath(of path: String) throws(Errno) -> String {
    try checkName(path)
    guard let found = unsafe realpath(path, nil) else { throw Errno(errno) }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The directory that relative paths begin at.
  static func currentDirectory() throws(Errno) -> String {
    guard let path = unsafe getcwd(nil, 0) else { throw Errno(errno) }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
