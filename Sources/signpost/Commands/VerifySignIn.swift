import Console
import Playbook
import Probes
import Reports
import Setup

/// `signpost verify sign-in`: where a person signs in, and what they should see. Nobody is asked anything: that the
/// sign-in works is proved by the person's word, or by the response that `diagnose` reads.
struct VerifySignIn {
  let options: VerifyOptions
  let program: Program

  func run() throws(Failure) -> ExitStatus {
    let setup = try SetUps(program).look(program)
    let guide = SignInGuide(setup.progress, name: setup.name)
    guard guide.portal != nil else {
      throw .couldNot(
        "the set-up \(untrusted: setup.name.text) does not know the AWS access portal URL yet: "
          + "\(program.command("setup", for: setup.name))")
    }
    switch options.format {
    case .human: program.output.print(guide.text(for: program.output.appearance))
    case .json: program.output.sink.write(guide.json(now: program.now))
    }
    if options.opens { try open(guide.pages) }
    return .done
  }

  private func open(_ pages: [String]) throws(Failure) {
    let browser: Browser
    do throws(Browser.Absence) {
      browser = try Browser.find(environment: program.environment)
    } catch { throw .couldNot("no page was opened: \(error.words)") }
    for page in pages where (try? browser.open(page)) != true {
      throw .couldNot("the browser did not take a page; open it by hand: \(untrusted: page)")
    }
  }
}
