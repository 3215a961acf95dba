import Foundation
import SAML

/// What one certificate costs, in nanoseconds, beside what Foundation takes for its base64 alone; in turns within one run.
struct CertificateTimes {
  private static let count = 400
  private static let rounds = 40

  static func print() {
    Swift.print(
      "\n\(count) certificates, each read \(rounds) times in turns; the median of the rounds, for one certificate")
    Swift.print(Comparison.row("text", ["base64+DER", "Foundation", "ratio"]))
    for (name, width) in [("one line", 0), ("lines of 64", 64), ("lines of 76", 76)] {
      var numbers = Numbers(seed: 3)
      let texts = (0..<count).map {
        Array(MadeCertificate(name: "host\($0).example", width: width, &numbers).text.utf8)
      }
      var own: [Double] = []
      var other: [Double] = []
      for _ in 0..<rounds {
        own.append(time { texts.count { Certificate.read(text: $0.span).certificate != nil } })
        other.append(time { texts.count { Data(base64Encoded: Data($0), options: .ignoreUnknownCharacters) != nil } })
      }
      Swift.print(
        Comparison.row(
          name,
          [own, other].map { Comparison.decimal(Comparison.median($0)) }
            + [Comparison.decimal(Comparison.median(zip(own, other).map { $0 / $1 }))]))
    }
  }

  /// Nanoseconds for one certificate; all of them have to be read.
  private static func time(_ read: () -> Int) -> Double {
    let clock = ContinuousClock()
    var found = 0
    let duration = clock.measure { found = read() }
    precondition(found == count)
    return duration / .nanoseconds(1) / Double(count)
  }
}
