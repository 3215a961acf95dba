@testable import SAML

/// Explicit curves, other keys, and certificates with odd names and numbers.
extension CertificateSample {
  static let explicit = CertificateSample(
    name: "explicit",
    subject: "CN=explicit",
    issuer: "CN=explicit",
    serialNumber: "2C5A2AA83CDE25EF7057599A1B4F7C3D9E31F76D",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "2D:AB:F2:CF:02:2B:03:B5:AB:8E:7E:43:1D:2C:9F:A0:74:9B:07:01",
    sha256: """
      9A:4E:5C:ED:92:4B:B4:34:F0:FE:11:02:F6:BA:E1:5C:\
      5C:34:1A:D9:8C:8B:39:87:41:DD:4B:5A:5C:0A:A4:2D
      """,
    keySHA256: "86ebc1aed357487acb70bd64c14f69c3c8475ed707ec9162e738881c2ae32ddc",
    key: .ec(curve: .explicit, bits: 256), version: 3,
    signature: "ecdsa-with-SHA256", hash: .sha256,
    keyUsage: nil,
    base64: """
      MIICbzCCAhWgAwIBAgIULFoqqDzeJe9wV1maG098PZ4x920wCgYIKoZIzj0EAwIwEzERMA8GA1UEAwwIZXhwbGljaXQwHhcNMjYxMTIxMDYzMjU4
      WhcNMjcxMTIxMDYzMjU4WjATMREwDwYDVQQDDAhleHBsaWNpdDCCAUswggEDBgcqhkjOPQIBMIH3AgEBMCwGByqGSM49AQECIQD/////AAAAAQAA
      AAAAAAAAAAAAAP///////////////zBbBCD/////AAAAAQAAAAAAAAAAAAAAAP///////////////AQgWsY12Ko6k+ez671VdpiGvGUdBrDMU7D2
      O848PifSYEsDFQDEnTYIhucEk2pmeOETnSa3gZ9+kARBBGsX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT+NC4v4af5uO5+tKfA+eFivO
      M1drMV7Oy7ZAaDe/UfUCIQD/////AAAAAP//////////vOb6racXnoTzucrC/GMlUQIBAQNCAATYVxCqpIj4oGOMtLXxZbTvTEgtjgfyN5ddai6Q
      BnYWI2TOt1xRDQX13jbr6F+9urKxZZcIyTFdzSzM8xfoQpbVo1MwUTAdBgNVHQ4EFgQUz+lI60ra5mki2c/1050C4xa87GwwHwYDVR0jBBgwFoAU
      z+lI60ra5mki2c/1050C4xa87GwwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA4GjchpZVrNExqGG/19m2dsG7ifz8DV/9ybr7
      k7o2vWQCICYHB/lZVkULIQvDN27hG+8oaUhHqVsHb28ZfQ8nJDu+
      """)

