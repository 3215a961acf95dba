import Platform

/// A program of others that does for us what it is better at: looked for once, and run by its absolute path ever after.
public struct Tool: Sendable, Equatable {
  /// The programs that are run.
  public enum Name: String, Sendable, CaseIterable {
    case curl
    case aws
    case xmlsec1

    /// How it is installed.
    public var installation: String {
      switch self {
      case .curl: "Debian and Ubuntu: apt-get install curl, Fedora: dnf install curl, macOS: it is there"
      case .aws:
        "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html, macOS: brew install awscli"
      case .xmlsec1:
        "Debian and Ubuntu: apt-get install xmlsec1, Fedora: dnf install xmlsec1, macOS: brew install libxmlsec1"
      }
    }

    /// What would come of running one that somebody else put there.
    fileprivate var harm: String {
      switch self {
      case .curl, .aws: "it would be given your credentials"
      case .xmlsec1: "its word would be taken for a signature"
      }
    }
  }

  /// Why there is none to run.
  public enum Absence: Error, Sendable, Equatable, CustomStringConvertible {
    /// No directory of `PATH` has it.
    case notInstalled(Name)
    /// The first one in `PATH`, at this place, can be written by everybody, or its directory can.
    case exposed(Name, String)

    /// What is missing, and how to get it. The path in it is untrusted text.
    public var description: String {
      switch self {
      case .notInstalled(let name): "\(name.rawValue) was not found in PATH; install it (\(name.installation))"
      case .exposed(let name, let path):
        """
        \(path) is not run: everybody may write to it or to its directory, and \(name.harm); take that right away with \
        chmod o-w, or put another \(name.rawValue) before it in PATH
        """
      }
    }
  }

  /// Which program it is.
  public let name: Name
  /// Its absolute path.
  public let path: String

  /// Looks for a program in the `PATH` of an environment; relative directories do not count.
  public static func find(_ name: Name, environment: [String: String]) throws(Absence) -> Tool {
    guard let path = ChildProcess.find(name.rawValue, in: environment["PATH"] ?? "") else {
      throw .notInstalled(name)
    }
    guard !ChildProcess.isExposed(path) else { throw .exposed(name, path) }
    return Tool(name: name, path: path)
  }

  private init(name: Name, path: String) {
    self.name = name
    self.path = path
  }
}

extension [String: String] {
  /// The variables that tell a program how to reach the network: proxies, and which certificates to trust. Anything
  /// else, `SSLKEYLOGFILE` above all, which would write down the keys of the connection, stays behind.
  var networkSettings: [String: String] {
    let names: Set = [
      "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
      "CURL_CA_BUNDLE",
    ]
    return filter { names.contains($0.key) && !$0.value.isEmpty }
  }
}
