import Testing

@testable import SAML

/// A certificate made for these tests, of which no private key was kept, and what `openssl x509` (3.0) says about it.
struct CertificateSample: CustomTestStringConvertible, Sendable {
  let name: String
  let subject: String
  let issuer: String
  let serialNumber: String
  let notBefore: String
  let notAfter: String
  let sha1: String
  let sha256: String
  let keySHA256: String
  let key: PublicKey
  let version: Int
  let signature: String
  let hash: SignatureAlgorithm.Hash?
  let keyUsage: String?
  let base64: String

  var testDescription: String { name }

  /// The certificate's bytes.
  var der: [UInt8] { Certificate.read(text: base64).certificate?.der ?? [] }

  static let all = [
    rsa2048, rsa1024md5, pss, psssha1, p256, p384, p521, secp256k1,
    explicit, explicit2, ed25519, ed448, dsa1024, names, escapes, v1,
  ]
}

/// RSA keys and named curves.
extension CertificateSample {
  static let rsa2048 = CertificateSample(
    name: "rsa2048",
    subject: "CN=rsa.idp.example,O=Example,C=US",
    issuer: "CN=rsa.idp.example,O=Example,C=US",
    serialNumber: "22DAC09C61E1BF5C7463D01F34342365002A0F9E",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2036-11-18T06:32:58Z",
    sha1: "91:F3:7E:FD:5C:F9:1C:09:5E:AA:D6:83:08:CB:DB:19:B2:21:68:90",
    sha256: """
      8D:70:03:13:92:EC:74:E6:D6:88:BE:A4:CB:A8:A8:EE:\
      5F:EC:39:16:5F:18:B0:C1:86:43:5A:6D:05:4A:7B:1F
      """,
    keySHA256: "84002ca50d6926350b24c8ac496e89e549bb73198a06b6939615825a0a3f5c50",
    key: .rsa(bits: 2048, exponent: 65537), version: 3,
    signature: "sha256WithRSAEncryption", hash: .sha256,
    keyUsage: nil,
    base64: """
      MIIDUzCCAjugAwIBAgIUItrAnGHhv1x0Y9AfNDQjZQAqD54wDQYJKoZIhvcNAQELBQAwOTELMAkGA1UEBhMCVVMxEDAOBgNVBAoMB0V4YW1wbGUx
      GDAWBgNVBAMMD3JzYS5pZHAuZXhhbXBsZTAeFw0yNjExMjEwNjMyNThaFw0zNjExMTgwNjMyNThaMDkxCzAJBgNVBAYTAlVTMRAwDgYDVQQKDAdF
      eGFtcGxlMRgwFgYDVQQDDA9yc2EuaWRwLmV4YW1wbGUwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC1K+mBx4YATu/V+WFgmd6lkCB7
      2UcK/7XEBJdZSpXM7+UMzisXdUf+lPGWqQaMLFp+38uE1igMWSST3cLCu+PvQ9zqTj6pg4QE0shWJJcs0WCJNGqOOxT2SNtNV2YnpFoJJnrfwjZP
      s1A8nRiu0ncSfGSakLOEzSlBR+h87IZrPqqsD7RQ7IO6Wx3MNPtxsqtryWns+l7HDNkz6RjtjddOgrkldIvoxQja7cftkjjuJDiehBsWDxEmivnV
      fZWoGHGSE+EetFsLdqwOMTpacUX/PLQUbrDtuQfTeNumeBXI7tunJxq6Hh2AwJRIspZRZLnnihVeAcqEEx/xnlIC7BXxAgMBAAGjUzBRMB0GA1Ud
      DgQWBBTrPxqfghknSuR/v9Ir1BsmONPLAjAfBgNVHSMEGDAWgBTrPxqfghknSuR/v9Ir1BsmONPLAjAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3
      DQEBCwUAA4IBAQBSo6WormsU8vNrJjskeRlatJIO5AeDRNS3LJqBo13NyItc6RqV1W+OAOxtBWhOwnkY1ITiE4q9u7VqzHfLiDlfqPp9D1PXy8v7
      /0Rg7+nDozsNbG/K0rlnsvTqtOGupqH3ZcJMGjObRGAnBOr5R0JcO4Pj3juYyOLQl8ZEKPRB60P0oWF0O/tdy0MWZ9JfXjBVU3Y4HVLXEWPCwaBX
      tJYsjmCu07lEurUrFQKg0PnLO+p6vExho684FkvzLBkJyHjZFEQ3qodfghGe9x+NTlYzDdX53IMQo2D3zHhl9nwaMUDeOFhNTc5mq+2oYvDd4CDt
      5IPfgMViDCF6xxN9hxj3
      """)

