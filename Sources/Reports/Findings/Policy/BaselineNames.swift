/// What files are called in a baseline: by their paths from the directory in which it lies, wherever the program runs.
public struct BaselineNames: Sendable {
  /// The directory of the baseline and that in which the program runs, both from the root; nil: paths stay as given.
  private let directories: (own: [Substring], current: [Substring])?

  /// Leaves paths as they were given.
  public init() { directories = nil }

  /// Names files beside a baseline.
  ///
  /// - Parameters:
  ///   - baseline: the path of the baseline.
  ///   - current: the path, from the root, of the directory in which the program runs.
  public init(beside baseline: String, from current: String) {
    let here = Self.parts(of: current, in: [])
    directories = (Self.parts(of: baseline, in: here).dropLast(), here)
  }

  /// What a file is called; one that does not lie below the baseline keeps its path.
  func name(of path: String) -> String {
    guard let directories, path != ValidationReport.File.standardInput else { return ArtifactAddress(path).path }
    let parts = Self.parts(of: path, in: directories.current)
    guard parts.starts(with: directories.own) else { return ArtifactAddress(path).path }
    return parts.dropFirst(directories.own.count).joined(separator: "/")
  }

  /// The names on the way from the root to what a path in a directory names.
  private static func parts(of path: String, in directory: [Substring]) -> [Substring] {
    path.split(separator: "/").reduce(into: path.hasPrefix("/") ? [] : directory) { parts, part in
      switch part {
      case ".": break
      case "..": parts = parts.dropLast()
      default: parts.append(part)
      }
    }
  }
}