  static let explicit2 = CertificateSample(
    name: "explicit2",
    subject: "CN=explicit binary",
    issuer: "CN=explicit binary",
    serialNumber: "46E2582251C53A1F99C572E31E8462712759136C",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "EF:CB:7B:8D:85:36:69:30:CA:84:D6:28:14:47:A5:75:35:66:EC:6C",
    sha256: """
      DA:47:29:B8:84:EA:B1:36:74:04:29:4A:97:87:7F:01:\
      05:33:1E:8C:3A:88:54:C8:C5:DB:25:8A:6F:F2:C2:2B
      """,
    keySHA256: "e7c0945a6a81b803c77806b3568e3f19d0153c1083b8001180fdcf6ff5e5a2cd",
    key: .ec(curve: .explicit, bits: 283), version: 3,
    signature: "ecdsa-with-SHA256", hash: .sha256,
    keyUsage: nil,
    base64: """
      MIICmTCCAjigAwIBAgIURuJYIlHFOh+ZxXLjHoRicSdZE2wwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPZXhwbGljaXQgYmluYXJ5MB4XDTI2MTEy
      MTA2MzI1OFoXDTI3MTEyMTA2MzI1OFowGjEYMBYGA1UEAwwPZXhwbGljaXQgYmluYXJ5MIIBYDCCARAGByqGSM49AgEwggEDAgEBMCUGByqGSM49
      AQIwGgICARsGCSqGSM49AQIDAzAJAgEFAgEHAgEMMGMEJAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQQkAntoCsi4WW2lpK+K
      GaAwP8qX/XZFMJ+ipYFIWvYmPjE7eaL1AxUAd+Kwc3DrD4MqbdW2LfyIzQa7hL4ESQQF+TkljbfdkOGTT4xwsN/sLu0luFV+rJyA4uGY+M2+zYax
      IFMDZ2hU/iQUHLmP5tSyDQK0UW/3AjUO3bCCZ3nIE/DfRb6BEvQCJAP//////////////////////++QOZZg/JOKkBZbBCp8762zBwIBAgNKAAQG
      4qdoCc0O0q3iqnCtlOEOC2EifcaECo9D4TIowEBKXTpiPGAHat9feq/X1wfmfXOZpSrayJDT4yhovOArFnVRFkTHdmN+FxSjUzBRMB0GA1UdDgQW
      BBQauLTdp/VZvNwfVM0HJL/88ZELFDAfBgNVHSMEGDAWgBQauLTdp/VZvNwfVM0HJL/88ZELFDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMC
      A08AMEwCJAKkr7ABXnj4soX2zMpnNvXNnVKIYHPMMdcY3i9owfQLJAdh+wIkAQTDwQwe5PQgMEYEC1FySVXFHkUJplYuzEygSi9dku564M0K
      """)

  static let ed25519 = CertificateSample(
    name: "ed25519",
    subject: "CN=ed25519",
    issuer: "CN=ed25519",
    serialNumber: "68B025819FB965C00D8F2D2DC2C257040D63184C",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "38:E5:EF:80:9A:15:52:A5:D8:34:44:F4:6C:AF:D5:0D:9A:4E:BD:43",
    sha256: """
      4B:C6:9C:A6:56:59:F2:B2:E4:0D:FD:7B:DA:42:59:0E:\
      C3:D6:7F:A1:1E:62:F9:B6:4D:54:E0:06:2C:10:50:78
      """,
    keySHA256: "8ffa2d33e407a75e4545431b3acef01c74ab07668bd1c426a7006ccbf4d2638d",
    key: .ed25519, version: 3,
    signature: "ED25519", hash: nil,
    keyUsage: nil,
    base64: """
      MIIBODCB66ADAgECAhRosCWBn7llwA2PLS3CwlcEDWMYTDAFBgMrZXAwEjEQMA4GA1UEAwwHZWQyNTUxOTAeFw0yNjExMjEwNjMyNThaFw0yNzEx
      MjEwNjMyNThaMBIxEDAOBgNVBAMMB2VkMjU1MTkwKjAFBgMrZXADIQBWHW5RuI33RWCpcDkiIhNmpzOL0beS8oJQK0P0oqkJAqNTMFEwHQYDVR0O
      BBYEFH5mHkGvmTgYWQ5xKlynWR7HOWozMB8GA1UdIwQYMBaAFH5mHkGvmTgYWQ5xKlynWR7HOWozMA8GA1UdEwEB/wQFMAMBAf8wBQYDK2VwA0EA
      0P7kF1UdWRLqHpkJIyTjSXgoWsQMPEkSmhKP+13j8cNz/cxzJgz2s0dY7rZJT6BaWBwVeRye2/WLdsxta2UABA==
      """)

