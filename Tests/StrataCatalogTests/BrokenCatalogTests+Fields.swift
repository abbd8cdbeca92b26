import Testing

extension BrokenCatalogTests {
  static let fields: [Case] = [
    Case(
      "kinds and facts that are not as they should be",
      """
      layers:
        - id: storage
          name: Storage
          categories:
            - id: database
              name: Database
              aliases: DBMS
              kinds:
                - {id: relational, name: Relational, wen: Always}
                - {id: relational, name: Again}
                - {id: Key Value, name: Key-value}
                - {name: Graph}
                - {id: nameless}
                - text
              facts:
                - {id: protocol, name: Protocol, when: never}
              tools:
                - {id: a, name: A, kind: relationl}
                - {id: b, name: B, kind: [relational], facts: {protocl: x, protocol: [y]}}
                - {id: c, name: C, facts: none, also: [{category: databse, kind: x}, {kind: x}, {category: database, kid: x}]}

      """,
      """
      team.yaml:7:18: error: 'aliases' of a category must be a list of words, not a text
              aliases: DBMS
                       ^~~~
      hint: write 'aliases: [one, two]'
      team.yaml:9:48: warning: unknown key 'wen' in a kind
                - {id: relational, name: Relational, wen: Always}
                                                     ^~~
      hint: did you mean 'when'?
      team.yaml:10:18: error: duplicate kind id 'relational' (first used at line 9)
                - {id: relational, name: Again}
                       ^~~~~~~~~~
      team.yaml:11:18: warning: kind id 'Key Value' is not lower-case words joined by hyphens
                - {id: Key Value, name: Key-value}
                       ^~~~~~~~~
      hint: did you mean 'key-value'?
      team.yaml:12:13: error: a kind without an id
                - {name: Graph}
                  ^
      hint: add 'id: …', lower-case words joined by hyphens, to the kind
      team.yaml:13:18: error: kind 'nameless' has no name
                - {id: nameless}
                       ^~~~~~~~
      hint: add 'name: …' to the kind
      team.yaml:14:13: error: a kind must be a mapping (key: value), not a text
                - text
                  ^~~~
      hint: write '- key: value', and further keys below the first
      team.yaml:16:44: warning: unknown key 'when' in a fact
                - {id: protocol, name: Protocol, when: never}
                                                 ^~~~
      team.yaml:18:36: error: there is no kind with the id 'relationl'
                - {id: a, name: A, kind: relationl}
                                         ^~~~~~~~~
      hint: did you mean 'relational'?
      team.yaml:19:36: error: 'kind' of a tool must be a text, not a list
                - {id: b, name: B, kind: [relational], facts: {protocl: x, protocol: [y]}}
                                         ^
      hint: write 'kind: …' on one line
      team.yaml:19:58: error: there is no fact with the id 'protocl'
                - {id: b, name: B, kind: [relational], facts: {protocl: x, protocol: [y]}}
                                                               ^~~~~~~
      hint: did you mean 'protocol'?
      team.yaml:19:80: error: 'protocol' of the tool's facts must be a text or {en: …, zh: …}, not a list
                - {id: b, name: B, kind: [relational], facts: {protocl: x, protocol: [y]}}
                                                                                     ^
      hint: write 'protocol: …' or 'protocol: {en: …, zh: …}'
      team.yaml:20:37: error: 'facts' of a tool must be a mapping (key: value), not a text
                - {id: c, name: C, facts: none, also: [{category: databse, kind: x}, {kind: x}, {category: database, kid: x}]}
                                          ^~~~
      hint: write 'key: value' lines below 'facts:'
      team.yaml:20:61: error: there is no category with the id 'databse'
                - {id: c, name: C, facts: none, also: [{category: databse, kind: x}, {kind: x}, {category: database, kid: x}]}
                                                                  ^~~~~~~
      hint: did you mean 'database'?
      team.yaml:20:80: error: a further category without its id
                - {id: c, name: C, facts: none, also: [{category: databse, kind: x}, {kind: x}, {category: database, kid: x}]}
                                                                                     ^
      hint: add 'category: …', the id of a category
      team.yaml:20:112: warning: unknown key 'kid' in a further category
                - {id: c, name: C, facts: none, also: [{category: databse, kind: x}, {kind: x}, {category: database, kid: x}]}
                                                                                                                     ^~~
      hint: did you mean 'kind'?
      """),
    Case(
      "a life, licenses and dates that are not as they should be",
      """
      layers:
        - id: storage
          name: Storage
          categories:
            - id: database
              name: Database
              tools:
                - {id: a, name: A, lifecycle: retired}
                - {id: b, name: B, lifecycle: {status: retird, date: 2026-13}}
                - {id: c, name: C, lifecycle: {date: 2026, notes: x}}
                - {id: d, name: D, licenseClass: opne, previousLicenses: [{until: 2020}, MIT]}
                - {id: e, name: E, delivery: [self-hosted, cloud], since: soon, listed: 2018-4}
                - {id: f, name: F, previousLicenses: [{license: MIT, until: yesterday}], delivery: managed}
                - {id: g, name: G, partOf: h, former: [example.org], keywords: [[x]], pickWhen: [x]}

      """,
      """
      team.yaml:8:41: error: 'lifecycle' of a tool must be a mapping (key: value), not a text
                - {id: a, name: A, lifecycle: retired}
                                              ^~~~~~~
      hint: write 'lifecycle: {status: …, date: …}'
      team.yaml:9:50: warning: 'status' must be active, maintenance, deprecated or retired, not 'retird'; left aside
                - {id: b, name: B, lifecycle: {status: retird, date: 2026-13}}
                                                       ^~~~~~
      hint: did you mean 'retired'?
      team.yaml:9:64: error: 'date' must be a year, a month or a day such as 2018, 2018-07 or 2018-07-31, not '2026-13'
                - {id: b, name: B, lifecycle: {status: retird, date: 2026-13}}
                                                                     ^~~~~~~
      hint: write months and days with two digits
      team.yaml:10:41: warning: a lifecycle without 'status'; left aside
                - {id: c, name: C, lifecycle: {date: 2026, notes: x}}
                                              ^
      hint: add 'status: …'
      team.yaml:10:54: warning: unknown key 'notes' in a lifecycle
                - {id: c, name: C, lifecycle: {date: 2026, notes: x}}
                                                           ^~~~~
      hint: did you mean 'note'?
      team.yaml:11:44: warning: 'licenseClass' must be open, source-available, proprietary or mixed, not 'opne'; left aside
                - {id: d, name: D, licenseClass: opne, previousLicenses: [{until: 2020}, MIT]}
                                                 ^~~~
      hint: did you mean 'open'?
      team.yaml:11:69: warning: a previous license without 'license'; left aside
                - {id: d, name: D, licenseClass: opne, previousLicenses: [{until: 2020}, MIT]}
                                                                          ^
      hint: add 'license: …'
      team.yaml:11:84: error: a previous license must be a mapping (key: value), not a text
                - {id: d, name: D, licenseClass: opne, previousLicenses: [{until: 2020}, MIT]}
                                                                                         ^~~
      hint: write '- key: value', and further keys below the first
      team.yaml:12:54: warning: 'delivery' must be self-hosted, managed, library, desktop or specification, not 'cloud'; left aside
                - {id: e, name: E, delivery: [self-hosted, cloud], since: soon, listed: 2018-4}
                                                           ^~~~~
      team.yaml:12:69: error: 'since' must be a year, a month or a day such as 2018, 2018-07 or 2018-07-31, not 'soon'
                - {id: e, name: E, delivery: [self-hosted, cloud], since: soon, listed: 2018-4}
                                                                          ^~~~
      hint: write months and days with two digits
      team.yaml:12:83: error: 'listed' must be a year, a month or a day such as 2018, 2018-07 or 2018-07-31, not '2018-4'
                - {id: e, name: E, delivery: [self-hosted, cloud], since: soon, listed: 2018-4}
                                                                                        ^~~~~~
      hint: write months and days with two digits
      team.yaml:13:71: error: 'until' must be a year, a month or a day such as 2018, 2018-07 or 2018-07-31, not 'yesterday'
                - {id: f, name: F, previousLicenses: [{license: MIT, until: yesterday}], delivery: managed}
                                                                            ^~~~~~~~~
      hint: write months and days with two digits
      team.yaml:13:94: error: 'delivery' of a tool must be a list of words, not a text
                - {id: f, name: F, previousLicenses: [{license: MIT, until: yesterday}], delivery: managed}
                                                                                                   ^~~~~~~
      hint: write 'delivery: [one, two]'
      team.yaml:14:38: error: there is no tool with the id 'h'
                - {id: g, name: G, partOf: h, former: [example.org], keywords: [[x]], pickWhen: [x]}
                                           ^
      hint: did you mean 'a'?
      team.yaml:14:50: warning: not an http or https address: 'example.org'
                - {id: g, name: G, partOf: h, former: [example.org], keywords: [[x]], pickWhen: [x]}
                                                       ^~~~~~~~~~~
      hint: did you mean 'https://example.org'?
      team.yaml:14:75: error: 'keywords' of a tool must be a text or {en: …, zh: …}, not a list
                - {id: g, name: G, partOf: h, former: [example.org], keywords: [[x]], pickWhen: [x]}
                                                                                ^
      hint: write 'keywords: …' or 'keywords: {en: …, zh: …}'
      team.yaml:14:91: error: 'pickWhen' of a tool must be a text or {en: …, zh: …}, not a list
                - {id: g, name: G, partOf: h, former: [example.org], keywords: [[x]], pickWhen: [x]}
                                                                                                ^
      hint: write 'pickWhen: …' or 'pickWhen: {en: …, zh: …}'
      """),
    Case(
      "a landscape's tags, themes and reading order that are not as they should be",
      """
      landscape:
        name: L
        reading: [storage, storge]
        tags:
          - {id: sql}
          - {id: sql, name: SQL, when: x}
        themes:
          - {id: finops, name: FinOps, tools: [nothing], location: here}
      layers:
        - {id: storage, name: Storage}
        - {id: tools, name: Tools}

      """,
      """
      team.yaml:3:22: error: there is no layer with the id 'storge'
        reading: [storage, storge]
                           ^~~~~~
      hint: did you mean 'storage'?
      team.yaml:5:12: error: tag 'sql' has no name
          - {id: sql}
                 ^~~
      hint: add 'name: …' to the tag
      team.yaml:6:12: error: duplicate tag id 'sql' (first used at line 5)
          - {id: sql, name: SQL, when: x}
                 ^~~
      team.yaml:6:28: warning: unknown key 'when' in a tag
          - {id: sql, name: SQL, when: x}
                                 ^~~~
      team.yaml:8:42: error: there is no tool with the id 'nothing'
          - {id: finops, name: FinOps, tools: [nothing], location: here}
                                               ^~~~~~~
      team.yaml:8:52: warning: unknown key 'location' in a theme
          - {id: finops, name: FinOps, tools: [nothing], location: here}
                                                         ^~~~~~~~
      team.yaml:11:10: warning: layer 'tools' is not listed under 'reading' of the landscape; it comes last
        - {id: tools, name: Tools}
               ^~~~~
      hint: add it to 'reading' of the landscape
      """),
  ]
}
