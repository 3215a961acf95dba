import Parties
import Playbook
import Testing

@Suite struct ReminderScheduleTests {
  private static let all =
    ReminderSchedule.scimToken + Provider.allCases.flatMap { ReminderSchedule.signingCertificate(of: $0.rawValue) }

  @Test func daysComeTheEarliestFirstAndBeforeTheEnd() {
    for schedule in Self.all {
      #expect(!schedule.days.isEmpty && schedule.days.allSatisfy { $0 > 0 }, "\(schedule.sender.name)")
      #expect(schedule.days == Set(schedule.days).sorted(by: >), "\(schedule.sender.name)")
      #expect(schedule.source.url.hasPrefix("https://"), "\(schedule.sender.name)")
    }
  }

  /// The days that the words name are those that the calendar takes.
  @Test func wordsAndDaysAgree() {
    for schedule in Self.all {
      let named = schedule.manner.replacing("a year", with: "365 days").replacing("24 hours", with: "1 day")
        .split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      #expect(named == schedule.days, "\(schedule.sender.name)")
    }
  }

  @Test func awsIsTheSameForEverybodyAndVendorsSpeakForThemselves() {
    for provider in Provider.allCases {
      let schedules = ReminderSchedule.signingCertificate(of: provider.rawValue)
      #expect(schedules.first?.sender.name == "AWS" && schedules.first?.days == [AWSLimits.certificateIndicatorDays])
      for schedule in schedules.dropFirst() { #expect(schedule.sender.name == provider.displayName) }
    }
    #expect(ReminderSchedule.signingCertificate(of: "entra-id").last?.days == [60, 30, 7])
    #expect(ReminderSchedule.signingCertificate(of: "onelogin").last?.certainty == .believed)
    #expect(ReminderSchedule.signingCertificate(of: "generic").count == 1)
  }
}
