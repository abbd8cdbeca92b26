/// Mistakes and what strata says of them, word for word.
extension Mistake {
  static let mappings: [Mistake] = [
    Mistake(
      "a line without a colon",
      source: #"""
        top1:
          key1: val1
        top2
        top3: x
        """#,
      says: #"""
        file:3:1: error: found 'top2', wanted a key and ':'
        top2
        ^~~~
        hint: write 'top2: …', or indent the line if it belongs to the value above
        """#),
    Mistake(
      "a key without a space after its colon",
      source: #"""
        id: harbor
        name:Harbor
        """#,
      says: #"""
        file:2:1: error: found 'name:Harbor', wanted a space after the ':'
        name:Harbor
        ^~~~~~~~~~~
        hint: did you mean 'name: Harbor'?
        """#),
    Mistake(
      "a first key without a space after its colon",
      source: #"""
        name:Harbor
        id: harbor
        """#,
      says: #"""
        file:1:1: error: found 'name:Harbor', wanted a space after the ':'
        name:Harbor
        ^~~~~~~~~~~
        hint: did you mean 'name: Harbor'?
        """#),
    Mistake(
      "a quoted key without a space after its colon",
      source: #"""
        "name":Harbor
        """#,
      says: #"""
        file:1:1: error: found '"name":Harbor', wanted a space after the ':'
        "name":Harbor
        ^~~~~~~~~~~~~
        hint: did you mean '"name": Harbor'?
        """#),
    Mistake(
      "a second colon in a value",
      source: #"""
        summary: Note: a registry
        """#,
      says: #"""
        file:1:14: error: a second ': ' on the line: a mapping cannot begin on the line of its key
        summary: Note: a registry
                     ^
        hint: put the value in quotes if the ':' belongs to it, or begin the mapping on the next line
        """#),
    Mistake(
      "a quoted value that looks like a key",
      source: #"""
        a: 'b': c
        """#,
      says: #"""
        file:1:7: error: a second ': ' on the line: a mapping cannot begin on the line of its key
        a: 'b': c
              ^
        hint: put the value in quotes if the ':' belongs to it, or begin the mapping on the next line
        """#),
    Mistake(
      "a sequence on the line of its key",
      source: #"""
        tags: - oci
        """#,
      says: #"""
        file:1:7: error: a sequence cannot begin on the line of its key
        tags: - oci
              ^
        hint: begin it on the next line, or write it in brackets: [a, b]
        """#),
    Mistake(
      "an item where a key is wanted",
      source: #"""
        id: harbor
        - oci
        - scanning
        name: Harbor
        """#,
      says: #"""
        file:2:1: error: a '-' where the next key of a mapping is wanted
        - oci
        ^
        hint: indent it under its key, or give it a key of its own
        """#),
    Mistake(
      "a key where an item is wanted",
      source: #"""
        - item1
        - item2
        invalid: x
        """#,
      says: #"""
        file:3:1: error: found 'invalid: x', wanted '- ' and the next item of the sequence
        invalid: x
        ^~~~~~~~~~
        hint: write '- invalid: x'
        """#),
    Mistake(
      "a word under items",
      source: #"""
        key:
         - bar
         invalid
        """#,
      says: #"""
        file:3:2: error: found 'invalid', wanted '- ' and the next item of the sequence
         invalid
         ^~~~~~~
        hint: write '- invalid', or indent the line to the level it belongs to
        """#),
    Mistake(
      "a deeper key after a plain value",
      source: #"""
        k1: v1
         k2: v2
        """#,
      says: #"""
        file:2:4: error: the text before this ':' began on line 1: a key has to be on one line
         k2: v2
           ^
        hint: put the text in quotes, or indent 'k2' by 0 if it is a key
        """#),
    Mistake(
      "a colon after text on two lines",
      source: #"""
        key:
          word1 word2
          no: key
        """#,
      says: #"""
        file:3:5: error: the text before this ':' began on line 2: a key has to be on one line
          no: key
            ^
        hint: put the text in quotes, or indent 'no' by 0 if it is a key
        """#),
    Mistake(
      "a quoted key on two lines",
      source: #"""
        'c
         d': 1
        """#,
      says: #"""
        file:2:4: error: the text before this ':' began on line 1: a key has to be on one line
         d': 1
           ^
        hint: put the text in quotes, or indent 'd'' by 0 if it is a key
        """#),
    Mistake(
      "a sequence as a key",
      source: #"""
        [flow]: block
        """#,
      says: #"""
        file:1:1: error: a key that is a collection: strata reads keys that are text
        [flow]: block
        ^~~~~~
        hint: put it in quotes
        """#),
    Mistake(
      "a mapping as an explicit key",
      source: #"""
        ? earth: blue
        : moon
        """#,
      says: #"""
        file:1:3: error: a key that is a collection: strata reads keys that are text
        ? earth: blue
          ^~~~~
        hint: put it in quotes
        """#),
    Mistake(
      "a template where a value is wanted",
      source: #"""
        image: {{ repository }}
        """#,
      says: #"""
        file:1:9: error: a key that is a collection: strata reads keys that are text
        image: {{ repository }}
                ^
        hint: put it in quotes
        """#),
    Mistake(
      "a mapping on the line of the document's marker",
      source: #"""
        --- key1: value1
        """#,
      says: #"""
        file:1:5: error: a mapping cannot begin on the line of '---'
        --- key1: value1
            ^~~~
        hint: begin it on the next line
        """#),
    Mistake(
      "a duplicate key",
      source: #"""
        id: harbor
        name: Harbor
        id: dragonfly
        """#,
      says: #"""
        file:3:1: error: duplicate key 'id' (first used at line 1)
        id: dragonfly
        ^~
        hint: remove or rename one
        """#),
    Mistake(
      "a duplicate key in quotes and in brackets",
      source: #"""
        {a: 1, "a": 2}
        """#,
      says: #"""
        file:1:8: error: duplicate key '"a"' (first used at line 1)
        {a: 1, "a": 2}
               ^~~
        hint: remove or rename one
        """#),
    Mistake(
      "two empty keys",
      source: #"""
        : a
        : b
        """#,
      says: #"""
        file:2:1: error: a second empty key (the first is on line 1)
        : b
        ^
        hint: write the keys, or remove one
        """#),
    Mistake(
      "a merge key",
      source: #"""
        base: &base
          a: 1
        more:
          <<: *base
        """#,
      says: #"""
        file:4:3: error: a merge key '<<': strata merges nothing
          <<: *base
          ^~
        hint: write out the keys it would merge
        """#),
  ]
}
