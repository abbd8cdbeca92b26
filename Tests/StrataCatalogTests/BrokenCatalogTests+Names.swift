import Testing

extension BrokenCatalogTests {
  static let names: [Case] = [
    Case(
      "a layer without an id",
      """
      layers:
        - name: Runtime

      """,
      """
      team.yaml:2:5: error: a layer without an id
        - name: Runtime
          ^~~~
      hint: add 'id: …', lower-case words joined by hyphens, to the layer
      """),
    Case(
      "a layer without a name",
      """
      layers:
        - id: runtime

      """,
      """
      team.yaml:2:9: error: layer 'runtime' has no name
        - id: runtime
              ^~~~~~~
      hint: add 'name: …' to the layer
      """),
    Case(
      "an empty name",
      """
      layers:
        - id: runtime
          name: ''

      """,
      """
      team.yaml:2:9: error: layer 'runtime' has no name
        - id: runtime
              ^~~~~~~
      hint: add 'name: …' to the layer
      """),
    Case(
      "a name that is null",
      """
      layers:
        - id: runtime
          name:

      """,
      """
      team.yaml:2:9: error: layer 'runtime' has no name
        - id: runtime
              ^~~~~~~
      hint: add 'name: …' to the layer
      """),
    Case(
      "a landscape without a name",
      """
      landscape: {asOf: 2026-08-07}
      layers: []

      """,
      """
      team.yaml:1:1: error: the landscape has no name
      landscape: {asOf: 2026-08-07}
      ^~~~~~~~~
      hint: add 'name: …' to the landscape
      """),
    Case(
      "a term without its word",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              terms:
                - {meaning: M}
                - {term: T, meaning: M, see: x}

      """,
      """
      team.yaml:8:13: error: a term without its word
                - {meaning: M}
                  ^
      hint: add 'term: …'
      team.yaml:9:35: warning: unknown key 'see' in a term
                - {term: T, meaning: M, see: x}
                                        ^~~
      """),
    Case(
      "a tool with neither id nor name",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {homepage: 'https://goharbor.io'}

      """,
      """
      team.yaml:8:13: error: a tool without an id
                - {homepage: 'https://goharbor.io'}
                  ^
      hint: add 'id: …', lower-case words joined by hyphens, to the tool
      team.yaml:8:13: error: a tool without a name
                - {homepage: 'https://goharbor.io'}
                  ^
      hint: add 'name: …' to the tool
      """),
    Case(
      "two layers of one id",
      """
      layers:
        - {id: runtime, name: Runtime}
        - {id: runtime, name: Run}

      """,
      """
      team.yaml:3:10: error: duplicate layer id 'runtime' (first used at line 2)
        - {id: runtime, name: Run}
               ^~~~~~~
      """),
    Case(
      "two categories of one id",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - {id: storage, name: Storage}
            - {id: storage, name: Stores}

      """,
      """
      team.yaml:6:14: error: duplicate category id 'storage' (first used at line 5)
            - {id: storage, name: Stores}
                   ^~~~~~~
      """),
    Case(
      "two tools of one id",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor}
                - {id: harbor, name: Harbour}

      """,
      """
      team.yaml:9:18: error: duplicate tool id 'harbor' (first used at line 8)
                - {id: harbor, name: Harbour}
                       ^~~~~~
      """),
    Case(
      "two tools of one name",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor}
                - {id: harbour, name: harbor}

      """,
      """
      team.yaml:9:33: warning: duplicate tool name 'harbor' in one category (first used at line 8)
                - {id: harbour, name: harbor}
                                      ^~~~~~
      """),
    Case(
      "an id with blanks and capitals",
      """
      layers:
        - {id: Run Time, name: Runtime}

      """,
      """
      team.yaml:2:10: warning: layer id 'Run Time' is not lower-case words joined by hyphens
        - {id: Run Time, name: Runtime}
               ^~~~~~~~
      hint: did you mean 'run-time'?
      """),
    Case(
      "an id of another script, of which no better one can be made",
      """
      layers:
        - {id: 运行时, name: Runtime}

      """,
      """
      team.yaml:2:10: warning: layer id '运行时' is not lower-case words joined by hyphens
        - {id: 运行时, name: Runtime}
               ^~~~~~
      """),
    Case(
      "a slip in a tool's key",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - id: harbor
                  name: Harbor
                  hompage: https://goharbor.io

      """,
      """
      team.yaml:10:13: warning: unknown key 'hompage' in a tool
                  hompage: https://goharbor.io
                  ^~~~~~~
      hint: did you mean 'homepage'?
      """),
    Case(
      "unknown keys without a likely one",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              wath: x
              colour: red

      """,
      """
      team.yaml:7:9: warning: unknown key 'wath' in a category
              wath: x
              ^~~~
      team.yaml:8:9: warning: unknown key 'colour' in a category
              colour: red
              ^~~~~~
      """),
    Case(
      "an unknown language",
      """
      layers:
        - {id: runtime, name: {en: Runtime, cn: 运行时}}

      """,
      """
      team.yaml:2:39: warning: unknown key 'cn' in a text
        - {id: runtime, name: {en: Runtime, cn: 运行时}}
                                            ^~
      hint: did you mean 'zh'?
      """),
    Case(
      "a finding behind wide characters",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: 镜像仓库, hompage: 'https://goharbor.io'}

      """,
      """
      team.yaml:8:42: warning: unknown key 'hompage' in a tool
                - {id: harbor, name: 镜像仓库, hompage: 'https://goharbor.io'}
                                               ^~~~~~~
      hint: did you mean 'homepage'?
      """),
  ]
}
