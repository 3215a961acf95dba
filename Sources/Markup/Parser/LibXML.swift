import CLibXML2

/// The one owner of a libxml2 push parser; nothing outside this file and the callbacks touches a pointer of the library.
@safe struct LibXML: ~Copyable {
  private let context: UnsafeMutablePointer<xmlParserCtxt>

  /// `xmlInitParser` must have run before threads share the library; a global is initialised once, whoever comes first.
  private static let isReady: Void = xmlInitParser()

  /// Makes a parser that reports to `builder`, which must stay where it is for as long as the parser lives.
  init?(reportingTo builder: UnsafeMutablePointer<TreeBuilder>, vocabulary: Vocabulary) {
    _ = LibXML.isReady
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
      unsafe TreeBuilder.at(user)?.pointee.parserError(error.pointee.code, level: error.pointee.level)
    }
    guard let context = unsafe cxml_push_context(&handler, builder) else { return nil }
    unsafe self.context = context
    for (index, entry) in vocabulary.entries.enumerated() {
      let namespace = unsafe UInt(bitPattern: cxml_intern(context, entry.namespace))
      let local = unsafe UInt(bitPattern: cxml_intern(context, entry.local))
      unsafe builder.pointee.terms.insert(Int16(index), namespace: namespace, local: local)
    }
  }

  deinit { unsafe xmlFreeParserCtxt(context) }

  /// Hands over whole constructs; what comes back comes through the sink.
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

  /// Bytes read so far, of those fed.
  var offset: Int { unsafe max(0, cxml_offset(context)) }
}
