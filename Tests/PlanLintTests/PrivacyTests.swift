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
    "Private cloud, 24 cores", "dob", "Home delivery 2026/2027", "Private equity fund 2019-2024",
    "Private equity owned (2019-2024, 2025)", "Home office 2025-2026",
    "Mobile app launch 15.11.2026", "private label: 2024 - 2025 - 2026",
    "mobile robots, 10 000 000 EUR", "Mobile: +12 000 000 users", "Mobile: 03/2026 - 09/2026",
    "Home delivery: 01.03.2026", "Mobile: 0.75-1.25 2026", "Home market: 1 200 000 parcels",
    "private 5G 3700-3800 MHz", "Cell 12: 2025-2027 contract", "Home page relaunch: 2026-11-20",
    "She votes in the steering committee", "He votes with the CFO",
    "he voted for Acme last time", "his politics are internal", "Her cancer centre opens in May",
    "His pregnancy-care unit", "her burnout programme cut absence", "She has cancer patients",
    "The company was born on 3 May 1998", "Birthday sale on 24 May", "newly born 3 plants",
    "Company birthday: 24 May", "The market is pregnant with ideas", "They are sick of it",
    "Northwind is pregnant with ideas",
  ])
  func personalDataIsNotGuessedHere(_ text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    "ann.lee@gmail.com", "Private: ann@web.de", "ANN@GMX.DE", "Mobile +49 171 2345678",
    "cell (415) 555-0134 22", "private number is 0171/2345678", "Home: 089 1234 5678",
    "Birthday: 3 May", "birthday is on 12 June", "date of birth 1971-05-03", "born on 3 May",
    "Geburtstag 3.5.", "she is pregnant", "He has cancer", "her illness", "his political views",
    "he votes labour", "He is a republican", "Ann Lee is pregnant", "Ann Lee is on sick leave",
    "Born 3 May 1971", "She was born on 3 May 1971", "b-day 3 May", "Birthday: May 3",
    "| Private | +49 171 2345678 |", "Phone (private): +49 171 2345678", "mobile 415-555-0134",
    "Her cancer is back", "He has burnout.",
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
    "Key: SAP-S4HANA-rollout-2027", "**Key:** erp-migration-phase2", "token: RFP-2026-11-4711-B",
    "key: customer-portal-v2-launch", "Password: 1Password-vault",
    "secret: see vault/northwind-2026", "API key: KV-northwind-prod-2026",
    "the key: 2027-01-31-go-live-plan", "Key: vault/northwind/prod/2026", "password: 90days",
    "Key: SAPS4HANArollout2027", "sk-bratislava-plant-2027", "The password is required by 2027",
    "https://medium.com/@maya/2026", "https://portal.northwind.example:8443/a@b",
    "https://user:password@host.example", "40k pw: see the sheet",
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
    "pw: Winter2026!", "The password is Winter2026!", "https://user:Winter2026@host.example",
    "secret: 550e8400-e29b-41d4-a716-446655440000", "password: Blue-Horse-42!",
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

  /// Another value is another finding, though both are shown alike, and none can be read out of its fingerprint.
  @Test(arguments: [
    ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "ghp_99Z9z99Z999z9999Z9999z999999Zz999Z9z"),
    ("ann.lee@gmail.com", "anna.berg@gmx.de"), ("Mobile +49 171 2345678", "Mobile +49 172 8765432"),
    ("Birthday: 3 May", "Birthday: 4 June"),
  ])
  func anotherValueHasAnotherFingerprint(_ one: String, _ other: String) throws {
    func print(_ text: String) throws -> String {
      let program = SmallProgram("---\naccount: N\ntier: 3\n---\n\n\(text)\n")
      return try #require(program.findings.first { $0.rule.hasPrefix("privacy/") }).fingerprint
    }
    #expect(try print(one) != print(other))
    #expect(try print(one) == print("Moved. " + one))
    #expect(!(try print(one)).contains(one.suffix(5)))
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
