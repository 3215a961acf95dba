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
    let tools = arguments[2...].compactMap(Tool.init).filter { access($0.path, X_OK) == 0 }
    for table in tables(floor: beside + "floor", inputs: inputs, tools: tools) {
      table.print(Process(launcher: beside + "launch"))
      fflush(nil)
    }
  }

  /// One build of ours.
  struct Tool {
    /// What the build is called.
    let name: String
    let path: String

    /// Reads `<name>=<path>`.
    init?(_ argument: String) {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      (name, path) = (parts[0], parts[1])
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

    let aggregates = [1_000, 10_000].map { count in
      let file = inputs.aggregate(count)
      let isSmall = count == 1_000
      var table = Comparison(
        "\(count) entities in one file of \(Inputs.size(file) / 1_000_000) MB", rounds: isSmall ? 9 : 5)
      table.add("floor", [floor, file], counts: isSmall)
      for tool in tools {
        table.add("validate --jobs 1, \(tool.name)", tool.validate(["--jobs", "1", file]), counts: isSmall)
        table.add("  on all cores", tool.validate([file]))
      }
      table.add("xmllint --noout", find: ["xmllint", "--noout", file])
      table.add("xmllint --stream --noout", find: ["xmllint", "--stream", "--noout", file])
      table.addPython("lxml parse", "lxml", "import sys; from lxml import etree; etree.parse(sys.argv[1])", [file])
      if isSmall {
        table.addPython(
          "pysaml2 load", "saml2",
          "import sys; from saml2.attribute_converter import ac_factory; from saml2.mdstore import MetaDataFile; "
            + "MetaDataFile(ac_factory(), sys.argv[1]).load()", [file])
        table.add("samlsign (no signature to check)", find: ["samlsign", "-f", file])
      }
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
}