  static let ed448 = CertificateSample(
    name: "ed448",
    subject: "CN=ed448",
    issuer: "CN=ed448",
    serialNumber: "20A3368C9FBB9AEB84427826A9F26455181B5862",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "B8:26:1B:4B:1A:CA:B0:C0:B3:D3:27:3E:34:E8:78:16:52:15:99:64",
    sha256: """
      43:A0:ED:F5:FF:C8:7D:65:58:09:9C:68:BE:8B:88:C4:\
      D5:FE:65:20:3B:8E:84:43:23:00:91:4F:26:D5:42:50
      """,
    keySHA256: "66515e97b652e0396b4760e9d5720934f65e1e4a047aea16615e1bf1c20ffc47",
    key: .ed448, version: 3,
    signature: "ED448", hash: nil,
    keyUsage: nil,
    base64: """
      MIIBgDCCAQCgAwIBAgIUIKM2jJ+7muuEQngmqfJkVRgbWGIwBQYDK2VxMBAxDjAMBgNVBAMMBWVkNDQ4MB4XDTI2MTEyMTA2MzI1OFoXDTI3MTEy
      MTA2MzI1OFowEDEOMAwGA1UEAwwFZWQ0NDgwQzAFBgMrZXEDOgCTUSLIKFBpzLKkjUy1SyIMjFut38OgJzYsaj2gUZbRza16ebXYAradulk02OHj
      BLLALAHULV7QhwCjUzBRMB0GA1UdDgQWBBTPM+G8+CJIEFfeKP4Q9Tuwf7ifTDAfBgNVHSMEGDAWgBTPM+G8+CJIEFfeKP4Q9Tuwf7ifTDAPBgNV
      HRMBAf8EBTADAQH/MAUGAytlcQNzABoEU0k3yX6hU5cgUpog5hIygAwVKofWtRpSDbNVm6SOOpDmRnl55GFnqLgl6QvRtM5AOnYOsCnjgLATpDEU
      VuUwuSwpTQLDj9zKyzvvuiTQs4HMP9nXY5+OoQlw053yA3IvbDaM1G+FEY+25J90IJMxAA==
      """)

  static let dsa1024 = CertificateSample(
    name: "dsa1024",
    subject: "CN=dsa",
    issuer: "CN=dsa",
    serialNumber: "394EF5E20B157D8EDB35541A6C04B811C9E6DD89",
    notBefore: "2026-11-21T06:32:59Z", notAfter: "2027-11-21T06:32:59Z",
    sha1: "70:9C:DC:7B:07:7E:FE:22:55:DA:91:C7:76:C5:FA:41:3E:85:93:C5",
    sha256: """
      6B:AA:3F:43:96:60:5B:05:89:15:7B:53:61:12:0B:AF:\
      D3:A8:DD:65:2F:3F:BC:9E:B0:4D:72:FC:5A:0F:76:3E
      """,
    keySHA256: "bc73d43fbcd13f5848f0b0de3b85dd5a15d23b4c73a7161d06860f91585c1790",
    key: .dsa(bits: 1024), version: 3,
    signature: "dsaWithSHA1", hash: .sha1,
    keyUsage: nil,
    base64: """
      MIICzzCCAn6gAwIBAgIUOU714gsVfY7bNVQabAS4Ecnm3YkwCQYHKoZIzjgEAzAOMQwwCgYDVQQDDANkc2EwHhcNMjYxMTIxMDYzMjU5WhcNMjcx
      MTIxMDYzMjU5WjAOMQwwCgYDVQQDDANkc2EwggG/MIIBMwYHKoZIzjgEATCCASYCgYEA7+csLErohO6CGuCiwge/1qqPI+59SeiW8O1CcLVmWXeD
      tbCXZSeSKHwqpdsr0+t3mZ/r7ah4MnTQiSGXn3DilLjG2ELDcmjgVM/Mbb6K5dVJWOHANA2VflKAF1Gg2EDkSn5y0f8AZWeuk9Oe/bJB3yGC7ce0
      n+QiozT4IwSGSOECHQDONwLl2ne6IVZWqnsCnQI44VI4+I+nbaiAWwF5AoGAP5MCJ9SCLyIkJZKpTruJ166fMQiuelYNyx5wX5iB2ohBFF998CxF
      bF636+oO7bakT2DwSgsNwxZ70nYWqg6I7HkjGWjs4cRil2bODanzewHaytVKIXnXWcZJkBLeyBiCQnHDn2bIgAo0cbHGilAFcLY+n+eUAPk2dyZt
      u7Fr4wcDgYUAAoGBAK9jw39DWpqqHG5Yko3zvMwshI4Qm0UXv4rnHTfEzlyfQozUXkc4Qf0f6tUUrirsSBx07t2Vg19iVRW5KA0aFTYvRYekcn6E
      PWIiWEbl29oiErIF6mkWhS9xYqSl+DkGI4otLlabxwKtwtb8UaiNAUP8oWYTlNMNG8GvCHrO1Hhjo1MwUTAdBgNVHQ4EFgQUjcqoO6WDs1b/4ilA
      MhpcO3KnOS4wHwYDVR0jBBgwFoAUjcqoO6WDs1b/4ilAMhpcO3KnOS4wDwYDVR0TAQH/BAUwAwEB/zAJBgcqhkjOOAQDA0AAMD0CHQC58y3mfqAx
      ej1nw8euSdmS7DH4nKBGTsU7rt2MAhx20MLGfQrEYjNG3c4sQTYiGccWMwBlLuPymjsA
      """)

