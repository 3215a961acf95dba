import Platform
import Playbook
import Setup
import Support
import Testing

@testable import Reports

/// What other programs read in the files that are generated.
@Suite("Second opinions on generated files")
struct ArtifactOpinionTests {
  private static let searchPath = Environment.snapshot()["PATH"] ?? "/usr/bin:/bin"

  private static func find(_ name: String) -> String? { ChildProcess.find(name, in: searchPath) }

  private static func run(_ executable: String, _ arguments: [String], input: String = "") throws -> (
    status: Int32, output: String, errors: String
  ) {
    let outcome = try ChildProcess.run(
      executable: executable, arguments: arguments,
      environment: ["PATH": searchPath, "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"],
      input: Array(input.utf8), deadline: .seconds(120), outputLimit: 16 << 20)
    let status: Int32 = if case .exited(let status) = outcome.ending { status } else { -1 }
    return (status, String(decoding: outcome.output, as: UTF8.self), String(decoding: outcome.errors, as: UTF8.self))
  }

  private static let hasLinter = find("cfn-lint") != nil
  private static let yamlReader: String? = find("python3").flatMap { python in
    (try? run(python, ["-c", "import yaml"]))?.status == 0 ? python : nil
  }

  @Test("cfn-lint has nothing to say of the template", .enabled(if: hasLinter, "cfn-lint is not installed"))
  func linter() throws {
    let linter = try #require(Self.find("cfn-lint"))
    try TemporaryDirectory.with { directory in
      let cases: [[FactKey: [String]]] = [
        [:], [.requiredGroups: []], [.requiredGroups: ArtifactTests.hostile],
        [.permissionSets: ["ReadOnlyAccess"], .requiredGroups: ["東京", "大阪", "1"]],
      ]
      for (number, changes) in cases.enumerated() {
        let path = directory.path("template-\(number).yaml")
        try TestFile.write(try ArtifactTests.values(changes).text(of: .cloudFormation), to: path)
        let answer = try Self.run(linter, ["--non-zero-exit-code", "informational", path])
        #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
      }
    }
  }

  @Test(
    "a reader of YAML finds every name as it was given", .enabled(if: yamlReader != nil, "PyYAML is not installed"))
  func names() throws {
    let python = try #require(Self.yamlReader)
    let names = ArtifactTests.hostile
    let text = try ArtifactTests.values([.requiredGroups: names, .permissionSets: names]).text(of: .awsSSOStack)
    let program = """
      import json, sys, yaml
      vars = yaml.safe_load(sys.stdin.buffer.read().decode('utf-8'))['components']['terraform']['aws-sso']['vars']
      groups = vars['account_assignments']['pilot']['groups']
      print(json.dumps([vars['idp_groups'], list(groups), list(vars['account_map']['full_account_map'].values()),
        [group['permission_sets'] for group in groups.values()]]))
      """
    let answer = try Self.run(python, ["-c", program], input: text)
    #expect(answer.status == 0, "\(answer.errors)")
    let json = try JSON(reading: Array(answer.output.utf8))
    let lists = try #require(json.array)
    #expect(lists[0].strings.map { $0.map { Array($0.utf8) } } == names.map { Array($0.utf8) })
    #expect(lists[1].strings.map { $0.map { Array($0.utf8) } } == names.map { Array($0.utf8) })
    #expect(lists[2].strings == ["111122223333", "444455556666"], "an account's id is a text")
    #expect(lists[3].array?.allSatisfy { $0.array?.isEmpty == true } == true)
  }

  @Test("a shell takes in the settings of ssosync as they were given, and runs nothing that a name says")
  func shell() throws {
    let names = ["it's", "$(touch evil)", "`id`", "a b", "\"x\"", "-n", "*", "café 東京"]
    let text = try ArtifactTests.values(provider: "google-workspace", [.requiredGroups: names]).text(of: .ssosync)
    let script = """
      aws() { echo fetched; }
      SSOSYNC_GOOGLE_ADMIN=a SSOSYNC_GOOGLE_CREDENTIALS=b
      \(text)
      printf '%s\\n' "$SSOSYNC_GROUP_MATCH" "$SSOSYNC_SCIM_ACCESS_TOKEN" "$AWS_REGION"
      """
    let answer = try Self.run("/bin/sh", ["-c", script])
    let queries = names.map { "name='\($0.replacing("'", with: "\\'"))'" }.joined(separator: ",")
    #expect(answer.output == "\(queries)\nfetched\neu-west-1\n", "\(answer.errors)")
    let bare = try Self.run("/bin/sh", ["-c", text])
    #expect(bare.status != 0 && bare.errors.contains("the address of a Google administrator"))
  }
}
