import StrataText

/// Chosen tools and fields, a tool a line.
extension ListReport {
  /// In columns: of a field the first 32 columns are aligned, of the last one none. On a terminal ids and addresses are
  /// whole: one that does not fit goes on below, and one that is wider than the terminal is broken. All else is cut.
  ///
  /// - Parameters:
  ///   - catalog: has the tools.
  ///   - tools: those to print, in this order.
  ///   - fields: what is printed of each.
  ///   - language: of texts.
  ///   - columns: of the terminal, for which lines have a head and are cut; nil where everything is wanted.
  ///   - width: how many columns a text takes.
  ///   - cut: a text cut to so many columns.
  ///   - write: called with whole lines, some thousand at a time.
  public static func text(
    _ catalog: Catalog, _ tools: [ToolID], _ fields: [ListField] = ListField.standard, in language: Language,
    columns: Int? = nil, width: (String) -> Int, cut: (String, Int) -> String = { text, _ in text },
    to write: (String) -> Void
  ) {
    guard !fields.isEmpty else { return }
    let aligned = fields.dropLast()
    let values = Values(catalog, language)
    let head = columns == nil ? [] : fields.map(\.rawValue)
    var widths = aligned.indices.map { head.isEmpty ? 0 : head[$0].utf8.count }
    for tool in tools {
      for (place, field) in aligned.enumerated() where widths[place] < 32 {
        widths[place] = min(32, max(widths[place], values.column(field, tool, width).width))
      }
    }
    // On a terminal the last column keeps some room, as long as there is any: texts lose theirs first, then what must stay whole
    // is aligned no longer.
    if let columns {
      func shrink(above least: Int, _ isWhole: Bool) {
        while widths.reduce(0, { $0 + $1 + 2 }) + min(columns / 3, 24) > columns,
          let widest = widths.indices.filter({ aligned[$0].isWhole == isWhole && widths[$0] > least })
            .max(by: { widths[$0] < widths[$1] })
        {
          widths[widest] -= 1
        }
      }
      shrink(above: 8, false)
      shrink(above: 12, true)
      shrink(above: 4, false)
    }
    var lines = ""
    func add(_ cells: [(text: String, width: Int)], isHead: Bool = false) {
      // Blanks are written when something follows them.
      var blanks = 0
      var used = 0
      for (place, cell) in cells.enumerated() {
        let isLast = place == widths.count
        var (text, columnsOfText) = cell
        if let columns {
          let room = max(0, columns - used - blanks)
          if !isHead, fields[place].isWhole {
            if columnsOfText > room, used > 0 {
              lines += "\n"
              used = 0
              blanks = min(2, max(0, columns - columnsOfText))
            }
            while columnsOfText > max(1, columns) {
              let piece = TextWidth.standard.prefix(text, columns: max(1, columns))
              guard !piece.isEmpty else { break }
              lines += piece + "\n"
              text.removeFirst(piece.count)
              columnsOfText = width(text)
            }
          } else if columnsOfText > (isLast ? room : min(room, widths[place])) {
            text = cut(text, isLast ? room : min(room, widths[place]))
            columnsOfText = width(text)
          }
        }
        if !text.isEmpty {
          lines += String(repeating: " ", count: blanks) + text
          used += blanks + columnsOfText
          blanks = 0
        }
        if !isLast { blanks += max(0, widths[place] - columnsOfText) + 2 }
      }
      lines += "\n"
      flush(&lines, to: write)
    }
    if columns != nil, !tools.isEmpty {
      add(head.map { (text: $0.uppercased(), width: $0.utf8.count) }, isHead: true)
    }
    for tool in tools { add(fields.map { values.column($0, tool, width) }) }
    if !lines.isEmpty { write(lines) }
  }

  /// Comma-separated or tab-separated, with a head.
  public static func table(
    _ catalog: Catalog, _ tools: [ToolID], _ fields: [ListField], in language: Language,
    line: ([String]) -> String, to write: (String) -> Void
  ) {
    var lines = line(fields.map(\.rawValue))
    for tool in tools {
      lines += line(fields.map { $0.value(of: tool, in: catalog, language) })
      flush(&lines, to: write)
    }
    write(lines)
  }

  /// A Markdown table; the name leads to the homepage.
  public static func markdown(
    _ catalog: Catalog, _ tools: [ToolID], _ fields: [ListField], in language: Language, to write: (String) -> Void
  ) {
    let values = Values(catalog, language)
    var lines = MarkdownText.head(fields.map(\.rawValue))
    for tool in tools {
      lines += MarkdownText.row(
        fields.map { field in
          switch field {
          case .name: MarkdownText.link(values.oneLine(field, tool), catalog.string(catalog[tool].homepage))
          case .homepage, .repository:
            field.value(of: tool, in: catalog, language).isEmpty
              ? "" : MarkdownText.link(values.oneLine(field, tool), values.oneLine(field, tool))
          case .id, .maturity, .category, .layer, .kind, .summary, .license, .licenseClass, .organization, .lifecycle,
            .aliases, .keywords, .tags, .also, .accepted, .incubating, .graduated, .archived, .since, .listed, .joined,
            .languages, .delivery, .partOf, .replacedBy, .replaces, .stars, .pickWhen:
            MarkdownText.cell(values.oneLine(field, tool))
          }
        })
      flush(&lines, to: write)
    }
    write(lines)
  }

  /// The ids alone, one a line.
  public static func ids(_ catalog: Catalog, _ tools: [ToolID], to write: (String) -> Void) {
    var lines = ""
    for tool in tools {
      lines += catalog.string(catalog[tool].id) + "\n"
      flush(&lines, to: write)
    }
    if !lines.isEmpty { write(lines) }
  }

  /// The values of a list in one line each. What comes again and again is measured once.
  private struct Values {
    private let catalog: Catalog
    private let language: Language
    private let categories: [String]
    private let layers: [String]

    init(_ catalog: Catalog, _ language: Language) {
      self.catalog = catalog
      self.language = language
      categories = catalog.categories.map { ListReport.oneLine(catalog.string($0.id)) }
      layers = catalog.layers.map { ListReport.oneLine(catalog.string($0.id)) }
    }

    func oneLine(_ field: ListField, _ tool: ToolID) -> String {
      switch field {
      case .category: categories[catalog[tool].category.index]
      case .layer: layers[catalog[catalog[tool].category].layer.index]
      case .id, .name, .maturity, .kind, .summary, .homepage, .repository, .license, .licenseClass, .organization,
        .lifecycle, .aliases, .keywords, .tags, .also, .accepted, .incubating, .graduated, .archived, .since, .listed,
        .joined, .languages, .delivery, .partOf, .replacedBy, .replaces, .stars, .pickWhen:
        ListReport.oneLine(field.value(of: tool, in: catalog, language))
      }
    }

    func column(_ field: ListField, _ tool: ToolID, _ width: (String) -> Int) -> (text: String, width: Int) {
      let text = oneLine(field, tool)
      // Most are plain ASCII: a column a byte.
      let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      return (text, isPlain ? text.utf8.count : width(text))
    }
  }
}
