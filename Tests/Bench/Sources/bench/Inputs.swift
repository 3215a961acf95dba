#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files that are judged: made once, from a seed, and kept.
struct Inputs {
  let directory: String

  /// A file as an identity provider hands it out.
  var small: String { "\(directory)/small.xml" }

  /// How many entities the federations have.
  static let entities = [100, 1_000, 10_000]

  func aggregate(_ count: Int) -> String { "\(directory)/aggregate-\(count).xml" }

  var directoryOfFiles: String { "\(directory)/files" }

  var files: [String] { (0..<10_000).map { "\(directoryOfFiles)/\($0 / 100)/\($0 % 100).xml" } }

  /// Makes what is missing.
  func make() {
    mkdir(directory, 0o755)
    if access(small, R_OK) != 0 {
      var made = MadeMetadata(seed: 1)
      Self.write(to: small) { $0(made.small(1)) }
    }
    for count in Self.entities where access(aggregate(count), R_OK) != 0 {
      var made = MadeMetadata(seed: UInt64(count))
      Self.write(to: aggregate(count)) { put in
        put(MadeMetadata.opening)
        for number in 0..<count { put(made.entity(number)) }
        put(MadeMetadata.closing)
      }
    }
    let files = files
    guard let last = files.last, access(last, R_OK) != 0 else { return }
    var made = MadeMetadata(seed: 2)
    mkdir(directoryOfFiles, 0o755)
    for (number, file) in files.enumerated() {
      if number % 100 == 0 { mkdir("\(directoryOfFiles)/\(number / 100)", 0o755) }
      Self.write(to: file) { $0(made.small(number)) }
    }
  }

  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func write(to path: String, _ body: ((String) -> Void) -> Void) {
    guard let file = fopen(path + ".part", "w") else { return }
    body { fputs($0, file) }
    fclose(file)
    rename(path + ".part", path)
  }
}
