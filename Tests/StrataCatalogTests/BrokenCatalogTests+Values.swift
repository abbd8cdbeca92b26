import Testing

extension BrokenCatalogTests {
  static let values: [Case] = [
    Case(
      "tags that are not YAML's own",
      """
      layers: !!seq
        - !layer
          id: !!str runtime
          name: !<tag:yaml.org,2002:str> Runtime
          summary: !secret What runs.

      """,
      """
      team.yaml:2:5: warning: the tag '!layer' changes nothing: texts are read as they are written
        - !layer
          ^~~~~~
      hint: remove it
      team.yaml:5:14: warning: the tag '!secret' changes nothing: texts are read as they are written
          summary: !secret What runs.
                   ^~~~~~~
      hint: remove it
      """),
    Case(
      "an unknown kind",
      """
      layers:
        - {id: runtime, name: Runtime, kind: flor}

      """,
      """
      team.yaml:2:40: warning: 'kind' must be floor or column, not 'flor'; taken as floor
        - {id: runtime, name: Runtime, kind: flor}
                                             ^~~~
      hint: did you mean 'floor'?
      """),
    Case(
      "a month that there is not",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, accepted: 2018-13-01}

      """,
      """
      team.yaml:8:50: error: 'accepted' must be a date such as 2018-07-31, not '2018-13-01'
                - {id: harbor, name: Harbor, accepted: 2018-13-01}
                                                       ^~~~~~~~~~
      hint: write the day as year-month-day, with two digits for month and day
      """),
    Case(
      "a date with slashes",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, graduated: 31/07/2018}

      """,
      """
      team.yaml:8:51: error: 'graduated' must be a date such as 2018-07-31, not '31/07/2018'
                - {id: harbor, name: Harbor, graduated: 31/07/2018}
                                                        ^~~~~~~~~~
      hint: write the day as year-month-day, with two digits for month and day
      """),
    Case(
      "a day that there is not",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, accepted: 2019-02-29}

      """,
      """
      team.yaml:8:50: error: 'accepted' must be a date such as 2018-07-31, not '2019-02-29'
                - {id: harbor, name: Harbor, accepted: 2019-02-29}
                                                       ^~~~~~~~~~
      hint: write the day as year-month-day, with two digits for month and day
      """),
    Case(
      "a word for a date",
      """
      landscape: {name: L, asOf: yesterday}
      layers: []