  static let names = CertificateSample(
    name: "names",
    subject: "2.3.4.5=#13036F6464,CN=x,OU=Ωmega 東京,OU=plain,O=Zürich Müller,C=CH",
    issuer: "2.3.4.5=#13036F6464,CN=x,OU=Ωmega 東京,OU=plain,O=Zürich Müller,C=CH",
    serialNumber: "45A4DBC46892E9E558C144276AB6A610EE8D65F9",
    notBefore: "2026-11-21T06:32:59Z", notAfter: "9966-10-27T06:32:59Z",
    sha1: "2E:14:5B:A7:F5:3D:E4:C0:8B:F7:AC:51:3E:86:FE:73:8A:1F:A1:BF",
    sha256: """
      CF:CB:8B:8C:7B:9C:4F:67:63:C1:A4:DB:1C:16:06:D3:\
      56:B7:54:22:1F:05:0B:02:CC:E6:33:79:E6:99:98:D8
      """,
    keySHA256: "8ffa2d33e407a75e4545431b3acef01c74ab07668bd1c426a7006ccbf4d2638d",
    key: .ed25519, version: 3,
    signature: "ED25519", hash: nil,
    keyUsage: """
      digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement, \
      keyCertSign, cRLSign, encipherOnly, decipherOnly
      """,
    base64: """
      MIIB3jCCAZCgAwIBAgIURaTbxGiS6eVYwUQnaramEO6NZfkwBQYDK2VwMGoxCzAJBgNVBAYTAkNIMRYwFAYDVQQKFA1a/HJpY2ggTfxsbGVyMQ4w
      DAYDVQQLEwVwbGFpbjEZMBcGA1UECx4QA6kAbQBlAGcAYQAgZ3FOrDEKMAgGA1UEAxMBeDEMMAoGA1MEBRMDb2RkMCAXDTI2MTEyMTA2MzI1OVoY
      Dzk5NjYxMDI3MDYzMjU5WjBqMQswCQYDVQQGEwJDSDEWMBQGA1UEChQNWvxyaWNoIE38bGxlcjEOMAwGA1UECxMFcGxhaW4xGTAXBgNVBAseEAOp
      AG0AZQBnAGEAIGdxTqwxCjAIBgNVBAMTAXgxDDAKBgNTBAUTA29kZDAqMAUGAytlcAMhAFYdblG4jfdFYKlwOSIiE2anM4vRt5LyglArQ/SiqQkC
      o0YwRDASBgNVHRMBAf8ECDAGAQH/AgEAMA8GA1UdDwEB/wQFAwMH/4AwHQYDVR0OBBYEFH5mHkGvmTgYWQ5xKlynWR7HOWozMAUGAytlcANBAKNz
      5a7oRygkjXjJSE46iL5GmP3uvp3Gnrl6x567kQZi1YcFXQw/e4Yae8kdW6vFVl9z/ECqTpBpC4jNwuZRCwQ=
      """)

