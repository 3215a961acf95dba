/// The executable's entry point: streams and arguments in, an exit status out.
@main
struct Main {
  static func main() {}
}
