public import Setup

/// Why the groups of a live system are not known.
public struct GroupsUnknown: Error, Sendable {
  /// The question that was not answered as it should be, and what came of it.
  public let stage: LiveStage
  /// Whether somebody asked us to stop.
  public let isInterrupted: Bool
}
