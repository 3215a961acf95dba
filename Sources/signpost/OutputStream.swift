import Console
import Platform

/// One of the process's streams as a sink: it keeps the first thing that went wrong, for whoever claims success later.
final class OutputStream {
  private var output: Platform.Output
  private(set) var failure: PlatformError?

  init(descriptor: Int32, named name: String) {
    output = Platform.Output(descriptor: descriptor, named: name)
  }

  func write(_ text: String) {
    guard failure == nil else { return }
    do throws(PlatformError) {
      try output.write(text)
    } catch { failure = error }
  }

  func flush() {
    guard failure == nil else { return }
    do throws(PlatformError) {
      try output.flush()
    } catch { failure = error }
  }
}
