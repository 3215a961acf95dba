import Console
import Setup
struct VerifyAWS {
  let options: VerifyOptions
  let program: Program
  func run() throws(Failure) -> ExitStatus { .done }
  func groups() throws(Failure) -> (GroupList, path: String) { throw .couldNot("x") }
}
