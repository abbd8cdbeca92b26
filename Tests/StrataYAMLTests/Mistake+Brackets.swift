/// Mistakes and what strata says of them, word for word.
extension Mistake {
  static let brackets: [Mistake] = [
    Mistake(
      "an open bracket before the next key",
      source: #"""
        tags: [oci, scanning
        name: Harbor
        """#,
      says: #"""
        file:1:7: error: the '[' is still open where line 2 begins at column 1
        tags: [oci, scanning
              ^
        hint: add ']', or indent the lines up to it by at least 1
        """#),
    Mistake(
      "an open brace at the end",
      source: #"""
        name: {en: Harbor, zh: 港口
        """#,
      says: #"""
        file:1:7: error: the '{' is never closed
        name: {en: Harbor, zh: 港口
              ^
        hint: add '}'
        """#),
    Mistake(
      "lines in brackets that are not indented",
      source: #"""
        flow: [a,
        b,
        c]
        next: x
        """#,
      says: #"""
        file:1:7: error: the '[' is still open where line 2 begins at column 1
        flow: [a,
              ^
        hint: add ']', or indent the lines up to it by at least 1
        """#),
    Mistake(
      "a closing brace that is not indented",
      source: #"""
        name: {
          en: Harbor
        }
        id: harbor
        """#,
      says: #"""
        file:1:7: error: the '}' of this '{' stands in column 1 of line 3, wanted column 2 or more
        name: {
              ^
        hint: indent line 3 by at least 1
        """#),
    Mistake(
      "a bracket closed by a brace",
      source: #"""
        tags: [oci, scanning}
        """#,
      says: #"""
        file:1:21: error: found '}', wanted ']' for the '[' on line 1
        tags: [oci, scanning}
                            ^
        hint: close the '[' first
        """#),
    Mistake(
      "a bracket too many",
      source: #"""
        tags: [oci]]
        """#,
      says: #"""
        file:1:12: error: ']' closes nothing
        tags: [oci]]
                   ^
        hint: remove it, or put text that holds it in quotes
        """#),
    Mistake(
      "a closing brace alone",
      source: #"""
        }
        """#,
      says: #"""
        file:1:1: error: '}' closes nothing
        }
        ^
        hint: remove it, or put text that holds it in quotes
        """#),
    Mistake(
      "two entries without a comma",
      source: #"""
        {
         foo: 1
         bar: 2 }
        """#,
      says: #"""
        file:3:5: error: found ':', wanted ',' or '}'
         bar: 2 }
            ^
        hint: put a ',' before 'bar', or close the '{' of line 1
        """#),
    Mistake(
      "two quoted items without a comma",
      source: #"""
        ['a' 'b']
        """#,
      says: #"""
        file:1:6: error: found "'", wanted ',' or ']'
        ['a' 'b']
             ^
        hint: put a ',' before "'", or close the '[' of line 1
        """#),
    Mistake(
      "a comma first",
      source: #"""
        [ , a, b ]
        """#,
      says: #"""
        file:1:3: error: a ',' with nothing before it
        [ , a, b ]
          ^
        hint: remove it, or write '' for an empty text
        """#),
    Mistake(
      "two commas",
      source: #"""
        [ a, b, , ]
        """#,
      says: #"""
        file:1:9: error: a ',' with nothing before it
        [ a, b, , ]
                ^
        hint: remove it, or write '' for an empty text
        """#),
    Mistake(
      "a pair on two lines",
      source: #"""
        [ key
          : value ]
        """#,
      says: #"""
        file:2:3: error: a key in brackets has to be on the line of its ':'
          : value ]
          ^
        hint: put both on one line, or use { }
        """#),
    Mistake(
      "a mapping in brackets as a key",
      source: #"""
        [ {JSON: like}:adjacent ]
        """#,
      says: #"""
        file:1:15: error: a key that is a collection: strata reads keys that are text
        [ {JSON: like}:adjacent ]
                      ^
        hint: put it in quotes
        """#),
    Mistake(
      "a dash alone in brackets",
      source: #"""
        [-]
        """#,
      says: #"""
        file:1:2: error: a text cannot begin with '-' here
        [-]
         ^
        hint: put the text in quotes
        """#),
    Mistake(
      "a comment without a space in brackets",
      source: #"""
        [ a, b,#comment
        ]
        """#,
      says: #"""
        file:1:8: error: a '#' right after a value, wanted a space before it
        [ a, b,#comment
               ^
        hint: put a space before the '#'
        """#),
    Mistake(
      "a document marker in brackets",
      source: #"""
        [ a
        ---\#u{20}
        ]
        """#,
      says: #"""
        file:2:1: error: found '---' while the '[' of line 1 is open
        ---\#u{20}
        ^~~
        hint: add ']' before it
        """#),
    Mistake(
      "text after a bracket",
      source: #"""
        x: { y: z }in: valid
        """#,
      says: #"""
        file:1:12: error: found 'in: valid' after a value, wanted the end of the line
        x: { y: z }in: valid
                   ^~~~~~~~~
        hint: put the whole value in one pair of quotes, or ' #' before a comment
        """#),
  ]
}
