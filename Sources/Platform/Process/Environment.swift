/// What the process was given by whoever started it, and where it runs.
public enum Environment {
  /// The number of this process.
  public static var processIdentifier: Int32 {
    System.processIdentifier
  }
}
