import Console
import Markup
import Platform
import Reports

/// `signpost inspect`: what a metadata file says, without judging.
struct Inspect {
  let options: InspectOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let inspection: Inspection
    do throws(PlatformError) {
      inspection = try read()
    } catch { throw Failure(error) }
    switch options.format {
    case .human: program.output.sink.write(HumanInspection(inspection, appearance: program.output.appearance).text)
    case .json: program.output.sink.write(JSONInspection(inspection, tool: Program.tool).text)
    }
    return inspection.outcome.fault == nil ? .done : .findings
  }

  private func read() throws(PlatformError) -> Inspection {
    var file = try options.file.open()
    var inspector = DocumentInspector(path: options.file.argument, now: program.now)
    var buffer: [UInt8] = []
    while inspector.wantsMore, try file.read(into: &buffer, atMost: 1 << 16) > 0 {
      inspector.feed(buffer[...])
      buffer.removeAll(keepingCapacity: true)
    }
    return inspector.finish()
  }
}
