/// A catalog and a landscape file that differ in every way.
enum Sample {
  static let catalog = """
    layers:
      - id: provisioning
        categories:
          - id: container-registry
            tools:
              - id: harbor
                name: Harbor
                homepage: https://old.example
                repository: https://github.com/goharbor/harbor
                maturity: incubating
                accepted: 2018-07-31
              - id: notary
                name: Notary
                homepage: https://notaryproject.dev
                repository: https://github.com/notaryproject/notation
                maturity: incubating
                accepted: 2017-10-24
              - id: gone
                name: Gone
                homepage: https://gone.example
                maturity: sandbox
                accepted: 2020-01-01
              - id: plain
                name: Plain
                homepage: https://plain.example
              - id: vault
                name: Vault
                homepage: https://vault.example

    """

  static let landscape = """
    landscape:
      - category:
        name: Provisioning
        subcategories:
          - subcategory:
            name: Container Registry
            items:
              - item:
                name: Harbor
                homepage_url: https://goharbor.io
                repo_url: https://github.com/goharbor/harbor
                project: graduated
                extra:
                  accepted: '2018-07-31'
                  graduated: '2020-06-15'
              - item:
                name: Notary Project
                homepage_url: https://notaryproject.dev
                repo_url: https://github.com/notaryproject/notation
                project: incubating
                extra:
                  accepted: '2017-10-24'
              - item:
                name: New
                homepage_url: https://new.example
                project: sandbox
                extra:
                  accepted: '2026-01-01'
              - item:
                name: Plain
                homepage_url: https://plain.example
                project: sandbox
                extra:
                  accepted: '2021-01-01'
              - item:
                name: Vault
                homepage_url: https://other.example
              - item:
                name: Old
                homepage_url: https://archived.example

    """

  /// The same landscape some time before.
  static let earlierLandscape = """
    landscape:
      - category:
        name: Provisioning
        subcategories:
          - subcategory:
            name: Container Registry
            items:
              - item:
                name: Harbor
                homepage_url: https://goharbor.io
              - item:
                name: Notation
                repo_url: https://github.com/notaryproject/notation/
              - item:
                name: Old
                homepage_url: https://archived.example
          - subcategory:
            name: Security
            items:
              - item:
                name: Vault
                homepage_url: https://other.example
      - category:
        name: Runtime
        subcategories:
          - subcategory:
            name: Container Runtime
            items:
              - item:
                name: Closed
                homepage_url: https://closed.example

    """
}
