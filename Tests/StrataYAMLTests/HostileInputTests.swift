import Dispatch
import Foundation
import Testing

@testable import StrataYAML

extension Growth: CustomTestStringConvertible {
  var testDescription: String { name }
}

@Suite struct HostileInputTests {
  /// Steps for each byte, at most: every byte is looked at once or twice.
  static let stepsPerByte = 4
  /// Steps for each mistake, at most: in search of where a bracket or a quote may close, the parser looks ahead.
  static let stepsPerMistake = 5_000

  @Test(arguments: Growth.all) func costsWorkInProportionToItsLength(_ growth: Growth) {
    #if DEBUG
      var steps: [Int] = []
    #endif
    for count in [25_000, 50_000] {
      let bytes = Array(growth.source(count).utf8)
      let (document, diagnostics) = Document.parse(bytes, name: "file")
      #expect(diagnostics.first?.kind == growth.refusal)
      #expect(diagnostics.count <= Problem.limit + 1)
      #if DEBUG
        #expect(document.steps <= Self.stepsPerByte * bytes.count + Self.stepsPerMistake * diagnostics.count + 1000)
        steps.append(document.steps)
      #endif
    }
    #if DEBUG
      #expect(steps[1] <= steps[0] * 5 / 2 + 1000)
    #endif
  }

  /// Nine levels of nine aliases each: few bytes that stand for hundreds of millions of nodes.
  @Test func aliasBombIsRefused() {
    var bomb = "a: &a [" + Array(repeating: "lol", count: 9).joined(separator: ",") + "]\n"
    for (level, name) in zip("abcdefgh", "bcdefghi") {
      bomb += "\(name): &\(name) [" + Array(repeating: "*\(level)", count: 9).joined(separator: ",") + "]\n"
    }
    let diagnostics = Document.parse(Array(bomb.utf8), name: "bomb").diagnostics
    #expect(diagnostics.map(\.message) == ["the aliases up to '*e' repeat more than 1051816 bytes"])
  }

  @Test func depthUpToTheBoundIsRead() {
    let depth = Parser<TreeBuilder>.depthLimit
    for (open, close) in [("[", "]"), ("- ", "")] {
      let source = String(repeating: open, count: depth) + "a" + String(repeating: close, count: depth)
      #expect(Document.parse(Array(source.utf8), name: "deep").diagnostics.isEmpty)
      let deeper = open + source + close
      #expect(Document.parse(Array(deeper.utf8), name: "deep").diagnostics.map(\.kind).first == "too-deep")
    }
  }

  /// Sequences in a line were a call each: with AddressSanitizer's frames that was more than a thread's stack.
  @Test func depthTakesNoStack() {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let depth = Parser<TreeBuilder>.depthLimit
      for open in ["- ", "[", "{a: ", "- ? "] {
        _ = Document.parse(Array((String(repeating: open, count: depth) + "a").utf8), name: "deep")
      }
      done.signal()
    }
    thread.stackSize = 128 << 10
    thread.start()
    #expect(done.wait(timeout: .now() + 60) == .success)
  }

  /// What the fuzzer found: an alias of nothing as a key.
  @Test func aliasOfNothingAsKeyIsToldOnce() {
    let source = "&a a: &b\n  '\nc: \"\n  \"\nd: \"  \n   :\"'\ne\n\n  '\nf: \"\n\n  \"\ng: '\n\n\n  '\nh: b\n*b : *a\n"
    #expect(!Document.parse(Array(source.utf8), name: "found").diagnostics.isEmpty)
    let short = Document.parse(Array("*a : 1\n*b : 2\n".utf8), name: "short").diagnostics
    #expect(short.map(\.kind) == ["alias", "alias"])
  }

  /// What the fuzzer found: a pair in brackets whose key is too long had a value and no key.
  @Test func pairsInBracketsHaveAKeyEvenWhereItIsRefused() throws {
    let source = Array("[\(String(repeating: "k", count: 1025)): v]".utf8)
    let (document, diagnostics) = Document.parse(source, name: "file")
    #expect(diagnostics.map(\.message) == ["a key of more than 1024 characters"])
    let pair = try #require(document.firstChild(of: document.roots[0]))
    let key = try #require(document.firstChild(of: pair))
    #expect(document.string(key).count == 1025)
    let value = try #require(document.next(after: key))
    #expect(document.next(after: value) == nil)
  }

  /// What the fuzzer found: a backslash as the last byte, with the quote's text on other lines and on one.
  @Test func backslashAtTheEndIsAnUnclosedQuote() {
    let found = "{xted\"\n- 'sin1999\\t2000\\n\"\nhex esc: \"\\"
    for diagnostic in Document.parse(Array(found.utf8), name: "found").diagnostics {
      #expect(diagnostic.place.offset + diagnostic.place.length <= found.utf8.count)
    }
    for source in ["\"\\", "a: \"b\\", "a: \"b\nc\\", "a:\n  - \"b\n- c\\"] {
      let diagnostics = Document.parse(Array(source.utf8), name: "short").diagnostics
      #expect(diagnostics.first?.kind == "unclosed-quote")
    }
  }
}
