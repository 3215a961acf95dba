import Parties
import Testing

@Suite("What of an address is not shown")
struct AddressSecretsTests {
  @Test(
    "what stands before an @, and the value of a parameter that is called a secret",
    arguments: [
      ("https://ada:pass@h.example/p", "https://••••@h.example/p"), ("https://ada@h.example", "https://••••@h.example"),
      ("https://a@b@c.example/", "https://••••@c.example/"),
      ("https://h.example/?a=1&token=x&b=2", "https://h.example/?a=1&token=••••&b=2"),
      ("https://h.example/#access_TOKEN=x", "https://h.example/#access_TOKEN=••••"),
      ("https://h.example/?api_key=x;client_secret=y", "https://h.example/?api_key=••••;client_secret=••••"),
      (
        "see https://u:p@h.example and 'http://v:q@i.example'", "see https://••••@h.example and 'http://••••@i.example'"
      ),
      ("://:x@", "://••••@"),
    ])
  func covered(text: String, shown: String) {
    #expect(AddressSecrets.covering(text) == shown)
  }

  @Test(
    "nothing else",
    arguments: [
      "", "://", "://@", "https://h.example/a@b", "https://h.example/?q=a@b", "https://h.example/?token=&x=1",
      "https://accounts.google.com/o/saml2/idp?idpid=C01abcdef", "ada@example.com", "token=x",
      "https://h.example/token=x", "https://h.example/sso?appkey=x",
      "urn:a:b?token=x",
    ])
  func whole(text: String) {
    #expect(AddressSecrets.covering(text) == text)
  }
}
