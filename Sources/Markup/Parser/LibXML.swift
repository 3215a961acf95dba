import CLibXML2
import Synchronization

/// The one owner of a libxml2 push parser; nothing outside this file and the callbacks touches a pointer of the library.
@safe struct LibXML: ~Copyable {
  private let context: UnsafeMutablePointer<xmlParserCtxt>
  private let terms: TermTable
  private let vocabulary: Int
  private var isResting = false

  /// `xmlInitParser` must have run before threads share the library; a global is initialised once, whoever comes first.
  private static let isReady: Void = xmlInitParser()

  /// Makes a parser that reports to `builder`, which must stay where it is for as long as the parser lives; or takes one
  /// that has read another document with this vocabulary, and knows its names already.
  init?(reportingTo builder: UnsafeMutablePointer<TreeBuilder>, vocabulary: Vocabulary) {
    _ = LibXML.isReady
    self.vocabulary = vocabulary.number
    if let idle = IdleParsers.take(for: vocabulary.number), unsafe cxml_reuse(idle.context, builder) == 0 {
      unsafe context = unsafe idle.context
      terms = idle.terms
      unsafe builder.pointee.terms = terms
      return
    }
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      unsafe TreeBuilder.at(user)?.pointee.startElement(name, namespace, Int(count), attributes)
    }
    unsafe handler.endElementNs = { user, _, _, _ in unsafe TreeBuilder.at(user)?.pointee.endElement() }
    unsafe handler.characters = { user, bytes, count in
      unsafe TreeBuilder.at(user)?.pointee.characters(bytes, Int(count))
    }
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.comment = { user, _ in unsafe TreeBuilder.at(user)?.pointee.interruption() }
    unsafe handler.processingInstruction = { user, _, _ in unsafe TreeBuilder.at(user)?.pointee.interruption() }
    // The scanner refuses a document type before it gets here; this is the second lock on the same door.
    unsafe handler.internalSubset = { user, _, _, _ in unsafe TreeBuilder.at(user)?.pointee.report(.documentType) }
    unsafe handler.serror = { user, error in
      guard let error = unsafe error else { return }
      let context = unsafe error.pointee.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self)
      let offset = unsafe context.map { unsafe max(0, cxml_offset($0)) } ?? 0
      unsafe TreeBuilder.at(user)?.pointee.parserError(error.pointee.code, level: error.pointee.level, at: offset)
    }
    guard let context = unsafe cxml_push_context(&handler, builder) else { return nil }
    unsafe self.context = context
    func address(of name: String) -> UInt {
      var name = name
      return name.withUTF8 { unsafe UInt(bitPattern: cxml_intern(context, $0.baseAddress, CInt($0.count))) }
    }
    var terms = TermTable(capacity: vocabulary.names.reduce(0) { $0 + $1.locals.count })
    var term: Int16 = 0
    for (namespace, locals) in vocabulary.names {
      let namespace = address(of: namespace)
      for local in locals where term < Vocabulary.mostNames {
        terms.insert(term, namespace: namespace, local: address(of: local))
        term += 1
      }
    }
    self.terms = terms
    unsafe builder.pointee.terms = terms
  }

  deinit {
    guard isResting, IdleParsers.keep(unsafe IdleParser(context: context, terms: terms, vocabulary: vocabulary)) else {
      return unsafe xmlFreeParserCtxt(context)
    }
  }

  /// Says that the parser has come to the end of a document without a complaint, so that it may read another.
  mutating func rest() { isResting = true }

  /// Hands over whole constructs; what comes back comes through the builder's callbacks.
  borrowing func feed(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
    var rest = bytes
    repeat {
      // The length is a C int; no piece comes near its end.
      let piece = rest.prefix(1 << 24)
      rest = rest.dropFirst(piece.count)
      unsafe piece.withUnsafeBytes { buffer in
        _ = unsafe xmlParseChunk(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count),
          isLast && rest.isEmpty ? 1 : 0)
      }
    } while !rest.isEmpty
  }

  /// Makes the parser ignore what it still holds.
  borrowing func stop() { unsafe cxml_stop(context) }
}

/// A parser between two documents.
@safe private struct IdleParser: @unchecked Sendable {
  let context: UnsafeMutablePointer<xmlParserCtxt>
  let terms: TermTable
  let vocabulary: Int
}

/// Idle parsers for reuse, at most one per reading thread.
private enum IdleParsers {
  private static let parsers = Mutex<[IdleParser]>([])
  /// More threads than that do not read at once.
  private static let most = 64
  /// A parser that has met so many names holds other people's memory, and is let go.
  private static let mostNames: Int32 = 4_096

  static func take(for vocabulary: Int) -> IdleParser? {
    parsers.withLock { parsers in
      guard let index = parsers.lastIndex(where: { $0.vocabulary == vocabulary }) else { return nil }
      return parsers.remove(at: index)
    }
  }

  /// Takes a parser, or says that it is not wanted.
  static func keep(_ parser: IdleParser) -> Bool {
    parsers.withLock { parsers in
      guard parsers.count < most, unsafe cxml_names(parser.context) < mostNames else { return false }
      parsers.append(parser)
      return true
    }
  }
}