  static let rsa1024md5 = CertificateSample(
    name: "rsa1024md5",
    subject: "CN=md5",
    issuer: "CN=md5",
    serialNumber: "01",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2026-12-21T06:32:58Z",
    sha1: "C3:36:8C:03:62:2A:35:76:4B:2B:D3:BE:6A:8A:C3:C5:E1:8C:67:A7",
    sha256: """
      29:F9:A5:DE:FB:0A:1E:1C:2C:CA:54:0A:12:20:E0:C3:\
      54:F1:2C:CE:53:07:3D:84:97:E6:FB:92:00:B5:FB:1F
      """,
    keySHA256: "9a57419d0c9dcbfb0f96e347c18243cda434f09d3287a192d7e00c5463b36182",
    key: .rsa(bits: 1024, exponent: 65537), version: 3,
    signature: "md5WithRSAEncryption", hash: .md5,
    keyUsage: nil,
    base64: """
      MIIB5TCCAU6gAwIBAgIBATANBgkqhkiG9w0BAQQFADAOMQwwCgYDVQQDDANtZDUwHhcNMjYxMTIxMDYzMjU4WhcNMjYxMjIxMDYzMjU4WjAOMQww
      CgYDVQQDDANtZDUwgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAOmz+N7849MbLc4MW9KGVPOo4DyONpMq6AM24gYsbnad75/bQDXWmE7khzvW
      cLcr/8I0PsIYVVItBvEQ+ac+Vzc2UVNhL5MiC8MamrNYr1NN/sBDA8YONsaR7ESNB51veTbuNZuruKIBbc7Lqqco983f9Ywrjyq8YVLd98Zf3SqL
      AgMBAAGjUzBRMB0GA1UdDgQWBBS1Hu5+xvl7le5anpSGca5WpF6g1jAfBgNVHSMEGDAWgBS1Hu5+xvl7le5anpSGca5WpF6g1jAPBgNVHRMBAf8E
      BTADAQH/MA0GCSqGSIb3DQEBBAUAA4GBAL457ObDA5TjQnaCCRrJ0ZSK1Lnt6ClrRROgo5tow+LJFnRAHKGcrtP4hkaBZZIJ1pVF6tsAJtC/vU4I
      AHi+HSSEULbB9xUVFkw1pyux0jt3YBkeMyP0jdiVapFYquCz8OMcp1IH9+VZEe75B/5pi+EGY0jMRvvmvia6PXvcUIkc
      """)

