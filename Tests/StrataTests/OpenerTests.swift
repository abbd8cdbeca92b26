import Foundation
import StrataExplorer
import Testing

@testable import strata

@Suite struct OpenerTests {
  private let address = WebAddress("https://example.org/a?b=$(touch%20x)&c")!

  @Test func withoutABrowserTheAddressIsShown() {
    let opener = Opener(environment: Environment([:]))
    #expect(opener.open(address) { _ in } == .showAddress(url: address.text))
    let missing = Opener(environment: Environment(["BROWSER": "/nonexistent/browser"]))
    #expect(missing.open(address) { _ in } == .showAddress(url: address.text))
  }

  @Test func theBrowserGetsTheAddressAsOneWord() throws {
    let folder = Folder()
    let script = try folder.write(
      "#!/bin/sh\nprintf '%s\\n' \"$@\" > \(folder.path)/words\necho noise\n", to: "browser")
    chmod(script, 0o700)
    let opener = Opener(environment: Environment(["BROWSER": "/nonexistent/first:\(script) --new %s:/bin/false"]))
    #expect(opener.open(address) { _ in } == .opened(url: address.text))
    var words = ""
    for _ in 0..<200 where !words.hasSuffix("\n") || words.count < address.text.count {
      usleep(20_000)
      words = (try? String(contentsOfFile: "\(folder.path)/words", encoding: .utf8)) ?? ""
    }
    #expect(words == "--new\n\(address.text)\n")
  }
}
