/// Mistakes and what strata says of them, word for word.
extension Mistake {
  static let scalars: [Mistake] = [
    Mistake(
      "an open double quote before the next key",
      source: #"""
        name: "Harbor
        summary: a registry
        """#,
      says: #"""
        file:1:7: error: the '"' is still open where line 2 begins at column 1
        name: "Harbor
              ^
        hint: close it with '"'; a '"' inside is written '\"'
        """#),
    Mistake(
      "an open single quote at the end",
      source: #"""
        - 'it
        """#,
      says: #"""
        file:1:3: error: the "'" is never closed
        - 'it
          ^
        hint: close it with "'"; a "'" inside is written "''"
        """#),
    Mistake(
      "an apostrophe in single quotes",
      source: #"""
        summary: 'it's a registry'
        """#,
      says: #"""
        file:1:14: error: found "s a registry'" after a value, wanted the end of the line
        summary: 'it's a registry'
                     ^~~~~~~~~~~~~
        hint: a "'" inside the text is written "''"
        """#),
    Mistake(
      "a quote that goes on without indentation",
      source: #"""
        quoted: "a
        b
        c"
        next: x
        """#,
      says: #"""
        file:1:9: error: the '"' is still open where line 2 begins at column 1
        quoted: "a
                ^
        hint: close it with '"'; a '"' inside is written '\"'
        """#),
    Mistake(
      "a document marker in quotes",
      source: #"""
        --- "a
        ... x
        b"
        """#,
      says: #"""
        file:1:5: error: the '"' is still open at the document marker on line 2
        --- "a
            ^
        hint: close it with '"'; a '"' inside is written '\"'
        """#),
    Mistake(
      "an unknown escape",
      source: #"""
        path: "C:\windows"
        """#,
      says: #"""
        file:1:10: error: '\w' is no escape
        path: "C:\windows"
                 ^~
        hint: write '\\' for a backslash, or put the text in single quotes
        """#),
    Mistake(
      "an escape of too few digits",
      source: #"""
        "\u12"
        """#,
      says: #"""
        file:1:2: error: found '\u12', wanted 4 hexadecimal digits after it
        "\u12"
         ^~~~
        """#),
    Mistake(
      "half of a surrogate pair",
      source: #"""
        "\uD800"
        """#,
      says: #"""
        file:1:2: error: U+D800 is no character
        "\uD800"
         ^~~~~~
        """#),
    Mistake(
      "text after a quoted value",
      source: #"""
        key: "quoted" trailing
        """#,
      says: #"""
        file:1:15: error: found 'trailing' after a value, wanted the end of the line
        key: "quoted" trailing
                      ^~~~~~~~
        hint: put the whole value in one pair of quotes, or ' #' before a comment
        """#),
    Mistake(
      "a comment right behind a quote",
      source: #"""
        key: "value"# comment
        """#,
      says: #"""
        file:1:13: error: a '#' right after a value, wanted a space before it
        key: "value"# comment
                    ^
        hint: put a space before the '#'
        """#),
    Mistake(
      "a value that begins with @",
      source: #"""
        twitter: @goharbor
        """#,
      says: #"""
        file:1:10: error: a text cannot begin with '@' here
        twitter: @goharbor
                 ^
        hint: put the text in quotes
        """#),
    Mistake(
      "a value that begins with a backtick",
      source: #"""
        code: `ls`
        """#,
      says: #"""
        file:1:7: error: a text cannot begin with '`' here
        code: `ls`
              ^
        hint: put the text in quotes
        """#),
    Mistake(
      "a value that begins with a percent sign",
      source: #"""
        share: %50
        """#,
      says: #"""
        file:1:8: error: a text cannot begin with '%' here
        share: %50
               ^
        hint: put the text in quotes
        """#),
    Mistake(
      "text behind a folded scalar's indicator",
      source: #"""
        folded: > first line
          second line
        """#,
      says: #"""
        file:1:9: error: found '> first line', wanted nothing but 1 to 9, '+' or '-' after the '>'
        folded: > first line
                ^~~~~~~~~~~~
        hint: begin the text on the next line
        """#),
    Mistake(
      "an indentation indicator of zero",
      source: #"""
        a: |0
        """#,
      says: #"""
        file:1:4: error: found '|0', wanted nothing but 1 to 9, '+' or '-' after the '|'
        a: |0
           ^~
        hint: begin the text on the next line
        """#),
    Mistake(
      "a comment right behind a block indicator",
      source: #"""
        block: ># comment
          scalar
        """#,
      says: #"""
        file:1:9: error: a '#' right after a value, wanted a space before it
        block: ># comment
                ^
        hint: put a space before the '#'
        """#),
  ]
}
