/// What a document may be; each limit has its own fault.
///
/// Document size is not among them: memory grows with the largest element that is delivered whole, not with the input.
public struct Limits: Sendable {
  /// Bytes of one start tag, from `<` to `>`. libxml2 2.9.14 is quadratic in the attributes of one tag.
  public var startTagBytes = 16 * 1024
  /// Attributes of one start tag, namespace declarations included.
  public var attributes = 256
  /// Elements that may be open at once.
  public var depth = 64
  /// Bytes of one run of text, comment, processing instruction or CDATA section.
  public var textBytes = 1024 * 1024
  /// Bytes of one element that is delivered whole.
  public var elementBytes = 16 * 1024 * 1024
  /// Elements below one that is delivered whole.
  public var elements = 100_000
  /// Namespaces of the names in one element that is delivered whole; elements that are terms of the vocabulary do not
  /// count. They are searched one by one, and an index of them has 16 bits: no limit above 30,000 will do.
  public var namespaces = 1_000

  /// The limits of the product: far above any metadata that works, far below what hurts.
  public static let standard = Limits()

  /// Makes the standard limits, to be narrowed by the caller.
  public init() {}
}