      """,
      """
      team.yaml:1:28: error: 'asOf' must be a date such as 2018-07-31, not 'yesterday'
      landscape: {name: L, asOf: yesterday}
                                 ^~~~~~~~~
      hint: write the day as year-month-day, with two digits for month and day
      """),
    Case(
      "an address without a scheme",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, homepage: goharbor.io}

      """,
      """
      team.yaml:8:50: warning: not an http or https address: 'goharbor.io'
                - {id: harbor, name: Harbor, homepage: goharbor.io}
                                                       ^~~~~~~~~~~
      hint: did you mean 'https://goharbor.io'?
      """),
    Case(
      "an address of another scheme",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, homepage: 'javascript:alert(1)'}

      """,
      """
      team.yaml:8:50: warning: not an http or https address: 'javascript:alert(1)'
                - {id: harbor, name: Harbor, homepage: 'javascript:alert(1)'}
                                                       ^~~~~~~~~~~~~~~~~~~~~
      hint: write the whole address, from 'https://' on
      """),
    Case(
      "an address with user info",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, repository: 'https://github.com@evil.example/x'}

      """,
      """
      team.yaml:8:52: warning: an address with a user name or password in it: 'https://github.com@evil.example/x'
                - {id: harbor, name: Harbor, repository: 'https://github.com@evil.example/x'}
                                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      hint: leave out the name and what parts it from the host
      """),
    Case(
      "an address without a host",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, links: {docs: 'https:///x'}}

      """,
      """
      team.yaml:8:54: warning: an address without a host: 'https:///x'
                - {id: harbor, name: Harbor, links: {docs: 'https:///x'}}
                                                           ^~~~~~~~~~~~
      hint: write the name of a host behind 'https://'
      """),
    Case(
      "an address with a blank",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, homepage: 'https://a b'}

      """,
      """
      team.yaml:8:50: warning: an address with a blank or a control character in it: 'https://a b'
                - {id: harbor, name: Harbor, homepage: 'https://a b'}
                                                       ^~~~~~~~~~~~~
      hint: write one address, with '%20' for a blank in it
      """),
    Case(
      "a further category that there is not",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, also: [storag]}

      """,
      """
      team.yaml:8:47: error: there is no category with the id 'storag'
                - {id: harbor, name: Harbor, also: [storag]}
                                                    ^~~~~~
      hint: did you mean 'storage'?
      """),
    Case(
      "a successor that there is not",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              tools:
                - {id: harbor, name: Harbor, replacedBy: [zot]}

      """,
      """
      team.yaml:8:53: error: there is no tool with the id 'zot'
                - {id: harbor, name: Harbor, replacedBy: [zot]}
                                                          ^~~
      hint: the nearest id is 'harbor'
      """),
    Case(
      "related categories that there are not",
      """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - id: storage
              name: Storage
              related:
                - {category: network, reason: R}
                - {reason: none}

      """,
      """
      team.yaml:8:24: error: there is no category with the id 'network'
                - {category: network, reason: R}
                             ^~~~~~~
      hint: the nearest id is 'storage'
      team.yaml:9:13: error: a related category without its id
                - {reason: none}
                  ^
      hint: add 'category: …', the id of a category
      """),
    Case(
      "listed layers that there are not",
      """
      landscape: {name: L, layers: [runtim, platform]}
      layers:
        - {id: runtime, name: Runtime}

      """,
      """
      team.yaml:1:31: error: there is no layer with the id 'runtim'
      landscape: {name: L, layers: [runtim, platform]}
                                    ^~~~~~
      hint: did you mean 'runtime'?
      team.yaml:1:39: error: there is no layer with the id 'platform'
      landscape: {name: L, layers: [runtim, platform]}
                                            ^~~~~~~~
      hint: the nearest id is 'runtime'
      team.yaml:3:10: warning: layer 'runtime' is not listed under 'layers' of the landscape; it comes last
        - {id: runtime, name: Runtime}
               ^~~~~~~
      hint: add it to 'layers' of the landscape
      """),
    Case(
      "many problems in one run",
      """
      layers:
        - id: runtime
          kind: wall
          name: Runtime
          categories:
            - id: storage
              tools:
                - id: rook
                  name: Rook
                  graduated: soon
                - id: rook
                  nam: Rook 2
                  also: [storage-and-more]

      """,
      """
      team.yaml:3:11: warning: 'kind' must be floor or column, not 'wall'; taken as floor
          kind: wall
                ^~~~
      team.yaml:6:13: error: category 'storage' has no name
            - id: storage
                  ^~~~~~~
      hint: add 'name: …' to the category
      team.yaml:10:24: error: 'graduated' must be a date such as 2018-07-31, not 'soon'
                  graduated: soon
                             ^~~~
      hint: write the day as year-month-day, with two digits for month and day
      team.yaml:11:17: error: duplicate tool id 'rook' (first used at line 8)
                - id: rook
                      ^~~~
      team.yaml:11:17: error: tool 'rook' has no name
                - id: rook
                      ^~~~
      hint: add 'name: …' to the tool
      team.yaml:12:13: warning: unknown key 'nam' in a tool
                  nam: Rook 2
                  ^~~
      hint: did you mean 'name'?
      team.yaml:13:20: error: there is no category with the id 'storage-and-more'
                  also: [storage-and-more]
                         ^~~~~~~~~~~~~~~~
      hint: the nearest id is 'storage'
      """),
  ]
}
