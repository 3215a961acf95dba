/// Command lines near which a secret lies: for each command, by its path, what is typed.
///
/// `@` stands for the secret, `%` for the directory of files that hold it; a word with `=` before the command is a variable
/// of the environment. Standard input holds the secret, and so do AWS's variables and the address of a proxy.
enum CanaryCases {
  static let lines: [String: [String]] = [
    "setup": [
      "setup okta --no-input --name new --answers -", "setup okta --no-input --name new --answers %/token",
      "setup okta --no-input --name new --answers %/answers-value.json",
      "setup okta --no-input --name new --answers %/answers-name.json",
      "setup okta --no-input --name new --answers %/answers-url.json",
      "setup okta --no-input --name new --answers %/answers-cut.json",
      "setup okta --no-input --name new --answers %/answers-word.json",
      "setup okta --no-input --name new --portal-url https://a.awsapps.com/start?token=@",
      "setup okta --no-input --name new --portal-url https://ada:@@a.awsapps.com/start",
      "setup okta --no-input --name new --idp-metadata %/key.xml",
      "setup okta --no-input --name new --idp-metadata %/comment.xml",
      "setup okta --no-input --name new --idp-metadata %/password.xml",
      "setup okta --no-input --name new --aws-metadata %/token", "setup @ --no-input", "setup okta --overlay @",
      "SIGNPOST_STORE=%/none setup okta --no-input --answers %/token",
    ],
    "status": ["status --name @", "status", "status --format json", "status --fail-on @", "status --for @"],
    "step": ["step", "step @"],
    "step done": [
      "step done save-okta-metadata --evidence %/key.xml", "step done save-okta-metadata --evidence %/password.xml",
      "step done save-okta-metadata --evidence @", "step done enable-scim --reason \"Bearer @\"", "step done @",
      "step done enable-scim --value scim-endpoint=https://u:@@scim.eu-west-1.amazonaws.com/a/scim/v2",
    ],
    "step skip": ["step skip enable-scim --reason @", "step skip @ --reason none"],
    "step reopen": ["step reopen enable-scim --reason @", "step reopen @"],
    "step note": ["step note enable-scim --reason \"the token is @\"", "step note enable-scim --reason %/token"],
    "step answer": [
      "step answer enable-scim --value scim-endpoint=@", "step answer enable-scim --value @=1",
      "step answer enable-scim --value @", "step answer enable-scim --value portal-url=https://h/?token=@",
    ],
    "log": ["log", "log --format json", "log --step @"],
    "validate":
      ["human", "concise", "json", "sarif", "junit", "github", "markdown"].map {
        "validate %/key.xml %/comment.xml %/password.xml %/key.pem %/token Fixtures/identity-center.xml --format \($0)"
      } + [
        "validate -", "validate @", "validate Fixtures/okta.xml --baseline %/token",
        "validate Fixtures/okta.xml --config %/token", "validate Fixtures/okta.xml --trusted-certificates %/key.pem",
        "validate Fixtures/okta.xml --config %/name.json", "validate Fixtures/okta.xml --config %/value.json",
        "validate Fixtures/okta.xml --config %/rule.json", "validate Fixtures/okta.xml --config %/reason.json",
        "validate Fixtures/okta.xml --config %/cut.json", "validate Fixtures/okta.xml --config %/baseline.json",
        "validate Fixtures/identity-center.xml --config %/expected.json --output out.txt",
        "validate Fixtures/okta.xml --fail-on @", "validate Fixtures/okta.xml --severity @=error",
        "validate Fixtures/okta.xml --select @", "validate Fixtures/okta.xml --jobs @ --jobs @",
        "validate Fixtures/okta.xml --entity @", "validate Fixtures/okta.xml --@", "validate --format @=@",
        "validate Fixtures/okta.xml Fixtures/identity-center.xml --acs-url https://ada:@@h.example/acs",
        "validate Fixtures/okta.xml Fixtures/identity-center.xml --sign-on-url https://h.example/?token=@",
        "validate Fixtures/okta.xml Fixtures/identity-center.xml --scim-endpoint https://h.example/scim/v2?token=@",
        "validate Fixtures/okta.xml Fixtures/identity-center.xml --name-id-format @",
        "SIGNPOST_ENTITY_ID=@ validate Fixtures/okta.xml Fixtures/identity-center.xml",
        "SIGNPOST_FORMAT=@ validate Fixtures/okta.xml", "SIGNPOST_BASELINE=@ validate Fixtures/okta.xml",
        "validate Fixtures/okta.xml --write-baseline baseline.json", "validate %/password.xml --output out.sarif",
        "validate Fixtures/signed --verify-signature",
      ],
    "inspect": ["key.xml", "comment.xml", "password.xml", "token", "key.pem"].flatMap {
      ["inspect %/\($0)", "inspect %/\($0) --format json"]
    } + ["inspect -", "inspect @"],
    "compare": ["key.xml", "comment.xml", "password.xml", "token"].flatMap {
      ["compare Fixtures/okta.xml %/\($0)", "compare %/\($0) Fixtures/okta.xml --format json"]
    } + ["compare Fixtures/okta.xml -"],
    "export": ["markdown", "html", "json", "ics"].map { "export --format \($0)" } + [
      "export @", "export --output out.md", "export okta --overlay @",
    ],
    "import": ["import %/token", "import -", "import %/key.xml", "import %/edited.md", "import @"],
    "verify": ["verify --token-file %/token", "verify @", "verify --token @"],
    "verify scim": [
      "verify scim --endpoint http://127.0.0.1:9/a/scim/v2 --allow-endpoint http://127.0.0.1:9/a/scim/v2 --token-file -",
      "verify scim --endpoint http://127.0.0.1:9/a/scim/v2 --allow-endpoint http://127.0.0.1:9/a/scim/v2 --token-file %/token",
      "verify scim --endpoint https://u:@@scim.eu-west-1.amazonaws.com/a/scim/v2 --token-file -",
      "verify scim --endpoint https://scim.eu-west-1.amazonaws.com/a/scim/v2?token=@ --token-file -",
      "verify scim --endpoint @ --token-file -", "verify scim --endpoint @ --endpoint @", "verify scim --token @",
      "verify scim --token-file @", "verify scim --token-file %/key.pem", "verify scim --token-command @",
      "verify scim --token-command \"/bin/cat '%/token'\" --endpoint http://127.0.0.1:9/a --allow-endpoint http://127.0.0.1:9/a",
    ],
    "verify aws": [
      "verify aws", "verify aws --format json", "verify aws --profile @", "verify aws --print-policy",
      "AWS_ENDPOINT_URL=https://ada:@@h.example/ verify aws", "REFUSED=1 verify aws",
    ],
    "verify groups": ["verify groups --from %/token", "verify groups --from -", "verify groups --from %/key.pem"],
    "verify users": [
      "verify users --from %/token", "verify users --from -", "verify users --from %/header.csv",
      "verify users --from %/key.xml",
    ],
    "verify sign-in": ["verify sign-in", "verify sign-in --format json", "verify sign-in @"],
    "diagnose": ["key.xml", "password.xml", "token", "key.pem", "message"].flatMap {
      ["diagnose %/\($0)", "diagnose %/\($0) --format json"]
    } + ["diagnose", "diagnose @", "diagnose Fixtures/broken/sign-in-event.json --idp %/key.xml"],
    "generate": ["aws-config", "cloudformation", "aws-sso-stack", "ssosync", "@"].map { "generate \($0)" },
    "rules": ["rules", "rules @"], "explain": ["explain @", "explain the token @ is wrong", "explain KEY013"],
    "config": ["config @"],
    "config explain": [
      "config explain --config %/value.json", "config explain --config %/expected.json --format json",
      "config explain --config %/baseline.json",
      "SIGNPOST_SCIM_ENDPOINT=https://h.example/scim/v2?token=@ config explain",
      "SIGNPOST_IDP=@ SIGNPOST_SELECT=@ config explain", "SIGNPOST_SIGN_ON_URL=https://u:@@h.example/ config explain",
    ],
    "completions": ["completions bash", "completions @"], "man": ["man", "man @"],
    "help": ["help", "help @", "help verify @"],
  ]
}
