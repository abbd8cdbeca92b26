import StrataYAML
import Testing

@Suite struct CommentTests {
  @Test(arguments: [
    ("", []), ("# w", ["# w|"]), ("#w\n", ["#w|"]), ("a: b # w x y\nc: d", ["a: b # w x y| x y"]),
    ("  # w\n# w\ta\n", ["  # w|", "# w\ta|\ta"]),
    // Another word, no comment, a comment of something else first.
    ("# wx\n", []), ("# w-x", []), ("a#w", []), ("## w", []), ("# a # w\n", ["# a # w|"]), ("# \n# w", ["# w|"]),
    ("# v\n", []), ("#", []), ("# ", []), ("w", []),
  ])
  func aCommentBeginsWithTheWord(_ text: String, _ wanted: [String]) {
    let bytes = Array(text.utf8)
    let found = Document.comments(of: bytes, beginningWith: "w").map { comment in
      String(decoding: bytes[comment.line], as: UTF8.self) + "|" + String(decoding: bytes[comment.text], as: UTF8.self)
    }
    #expect(found == wanted)
  }
}
