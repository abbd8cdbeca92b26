import Testing

@testable import strata

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://goharbor.io", "https://goharbor.io"), ("HTTP://Example.org/Path", "http://Example.org/Path"),
    ("https://example.org:8443/a?b=c&d#e", "https://example.org:8443/a?b=c&d#e"),
    ("https://127.0.0.1/", "https://127.0.0.1/"), ("https://[::1]:80/x", "https://[::1]:80/x"),
    ("https://example.org/é层", "https://example.org/%C3%A9%E5%B1%82"), ("https://a_b.example", "https://a_b.example"),
    ("https://example.org/@user", "https://example.org/@user"),
    ("https://例.example/x", "https://xn--fsq.example/x"), ("https://exаmple.org", "https://xn--exmple-4nf.org"),
    ("https://BÜCHER.example:80", "https://xn--bcher-kva.example:80"),
    ("https://ñandú.example", "https://xn--and-6ma2c.example"),
    ("https://παράδειγμα.example", "https://xn--hxajbheg2az3al.example"),
    ("https://点看.example", "https://xn--3pxu8k.example"),
    ("https://xn--fsq.example", "https://xn--fsq.example"),
  ])
  func readsWhatABrowserMayHave(_ text: String, _ address: String) {
    #expect(WebAddress(text)?.text == address)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "//example.org", "example.org", "--help",
    "https://", "https:///path", "https://user@example.org", "https://user:word@example.org/", "https://-x.example",
    "https://.example", "https://e\u{301}x.org", "https://a\u{200D}例.example", "https://例 .example", "https://例@x.org",
    "https://example.org/a b",
    "https://example.org/\"x\"",
    "https://example.org/'x", "https://example.org/`x`", "https://example.org/\n", "https://example.org/\u{1B}[31m",
    "https://example.org:port/", "https://example.org:123456/", "https://[::1", "https://[x]/", "https://a\\b.example/",
    "https://example.org/\u{7F}", "https://exa mple.org", "https://%65xample.org",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(WebAddress(text) == nil)
  }
}
