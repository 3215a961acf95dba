@testable import Runs

/// What libFuzzer calls for each input; a claim that does not hold ends the program, so that the input is kept. The name of
/// the target is in the command line, as `--target=<name>`, which libFuzzer leaves alone.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do throws(Claim.Broken) {
    unsafe try chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  } catch {
    fatalError(error.description)
  }
}

private let chosen: Target = {
  let option = "--target="
  let name = CommandLine.arguments.first { $0.hasPrefix(option) }?.dropFirst(option.count)
  guard let target = name.flatMap({ Target(rawValue: String($0)) }) else {
    fatalError("expected \(option)<name>, one of \(Target.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return target
}()
