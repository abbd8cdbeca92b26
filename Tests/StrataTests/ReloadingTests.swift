import Testing

@testable import strata

/// Times are milliseconds of a clock that stands where the test says.
@Suite struct ReloadingTests {
  private func failOnce(_ reloading: inout Reloading, _ message: String, at time: Int) -> Bool {
    _ = reloading.begin()
    reloading.end(at: time)
    return reloading.fail(message, at: time)
  }

  @Test func aFailureIsToldOnceTheFilesStayAsTheyAre() {
    var reloading = Reloading()
    reloading.noteChange(at: 0)
    #expect(reloading.due == 60)
    #expect(failOnce(&reloading, "bad", at: 60) == false)
    #expect(reloading.due == 210 && reloading.failure == "bad")
    let tells = failOnce(&reloading, "bad", at: 210)
    #expect(tells)
    #expect(reloading.due == nil && reloading.failure == nil)
  }

  @Test func aFileThatIsStillWrittenIsNoFailure() {
    var reloading = Reloading()
    var told: [Int] = []
    // Each reading meets the file half written, in the same place.
    for time in stride(from: 0, to: 2900, by: 50) {
      reloading.noteChange(at: time)
      guard let due = reloading.due, due <= time else { continue }
      if failOnce(&reloading, "half", at: time) { told.append(time) }
    }
    #expect(told.isEmpty)
    reloading.succeed()
    #expect(reloading.failure == nil)
  }

  @Test func failuresThatDoNotEndAreToldThoughSomebodyWrites() {
    var reloading = Reloading()
    var told: [Int] = []
    for time in stride(from: 0, through: 4000, by: 50) {
      reloading.noteChange(at: time)
      guard let due = reloading.due, due <= time else { continue }
      if failOnce(&reloading, "bad \(time)", at: time) { told.append(time) }
    }
    #expect(told.first.map { (Reloading.patience..<Reloading.patience + 500).contains($0) } == true)
  }

  @Test func aChangeWhileReadingMakesAnotherReadingDue() {
    var reloading = Reloading()
    let begins = reloading.begin()
    #expect(begins)
    reloading.noteChange(at: 10)
    #expect(reloading.due == nil)
    reloading.end(at: 20)
    #expect(reloading.due == 80)
    #expect(reloading.fail("bad", at: 20) == false)
    #expect(reloading.due == 80)
  }
}
