/// Mistakes and what strata says of them, word for word.
extension Mistake {
  static let indentation: [Mistake] = [
    Mistake(
      "an indentation between two levels",
      source: #"""
        layers:
            - id: runtime
              kind: floor
             name: Runtime
            - id: platform
        """#,
      says: #"""
        file:4:6: error: indented by 5 columns, which matches no level here (0, 4 and 6)
             name: Runtime
             ^~~~~~~~~~~~~
        hint: indent it by 4 or 6
        """#),
    Mistake(
      "a sequence indented back too far",
      source: #"""
        key:
           - ok
           - also ok
          - wrong
        next: fine
        """#,
      says: #"""
        file:4:3: error: indented by 2 columns, which matches no level here (0 and 3)
          - wrong
          ^~~~~~~
        hint: indent it by 0 or 3
        """#),
    Mistake(
      "a key deeper than its siblings",
      source: #"""
        tool:
          id: harbor
           name: Harbor
          license: Apache-2.0
        """#,
      says: #"""
        file:3:8: error: the text before this ':' began on line 2: a key has to be on one line
           name: Harbor
               ^
        hint: put the text in quotes, or indent 'name' by 2 if it is a key
        """#),
    Mistake(
      "a quoted value, then a deeper key",
      source: #"""
        map:
          key1: "quoted1"
           key2: "bad"
        """#,
      says: #"""
        file:3:4: error: indented by 3 columns, but the entries it follows by 2
           key2: "bad"
           ^~~~~~~~~~~
        hint: indent it by 2, like the entries above
        """#),
    Mistake(
      "a tab before a key",
      source: #"""
        a:
        \#tb: 1
        """#,
      says: #"""
        file:2:1: error: a tab in the indentation, wanted spaces
                b: 1
        ^~~~~~~~
        hint: replace the tab by spaces
        """#),
    Mistake(
      "a tab after spaces before a key",
      source: #"""
        foo:
          a: 1
          \#tb: 2
        """#,
      says: #"""
        file:3:3: error: a tab in the indentation, wanted spaces
                b: 2
          ^~~~~~
        hint: replace the tab by spaces
        """#),
    Mistake(
      "a tab between a dash and a nested dash",
      source: #"""
        -\#t- a
        """#,
      says: #"""
        file:1:2: error: a tab in the indentation, wanted spaces
        -       - a
         ^~~~~~~
        hint: replace the tab by spaces
        """#),
    Mistake(
      "a tab where a literal's indentation is wanted",
      source: #"""
        foo: |
        \#t
        bar: 1
        """#,
      says: #"""
        file:2:1: error: a tab where the text's indentation is wanted
               \#u{20}
        ^~~~~~~~
        hint: remove it, or replace it by spaces
        """#),
    Mistake(
      "a line of spaces deeper than a literal's text",
      source: #"""
        text: |
            \#u{20}
          too many spaces above
        """#,
      says: #"""
        file:2:1: error: a line of 5 spaces before the text's first line, which is indented by 2
            \#u{20}
        ^~~~~
        hint: remove the spaces
        """#),
    Mistake(
      "text after a comment inside a plain text",
      source: #"""
        key: word1
        #  xxx
          word2
        """#,
      says: #"""
        file:3:3: error: indented by 2 columns, but the entries it follows by 0
          word2
          ^~~~~
        hint: a comment ends the text above it: move the comment, or put the text in quotes
        """#),
    Mistake(
      "a word after a root scalar and a comment",
      source: #"""
        word1  #comment
        word2
        """#,
      says: #"""
        file:2:1: error: found 'word2' after the end of the document's node
        word2
        ^~~~~
        hint: a comment ends the text above it: move the comment, or put the text in quotes
        """#),
  ]
}
