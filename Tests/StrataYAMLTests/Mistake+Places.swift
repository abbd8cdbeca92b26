/// Mistakes and what strata says of them, word for word.
extension Mistake {
  static let places: [Mistake] = [
    Mistake(
      "a caret under Chinese",
      source: #"""
        名称: "云原生" 全景图
        """#,
      says: #"""
        file:1:16: error: found '全景图' after a value, wanted the end of the line
        名称: "云原生" 全景图
                       ^~~~~~
        hint: put the whole value in one pair of quotes, or ' #' before a comment
        """#),
    Mistake(
      "a caret behind Chinese keys",
      source: #"""
        层: 运行时: 容器
        """#,
      says: #"""
        file:1:11: error: a second ': ' on the line: a mapping cannot begin on the line of its key
        层: 运行时: 容器
                  ^
        hint: put the value in quotes if the ':' belongs to it, or begin the mapping on the next line
        """#),
    Mistake(
      "a caret behind a tab",
      source: #"""
        a:\#t"b" c
        """#,
      says: #"""
        file:1:13: error: found 'c' after a value, wanted the end of the line
        a:      "b" c
                    ^
        hint: put the whole value in one pair of quotes, or ' #' before a comment
        """#),
    Mistake(
      "a caret behind a tab and Chinese",
      source: #"""
        名:\#t'层'\#t容器
        """#,
      says: #"""
        file:1:17: error: found '容器' after a value, wanted the end of the line
        名:     '层'    容器
                        ^~~~
        hint: put the whole value in one pair of quotes, or ' #' before a comment
        """#),
    Mistake(
      "a caret in a CRLF file",
      source: #"""
        a: 1\#r
        b\#r
        c: 2\#r
        """#,
      says: #"""
        file:2:1: error: found 'b', wanted a key and ':'
        b
        ^
        hint: write 'b: …', or indent the line if it belongs to the value above
        """#),
    Mistake(
      "a caret behind a byte order mark",
      source: #"""
        \#u{FEFF}a: 'x' y
        """#,
      says: #"""
        file:1:8: error: found 'y' after a value, wanted the end of the line
        a: 'x' y
               ^
        hint: put the whole value in one pair of quotes, or ' #' before a comment
        """#),
    Mistake(
      "a caret in a long line",
      source: #"""
        key: [abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi\#
        , abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, ab\#
        cdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdef\#
        ghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, 'x' y, abcdefghi, abcdefghi, abc\#
        defghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi]
        """#,
      says: #"""
        file:1:341: error: found 'y', wanted ',' or ']'
        bcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, 'x' y, abcdefghi\#
        , abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi, abcdefghi,\#u{20}
                                                                                        ^
        hint: put a ',' before 'y', or close the '[' of line 1
        """#),
    Mistake(
      "several mistakes in one file",
      source: #"""
        id: harbor
        name: "Harbor
        tags: [oci
        license:Apache-2.0
        summary: a: b
        id: zot
        """#,
      says: #"""
        file:2:7: error: the '"' is still open where line 3 begins at column 1
        name: "Harbor
              ^
        hint: close it with '"'; a '"' inside is written '\"'
        file:3:7: error: the '[' is still open where line 4 begins at column 1
        tags: [oci
              ^
        hint: add ']', or indent the lines up to it by at least 1
        file:4:1: error: found 'license:Apache-2.0', wanted a space after the ':'
        license:Apache-2.0
        ^~~~~~~~~~~~~~~~~~
        hint: did you mean 'license: Apache-2.0'?
        file:5:11: error: a second ': ' on the line: a mapping cannot begin on the line of its key
        summary: a: b
                  ^
        hint: put the value in quotes if the ':' belongs to it, or begin the mapping on the next line
        file:6:1: error: duplicate key 'id' (first used at line 1)
        id: zot
        ^~
        hint: remove or rename one
        """#),
  ]
}
