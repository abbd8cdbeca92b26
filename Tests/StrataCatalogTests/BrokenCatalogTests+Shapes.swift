import Testing

extension BrokenCatalogTests {
  static let shapes: [Case] = [
    Case(
      "an empty file",
      """

      """,
      """
      team.yaml:1:1: error: the file is empty

      ^
      hint: a landscape2 file begins with 'landscape:', a catalog with 'layers:'
      """),
    Case(
      "a file with a comment only",
      """
      # nothing

      """,
      """
      team.yaml:1:1: error: the file is empty
      # nothing
      ^
      hint: a landscape2 file begins with 'landscape:', a catalog with 'layers:'
      """),
    Case(
      "a list at the top",
      """
      - one
      - two

      """,
      """
      team.yaml:1:1: error: a catalog must be a mapping (key: value), not a list
      - one
      ^
      hint: a catalog begins with 'layers:', a landscape2 file with 'landscape:' or 'categories:'
      """),
    Case(
      "a word at the top",
      """
      harbor

      """,
      """
      team.yaml:1:1: error: a catalog must be a mapping (key: value), not a text
      harbor
      ^~~~~~
      hint: a catalog begins with 'layers:', a landscape2 file with 'landscape:' or 'categories:'
      """),
    Case(
      "unknown keys at the top only",
      """
      tools:
        - name: Harbor

      """,
      """
      team.yaml:1:1: error: no catalog here: neither 'layers' nor 'landscape' nor 'categories' at the top
      tools:
      ^
      hint: a catalog begins with 'layers:', a landscape2 file with 'landscape:' or 'categories:'
      """),
    Case(
      "two documents",
      """
      layers: []
      ---
      layers: []

      """,
      """
      team.yaml:3:1: error: a second YAML document; a catalog's file is one document
      layers: []
      ^~~~~~
      hint: remove the '---' line, or put the second document into a file of its own
      """),
    Case(
      "layers that are a text",
      """
      layers: none

      """,
      """
      team.yaml:1:9: error: 'layers' of a catalog must be a list, not a text
      layers: none
              ^~~~
      hint: start each entry below 'layers:' with '- '
      """),
    Case(
      "a layer that is a text",
      """
      layers:
        - runtime

      """,
      """
      team.yaml:2:5: error: a layer must be a mapping (key: value), not a text
        - runtime
          ^~~~~~~
      hint: write '- id: …', and the other keys below 'id'
      """),
    Case(
      "a tool that is a list",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - [harbor]

      """,
      """
      team.yaml:8:13: error: a tool must be a mapping (key: value), not a list
                - [harbor]
                  ^
      hint: write '- id: …', and the other keys below 'id'
      """),
    Case(
      "a tool's name in languages",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: {en: Harbor}}

      """,
      """
      team.yaml:8:32: error: 'name' of a tool must be a text, not a mapping
                - {id: harbor, name: {en: Harbor}}
                                     ^
      hint: write 'name: …' on one line
      """),
    Case(
      "aliases that are a text",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, aliases: goharbor}

      """,
      """
      team.yaml:8:49: error: 'aliases' of a tool must be a list of words, not a text
                - {id: harbor, name: Harbor, aliases: goharbor}
                                                      ^~~~~~~~
      hint: write 'aliases: [one, two]'
      """),
    Case(
      "links that are a list",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, links: [https://goharbor.io]}

      """,
      """
      team.yaml:8:47: error: 'links' of a tool must be a mapping (key: value), not a list
                - {id: harbor, name: Harbor, links: [https://goharbor.io]}
                                                    ^
      hint: write 'key: value' lines below 'links:'
      """),
    Case(
      "a summary that is a list",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, summary: [x]}

      """,
      """
      team.yaml:8:49: error: 'summary' of a tool must be a text or {en: …, zh: …}, not a list
                - {id: harbor, name: Harbor, summary: [x]}
                                                      ^
      hint: write 'summary: …' or 'summary: {en: …, zh: …}'
      """),
    Case(
      "a landscape that is a text",
      """
      landscape: CNCF
      layers: []

      """,
      """
      team.yaml:1:12: error: 'landscape' of a catalog must be a mapping (key: value), not a text
      landscape: CNCF
                 ^~~~
      hint: write 'key: value' lines below 'landscape:'
      """),
    Case(
      "problems of the landscape's own part",
      """
      landscape:
        name: {en: L, zh: 景}
        asof: 2026-08-07
        introduction: [x]
        layers: runtime
      layers: []

      """,
      """
      team.yaml:3:3: warning: unknown key 'asof' in the landscape
        asof: 2026-08-07
        ^~~~
      hint: did you mean 'asOf'?
      team.yaml:4:17: error: 'introduction' of the landscape must be a text or {en: …, zh: …}, not a list
        introduction: [x]
                      ^
      hint: write 'introduction: …' or 'introduction: {en: …, zh: …}'
      team.yaml:5:11: error: 'layers' of the landscape must be a list of words, not a text
        layers: runtime
                ^~~~~~~
      hint: write 'layers: [one, two]'
      """),
  ]
}
