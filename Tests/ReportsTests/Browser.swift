import Platform
import SAML
import Support
import Testing

/// A real browser without a window. It reaches no network, and what it remembers lies in a directory of the test's own.
struct Browser {
  static let isInstalled = executable != nil
  static let isMissing = Comment(rawValue: "no Chromium is installed (Debian: chromium)")

  private static let executable: String? = {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    return names.lazy.compactMap { ChildProcess.find($0, in: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin") }.first
  }()

  let directory: TemporaryDirectory

  /// Opens a page of that name in the directory and gives the document as it is once the page has come to rest.
  ///
  /// - Parameter log: where the browser writes what it asked the network for; nil for nowhere.
  func document(of name: String, log: String? = nil) throws -> String {
    let executable = try #require(Self.executable)
    var arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(directory.path("profile"))", "--virtual-time-budget=5000",
    ]
    // The browser does not run as root within its own sandbox.
    if Support.isAdministrator { arguments.append("--no-sandbox") }
    if let log { arguments.append("--log-net-log=\(directory.path(log))") }
    let outcome = try ChildProcess.run(
      executable: executable, arguments: arguments + ["--dump-dom", "file://\(directory.path(name))"],
      environment: ["PATH": "/usr/bin:/bin", "HOME": directory.path, "LANG": "C.UTF-8"], deadline: .seconds(120),
      outputLimit: 16 << 20)
    #expect(outcome.ending == .exited(status: 0), "\(String(decoding: outcome.errors.suffix(2_000), as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// A page with a script of the test's own at its end, which plays the person and is allowed by its digest.
  ///
  /// What the script gives to `report` stands in the document as the text of the element `seen`.
  static func driven(_ page: String, by steps: String) -> String {
    let script = """
      (async () => {
        const report = value => {
          const seen = document.createElement('pre');
          seen.id = 'seen';
          seen.textContent = JSON.stringify(value);
          document.body.append(seen);
        };
        const moment = () => new Promise(resolve => setTimeout(resolve, 20));
        \(steps)
      })();
      """
    let bytes = Array(script.utf8)
    let digest = Base64.encode(Digest.sha256(bytes.span).bytes)
    return page.replacing("script-src '", with: "script-src 'sha256-\(digest)' '")
      .replacing("</body>", with: "<script>\(script)</script></body>")
  }

  /// What a driven page reported, as JSON.
  static func report(in document: String) -> String? {
    guard let start = document.firstRange(of: "<pre id=\"seen\">")?.upperBound,
      let end = document[start...].firstRange(of: "</pre>")?.lowerBound
    else { return nil }
    return String(document[start..<end])
  }
}
