import Rules
import Support
import Testing

@testable import Setup

@Suite("Exported lists")
struct ListTests {
  private func table(_ text: String) throws(ListError) -> CSVTable { try CSVTable(Array(text.utf8)) }
  private func users(_ text: String, nameID: String? = nil) throws(ListError) -> UserList {
    try UserList(Array(text.utf8), nameID: nameID)
  }

  // MARK: CSV

  @Test(
    "separators, quotes and line endings",
    arguments: [
      "a,b\n1,\"x,\ny\"\"z\"\n\n2,w\n", "a;b\r\n1;\"x,\ny\"\"z\"\r\n\r\n2;w\r\n", "a\tb\r1\t\"x,\ny\"\"z\"\r\r2\tw",
      "sep=;\r\na;b\r\n1;\"x,\ny\"\"z\"\r\n2;w",
    ])
  func csv(text: String) throws {
    let table = try table(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.fields) == [["1", "x,\ny\"z"], ["2", "w"]])
  }

  @Test("a row knows its line, also behind a field of several lines")
  func lines() throws {
    #expect(try table("a,b\n1,\"x\n\ny\"\n2,\n").rows.map(\.line) == [2, 5])
    #expect(try table("a,b\r\n1,\"x\r\ny\"\r\n2,\r\n").rows.map(\.line) == [2, 4])
    #expect(try table("a,b\r\"x\ry\",1\r2,").rows.map(\.line) == [2, 4])
  }

  @Test(
    "damage is named with its line",
    arguments: [
      ("login,b\n1,2\n\"x,3\n4,5\n", 3, "never closed"), ("login,b\n\"x\"y,2\n", 2, "behind a closing"),
      ("login,b\n1,2\n1,2,3\n", 3, "3 fields where the first line names 2"), ("login\na\u{0}b\n", 2, "NUL"),
      ("login\n" + String(repeating: "x", count: 40_000), 2, "a field of more than"),
      ("login\n\"" + String(repeating: "x\n", count: 40_000), 2, "a field of more than"),
    ])
  func damage(text: String, line: Int, words: String) {
    let error = #expect(throws: ListError.self) { try users(text) }
    guard case .csv(line, let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains(words))
  }

  @Test("encodings: UTF-8 with a mark, UTF-16 of both orders, with and without a mark")
  func encodings() throws {
    let text = "login,firstName\nada@example.com,Zoë 東\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
    ] {
      let user = try #require(try UserList(bytes).users.first)
      #expect(user.attributes[.givenName] == ["Zoë 東"] && user.userName == "ada@example.com")
    }
    #expect(throws: ListError.notText) { try UserList(Array("login\nZo".utf8) + [0xEB, 0x0A]) }
    #expect(throws: ListError.notText) { try UserList([0xFF, 0xFE, 0x61]) }
  }

  @Test("what is no list is said to be what it is")
  func foreign() {
    #expect(throws: ListError.foreign("XML or HTML")) { try users("<html>") }
    #expect(throws: ListError.foreign("a spreadsheet or another packed file")) { try users("PK\u{3}\u{4}") }
    for text in ["", " \n", "login,email\n"] { #expect(throws: ListError.empty) { try users(text) } }
    #expect(throws: ListError.noName(["a", "b"])) { try users("a,b\n1,2\n") }
    #expect(throws: ListError.noColumn("mail", among: ["login"])) { try users("login\nx\n", nameID: "mail") }
    #expect(throws: ListError.self) { try users("{\"Users\": 1}") }
    #expect(throws: ListError.self) { try users("[1]") }
    #expect(throws: ListError.self) { try users("[{\"userName\": }]") }
    #expect(throws: ListError.partial(shown: 1, total: 5)) {
      try users(#"{"totalResults": 5, "Resources": [{"userName": "a"}]}"#)
    }
    #expect(throws: ListError.partial(shown: 1, total: nil)) {
      try users(#"{"NextToken": "x", "Users": [{"UserName": "a"}]}"#)
    }
  }

  // MARK: Makers

  static let makers: [(String, String, String)] = [
    ("id,status,login,firstName,lastName,displayName,email\n1,ACTIVE,a@x.org,A,B,A B,m@x.org", "login", "a@x.org"),
    (
      "userPrincipalName,displayName,surname,mail,givenName,accountEnabled\na@x.org,A B,B,m@x.org,A,True",
      "userPrincipalName", "a@x.org"
    ),
    (
      "First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY]\nA,B,a@x.org,Active",
      "Email Address [Required]", "a@x.org"
    ),
    ("firstname,lastname,username,email,displayname\nA,B,ab,a@x.org,A B", "email", "a@x.org"),
    ("UserName,GivenName,FamilyName\na@x.org,A,B", "UserName", "a@x.org"),
    (#"[{"status":"ACTIVE","profile":{"login":"a@x.org","firstName":"A","lastName":"B"}}]"#, "login", "a@x.org"),
    (
      #"{"value":[{"userPrincipalName":"a@x.org","givenName":"A","surname":"B","accountEnabled":true}]}"#,
      "userPrincipalName", "a@x.org"
    ),
    (#"{"Users":[{"UserName":"a@x.org","Name":{"GivenName":"A","FamilyName":"B"}}]}"#, "UserName", "a@x.org"),
    (
      #"{"users":[],"Resources":[{"userName":"a@x.org","name":{"givenName":"A","familyName":"B"}}]}"#, "userName",
      "a@x.org"
    ),
  ]

  @Test("the columns of each maker", arguments: makers)
  func columns(text: String, column: String, name: String) throws {
    let list = try users(text)
    let user = try #require(list.users.first)
    #expect(list.userNameColumn == column && list.nameIDColumn == column)
    #expect(user.userName == name && user.nameID == name && user.isActive)
    #expect(user.attributes[.givenName] == ["A"] && user.attributes[.familyName] == ["B"])
  }

  @Test("another column as NameID")
  func nameID() throws {
    let list = try users("login,email\na@corp.x.org,a@x.org\n", nameID: "Email")
    #expect(list.users[0].nameID == "a@x.org" && list.users[0].userName == "a@x.org")
    #expect(list.users[0].otherNames.contains("a@corp.x.org"))
    let scim = try users(#"[{"userName": "a@x.org", "mail": "m@x.org"}]"#, nameID: "mail")
    #expect(scim.users[0].nameID == "m@x.org" && scim.users[0].userName == "a@x.org")
  }

  @Test("what the list does not show is not judged, what SCIM leaves out is missing")
  func shown() throws {
    #expect(try users("login\na@x.org\n").notShown == [.givenName, .familyName, .displayName, .email])
    #expect(ListRule.judge(ListSubject(users: try users("login\na@x.org\n").users)).isEmpty)
    let scim = try users(
      #"[{"userName":"a@x.org","nickName":"","emails":[{"value":"a@x.org"},{"value":"b@x.org"}]}]"#)
    #expect(scim.notShown.isEmpty)
    #expect(ListRule.judge(ListSubject(users: scim.users)).map(\.rule.id) == ["SCIM008", "SCIM011", "SCIM012"])
  }

  @Test(
    "who may not sign in",
    arguments: [
      "login,status\na@x.org,SUSPENDED", "login,active\na@x.org,false",
      "userPrincipalName,accountEnabled\na@x.org,False",
      "Email Address [Required],Status [READ ONLY]\na@x.org,Suspended", #"[{"userName":"a@x.org","active":false}]"#,
      #"[{"primaryEmail":"a@x.org","suspended":true}]"#,
    ])
  func inactive(text: String) throws {
    #expect(try users(text).inactive == 1)
  }

  @Test("groups by the columns of consoles and the members of APIs")
  func groups() throws {
    for text in [
      "Group Name,Members\nDevOps,1\n", "displayName\nDevOps\n", "name;id\nDevOps;1\n",
      #"{"Groups":[{"GroupId":"1","DisplayName":"DevOps"}]}"#, #"{"Resources":[{"displayName":"DevOps"}]}"#,
      #"[{"profile":{"name":"DevOps"}}]"#, #"{"value":[{"displayName":"DevOps","id":"1"}]}"#,
    ] {
      #expect(try GroupList(Array(text.utf8)).groups.map(\.name) == ["DevOps"], "\(text)")
    }
    #expect(throws: ListError.noName(["a"])) { try GroupList(Array("a\nb\n".utf8)) }
  }

  @Test("a list of users is none of groups; one of members names the groups")
  func groupsOfUsers() throws {
    for (text, column) in [
      ("id,login,displayName,email\n1,a@x.org,A B,a@x.org\n", "login"), ("userName,name\na@x.org,A B\n", "userName"),
      ("First Name [Required],Email Address [Required]\nA,a@x.org\n", "First Name [Required]"),
      (#"[{"primaryEmail":"a@x.org","name":{"fullName":"A B"}}]"#, "primaryEmail"),
      (#"{"value":[{"displayName":"A B","userPrincipalName":"a@x.org"}]}"#, "userPrincipalName"),
    ] {
      #expect(throws: ListError.users(column), "\(text)") { try GroupList(Array(text.utf8)) }
    }
    for text in [
      "email,name\nd@x.org,DevOps\n", "displayName,mail,mailNickname\nDevOps,d@x.org,d\n",
      "login,displayName,groupName\na@x.org,A B,DevOps\n",
    ] {
      #expect(try GroupList(Array(text.utf8)).groups.map(\.name) == ["DevOps"], "\(text)")
    }
    let secret = ListError.users("login [Zk9x8Qw7Er6Ty5Ui4Op3As2Df1Gh0Jk9Lz8]").description
    #expect(!secret.contains("Zk9x8"))
  }

  @Test("no byte that is changed or taken away makes the reader fail in another way than by saying so")
  func mutilated() throws {
    let list = Array("login,firstName\r\n\"a@x.org\",\"A;\"\"B\"\r\nb@x.org,=cmd()\r\n".utf8)
    for index in list.indices {
      for byte: UInt8 in [0, 0x22, 0x2C, 0x0A, 0xFF, 0x7B] {
        var changed = list
        changed[index] = byte
        _ = try? UserList(changed)
        _ = try? GroupList(changed)
      }
      _ = try? UserList(Array(list[..<index]))
      _ = try? UserList(Array(list[index...]))
    }
  }
}
