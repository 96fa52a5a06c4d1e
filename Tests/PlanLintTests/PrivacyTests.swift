import PlanLint
import PlanSource
import Testing

/// What looks private or secret is a guess: texts that must stay silent, and texts that must not.
struct PrivacyTests {
  private func found(_ text: String) -> [String] {
    SmallProgram("---\naccount: Northwind\ntier: 3\n---\n\n\(text)\n").findings
      .filter { $0.rule.hasPrefix("privacy/") }.map(\.rule)
  }

  @Test(arguments: [
    "Mail: ann.lee@northwind.example", "Write to sales@gmail-partners.example", "@maya.chen calls",
    "Office +49 89 2345678, ask for Ann", "Their mobile app has 12,000,000 users",
    "Mobile: 40 people in the field", "The home market is 2026-11-20 to 2027",
    "Cell 12 of the line stops", "The plant has its 50th birthday in 2027",
    "born in 1998 as a spin-off",
    "The birth of the project was 2024", "She is sick of the old system",
    "His team is on leave until May",
    "Her cancerous growth of costs", "Cancer drugs are 40% of their sales",
    "Their illness rate is 6%",
    "He votes", "She was diagnosed", "Hereditary politics", "The board votes on 12 December",
    "Her religious attention to detail", "Private label is 30% of 2,000,000 units",
    "Private cloud, 24 cores", "dob",
  ])
  func personalDataIsNotGuessedHere(_ text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    "ann.lee@gmail.com", "Private: ann@web.de", "ANN@GMX.DE", "Mobile +49 171 2345678",
    "cell (415) 555-0134 22", "private number is 0171/2345678", "Home: 089 1234 5678",
    "Birthday: 3 May", "birthday is on 12 June", "date of birth 1971-05-03", "born on 3 May",
    "Geburtstag 3.5.", "she is pregnant", "He has cancer", "her illness", "his political views",
    "she voted for them", "He is a republican",
  ])
  func personalDataIsFound(_ text: String) {
    #expect(found(text) == ["privacy/personal-data"])
  }

  @Test(arguments: [
    "password policy: 90 days", "Password: none", "password: required", "Passwords are rotated",
    "The password = whatever", "token: expected in Q1 2027", "Token: ISO27001",
    "secret: they want out",
    "key: pilot2027", "Key: finish before 2027-01-31", "API key rotation every 30 days",
    "the key account manager", "SK-Hynix-Semiconductor", "sk-learn and so on", "AKIA is a code",
    "akiaiosfodnn7example", "eyJ is how they begin", "eyJhbGciOiJIUzI1NiJ9 alone",
    "ghp_ is the prefix", "-----BEGIN CERTIFICATE-----", "pwd: ../plans",
    "key: https://northwind.example/pilot/2027", "xoxb-and-friends-forever",
  ])
  func aSecretIsNotGuessedHere(_ text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    "password: Winter2026!", "Password = hunter22", "**Password:** `s3cret99`", "pwd:abc123def",
    "Passwort: Sommer2026", "token: 9f8e7d6c5b4a39281706", "api_key=\"a1b2c3d4e5f6a7b8c9d0\"",
    "AKIAIOSFODNN7EXAMPLE", "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "glpat-a1B2c3D4e5F6g7H8i9J0",
    "xoxb-123456789012-abcdefABCDEF", "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "-----BEGIN RSA PRIVATE KEY-----",
  ])
  func aSecretIsFoundAndNotRepeated(_ text: String) throws {
    #expect(found(text) == ["privacy/secret"])
    let finding = try #require(
      SmallProgram("---\naccount: N\ntier: 3\n---\n\n\(text)\n").findings(of: "privacy/secret")
        .first)
    let shown = try #require(finding.message.split(separator: "`").first)
    #expect(shown.hasSuffix("…") && shown.count == 5)
    #expect(!finding.help.contains(shown.dropLast()))
  }

  @Test func aTableAndTheFrontMatterAreReadToo() {
    let program = SmallProgram(
      """
      ---
      account: Northwind
      tier: 3
      x-login: "password: Winter2026"
      ---
      ## Risks

      | Risk | Mitigation |
      | --- | --- |
      | Ann leaves | call her at ann@icloud.com |
      """)
    #expect(program.levels(of: "privacy/secret") == [.error])
    #expect(program.levels(of: "privacy/personal-data") == [.warning])
  }
}
