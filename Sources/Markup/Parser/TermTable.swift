/// Finds the term of an element by the addresses of its names.
///
/// libxml2 passes one address per distinct string of a parse (its dictionary's), so two integers are compared instead of
/// two strings. The addresses are only compared, never followed.
struct TermTable {
  private struct Slot {
    var namespace: UInt = 0
    var local: UInt = 0
    var term: Int16 = -1
  }

  private var slots: [Slot]
  private let mask: Int

  /// Makes an empty table for up to `capacity` terms.
  init(capacity: Int) {
    var size = capacity > 0 ? 64 : 1
    while size < capacity * 4 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  mutating func insert(_ term: Int16, namespace: UInt, local: UInt) {
    guard namespace != 0, local != 0 else { return }
    var position = place(namespace, local)
    while slots[position].term >= 0 { position = (position + 1) & mask }
    slots[position] = Slot(namespace: namespace, local: local, term: term)
  }

  /// The term of a name, or -1.
  func term(namespace: UInt, local: UInt) -> Int16 {
    var position = place(namespace, local)
    while true {
      let slot = slots[position]
      if slot.term < 0 || (slot.local == local && slot.namespace == namespace) { return slot.term }
      position = (position + 1) & mask
    }
  }

  private func place(_ namespace: UInt, _ local: UInt) -> Int {
    let mixed = (local >> 3) &* 0x9E37_79B1 ^ (namespace >> 4)
    return Int(truncatingIfNeeded: mixed ^ mixed >> 15) & mask
  }
}
