#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Times commands as whole processes, in turns within one run, and prints each beside the first: ratios, not seconds, are
/// what can be compared from one machine to the next.
@main
struct Bench {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let own = arguments[0].lastIndex(of: "/") else {
      print("usage: <path to>/bench <directory for inputs> <name of a build>=<signpost>...")
      exit(2)
    }
    let beside = arguments[0][...own]
    let inputs = Inputs(directory: arguments[1])
    inputs.make()
    let tools = arguments[2...].compactMap { Tool($0, copiedTo: arguments[1]) }
    for table in tables(floor: beside + "floor", inputs: inputs, tools: tools) {
      table.print(Process(launcher: beside + "launch"))
      fflush(nil)
    }
    CertificateTimes.print()
  }

  /// One build of ours.
  struct Tool {
    /// What the build is called.
    let name: String
    let path: String

    /// Reads `<name>=<path>` and copies the executable; nil where there is none.
    ///
    /// How the pages of a file lie in memory decides up to 40 % of a short process. A linker leaves them scattered, and a
    /// copy, as an installation is one, in a row.
    init?(_ argument: String, copiedTo directory: String) {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, access(parts[1], X_OK) == 0 else { return nil }
      name = parts[0]
      path = directory + "/signpost-" + name.replacing(" ", with: "-")
      guard Process.succeeds(["/bin/cp", parts[1], path]) else { return nil }
    }

    func validate(_ words: [String]) -> [String] {
      [path, "validate", "--now", "2026-11-21T00:00:00Z", "--fail-on", "never"] + words
    }
  }

  static func tables(floor: String, inputs: Inputs, tools: [Tool]) -> [Comparison] {
    var small = Comparison("one file of \(Inputs.size(inputs.small)) bytes, the whole process", rounds: 40)
    small.add("xmllint --noout", find: ["xmllint", "--noout", inputs.small], counts: true)
    small.add("xmllint --version", find: ["xmllint", "--version"], counts: true)
    small.add("floor", [floor, inputs.small], counts: true)
    for tool in tools {
      small.add("validate, \(tool.name)", tool.validate([inputs.small]), counts: true)
      small.add("  --format json", tool.validate(["--format", "json", inputs.small]), counts: true)
      small.add("  --version", [tool.path, "--version"], counts: true)
      small.add("  --help", [tool.path, "--help"], counts: true)
    }
    small.add("true", ["/bin/true"], counts: true)

    let aggregates = Inputs.entities.map { count in
      let file = inputs.aggregate(count)
      let isSmall = count <= 1_000
      var table = Comparison(
        "\(count) entities in one file of \(Inputs.size(file) / 1_000) kB", rounds: isSmall ? 9 : 5)
      table.add("floor", [floor, file], counts: isSmall)
      for tool in tools {
        table.add("validate --jobs 1, \(tool.name)", tool.validate(["--jobs", "1", file]), counts: isSmall)
        table.add("  on all cores", tool.validate([file]))
      }
      table.add("xmllint --noout", find: ["xmllint", "--noout", file])
      table.add("xmllint --stream --noout", find: ["xmllint", "--stream", "--noout", file])
      table.addPython("lxml parse", "lxml", "import sys; from lxml import etree; etree.parse(sys.argv[1])", [file])
      table.addPython("lxml iterparse, taking values", "lxml", extraction, [file])
      table.addPython(
        "pysaml2 load", "saml2",
        "import sys; from saml2.attribute_converter import ac_factory; from saml2.mdstore import MetaDataFile; "
          + "MetaDataFile(ac_factory(), sys.argv[1]).load()", [file], isSlow: !isSmall)
      if isSmall { table.add("samlsign (no signature to check)", find: ["samlsign", "-f", file]) }
      return table
    }

    let files = inputs.files
    let some = Array(files.prefix(1_000))
    var many = Comparison("\(files.count) files in one call", rounds: 5)
    many.add("xmllint --noout", find: ["xmllint", "--noout"] + files, counted: ["--noout"] + some)
    many.add("floor", [floor] + files, counted: some)
    for tool in tools {
      many.add(
        "validate --jobs 1, \(tool.name)", tool.validate(["--jobs", "1"] + files),
        counted: Array(tool.validate(["--jobs", "1"] + some).dropFirst()))
      many.add("  on all cores", tool.validate([inputs.directoryOfFiles]))
    }
    return [small] + aggregates + [many]
  }

  /// What a script would do in place of the parser alone: each entity's identifier, addresses, formats and certificates,
  /// and each entity let go of afterwards.
  private static let extraction = """
    import base64, sys
    from lxml import etree
    md = "{urn:oasis:names:tc:SAML:2.0:metadata}"
    for _, entity in etree.iterparse(sys.argv[1], tag=md + "EntityDescriptor"):
        entity.get("entityID")
        for element in entity.iter():
            if element.get("Location"):
                (element.get("Binding"), element.get("Location"), element.get("index"))
            elif element.tag == md + "NameIDFormat":
                element.text.strip()
            elif element.tag == "{http://www.w3.org/2000/09/xmldsig#}X509Certificate":
                base64.b64decode(element.text)
        entity.clear()
        while entity.getprevious() is not None:
            del entity.getparent()[0]
    """
}
