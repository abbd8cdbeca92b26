import Foundation
import StrataExplorer
import Testing

@testable import strata

@Suite struct OpenerTests {
  private let address = WebAddress("https://example.org/a?b=$(touch%20x)&c")!

  /// The shell reads the browser's script: run as a program, it could be refused while the child that another test
  /// starts at the same moment still holds it open for writing.
  private static let shell = "/bin/sh"

  @Test func withoutABrowserTheAddressIsShown() {
    let opener = Opener(environment: Environment([:]))
    #expect(opener.open(address) { _ in } == .showAddress(url: address.text))
    let missing = Opener(environment: Environment(["BROWSER": "/nonexistent/browser"]))
    #expect(missing.open(address) { _ in } == .showAddress(url: address.text))
  }

  @Test func theBrowserGetsTheAddressAsOneWord() throws {
    let folder = Folder()
    let script = try folder.write(
      "printf '%s\\n' \"$@\" > \(folder.path)/words\necho noise\n", to: "browser")
    let opener = Opener(
      environment: Environment(["BROWSER": "/nonexistent/first:\(Self.shell) \(script) --new %s:/bin/false"]))
    #expect(opener.open(address) { _ in } == .opened(url: address.text))
    var words = ""
    for _ in 0..<1500 where !words.hasSuffix("\n") || words.count < address.text.count {
      usleep(20_000)
      words = (try? String(contentsOfFile: "\(folder.path)/words", encoding: .utf8)) ?? ""
    }
    #expect(words == "--new\n\(address.text)\n")
  }

  /// What catalogs may have for addresses, and what the browser's arguments are then; nil: it is not started.
  private static let addresses: [(String, String?)] = [
    ("https://example.org", "https://example.org"), ("http://example.org/", "http://example.org/"),
    ("HTTPS://EXAMPLE.org", "https://EXAMPLE.org"), ("https://example.org/$(touch x)", nil),
    ("https://example.org/$(touch%20x)", "https://example.org/$(touch%20x)"),
    ("https://example.org/;ls", "https://example.org/;ls"),
    ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
    ("https://example.org/#a", "https://example.org/#a"),
    ("https://例.example", "https://xn--fsq.example"), ("https://exаmple.org/", "https://xn--exmple-4nf.org/"),
    ("https://example.org/层", "https://example.org/%E5%B1%82"), ("https://[::1]/", "https://[::1]/"),
    ("https://127.0.0.1:8080/a", "https://127.0.0.1:8080/a"), ("https://example.org/a*b", "https://example.org/a*b"),
    ("https://example.org/~user", "https://example.org/~user"), ("", nil), (" https://example.org", nil),
    ("https://example.org ", nil), ("https://exam ple.org", nil), ("https://example.org/a\nb", nil),
    ("https://example.org/\u{0}", nil), ("https://example.org/\u{1B}]52;c;x\u{7}", nil),
    ("https://user@example.org", nil),
    ("https://a:b@example.org", nil), ("https://good.example@evil.example/", nil), ("https:///x", nil),
    ("https://", nil),
    ("https://?x", nil), ("//example.org", nil), ("example.org", nil), ("javascript:alert(1)", nil),
    ("data:text/html,x", nil),
    ("file:///etc/passwd", nil), ("ftp://example.org", nil), ("mailto:a@example.org", nil),
    ("-https://example.org", nil),
    ("--help", nil), ("https://-example.org", nil), ("https://example.org/`x`", nil), ("https://example.org/'x'", nil),
    ("https://example.org/\u{202E}x", "https://example.org/%E2%80%AEx"), ("https://a\u{200B}.example", nil),
    ("https://example.org:99999999", nil), ("https://example.org:8o/", nil), ("vscode://x", nil),
  ]

  /// The session hands on what is an address, and nothing else; the browser gets each as one word.
  @Test func onlyPlainAddressesReachTheBrowser() throws {
    let folder = Folder()
    let script = try folder.write(
      "printf '%s|' \"$#\" \"$@\" >> \(folder.path)/words.$$\nmv \(folder.path)/words.$$ \(folder.path)/done.$$\n",
      to: "browser")
    let opener = Opener(environment: Environment(["BROWSER": "\(Self.shell) \(script)"]))
    var expected: [String] = []
    for (text, words) in Self.addresses {
      let address = WebAddress(text)
      #expect(address?.text == words, "\(text.debugDescription)")
      guard let address else { continue }
      #expect(!address.text.hasPrefix("-") && address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(opener.open(address) { _ in } == .opened(url: address.text))
      expected.append("1|\(address.text)|")
    }
    var seen: [String] = []
    for _ in 0..<1500 where seen.count < expected.count {
      usleep(20_000)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("done.") }
      seen = names.compactMap { try? String(contentsOfFile: "\(folder.path)/\($0)", encoding: .utf8) }
    }
    #expect(seen.sorted() == expected.sorted())
  }
}
