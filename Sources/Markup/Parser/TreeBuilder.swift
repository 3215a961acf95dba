import CLibXML2

/// Receives libxml2's events and builds trees from them: structure and decoded values from the library, places from the
/// scanner. Pointers of the library die in here.
struct TreeBuilder {
  var scanner: MarkupScanner
  /// The terms at the addresses of the parser that reports.
  var terms = TermTable(capacity: 0)
  let containers: [Term]
  let limits: Limits
  let deliver: (DocumentReader.Part) -> Void

  /// The bytes that may still be needed, UTF-8, and the offset of the first.
  var window: [UInt8] = []
  var origin = 0
  private var cursor = SourcePosition.start
  private var cursorPrevious: UInt8 = 0
  private var cursorOffset = 0

  /// The first fault; everything after it is an echo.
  private(set) var fault: (kind: Fault.Kind, range: SourceRange)?
  /// The code of libxml2's first error, and the offset at which it stood then.
  private(set) var complaint: Complaint?

  private var isSilent = false
  /// Offset of the first byte that is no byte-order mark.
  private(set) var firstByte = 0

  /// Whether each open container is an empty tag, outermost first; they have been delivered as opened.
  private var openContainers: [Bool] = []
  /// Offset from which places in the subtree under construction count: the start of its first line, where that is near.
  private var base = 0
  private var open: [Int32] = []
  private var nodes: [Node] = []
  private var attributes: [AttributeRecord] = []
  private var runs: [TextRun] = []
  private var lastRunIsBlank = false
  private var decoded: [UInt8] = []
  /// Names of namespaces, which trees share; see `mostSharedNamespaces`.
  private var namespaces: [String] = []
  /// Where libxml2 keeps each of them: it passes one address per distinct string of a parse.
  private var namespaceAddresses: [UInt] = []
  /// How many of them earlier trees have left, and a bit for each of those that this tree names as well.
  private var inheritedNamespaces = 0
  private var namedAgain: UInt64 = 0
  /// How many of them the tree under construction names.
  private var namedNamespaces: Int { namespaces.count - inheritedNamespaces + namedAgain.nonzeroBitCount }

  init(
    limits: Limits, containers: [Term], deliver: @escaping (DocumentReader.Part) -> Void
  ) {
    scanner = MarkupScanner(limits: limits)
    self.containers = containers
    self.limits = limits
    self.deliver = deliver
  }

