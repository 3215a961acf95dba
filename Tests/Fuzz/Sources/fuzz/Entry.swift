/// What libFuzzer calls for each input. The name of the target is in the command line, as `--target=<name>`, which
/// libFuzzer leaves alone.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  unsafe chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let chosen: Target = {
  let option = "--target="
  let name = CommandLine.arguments.first { $0.hasPrefix(option) }?.dropFirst(option.count)
  guard let target = name.flatMap({ Target(rawValue: String($0)) }) else {
    fatalError("expected \(option)<name>, one of \(Target.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()
