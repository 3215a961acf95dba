#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What `stat` says of a file, as far as we ask.
struct FileStatus: Equatable {
  let kind: FileKind
  let permissions: UInt32
  let owner: UInt32
  let links: Int
  let size: Int
  /// When the contents last changed.
  let modified: Timestamp
  let device: UInt64
  let inode: UInt64

  /// Whether both statuses are of one and the same file.
  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

extension FileStatus {
  init(_ found: stat) {
    kind = FileKind(mode: UInt32(found.st_mode))
    permissions = UInt32(found.st_mode) & 0o7777
    owner = UInt32(found.st_uid)
    links = Int(found.st_nlink)
    size = Int(found.st_size)
    #if canImport(Darwin)
    let change = found.st_mtimespec
    #else
    let change = found.st_mtim
    #endif
    modified = Timestamp(seconds: Int64(change.tv_sec), nanoseconds: Int32(change.tv_nsec))
    device = UInt64(truncatingIfNeeded: found.st_dev)
    inode = UInt64(truncatingIfNeeded: found.st_ino)
  }
}

extension FileKind {
  init(mode: UInt32) {
    switch mode_t(mode) & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .symbolicLink
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    case S_IFCHR, S_IFBLK: self = .device
    default: self = .unknown
    }
  }
}
