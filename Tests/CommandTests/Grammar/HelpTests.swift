import Console
import Support
import Testing

@testable import signpost

@Suite struct HelpTests {
  let help = Help(grammar: .signpost, appearance: .plain)

  @Test func overview() {
    #expect(
      help.overview.rendered(.plain) == """
        Signpost connects an external identity provider to AWS IAM Identity Center.

        Examples
          signpost setup okta
              start or resume the guided set-up for Okta
          signpost validate idp.xml aws.xml
              judge both metadata files, and whether they match
          signpost status
              what is done, and what is next

        Usage
          signpost <command> [<flags>] [<arguments>]

        Commands
          setup        start or resume the guided set-up
          status       show what is done, next and stale, and the dates ahead
          step         close, skip, reopen, annotate or answer steps
          log          show who did what and when, with which evidence
          validate     judge SAML metadata, one file or a pair
          inspect      show what a metadata file says, without judging it
          compare      what changed, and whether that costs sign-ins
          export       write the checklist as a document to hand over
          import       take ticks, values and notes back from an edited export
          verify       ask the live systems, and judge exported lists
          diagnose     explain a SAML response, a CloudTrail event or an error
          generate     write files for other tools from the set-up's values
          rules        list the rules that validate applies
          explain      explain one rule or one step in full
          config       show the settings of validate
          completions  print what lets a shell complete command lines
          man          print the manual page, for man to show
          help         help about a command or a topic

        Topics
          configuration  the file .signpost.json: what may stand in it
          environment    the environment variables that are read
          exit-status    what each exit status means
          formats        what each --format is, and where it is described

        Everywhere
          --name SETUP          the set-up; needed if there are several
          --store DIR           where set-ups are kept; else $SIGNPOST_STORE, a
                                .signpost directory here or above, or the user's state
                                directory
          --now TIME            the time that counts as now, such as
                                2026-11-21T00:00:00Z
          --color WHEN          colour in the output: auto, always, never (default auto)
          --quiet               no progress and no hints; findings and errors are still
                                printed
          --help                print help, for a command if one is given
          --version             print the version

        Exit status: 0 done, 1 findings, 2 bad usage, 3 could not do it, 4 input needed,
          130 interrupted

        More about a command: signpost <command> --help
        """)
  }

  @Test func command() {
    #expect(
      help.page(for: ["validate"])?.rendered(.plain) == """
        signpost validate: judge SAML metadata, one file or a pair

        Examples
          signpost validate idp.xml aws.xml
              judge both sides, and whether they match
          signpost validate --idp idp.xml --aws aws.xml
              the same, and report swapped files
          signpost validate aws.xml --acs-url https://… --entity-id https://…
              compare what a console shows with AWS's file, character by character
          signpost validate metadata/ --fail-on warning --format concise
              for a pipeline: a directory, one line per finding, and warnings count
          signpost validate idp.xml aws.xml --format sarif --output findings.sarif
              for code scanning; junit, github and markdown are for build servers and
              pull requests
          signpost validate metadata/ --write-baseline baseline.json
              what is there today is known; --baseline baseline.json then fails on what
              is new
          curl -s https://example.com/metadata | signpost validate -
              metadata from another program

        Usage
          signpost validate [<flags>] <file>...

        Each file is judged by itself. If exactly one of them is AWS's, it is also
        paired with each identity provider's file. Nothing is sent anywhere. A file that
        cannot be read does not stop the others; the status is then 3.

        A signature is verified only if --verify-signature is given, with the key that
        the file itself carries: that proves that nothing was changed since it was
        signed, not who signed it. The status is 1 where it does not verify, unless
        --fail-on is never, and 3 where that cannot be told. Files without a signature
        are judged as always.

        What is not given on the command line is taken from the environment, then from
        the nearest .signpost.json of this directory or one above; signpost help
        environment and signpost help configuration list the names, and signpost config
        explain shows where each value comes from.

        Arguments
          <file>...             metadata; - is standard input; a directory stands for
                                its *.xml

        What goes in
          --idp FILE            a file that must be the identity provider's
          --aws FILE            a file that must be AWS's
          --entity ID           the only entity of a document that is judged

        What a console shows, compared character by character
          --acs-url URL         an ACS URL in the identity provider's console; may be
                                given several times
          --entity-id TEXT      the audience, or SP entity ID, in the same console
          --name-id-format TEXT
                                the NameID format in the same console
          --sign-on-url URL     the IdP sign-in URL in AWS's console
          --trusted-certificates FILE
                                PEM or fingerprints of the certificates that AWS's
                                console lists
          --scim-endpoint URL   the SCIM endpoint in the identity provider's console

        How it is judged
          --fail-on LEVEL       the lowest severity that makes the status 1: error,
                                warning, note, never (default error)
          --expires-within DURATION
                                how long before its end a certificate is reported, such
                                as 30d or 2w (default 90d)
          --select ID           only these rules or families, such as KEY; may be given
                                several times
          --ignore ID           all but these rules or families; may be given several
                                times
          --severity ID=LEVEL   another severity for a rule: error, warning or note; may
                                be given several times
          --verify-signature    verify each file's own signature with xmlsec1, where it
                                has one
          --jobs N              how many threads judge files, and the entities of a
                                group; else one for each processor

        What was agreed
          --config FILE         the settings; else the nearest .signpost.json, here or
                                above
          --baseline FILE       findings that are known: they are shown and do not make
                                the status 1
          --write-baseline FILE
                                write the findings of this run as known ones, and pass
                                them

        What comes out
          --format FORMAT       the form of the findings: human, concise, json, sarif,
                                junit, github, markdown (default human)
          --output FILE         where the findings go; - is standard output (default -)

        Everywhere: --name SETUP, --store DIR, --now TIME, --color WHEN, --quiet,
          --help, --version; see signpost --help

        Exit status: 0 done, 1 findings, 2 bad usage, 3 could not do it
        """)
  }

  @Test func commandWithActions() {
    #expect(
      help.page(for: ["step"])?.rendered(.plain) == """
        signpost step: close, skip, reopen, annotate or answer steps

        Examples
          signpost step done save-okta-metadata --evidence okta.xml
              close a step with a file that proves it
          signpost step skip enable-scim --reason "users come by hand"
              skip a step, and say why

        Usage
          signpost step <action> [<flags>] <id>...

        Does for single steps what setup does for all. A step's id may be shortened, as
        long as it stays unique.

        Actions
          done    close steps, with the evidence that proves them
          skip    skip steps
          reopen  reopen steps that are done or skipped
          note    add a note to steps
          answer  give values that steps ask for

        More about an action: signpost step <action> --help

        Everywhere: --name SETUP, --store DIR, --now TIME, --color WHEN, --quiet,
          --help, --version; see signpost --help

        Exit status: 0 done, 1 findings, 2 bad usage, 3 could not do it, 4 input needed
        """)
  }

  @Test func action() {
    #expect(
      help.page(for: ["step", "skip"])?.rendered(.plain) == """
        signpost step skip: skip steps

        Examples
          signpost step skip enable-scim --reason "users come by hand"
              the reason is kept with the step

        Usage
          signpost step skip [<flags>] <id>...

        Arguments
          <id>...               the steps, by id or the unique beginning of one

        What is recorded
          --reason TEXT         why they are skipped

        Everywhere: --name SETUP, --store DIR, --now TIME, --color WHEN, --quiet,
          --help, --version; see signpost --help

        Exit status: 0 done, 1 findings, 2 bad usage, 3 could not do it, 4 input needed
        """)
  }

  @Test func exitStatuses() {
    #expect(
      help.page(for: ["exit-status"])?.rendered(.plain) == """
        How signpost ends, for scripts.

          0    done; nothing was found at or above --fail-on, and every proof that was
               asked for holds
          1    what was asked for does not hold: findings at or above --fail-on, a
               verification that failed, a date that is near, a conflict of an import
          2    bad usage: an unknown command, flag, id or value, or a configuration that
               cannot be used
          3    could not do it: a file that cannot be read, a set-up that is locked,
               damaged or written by a newer version, a tool that is missing
          4    input is needed, and prompting is off or impossible; the message names
               the flag that answers
          130  interrupted; what was done before is kept

        What status 1 means, by command
          setup     a file or an answer that was handed over does not prove its step
          status    --fail-on expiry: a date has passed or is nearer than
                    --expires-within; --fail-on incomplete: steps are left to do
          step      the evidence does not prove the step
          validate  findings at or above --fail-on, such as a certificate that has
                    expired; a signature that does not verify
          inspect   the file is no metadata that can be shown
          compare   the change breaks the sign-in, now or at a date; a file is none that
                    can be compared
          import    conflicts: something that was changed was not taken
          verify    a verification that failed: an answer or a list is not as it has to
                    be
          diagnose  a fault was found

        A file that cannot be read does not stop the others; the status is then 3.
        Whatever the bytes of a readable file are, what is wrong with them is a finding,
        and the status is 1.

        Ctrl-C ends a command that has nothing to keep or to clear away by the signal
        itself (SIGINT): a shell shows 130 then, too, and any other program sees the
        signal.
        """)
  }

  @Test("the forms of every command, and where what a program can rely on is described")
  func formats() throws {
    let page = try #require(help.page(for: ["formats"])).rendered(.plain)
    for line in [
      "compare, verify scim, verify aws",
      "  concise   a line for each finding: FILE:LINE:COLUMN: SEVERITY[RULE]: MESSAGE",
      "  ics       the dates ahead as a calendar (iCalendar), with reminders",
      "  validate        signpost.validate/v1: Formats.md", "  verify aws      signpost.verify/v1: VerifyJSON.md",
    ] {
      #expect(page.contains(line), "\(line)")
    }
    var described: Set<String> = []
    for command in Grammar.signpost.allCommands {
      guard let format = command.flags.first(where: { $0.name == "format" }) else { continue }
      let name = command.path.joined(separator: " ")
      described.insert(name)
      for form in format.allowed { #expect(format.meaning(of: form) != nil, "\(name) --format \(form)") }
      #expect(page.contains("  \(name) "))
    }
    #expect(described == Set(Help.schemas.map(\.command)))
  }

  @Test("each document that describes a form is there, and names the schema", arguments: Help.schemas.indices)
  func schemas(index: Int) throws {
    let (_, schema, document) = Help.schemas[index]
    for name in document.split(separator: " ").map(String.init) where name.contains(".md") {
      let text = try TestFile.text("\(Signpost.root)/\(Help.documents)\(name.replacing(";", with: ""))")
      #expect(!schema.hasPrefix("signpost.") || text.contains(schema.components(" ")[0]), "\(name)")
    }
  }

  @Test("status 1 is explained for every command that can end with it, and for no other")
  func findingsByCommand() {
    let ending = Grammar.signpost.commands.filter { $0.exitStatuses.contains(.findings) }
    #expect(ending.map(\.name) == ExitStatus.findingsByCommand.map(\.command))
  }

  @Test func brief() {
    #expect(
      help.brief.rendered(.plain) == """
        Signpost connects an external identity provider to AWS IAM Identity Center.

          signpost setup okta                start or resume the guided set-up for Okta
          signpost validate idp.xml aws.xml  judge both metadata files, and whether they
                                             match
          signpost status                    what is done, and what is next

        More: signpost --help
        """)
  }

  @Test("on a narrow terminal lines are shorter, on a wide one no longer than 80 columns")
  func width() throws {
    for (columns, expected) in [(60, 60), (200, 80)] {
      var appearance = Appearance.plain
      appearance.columns = columns
      let page = Help(grammar: .signpost, appearance: appearance).overview.rendered(appearance)
      let widest = page.split(separator: "\n").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
      #expect((expected - 5...expected).contains(widest))
    }
  }

  @Test("with colour headings are bold and commands stand out; the words are the same")
  func colour() {
    var appearance = Appearance.plain
    appearance.colour = true
    let page = Help(grammar: .signpost, appearance: appearance).overview.rendered(appearance)
    #expect(page.contains("\u{1B}[1mExamples\u{1B}[0m\n  \u{1B}[1;36msignpost setup okta\u{1B}[0m\n"))
  }
}
