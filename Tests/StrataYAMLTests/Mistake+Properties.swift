/// Mistakes and what strata says of them, word for word.
extension Mistake {
  static let properties: [Mistake] = [
    Mistake(
      "an anchor without a name",
      source: #"""
        a: & b
        """#,
      says: #"""
        file:1:4: error: a '&' without a name
        a: & b
           ^
        hint: put a text that begins with '&' in quotes
        """#),
    Mistake(
      "a bold text",
      source: #"""
        a: ** bold **
        """#,
      says: #"""
        file:1:4: error: '**' refers to no anchor above it
        a: ** bold **
           ^~
        hint: put a text that begins with '*' in quotes
        """#),
    Mistake(
      "a glob",
      source: #"""
        files: *.txt
        """#,
      says: #"""
        file:1:8: error: '*.txt' refers to no anchor above it
        files: *.txt
               ^~~~~
        hint: put a text that begins with '*' in quotes
        """#),
    Mistake(
      "two anchors",
      source: #"""
        top2: &node2
          &v2 val2
        """#,
      says: #"""
        file:2:3: error: a second anchor for the same node
          &v2 val2
          ^~~
        hint: remove one of the two
        """#),
    Mistake(
      "two tags",
      source: #"""
        a: !!str !!int 1
        """#,
      says: #"""
        file:1:10: error: a second tag for the same node
        a: !!str !!int 1
                 ^
        hint: remove one of the two
        """#),
    Mistake(
      "an anchor on an alias",
      source: #"""
        key1: &a value
        key2: &b *a
        """#,
      says: #"""
        file:2:7: error: an alias takes no anchor and no tag
        key2: &b *a
              ^~~
        hint: remove '&b'
        """#),
    Mistake(
      "a bracket right behind an anchor",
      source: #"""
        a: &b[c]
        """#,
      says: #"""
        file:1:4: error: found '&b[', wanted a space after the name
        a: &b[c]
           ^~~
        hint: put a space before the bracket
        """#),
    Mistake(
      "an anchor before a dash",
      source: #"""
        &anchor - entry
        """#,
      says: #"""
        file:1:1: error: '&anchor' before an entry on its line
        &anchor - entry
        ^~~~~~~~
        hint: put it behind the '-' or '?', or on the line above
        """#),
    Mistake(
      "an anchor that is not indented",
      source: #"""
        seq:
        &anchor
        - a
        - b
        """#,
      says: #"""
        file:2:1: error: found '&anchor', wanted a key and ':', or more indentation
        &anchor
        ^~~~~~~
        hint: indent it and the lines it belongs to below their key
        """#),
    Mistake(
      "an alias inside its own node",
      source: #"""
        &a [*a]
        """#,
      says: #"""
        file:1:5: error: '*a' stands inside the node it refers to
        &a [*a]
            ^~
        hint: a tree has no cycles: remove the alias
        """#),
    Mistake(
      "a tag of wrong characters",
      source: #"""
        a: !<> b
        """#,
      says: #"""
        file:1:4: error: '!<>' is no tag
        a: !<> b
           ^~~
        hint: put a text that begins with '!' in quotes
        """#),
    Mistake(
      "a tag handle nobody declared",
      source: #"""
        a: !e!foo b
        """#,
      says: #"""
        file:1:4: error: the tag handle '!e!' is not declared in this document
        a: !e!foo b
           ^~~
        hint: declare it before '---': %TAG !e! PREFIX
        """#),
    Mistake(
      "a directive without a document",
      source: #"""
        %YAML 1.2
        """#,
      says: #"""
        file:1:1: error: '%YAML 1.2' without '---' after it
        %YAML 1.2
        ^~~~~~~~~
        hint: add a line '---' before the document
        """#),
    Mistake(
      "two version directives",
      source: #"""
        %YAML 1.2
        %YAML 1.2
        ---
        """#,
      says: #"""
        file:2:1: error: '%YAML 1.2' is there a second time
        %YAML 1.2
        ^~~~~~~~~
        hint: remove one of the two
        """#),
    Mistake(
      "words after the version",
      source: #"""
        %YAML 1.2 foo
        ---
        """#,
      says: #"""
        file:1:1: error: '%YAML 1.2 foo' is no directive
        %YAML 1.2 foo
        ^~~~~~~~~~~~~
        hint: write '%YAML 1.2' or '%TAG !handle! prefix'
        """#),
    Mistake(
      "another version",
      source: #"""
        %YAML 2.0
        --- a
        """#,
      says: #"""
        file:1:1: error: found '%YAML 2.0', wanted version 1.2
        %YAML 2.0
        ^~~~~~~~~
        hint: write '%YAML 1.2', or remove the line
        """#),
    Mistake(
      "a directive inside a document",
      source: #"""
        a: 1
        %YAML 1.2
        ---
        """#,
      says: #"""
        file:2:1: error: found '%YAML 1.2' inside a document
        %YAML 1.2
        ^~~~~~~~~
        hint: put a line '...' before a directive
        """#),
    Mistake(
      "text behind the document's end",
      source: #"""
        ---
        key: value
        ... invalid
        """#,
      says: #"""
        file:3:5: error: found 'invalid' after '...', wanted the end of the line
        ... invalid
            ^~~~~~~
        hint: put it on a line of its own
        """#),
  ]
}