  static let pss = CertificateSample(
    name: "pss",
    subject: "CN=pss",
    issuer: "CN=pss",
    serialNumber: "1BDF1F8156B9A0A1C165B0518433D2C6CC6686F5",
    notBefore: "2026-11-21T06:32:59Z", notAfter: "2027-11-21T06:32:59Z",
    sha1: "5E:8A:7A:5E:F5:F9:3A:5F:DB:A7:28:04:75:AB:58:99:AD:4B:C0:BE",
    sha256: """
      C2:56:72:69:7C:18:2A:EC:90:B6:F2:C2:4E:F4:4B:37:\
      F8:B3:AF:DC:C3:DF:A2:53:D2:F2:6D:73:8E:FC:63:35
      """,
    keySHA256: "46530099ebce6ff4b04a7af7ec2e7920d023f834c31a89e6da39573d32df50f3",
    key: .rsaPSS(bits: 2048), version: 3,
    signature: "rsassaPss", hash: .sha256,
    keyUsage: nil,
    base64: """
      MIIDZTCCAhigAwIBAgIUG98fgVa5oKHBZbBRhDPSxsxmhvUwQgYJKoZIhvcNAQEKMDWgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDAN
      BglghkgBZQMEAgEFAKIEAgIA3jAOMQwwCgYDVQQDDANwc3MwHhcNMjYxMTIxMDYzMjU5WhcNMjcxMTIxMDYzMjU5WjAOMQwwCgYDVQQDDANwc3Mw
      ggEgMAsGCSqGSIb3DQEBCgOCAQ8AMIIBCgKCAQEA16jvAPsPxv15szgpS4Hh47C9YwqrNf0aV9qCmJ6ddWiRIbVwxkjbOivph4OtPfRnqkSS2DdI
      ah7gNjnifVz32VL5O4qgQkOH5HsDTN4t7YcgvVV4cDsoyyg6Rvx7phiBKHfpbBRxy0Ay8bp0sm6OaCe6gnrLch3FN+nNUYB/0FqVLK3Zs6tWYymm
      axAR0iffLLmpXZAM0XnJhRQprbZ68vf2IRUZ3HslTutWXH8oKUMgyrulUqenZ2b3Y4W61Qz9YPwMW3xax121CBL4YHLrWdNJHbQRKbGF1qnXYjWJ
      XX/+6S0QIUbwK/UDbIw4U1mKU13Sc9x5Y8bXPsXZTmd3swIDAQABo1MwUTAdBgNVHQ4EFgQUI8flSi7+JnvEv6qF4VoH0QhqMX8wHwYDVR0jBBgw
      FoAUI8flSi7+JnvEv6qF4VoH0QhqMX8wDwYDVR0TAQH/BAUwAwEB/zBCBgkqhkiG9w0BAQowNaAPMA0GCWCGSAFlAwQCAQUAoRwwGgYJKoZIhvcN
      AQEIMA0GCWCGSAFlAwQCAQUAogQCAgDeA4IBAQC/ulVIRT8PHFGIwnKBdUQ338Ip3pOYfApmhmt2G5LxisfrwDq0lQzfimafzU/QUKKwtj9ykKRa
      eyZ7Wsg0ecoogqEtBpJ5/Ja+D1cloxQD9AIQyxdJXPyQD8AQPNXIQ9I/F7MfLAY3wotSRA79Pk3ysjcE2FiuZq0r7M1kUdY7YZovt5hyFDXsESJZ
      Xpq3n9PJggqq/h/VT9LPUFHjoPv/5DWSEdUEa/VFV0QcOS8lXauizKPsoF2EG+eulf6b8FqIFKQr+kfIZkpRt6b1G8xaGQw0TQy7TCCnBtapzhFC
      Gt8hkw/nEqlzwNBmD7EN1+HpAeYuBOPY1Giafw3lTgnn
      """)

  static let psssha1 = CertificateSample(
    name: "psssha1",
    subject: "CN=pss sha1",
    issuer: "CN=pss sha1",
    serialNumber: "2CC28D39C440451BA560D3290CBCD140445F9575",
    notBefore: "2026-11-21T06:32:59Z", notAfter: "2027-11-21T06:32:59Z",
    sha1: "CD:9A:F5:3D:4B:B6:09:B1:01:38:0A:42:E2:49:37:EF:9D:44:CD:84",
    sha256: """
      94:B7:29:70:AC:45:2A:AD:32:1F:2A:F8:DE:8B:AC:68:\
      29:09:04:AA:B9:AE:BB:42:A2:E3:E3:67:CB:B9:AC:0F
      """,
    keySHA256: "9a57419d0c9dcbfb0f96e347c18243cda434f09d3287a192d7e00c5463b36182",
    key: .rsa(bits: 1024, exponent: 65537), version: 3,
    signature: "rsassaPss", hash: .sha1,
    keyUsage: nil,
    base64: """
      MIICAjCCAWugAwIBAgIULMKNOcRARRulYNMpDLzRQERflXUwDQYJKoZIhvcNAQEKMAAwEzERMA8GA1UEAwwIcHNzIHNoYTEwHhcNMjYxMTIxMDYz
      MjU5WhcNMjcxMTIxMDYzMjU5WjATMREwDwYDVQQDDAhwc3Mgc2hhMTCBnzANBgkqhkiG9w0BAQEFAAOBjQAwgYkCgYEA6bP43vzj0xstzgxb0oZU
      86jgPI42kyroAzbiBixudp3vn9tANdaYTuSHO9Zwtyv/wjQ+whhVUi0G8RD5pz5XNzZRU2EvkyILwxqas1ivU03+wEMDxg42xpHsRI0HnW95Nu41
      m6u4ogFtzsuqpyj3zd/1jCuPKrxhUt33xl/dKosCAwEAAaNTMFEwHQYDVR0OBBYEFLUe7n7G+XuV7lqelIZxrlakXqDWMB8GA1UdIwQYMBaAFLUe
      7n7G+XuV7lqelIZxrlakXqDWMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQEKMAADgYEADvpwDoJ8cN4T9Sx7cEwlx9SkdpTl9lioCyQEp+ra
      wLCZgsH3x3hSW8EDr6wvBLcrjBucW8VozyJNBaqw4YXs3fC6M4eSTvaf26DQRy5H6Ilk8k+TG5xRtB8X4irM/x0161mAzVXtn1Ibo1dv8NUXjcFG
      4RPG2Ri4EoGblIF+7Nk=
      """)

