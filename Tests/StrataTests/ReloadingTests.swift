import StrataText
import Testing

@testable import strata

/// Times are milliseconds of a clock that stands where the test says.
@Suite struct ReloadingTests {
  private func failOnce(_ reloading: inout Reloading, _ message: VisibleText, at time: Int) -> Bool {
    _ = reloading.begin()
    reloading.end(at: time)
    return reloading.fail(message, at: time)
  }

  /// When a reading is told to have failed while somebody writes every 50 ms and each reading fails.
  private func told(_ reloading: inout Reloading, through end: Int, _ message: (Int) -> VisibleText) -> [Int] {
    var told: [Int] = []
    for time in stride(from: 0, through: end, by: 50) {
      reloading.noteChange(at: time)
      guard let due = reloading.due, due <= time else { continue }
      if failOnce(&reloading, message(time), at: time) { told.append(time) }
    }
    return told
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
    // Each reading meets the file half written, in the same place.
    #expect(told(&reloading, through: 2850) { _ in "half" } == [])
    reloading.succeed()
    #expect(reloading.failure == nil)
  }

  @Test func failuresThatDoNotEndAreToldThoughSomebodyWrites() {
    var reloading = Reloading()
    let told = told(&reloading, through: 4000) { "bad \($0)" }
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
