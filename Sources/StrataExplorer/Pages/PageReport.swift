public import StrataCatalog
import StrataScreen
public import StrataText

/// Pages printed outside the screen, as `strata show` and `strata guide` do: what `PageComposer` and `PageExport` make of them.
public struct PageReport: Sendable {
  private let context: Context

  public init(_ catalog: Catalog, in language: Language, textWidth: TextWidth = .standard, usesColor: Bool = false) {
    context = Context(
      catalog: catalog,
      configuration: Explorer.Configuration(language: language, textWidth: textWidth, usesColor: usesColor),
      size: Size(columns: 0, rows: 0))
  }

  /// The guide's pages in the order of a book.
  public var book: [Page] { context.book }

  /// What a page is called in the guide's contents.
  public func title(of page: Page) -> String { context.wholeTitle(of: page) }

  /// The page as the screen has it, at most 80 columns wide, its table a little wider.
  ///
  /// - Parameters:
  ///   - columns: that there are.
  ///   - isStyled: with the terminal's codes for what is strong, a heading, a link.
  ///   - hasLinks: addresses as links of the terminal.
  public func text(of page: Page, columns: Int, isStyled: Bool = false, hasLinks: Bool = false) -> VisibleText {
    let width = min(max(1, columns), PageScreen.textColumns)
    let tableWidth = min(max(1, columns), PageScreen.tableColumns)
    let key = PageText.Key(
      page: page, width: width, tableWidth: tableWidth, language: context.language, query: context.query)
    var composer = PageComposer(context, width: width, tableWidth: tableWidth, room: .printed)
    let laid = composer.layOut(key)
    let rows = TableColumns(laid.rows, width: tableWidth, context)
    let theme = context.drawn(context.theme)
    var text: VisibleText = ""
    for index in 0..<laid.lineCount {
      let row = laid.row(onLine: index)
      let line = row.map { rows.line($0, context) } ?? laid.line(index)
      let columns = row == nil ? width : tableWidth
      var frame = Frame(size: Size(columns: columns, rows: 1), textWidth: context.textWidth)
      frame.draw(line, in: frame.bounds, theme: theme)
      text += frame.printed(row: 0, isStyled: isStyled, links: hasLinks ? links(of: line, laid) : []) + "\n"
    }
    return text
  }

  /// The columns of a line's links that lead out of the program.
  private func links(of line: Line, _ laid: PageText) -> [Frame.Link] {
    var links: [Frame.Link] = []
    var start = 0
    for span in line.spans {
      let end = start + context.columns(span.text)
      if let item = span.item, item < laid.itemCount, case .url(let url) = laid.target(ofItem: item) {
        links.append(Frame.Link(columns: start..<end, url: url, id: item))
      }
      start = end
    }
    return links
  }

  public func markdown(of page: Page) -> VisibleText { PageExport(context, page).markdown }

  /// An object: `type`, and all that the catalog says of it.
  public func json(of page: Page) -> String {
    let type: String =
      switch page {
      case .introduction: "introduction"
      case .layer: "layer"
      case .category: "category"
      case .recap: "recap"
      case .theme: "theme"
      case .choosing: "choosing"
      case .tool: "tool"
      }
    return "{\"type\": \"\(type)\", \(PageExport(context, page).json.dropFirst())"
  }
}