  static let p256 = CertificateSample(
    name: "p256",
    subject: "CN=p256",
    issuer: "CN=p256",
    serialNumber: "20F922F8B63BCD8BC3434FF4C95938F99BB70F80",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "10:B6:0B:9C:11:AA:4A:02:98:27:6C:78:46:BF:BC:3A:C6:EC:46:5A",
    sha256: """
      C8:56:F5:E4:D1:B7:52:A2:94:C6:B9:4B:3C:82:1C:B1:\
      13:64:F9:33:DC:43:BF:05:D6:1C:F2:5A:86:30:D7:6C
      """,
    keySHA256: "4093a800e3f9bf990b5e13224205b2f389f03d0af180c024c46a45cbd4d7a109",
    key: .ec(curve: .p256, bits: 256), version: 3,
    signature: "ecdsa-with-SHA256", hash: .sha256,
    keyUsage: nil,
    base64: """
      MIIBczCCARmgAwIBAgIUIPki+LY7zYvDQ0/0yVk4+Zu3D4AwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEcDI1NjAeFw0yNjExMjEwNjMyNThaFw0y
      NzExMjEwNjMyNThaMA8xDTALBgNVBAMMBHAyNTYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASBMc/GLHrxUQzf8JGCii4TEULZYixyXEPpxevi
      jxI4cSaQNQ/OnchTLMSyLtL4o267+H9tWSm8nCdycxr8YWbro1MwUTAdBgNVHQ4EFgQUkZMkuUoqe46Im9b4g6oXm4DsAXowHwYDVR0jBBgwFoAU
      kZMkuUoqe46Im9b4g6oXm4DsAXowDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAjzTyk8DS+dW232alMpnJxuhLulkyRMmoSRLC
      PStxUl4CICTUJ+LZcphEIEndNCL96Ed1iNYk/udnwOoxt54YZE1S
      """)

  static let p384 = CertificateSample(
    name: "p384",
    subject: "CN=p384",
    issuer: "CN=p384",
    serialNumber: "447A5CC993D850422EE96C23B8A7FFA017D42698",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "8D:BF:22:A5:2C:A5:89:88:76:05:1A:84:62:83:79:E6:5B:5E:A8:C4",
    sha256: """
      F5:F0:D9:C6:7A:1D:A1:1B:15:06:3E:B4:46:ED:6C:11:\
      D1:DC:1F:55:39:FB:8D:56:10:E6:90:3C:6B:DE:69:BF
      """,
    keySHA256: "5f3fc29115bc5d89b4ade90b26749653cea59a439bb58e4fd2575ffcb5a368a4",
    key: .ec(curve: .p384, bits: 384), version: 3,
    signature: "ecdsa-with-SHA384", hash: .sha384,
    keyUsage: nil,
    base64: """
      MIIBsDCCATagAwIBAgIURHpcyZPYUEIu6WwjuKf/oBfUJpgwCgYIKoZIzj0EAwMwDzENMAsGA1UEAwwEcDM4NDAeFw0yNjExMjEwNjMyNThaFw0y
      NzExMjEwNjMyNThaMA8xDTALBgNVBAMMBHAzODQwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAASR9J7SRS2AeuF7cv2TLyIKEM6flLlwgsxJA9XXvGGp
      ogR09o+aX7NW3iMFpGhRiRO8OZI7CnUnAX+HXW5tn3977Ujxs91uIFUAgmR6qC8ew5wFCim7w/92TM9ncuWHOyOjUzBRMB0GA1UdDgQWBBRbsjcG
      WO6K3B2HkpHiAk2TCUqEqTAfBgNVHSMEGDAWgBRbsjcGWO6K3B2HkpHiAk2TCUqEqTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMDA2gAMGUC
      MAZjcxZGcCFQvz1fqtsPSmi5uKrRrlPb18tXka3FUKTEszjdW2nl0zCUbAopKV6VKAIxAORuUAHOpmqFGg/+2gtPtYkL5u2ZKeRUM1PstuAIcHAw
      HCmMaDaUafg9o7Lizqcilw==
      """)

