/// The files without mistakes.
extension Landscape2RulesTests {
  static let wholeData = """
    landscape:
      - category:
        name: Runtime
        subcategories:
          - subcategory:
            name: Container Runtime
            items:
              - item:
                name: Boxrun
                description: Runs boxes.
                homepage_url: https://boxrun.example.org
                logo: boxrun.svg
                repo_url: https://github.com/boxrun/boxrun
                additional_repos:
                  - repo_url: https://github.com/boxrun/lids
                project: sandbox
                joined: 2020-01-05
                enduser: true
                twitter: https://twitter.com/boxrun
                crunchbase: https://www.crunchbase.com/organization/boxrun
                second_path:
                  - Storage / Boxes
                extra:
                  accepted: 2020-02-01
                  specification: false
                  tag: [runtime-boxes]
                  youtube_url: https://www.youtube.com/boxrun
                  linkedin_url: https://www.linkedin.com/company/boxrun
                  slack_url: https://boxrun.slack.com
                  audits:
                    - {date: 2021-01-01, type: security, url: 'https://audit.example.org', vendor: Ada}
                  other_links:
                    - {name: Docs, url: 'https://docs.example.org'}
                  annotations:
                    level: high
              - item:
                name: Lidd
                homepage_url: https://lidd.example.org
                logo: lidd.svg
      - category:
        name: Storage
        subcategories:
          - subcategory:
            name: Boxes
            items:
              - item:
                name: Crate
                homepage_url: https://crate.example.org
                logo: crate.svg

    """

  static let wholeSettings = """
    foundation: TEST
    url: https://landscape.example.org
    base_path: /boxes
    analytics:
      gtm: {container_id: GTM-1}
    categories:
      - name: Runtime
        subcategories: [Container Runtime]
    colors:
      color1: rgba(0, 107, 204, 1)
      color2: rgba(255, 0, 0, 0.5)
      color3: rgba(0, 0, 0, 1)
      color4: rgba(0, 0, 0, 1)
      color5: rgba(0, 0, 0, 1)
      color6: rgba(0, 0, 0, 1)
      color7: rgba(0, 0, 0, 1)
    enduser:
      - category: Runtime
    featured_items:
      - field: maturity
        options:
          - {value: graduated, label: Graduated, order: 1}
    footer:
      logo: https://example.org/logo.svg
      text: Some text.
      links: {github: 'https://github.com/boxrun', homepage: 'https://example.org'}
    grid_items_size: small
    groups:
      - name: Projects
        categories: [Runtime]
    header:
      links: {github: 'https://github.com/boxrun'}
    images:
      favicon: https://example.org/favicon.png
    logos_viewbox: {adjust: true, exclude: []}
    members_category: Members
    osano: {customer_id: a, customer_configuration_id: b}
    screenshot_width: 1500
    tags:
      tag-runtime:
        - category: Runtime
          subcategories: [Container Runtime]
    upcoming_event: {name: Boxcon, start: 2026-01-01, end: 2026-01-02, banner_url: a.png, details_url: b}
    view_mode: grid

    """

  static let wholeGuide = """
    categories:
      - category: Runtime
        content: What runs.
        keywords: [run]
        subcategories:
          - subcategory: Container Runtime
            content: What runs boxes.
            keywords: [box]

    """

  static let wholeGames = """
    quiz:
      questions:
        - title: Which one runs boxes?
          options:
            - {item: Boxrun, correct: true}
            - {item: Lidd, category: Runtime, subcategory: Container Runtime}

    """
}
