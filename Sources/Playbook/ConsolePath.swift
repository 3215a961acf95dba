/// Where in which console a step is done.
public struct ConsolePath: Sendable, Equatable {
  /// Another way to the same place, in older consoles or another edition.
  public struct Alternative: Sendable, Equatable {
    /// Which console shows this way.
    public let edition: String
    /// The labels to follow, outermost first.
    public let path: [Label]

    /// Another way to the same place.
    public init(_ edition: String, _ path: [Label]) {
      self.edition = edition
      self.path = path
    }
  }

  /// The console, as people call it.
  public let console: String
  /// Its address, where one serves everybody; AWS consoles by their address in the partition `aws`.
  public let url: String?
  /// The labels to follow, outermost first; empty where the step begins on the console's first page.
  public let path: [Label]
  /// Other ways to the same place.
  public let alternatives: [Alternative]

  /// A place in a console.
  public init(_ console: String, url: String? = nil, path: [Label] = [], alternatives: [Alternative] = []) {
    self.console = console
    self.url = url
    self.path = path
    self.alternatives = alternatives
  }
}