  /// The builder behind the user pointer of a callback.
  @unsafe static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
    unsafe user?.assumingMemoryBound(to: TreeBuilder.self)
  }

  /// The name of the innermost open element, if any.
  var innermostName: String? {
    guard let last = open.last else { return nil }
    let start = base - origin + Int(nodes[Int(last)].start) + 1
    return String(decoding: window[start..<(start + Int(nodes[Int(last)].nameLength))], as: UTF8.self)
  }

  // MARK: Faults

  /// Records the first fault, at the tag that comes next or at `range`.
  mutating func report(_ kind: Fault.Kind, _ range: SourceRange? = nil) {
    guard fault == nil, complaint == nil else { return }
    let next = scanner.next.map { SourceRange($0.start, $0.end) }
    fault = (kind, range ?? next ?? SourceRange(scanner.released, scanner.released))
  }

  /// Records libxml2's code of its first error; warnings are no errors, namespace errors are.
  ///
  /// - Parameter offset: where the parser stands, in the bytes that it was fed.
  mutating func parserError(_ code: CInt, level: xmlErrorLevel, at offset: Int) {
    guard fault == nil, complaint == nil, level != XML_ERR_WARNING, level != XML_ERR_NONE else { return }
    // A namespace may have a name that is no URI: the document is well-formed, and says what it says.
    let error = xmlParserErrors(UInt32(bitPattern: code))
    guard error != XML_WAR_NS_URI, error != XML_WAR_NS_URI_RELATIVE else { return }
    complaint = Complaint(code: code, offset: firstByte + offset)
  }

  /// Replaces the library's complaint by a fault of ours.
  mutating func settle(_ kind: Fault.Kind, _ range: SourceRange) {
    complaint = nil
    fault = (kind, range)
  }

  private var isStopped: Bool { fault != nil || complaint != nil || isSilent }

  /// Ignores what the library still says.
  mutating func silence() { isSilent = true }

  /// A fault with its place and its line.
  func located(_ kind: Fault.Kind, _ range: SourceRange) -> Fault {
    var here = self
    let start = here.position(at: range.lowerBound)
    var end = here.position(at: min(range.upperBound, range.lowerBound + Excerpt.reach))
    // A character that was refused is no part of the window, and one character long all the same.
    if range.count > 0, end == start { end.column += 1 }
    let excerpt = Excerpt(of: window[...], around: range.lowerBound - origin, range.upperBound - origin)
    return Fault(kind: kind, range: range, start: start, end: end, excerpt: excerpt)
  }

  // MARK: Events

  @unsafe mutating func startElement(
    _ name: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?, _ count: Int,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard !isStopped else { return }
    guard let tag = scanner.take(), !tag.isEnd else { return report(.notWellFormed(code: 0)) }
    let term = terms.term(namespace: UInt(bitPattern: namespace), local: UInt(bitPattern: name))
    let isContainer = open.isEmpty && term >= 0 && containers.contains(Term(UInt16(term)))
    if open.isEmpty {
      base = startOfLine(before: tag.start)
    } else if nodes.count >= limits.elements {
      return report(.limit(.elements(limits.elements)), SourceRange(tag.start, tag.end))
    }
    if let parent = open.last { dropBlankRun(of: parent) }
    var node = Node(
      term: term, parent: open.last ?? -1, start: relative(tag.start), contentStart: relative(tag.end),
      nameLength: UInt16(clamping: tag.nameLength), prefixLength: UInt16(clamping: tag.prefixLength),
      firstAttribute: Int32(attributes.count), isEmptyTag: tag.isEmpty, firstRun: Int32(runs.count))
    if term < 0 { node.namespace = unsafe self.namespace(at: namespace) }
    unsafe take(tag, count, values)
    node.attributeCount = UInt16(clamping: attributes.count - Int(node.firstAttribute))
    guard namedNamespaces <= limits.namespaces else {
      return report(.limit(.namespaces(limits.namespaces)), SourceRange(tag.start, tag.end))
    }
    open.append(Int32(nodes.count))
    nodes.append(node)
    if isContainer {
      openContainers.append(tag.isEmpty)
      close(contentEnd: tag.end, end: tag.end)
      deliver(.opened(takeTree().root))
    }
  }

  mutating func endElement() {
    guard !isStopped else { return }
    guard let last = open.last else {
      if openContainers.popLast() == false { _ = scanner.take() }
      return deliver(.closed)
    }
    if nodes[Int(last)].isEmptyTag {
      let end = base + Int(nodes[Int(last)].contentStart)
      close(contentEnd: end, end: end)
    } else if let tag = scanner.take() {
      close(contentEnd: tag.start, end: tag.end)
    }
    if open.isEmpty { deliver(.element(takeTree().root)) }
  }

  @unsafe mutating func characters(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard !isStopped, let current = open.last, let bytes = unsafe bytes, count > 0 else { return }
    let start = decoded.count
    let text = unsafe UnsafeBufferPointer(start: bytes, count: count)
    let isBlank = unsafe text.allSatisfy(isWhitespace)
    unsafe decoded.append(contentsOf: text)
    if let last = runs.last, last.node == current, Int(last.start + last.count) == start {
      runs[runs.count - 1].count += Int32(count)
      lastRunIsBlank = lastRunIsBlank && isBlank
    } else {
      runs.append(TextRun(node: current, start: Int32(start), count: Int32(count)))
      lastRunIsBlank = isBlank
    }
  }

  mutating func interruption() {
    if let current = open.last { nodes[Int(current)].isInterrupted = true }
  }

  // MARK: Building

  private func relative(_ offset: Int) -> Int32 { Int32(clamping: offset - base) }

  /// White space between elements is layout: the bytes keep it, the text does not. What was decoded of it belongs to no run.
  private mutating func dropBlankRun(of node: Int32) {
    guard lastRunIsBlank, let last = runs.last, last.node == node else { return }
    lastRunIsBlank = false
    runs.removeLast()
  }

  private mutating func close(contentEnd: Int, end: Int) {
    guard let index = open.popLast().map(Int.init) else { return }
    nodes[index].next = Int32(nodes.count)
    if index + 1 < nodes.count { dropBlankRun(of: Int32(index)) }
    nodes[index].contentEnd = relative(contentEnd)
    nodes[index].end = relative(end)
  }

  @unsafe private mutating func namespace(at name: UnsafePointer<UInt8>?) -> Int16 {
    guard let name = unsafe name else { return -1 }
    let place = unsafe place(ofNamespace: name)
    if place < inheritedNamespaces { namedAgain |= 1 << UInt64(place) }
    return Int16(clamping: place)
  }

  @unsafe private mutating func place(ofNamespace name: UnsafePointer<UInt8>) -> Int {
    let address = UInt(bitPattern: name)
    if let known = namespaceAddresses.lastIndex(of: address) { return known }
    let text = unsafe String(cString: name)
    if let known = namespaces.lastIndex(of: text) { return known }
    namespaces.append(text)
    namespaceAddresses.append(address)
    return namespaces.count - 1
  }

  /// Joins the tag's attributes as written with libxml2's as decoded; both come in document order.
  @unsafe private mutating func take(
    _ tag: MarkupScanner.Tag, _ count: Int, _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard count > 0, let values = unsafe values else { return }
    var position = tag.firstAttribute
    let end = position + tag.attributeCount
    for index in 0..<count {
      while position < end, scanner.attributes[position].isNamespaceDeclaration { position += 1 }
      guard position < end else { return }
      let written = scanner.attributes[position]
      position += 1
      // libxml2: five pointers each: local name, prefix, URI, value, end of value.
      guard let lower = unsafe values[index * 5 + 3], let upper = unsafe values[index * 5 + 4] else { continue }
      let value = unsafe UnsafeBufferPointer(start: lower, count: upper - lower)
      var decodedStart: Int32 = -1
      if unsafe value.count != written.valueLength || !window.span.holds(value, at: written.valueStart - origin) {
        decodedStart = Int32(decoded.count)
        unsafe decoded.append(contentsOf: value)
        restoreAmpersands(from: Int(decodedStart))
      }
      attributes.append(
        AttributeRecord(
          namespace: unsafe self.namespace(at: values[index * 5 + 2]),
          prefixLength: UInt16(clamping: written.prefixLength), nameStart: relative(written.nameStart),
          nameLength: Int32(clamping: written.nameLength), valueStart: relative(written.valueStart),
          valueLength: Int32(clamping: written.valueLength), decodedStart: decodedStart,
          decodedLength: Int32(clamping: decodedStart < 0 ? 0 : decoded.count - Int(decodedStart))))
    }
  }

  /// Undoes what libxml2 does to `&amp;` in attribute values where entities are not expanded: it hands out `&#38;`, and no
  /// other `&`, so that its own tree builder can parse the value once more.
  private mutating func restoreAmpersands(from start: Int) {
    var position = start
    while let found = decoded[position...].firstIndex(of: UInt8(ascii: "&")) {
      if decoded[found...].starts(with: "&#38;".utf8) { decoded.removeSubrange((found + 1)..<(found + 5)) }
      position = found + 1
    }
  }

  // MARK: The window

  /// Passes over a byte-order mark of this many bytes.
  mutating func skipMark(_ count: Int) {
    firstByte = count
    origin = count
    cursorOffset = count
    scanner.skip(to: count)
  }

  /// Scans the bytes that have come since.
  mutating func scan() -> MarkupScanner.Problem? {
    let bytes = window
    return scanner.scan(bytes.span, origin: origin)
  }

  private func startOfLine(before offset: Int) -> Int {
    let floor = max(origin, offset - Excerpt.reach)
    let line = window[(floor - origin)..<(offset - origin)]
    guard let end = line.lastIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return line.first.map { $0 & 0xC0 == 0x80 } == true ? offset : floor
    }
    return origin + end + 1
  }

  /// The place of an offset that is not before the last one asked for.
  mutating func position(at offset: Int) -> SourcePosition {
    let target = min(max(offset, cursorOffset), origin + window.count)
    let bytes = window
    let passed = bytes.span.extracting((cursorOffset - origin)..<(target - origin))
    cursor.advance(over: passed, previous: &cursorPrevious)
    cursorOffset = target
    return cursor
  }

  /// Moves what was built into a tree of its own.
  private mutating func takeTree() -> Tree {
    let end = base + Int(nodes.first?.end ?? 0)
    let position = position(at: base)
    let tree = Tree(
      nodes: nodes, attributes: attributes, runs: runs, decoded: decoded, namespaces: namespaces,
      bytes: Array(window[(base - origin)..<(end - origin)]), origin: base, originPosition: position,
      originPrevious: cursorPrevious)
    nodes = []
    attributes = []
    runs = []
    decoded = []
    if namespaces.count > Self.mostSharedNamespaces {
      namespaces = []
      namespaceAddresses = []
    }
    inheritedNamespaces = namespaces.count
    namedAgain = 0
    return tree
  }

  /// One tree after the other names the same few namespaces. A document that goes on to name others starts afresh, for
  /// each look-up goes through all of them. No more than `namedAgain` has bits.
  private static let mostSharedNamespaces = 64

  /// Lets go of the bytes that nothing needs any more.
  mutating func trimWindow() {
    scanner.compact()
    let needed = open.isEmpty ? min(scanner.next?.start ?? scanner.released, scanner.released) : base
    let kept = max(origin, open.isEmpty ? needed - Excerpt.reach : needed)
    guard kept - origin > 1 << 16 else { return }
    _ = position(at: kept)
    window.removeFirst(kept - origin)
    origin = kept
  }

  /// The length of what is under construction, in bytes.
  var subtreeLength: Int { open.isEmpty ? 0 : origin + window.count - base }
}