  static let p521 = CertificateSample(
    name: "p521",
    subject: "CN=p521",
    issuer: "CN=p521",
    serialNumber: "194866E159864E2095C4081E46D17251B25C55C9",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "65:23:8C:79:AA:8F:43:6C:4D:DF:80:ED:6D:FE:AB:7D:E4:C0:76:53",
    sha256: """
      7A:0E:E0:E3:27:07:43:D6:97:69:A7:1A:F5:9B:63:43:\
      53:9E:C0:F8:0A:D1:8D:CF:4B:5C:D5:41:B2:A7:F6:E5
      """,
    keySHA256: "b16d3e55acd8dc99b2b14030e2447ad8d67faa826d6a66fbdbcc53e48d34787a",
    key: .ec(curve: .p521, bits: 521), version: 3,
    signature: "ecdsa-with-SHA512", hash: .sha512,
    keyUsage: nil,
    base64: """
      MIIB+jCCAVygAwIBAgIUGUhm4VmGTiCVxAgeRtFyUbJcVckwCgYIKoZIzj0EAwQwDzENMAsGA1UEAwwEcDUyMTAeFw0yNjExMjEwNjMyNThaFw0y
      NzExMjEwNjMyNThaMA8xDTALBgNVBAMMBHA1MjEwgZswEAYHKoZIzj0CAQYFK4EEACMDgYYABAGGHu8cI8Lc1jff1RQXndynfbFnruPmvzxvFyds
      8IKNQACxb2ASIQ+11vZgEpOKkUQiALh8Ueqzq7RE6ll8okuqhQFunqvegu7v8MV4oz119nMdSPK3sjQnQYClBPPsbeE+CzF/nbejXNgd99hGnpbH
      B1RTGJfb5t+fBUUbAM0hqrT89aNTMFEwHQYDVR0OBBYEFLNM+K++Om017dSctqI40kz4ASwfMB8GA1UdIwQYMBaAFLNM+K++Om017dSctqI40kz4
      ASwfMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwQDgYsAMIGHAkE9P2BAVOT7scvegQWzrQUGqylq33S5/eI772OkRN6m4yQw5hzytxxSj40n
      eED6jGcS3rTwB8/M+wuG8qFd7V7NsQJCAXUHjvLTAuQZjsqtwM5u0oYGp+GEzG+M2KvFPtPBLyuPkpTuqJVXOpsTTiFf4Nl8RybRCsjt3mn21qR3
      yXrC3qQ4
      """)

  static let secp256k1 = CertificateSample(
    name: "secp256k1",
    subject: "CN=k1",
    issuer: "CN=k1",
    serialNumber: "6A89E442372CDB25E826DFCA31BD665BB931251E",
    notBefore: "2026-11-21T06:32:58Z", notAfter: "2027-11-21T06:32:58Z",
    sha1: "94:3C:81:E3:EF:4C:90:81:E1:AB:A4:8F:8E:96:10:65:B2:8D:AF:CD",
    sha256: """
      8F:9A:49:8F:C6:D9:E8:C3:4B:48:5D:1D:E1:35:38:09:\
      63:78:71:CE:42:AB:4E:EA:E6:09:75:0E:8E:C2:DD:7F
      """,
    keySHA256: "a18a988b5f0d50e1c9ecb8ac42bf882d7d2a40c3e733971e806adf78bbb158c4",
    key: .ec(curve: .other(OID(1, 3, 132, 0, 10)), bits: 256), version: 3,
    signature: "ecdsa-with-SHA1", hash: .sha1,
    keyUsage: nil,
    base64: """
      MIIBajCCARGgAwIBAgIUaonkQjcs2yXoJt/KMb1mW7kxJR4wCQYHKoZIzj0EATANMQswCQYDVQQDDAJrMTAeFw0yNjExMjEwNjMyNThaFw0yNzEx
      MjEwNjMyNThaMA0xCzAJBgNVBAMMAmsxMFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAE3KFTN7x8DqeZlhXsm/6WVMSTpOTzFnlXWsY22ypbE5aM8ONM
      nqJISF3ff7518KbodW2gUh8cj+JckVtRwuHFpqNTMFEwHQYDVR0OBBYEFGszMhoAicfH88qcfnYOurWHTBZXMB8GA1UdIwQYMBaAFGszMhoAicfH
      88qcfnYOurWHTBZXMA8GA1UdEwEB/wQFMAMBAf8wCQYHKoZIzj0EAQNIADBFAiAA6wIkrxBi1ojezBDmUiA8yquoyZ30OvEFq/NHBkYI7AIhAKKt
      Ihp/twI7Y8cuz+lCjkz7fsn6TqZSkgxvc/xUKkjI
      """)
}
