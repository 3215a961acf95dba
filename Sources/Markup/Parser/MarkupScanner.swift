/// Finds the markup in UTF-8 bytes before libxml2 sees them: where each tag and attribute stands, and what is too long.
///
/// libxml2 decides what is well-formed; this decides where things are, so that places do not depend on the library's
/// version, and what may reach it at all. Only whole constructs are released.
struct MarkupScanner {
  /// A start or end tag; offsets count from the document's first byte.
  struct Tag {
    var start: Int
    var end = 0
    /// Bytes of the name in a start tag, and of its prefix with the colon; nobody asks of an end tag's but in a complaint.
    var nameLength = 0
    var prefixLength = 0
    var firstAttribute: Int
    var attributeCount = 0
    var isEnd = false
    var isEmpty = false
  }

  /// An attribute as written.
  struct Attribute {
    var nameStart: Int
    var nameLength = 0
    var prefixLength = 0
    var valueStart = 0
    var valueLength = 0
    var isNamespaceDeclaration = false
  }

  /// Why scanning stopped for good.
  typealias Problem = (kind: Fault.Kind, range: SourceRange)

  let limits: Limits
  /// Tags found and not yet taken, and their attributes.
  private(set) var tags: [Tag] = []
  private(set) var attributes: [Attribute] = []
  /// Index of the next tag to take.
  private(set) var head = 0
  /// Everything before this offset is made of whole constructs.
  private(set) var released = 0
  private(set) var depth = 0
  private(set) var sawRoot = false
  private var textLength = 0
  /// Where the document begins.
  private(set) var first = 0

  init(limits: Limits) { self.limits = limits }

  /// The next tag, which libxml2 is about to report.
  var next: Tag? { head < tags.count ? tags[head] : nil }

  /// Takes the next tag.
  mutating func take() -> Tag? {
    guard head < tags.count else { return nil }
    head += 1
    return tags[head - 1]
  }

  /// Begins at an offset other than 0.
  mutating func skip(to offset: Int) {
    released = offset
    first = offset
  }

  /// Forgets the tags that were taken.
  mutating func compact() {
    guard head > 0 else { return }
    if head == tags.count {
      tags.removeAll(keepingCapacity: true)
      attributes.removeAll(keepingCapacity: true)
    } else {
      let kept = tags[head].firstAttribute
      attributes.removeFirst(kept)
      tags.removeFirst(head)
      for index in tags.indices { tags[index].firstAttribute -= kept }
    }
    head = 0
  }

  /// Scans what has come since; `window[0]` is the byte at `origin`.
  mutating func scan(_ window: Span<UInt8>, origin: Int) -> Problem? {
    var position = released - origin
    defer { released = origin + position }
    while position < window.count {
      if window[position] != UInt8(ascii: "<") {
        let end =
          window.place(of: UInt8(ascii: "<"), from: position, before: window.count) ?? endOfText(window, from: position)
        if end == position { return nil }
        if let problem = text(window, from: position, to: end, origin: origin) { return problem }
        position = end
        continue
      }
      textLength = 0
      switch construct(window, at: position, origin: origin) {
      case .whole(let end): position = end
      case .cut: return tooLong(window.count - position, at: origin + position)
      case .problem(let problem): return problem
      }
    }
    return nil
  }

  // MARK: Constructs

  /// What stands at a `<`.
  enum Construct {
    case whole(end: Int)
    case cut
    case problem(Problem)
  }

  /// Where text ends that may go on. Brackets wait for what comes: libxml2 knows `]]>` only when it comes as a whole.
  private func endOfText(_ window: Span<UInt8>, from start: Int) -> Int {
    var end = window.count
    while depth > 0, end > max(start, window.count - 2), window[end - 1] == UInt8(ascii: "]") { end -= 1 }
    return end
  }

  private mutating func text(_ window: Span<UInt8>, from start: Int, to end: Int, origin: Int) -> Problem? {
    textLength += end - start
    if depth == 0 {
      for place in start..<end where !isWhitespace(window[place]) {
        return (sawRoot ? .contentAfterRoot(.text) : .textBeforeRoot, SourceRange(origin + place, origin + end))
      }
    }
    guard textLength > limits.textBytes else { return nil }
    return (.limit(.textBytes(limits.textBytes)), SourceRange(origin + end - textLength, origin + end))
  }

  private mutating func construct(_ window: Span<UInt8>, at start: Int, origin: Int) -> Construct {
    guard start + 1 < window.count else { return .cut }
    switch window[start + 1] {
    case UInt8(ascii: "/"):
      return endTag(window, at: start, origin: origin)
    case UInt8(ascii: "?"):
      return instruction(window, at: start, origin: origin)
    case UInt8(ascii: "!"):
      return declaration(window, at: start, origin: origin)
    default:
      if depth == 0, sawRoot { return stray(window, at: start, origin: origin, opening: 1) }
      return startTag(window, at: start, origin: origin)
    }
  }

