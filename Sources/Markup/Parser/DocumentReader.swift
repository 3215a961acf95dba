/// Reads one XML document as it comes, and hands over one element tree at a time.
///
/// The tree of the root element is handed over whole, unless the root is one of the `containers`: then each element inside
/// it comes alone, nested containers likewise, so that memory follows the largest element and not the document.
///
/// ```swift
/// var reader = DocumentReader(vocabulary: .saml, containers: [.entitiesDescriptor]) { part in … }
/// while reader.wantsMore, let bytes = nextBytes() { reader.feed(bytes) }
/// let outcome = reader.finish()
/// ```
@safe public struct DocumentReader: ~Copyable {
  /// What is handed over while a document is read.
  public enum Part: Sendable {
    /// A container's start tag: its name and attributes, nothing inside.
    case opened(Element)
    /// An element with everything below it.
    case element(Element)
    /// The innermost open container has ended.
    case closed
  }

  /// What is known of a document once it has been read.
  public struct Outcome: Sendable {
    /// Why it could not be read to its end; nil for a well-formed document.
    public let fault: Fault?
    /// How the bytes were encoded.
    public let encoding: SourceEncoding
    /// The document began with a byte-order mark.
    public let hasByteOrderMark: Bool
    /// The encoding that the declaration names.
    public let declaredEncoding: String?
    /// Unicode scalars read, a byte-order mark not counted.
    public let characters: Int
  }

  private let builder: UnsafeMutablePointer<TreeBuilder>
  private var parser: LibXML?
  private let limits: Limits
  private var decoder = Decoder()
  private var start: [UInt8] = []
  private var hasStarted = false
  private var isOver = false
  private var markLength = 0
  private var declaration: Declaration?
  private var fed = 0
  private var result: Fault?

  /// Makes a reader; `deliver` is called while bytes are fed, in document order.
  public init(
    vocabulary: Vocabulary, containers: [Term] = [], limits: Limits = .standard,
    deliver: @escaping (Part) -> Void
  ) {
    self.limits = limits
    unsafe builder = .allocate(capacity: 1)
    unsafe builder.initialize(
      to: TreeBuilder(limits: limits, containers: containers, deliver: deliver))
    parser = unsafe LibXML(reportingTo: builder, vocabulary: vocabulary)
  }

  deinit {
    unsafe builder.deinitialize(count: 1)
    unsafe builder.deallocate()
  }

  /// Whether more bytes can change anything: false once a fault is known.
  public var wantsMore: Bool { result == nil }

