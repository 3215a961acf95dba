import Platform
import Support
import Testing

@Suite struct PrivateDirectoryTests {
  private func use(_ parent: String) throws -> (path: String, file: String, modes: [UInt32?]) {
    var directory = try PrivateDirectory(in: parent)
    let file = try directory.write([1, 2, 3], as: "a.bin")
    #expect(try TestFile.read(file) == [1, 2, 3])
    return (directory.path, file, [directory.path, file].map(TestFile.permissions))
  }

  @Test func isForUsAloneAndGoesWithItsFiles() throws {
    try TemporaryDirectory.with { parent in
      let one = try use(parent.path)
      let two = try use(parent.path)
      #expect(one.modes == [0o700, 0o600])
      #expect(one.path != two.path)
      #expect(!TestFile.exists(one.file) && !TestFile.exists(one.path))
      #expect(try Directory.entries(of: parent.path).isEmpty)
    }
  }

  @Test func saysWhereItCannotBeMade() throws {
    let error = #expect(throws: PlatformError.self) { _ = try use("/nonexistent/place") }
    #expect(error?.operation == .create)
  }
}
