import Platform

extension PathCompleter {
  /// Completes the paths of files that there are. A directory that cannot be read completes to nothing.
  public static func onDisk(home: String?) -> PathCompleter {
    PathCompleter(home: home) { directory in
      let entries = (try? Directory.entries(of: directory.isEmpty ? "." : directory)) ?? []
      return entries.map { entry in
        Entry(name: entry.name, isDirectory: isDirectory(entry, in: directory))
      }
    }
  }

  private static func isDirectory(_ entry: Directory.Entry, in directory: String) -> Bool {
    switch entry.kind {
    case .directory: true
    case .symbolicLink: (try? Directory.entries(of: directory + entry.name)) != nil
    default: false
    }
  }
}
