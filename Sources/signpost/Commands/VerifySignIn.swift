import Console
struct VerifySignIn {
  let options: VerifyOptions
  let program: Program
  func run() throws(Failure) -> ExitStatus { .done }
}