  /// Takes the next bytes of the document.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while !rest.isEmpty, wantsMore {
      let piece = rest.prefix(1 << 16)
      rest = rest.dropFirst(piece.count)
      if hasStarted {
        decode(piece)
      } else {
        start += piece
        if start.count >= Prolog.reach { begin(isWhole: false) }
      }
    }
  }

  /// Says that there are no more bytes, and what has been found.
  public mutating func finish() -> Outcome {
    if !isOver {
      isOver = true
      if !hasStarted, wantsMore { begin(isWhole: true) }
      if wantsMore { close() }
      if wantsMore { parser?.rest() }
      parser = nil
    }
    return Outcome(
      fault: result, encoding: decoder.encoding, hasByteOrderMark: markLength > 0,
      declaredEncoding: declaration?.encoding, characters: decoder.characters)
  }

  // MARK: The first bytes

  private mutating func begin(isWhole: Bool) {
    let prolog = Prolog(firstBytes: start)
    hasStarted = true
    markLength = prolog.markLength
    decoder.encoding = prolog.encoding
    var preview: [UInt8] = []
    var trial = decoder
    // However many bytes came at once, no more of them count than when they come one by one.
    let first = start.prefix(Prolog.reach).dropFirst(prolog.markLength)
    _ = trial.decode(first, origin: 0, into: &preview)
    if isWhole, start.dropFirst(prolog.markLength).allSatisfy({ isWhitespace($0) || $0 == 0 }) {
      return stop(.empty, SourceRange(0, 0))
    }
    if prolog.isUTF32 { return stop(.unsupportedEncoding("UTF-32"), SourceRange(0, 0)) }
    let sample = prolog.encoding == .utf8 ? first : preview[...]
    if let foreign = ForeignContent(firstBytes: sample) { return stop(.foreign(foreign), SourceRange(0, 0)) }
    unsafe builder.pointee.window.reserveCapacity(start.count)
    // The mark is no character, but it is a byte of the file: places count from behind it.
    unsafe builder.pointee.skipMark(prolog.encoding == .utf8 ? prolog.markLength : 0)
    declare(preview[...])
    if wantsMore { decode(start[prolog.markLength...]) }
    start = []
  }

  /// Reads the declaration and settles the encoding.
  private mutating func declare(_ preview: ArraySlice<UInt8>) {
    let text = preview.drop(while: isWhitespace)
    let origin = unsafe builder.pointee.origin
    if text.startIndex > preview.startIndex, Declaration.begins(text) {
      return stop(.textBeforeDeclaration, SourceRange(origin, origin + text.startIndex - preview.startIndex))
    }
    guard let declaration = Declaration(preview) else { return }
    self.declaration = declaration
    let range = SourceRange(origin, origin + declaration.length)
    if declaration.isMalformed { return stop(.malformedDeclaration, range) }
    if let version = declaration.version, version != "1.0" { return stop(.unsupportedVersion(version), range) }
    guard let name = declaration.encoding else { return }
    let isWide = decoder.encoding == .utf16LittleEndian || decoder.encoding == .utf16BigEndian
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii":
      if isWide { stop(.contradictoryEncoding(declared: name, actual: decoder.encoding), range) }
    case "utf-16", "utf-16le", "utf-16be":
      if !isWide { stop(.contradictoryEncoding(declared: name, actual: decoder.encoding), range) }
    case "iso-8859-1", "latin1", "iso-latin-1", "iso_8859-1":
      if isWide || markLength > 0 {
        stop(.contradictoryEncoding(declared: name, actual: decoder.encoding), range)
      } else {
        decoder.encoding = .latin1
      }
    default: stop(.unsupportedEncoding(name), range)
    }
  }

  // MARK: Bytes

  private mutating func decode(_ bytes: ArraySlice<UInt8>) {
    let builder = unsafe builder
    let origin = unsafe builder.pointee.origin
    let problem = unsafe decoder.decode(bytes, origin: origin, into: &builder.pointee.window)
    let obstacle = unsafe builder.pointee.scan()
    release()
    guard wantsMore else { return }
    if let obstacle { return refuse(obstacle.kind, obstacle.range) }
    if let problem { return refuse(problem.kind, problem.range) }
    if unsafe builder.pointee.subtreeLength > limits.elementBytes {
      let end = unsafe builder.pointee.scanner.released
      return stop(.limit(.elementBytes(limits.elementBytes)), SourceRange(end - 1, end))
    }
    unsafe builder.pointee.trimWindow()
  }

  /// Feeds libxml2 what the scanner has released.
  private mutating func release(isLast: Bool = false) {
    guard parser != nil else { return stop(.notWellFormed(code: 0), SourceRange(0, 0)) }
    let released = unsafe isLast ? builder.pointee.end : builder.pointee.scanner.released
    let origin = unsafe builder.pointee.origin
    let from = max(fed, unsafe builder.pointee.firstByte)
    guard released > from || isLast else { return }
    let piece = unsafe builder.pointee.window[(from - origin)..<max(from - origin, released - origin)]
    fed = released
    parser?.feed(piece, isLast: isLast)
    settle()
  }

  private mutating func close() {
    let end = unsafe builder.pointee.end
    if let problem = unsafe decoder.finish(origin: builder.pointee.origin, output: builder.pointee.window) {
      return refuse(problem.kind, problem.range)
    }
    if unsafe builder.pointee.scanner.released < end || builder.pointee.scanner.depth > 0 {
      return refuse(.unexpectedEnd(open: unsafe builder.pointee.innermostName), SourceRange(end, end))
    }
    if unsafe !builder.pointee.scanner.sawRoot { return stop(.noRoot, SourceRange(end, end)) }
    release(isLast: true)
  }

  // MARK: Faults

  /// Turns what the callbacks have recorded into the document's fault.
  private mutating func settle() {
    if let complaint = unsafe builder.pointee.complaint {
      let (kind, range) = unsafe builder.pointee.explain(complaint)
      unsafe builder.pointee.settle(kind, range)
    }
    if let fault = unsafe builder.pointee.fault { stop(fault.kind, fault.range) }
  }

  /// Stops at what libxml2 has not been given. It reads some of what it was given only when more comes: what it complains
  /// of there comes first, however the bytes were cut.
  private mutating func refuse(_ kind: Fault.Kind, _ range: SourceRange) {
    parser?.feed([], isLast: true)
    if let complaint = unsafe builder.pointee.complaint, !complaint.isOfEnd, complaint.offset < fed || endsReference {
      settle()
    }
    stop(kind, range)
  }

  /// Whether what libxml2 has been given ends where a reference may end: nothing is missing for a complaint about that one.
  private var endsReference: Bool {
    let place = unsafe fed - 1 - builder.pointee.origin
    return unsafe place >= 0 && place < builder.pointee.window.count
      && builder.pointee.window[place] == UInt8(ascii: ";")
  }

  private mutating func stop(_ kind: Fault.Kind, _ range: SourceRange) {
    guard result == nil else { return }
    parser?.stop()
    unsafe builder.pointee.silence()
    result = unsafe builder.pointee.located(kind, range)
  }
}