  private mutating func endTag(_ window: Span<UInt8>, at start: Int, origin: Int) -> Construct {
    if depth == 0 { return stray(window, at: start, origin: origin, opening: 2) }
    guard let end = window.place(of: UInt8(ascii: ">"), from: start, before: window.count) else { return .cut }
    tags.append(
      Tag(start: origin + start, end: origin + end + 1, firstAttribute: attributes.count, isEnd: true))
    depth -= 1
    return .whole(end: end + 1)
  }

  // MARK: Start tags

  private mutating func startTag(_ window: Span<UInt8>, at start: Int, origin: Int) -> Construct {
    var tag = Tag(start: origin + start, firstAttribute: attributes.count)
    var position = start + 1
    (tag.nameLength, tag.prefixLength) = MarkupScanner.name(window, at: &position)
    let ceiling = start + limits.startTagBytes
    while true {
      while position < window.count, isWhitespace(window[position]) { position += 1 }
      if position >= ceiling { return tagTooLong(tag) }
      guard position < window.count else { return cutTag(tag) }
      let byte = window[position]
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
        position += 1
        continue
      }
      guard let attribute = attribute(window, at: &position, origin: origin, ceiling: ceiling) else {
        return position >= ceiling ? tagTooLong(tag) : cutTag(tag)
      }
      attributes.append(attribute)
      tag.attributeCount += 1
      if tag.attributeCount > limits.attributes {
        return .problem(
          (.limit(.attributes(limits.attributes)), SourceRange(tag.start, origin + min(position, window.count))))
      }
    }
    tag.isEmpty = window[position - 1] == UInt8(ascii: "/")
    tag.end = origin + position + 1
    sawRoot = true
    if !tag.isEmpty { depth += 1 }
    if depth > limits.depth {
      return .problem((.limit(.depth(limits.depth)), SourceRange(tag.start, tag.end)))
    }
    tags.append(tag)
    return .whole(end: position + 1)
  }

  /// Reads `name="value"`; nil where it does not end in the window or before the ceiling.
  private func attribute(
    _ window: Span<UInt8>, at position: inout Int, origin: Int, ceiling: Int
  ) -> Attribute? {
    var attribute = Attribute(nameStart: origin + position)
    let nameStart = position
    (attribute.nameLength, attribute.prefixLength) = MarkupScanner.name(window, at: &position)
    if attribute.nameLength == 0 { position += 1 }
    attribute.isNamespaceDeclaration =
      attribute.nameLength >= 5 && window.holds("xmlns", at: nameStart)
      && (attribute.nameLength == 5 || attribute.prefixLength == 6)
    while position < window.count, isWhitespace(window[position]) { position += 1 }
    let hasSign = position < window.count && window[position] == UInt8(ascii: "=")
    if hasSign { position += 1 }
    while position < window.count, isWhitespace(window[position]) { position += 1 }
    guard position < window.count, position < ceiling else { return nil }
    let quote = window[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      guard hasSign else { return attribute }
      // Whatever stands there, such as a typographic quote, is libxml2's to refuse. A quote at its end begins nothing: taken
      // for a beginning it would swallow all the tags up to the document's end, and the fault would seem to lie there.
      let limit = min(window.count, ceiling)
      while position < limit, !isWhitespace(window[position]), window[position] != UInt8(ascii: ">") { position += 1 }
      return position < limit ? attribute : nil
    }
    let valueStart = position + 1
    let limit = max(valueStart, min(window.count, ceiling))
    guard let end = window.place(of: quote, from: valueStart, before: limit) else {
      position = min(window.count, ceiling)
      return nil
    }
    attribute.valueStart = origin + valueStart
    attribute.valueLength = end - valueStart
    position = end + 1
    return attribute
  }

  private mutating func cutTag(_ tag: Tag) -> Construct {
    attributes.removeSubrange(tag.firstAttribute...)
    return .cut
  }

  private func tagTooLong(_ tag: Tag) -> Construct {
    let range = SourceRange(tag.start, tag.start + limits.startTagBytes)
    return .problem((.limit(.startTagBytes(limits.startTagBytes)), range))
  }

  /// Reads a name up to white space, `=`, `/`, `>` or a quote; gives its length and that of its prefix with the colon.
  private static func name(_ window: Span<UInt8>, at position: inout Int) -> (length: Int, prefix: Int) {
    let start = position
    var prefix = 0
    while position < window.count {
      let byte = window[position]
      // Letters are what names are made of; everything that ends one lies below them.
      if byte < 0x40 {
        if byte == UInt8(ascii: ":") {
          if prefix == 0 { prefix = position + 1 - start }
        } else if endsName(byte) {
          break
        }
      }
      position += 1
    }
    return (position - start, prefix)
  }

  /// Whether a byte cannot be part of a name.
  static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "<"):
      true
    default: isWhitespace(byte)
    }
  }
}
