/// Catalogs for tests.
enum Fixture {
  /// One layer of that name, one category, one tool.
  static func small(_ name: String) -> String {
    """
    landscape:
      name: Small
    layers:
      - id: layer
        name: \(name)
        categories:
          - id: category
            name: Category
            tools:
              - id: tool
                name: Tool
                summary: A tool.
                homepage: https://tool.example/

    """
  }
}