  static let escapes = CertificateSample(
    name: "escapes",
    subject: ##"O=back\\slash,O=\#hash,emailAddress=a@b.example,CN=\ pad\ ,UID=z+OU=x,O=A\, B\+C \"Q\"\;\<x\>"##,
    issuer: ##"O=back\\slash,O=\#hash,emailAddress=a@b.example,CN=\ pad\ ,UID=z+OU=x,O=A\, B\+C \"Q\"\;\<x\>"##,
    serialNumber: "-81",
    notBefore: "2026-11-21T06:34:17Z", notAfter: "2026-12-11T06:34:17Z",
    sha1: "48:8F:F5:7C:91:FF:6E:83:91:52:58:FB:45:01:F9:44:EF:18:36:1A",
    sha256: """
      A0:8B:DE:A0:4E:96:46:20:53:BA:94:AE:6A:67:3C:B4:\
      2B:D7:6B:3C:EC:F3:43:A2:C5:43:BA:18:49:51:59:80
      """,
    keySHA256: "8ffa2d33e407a75e4545431b3acef01c74ab07668bd1c426a7006ccbf4d2638d",
    key: .ed25519, version: 3,
    signature: "ED25519", hash: nil,
    keyUsage: nil,
    base64: """
      MIICEzCCAcWgAwIBAgIC/38wBQYDK2VwMIGHMRcwFQYDVQQKDA5BLCBCK0MgIlEiOzx4PjEbMAgGA1UECwwBeDAPBgoJkiaJk/IsZAEBDAF6MQ4w
      DAYDVQQDDAUgcGFkIDEaMBgGCSqGSIb3DQEJARYLYUBiLmV4YW1wbGUxDjAMBgNVBAoMBSNoYXNoMRMwEQYDVQQKDApiYWNrXHNsYXNoMB4XDTI2
      MTEyMTA2MzQxN1oXDTI2MTIxMTA2MzQxN1owgYcxFzAVBgNVBAoMDkEsIEIrQyAiUSI7PHg+MRswCAYDVQQLDAF4MA8GCgmSJomT8ixkAQEMAXox
      DjAMBgNVBAMMBSBwYWQgMRowGAYJKoZIhvcNAQkBFgthQGIuZXhhbXBsZTEOMAwGA1UECgwFI2hhc2gxEzARBgNVBAoMCmJhY2tcc2xhc2gwKjAF
      BgMrZXADIQBWHW5RuI33RWCpcDkiIhNmpzOL0beS8oJQK0P0oqkJAqNTMFEwHQYDVR0OBBYEFH5mHkGvmTgYWQ5xKlynWR7HOWozMB8GA1UdIwQY
      MBaAFH5mHkGvmTgYWQ5xKlynWR7HOWozMA8GA1UdEwEB/wQFMAMBAf8wBQYDK2VwA0EA+NN9XUoOsym2nmbJOj7644OM40gKfIKhcJHZzpeTgo9g
      Oa0bTveMb8O3LE2vYFhyqbmAUaj5xqzj4yk2oz15CQ==
      """)

  static let v1 = CertificateSample(
    name: "v1",
    subject: "CN=v1",
    issuer: "CN=md5",
    serialNumber: "00",
    notBefore: "2026-11-21T06:32:59Z", notAfter: "2026-11-24T06:32:59Z",
    sha1: "6D:91:99:B8:E9:03:8B:56:D2:C5:E0:82:55:95:A7:93:5D:DA:C9:81",
    sha256: """
      58:74:C5:52:C9:22:40:E4:31:D7:1C:90:99:BF:49:88:\
      BC:8F:2D:1F:74:8A:69:51:15:36:E3:2E:7F:06:93:38
      """,
    keySHA256: "8ffa2d33e407a75e4545431b3acef01c74ab07668bd1c426a7006ccbf4d2638d",
    key: .ed25519, version: 1,
    signature: "sha256WithRSAEncryption", hash: .sha256,
    keyUsage: nil,
    base64: """
      MIIBEjB9AgEAMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA21kNTAeFw0yNjExMjEwNjMyNTlaFw0yNjExMjQwNjMyNTlaMA0xCzAJBgNVBAMM
      AnYxMCowBQYDK2VwAyEAVh1uUbiN90VgqXA5IiITZqczi9G3kvKCUCtD9KKpCQIwDQYJKoZIhvcNAQELBQADgYEAqT7iyfmUZX3BpOjBzJ/hykkM
      K+DV94X256UuPFvrSJ80PXKQIYKW92hit+axYkAm6czsTJ2thJjEMkeIQOrHkk+Bcs4dmgFkqlbZz5AMHFwictaTpLqpqkLhSi9i2jc73/Aa5NRL
      iQOsszzXwhmuuler7edDyTGcK2SmHWtqWvk=
      """)
}
