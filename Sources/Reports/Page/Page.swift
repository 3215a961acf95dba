import SAML

/// One HTML file that needs nothing else: its style and its script stand in it, and a policy of its own forbids the
/// browser to load or to run anything besides.
struct Page: Sendable {
  /// The name of the document.
  let title: HTML
  /// Under which name the browser remembers the boxes.
  let key: HTML
  /// What the page shows.
  let body: HTML

  /// The page, with a line feed at its end.
  var text: String {
    let style = HTML.raw(Self.style)
    let script = HTML.raw(Self.script)
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en" data-key="\(key)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy(style: style, script: script))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <meta name="format-detection" content="telephone=no">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)<script>\(script)</script>
      </body>
      </html>

      """
    return page.source
  }

  /// Nothing is loaded from anywhere, and of scripts and styles only those whose digest is named are obeyed
  /// (Content Security Policy Level 3, section 2.3.1).
  private static func policy(style: HTML, script: HTML) -> HTML {
    """
    default-src 'none'; style-src '\(text: digest(of: style))'; script-src '\(text: digest(of: script))'; \
    base-uri 'none'; form-action 'none'
    """
  }

  private static func digest(of content: HTML) -> String {
    let bytes = Array(content.source.utf8)
    return "sha256-" + Base64.encode(Digest.sha256(bytes.span).bytes)
  }
}
