import StrataCatalog
import StrataStack
import StrataText

/// The forms of a table of tools that other programs read.
enum ToolTable {
  case csv, tsv, markdown

  /// Prints it, with the fields that are named or those that the form has by default.
  func print(_ catalog: Catalog, _ tools: [ToolID], _ fields: FieldList?, in language: Language) {
    let write = { (lines: String) in Output.write(VisibleText(lines: lines)) }
    switch self {
    case .csv:
      ListReport.table(
        catalog, tools, fields?.fields ?? ListField.table, in: language, line: CSVText.line, to: write)
    case .tsv:
      // Its tabs are its own: what stands in the fields has none, and passes the filter field by field.
      ListReport.table(
        catalog, tools, fields?.fields ?? ListField.table, in: language, line: CSVText.tabbedLine,
        to: Output.writeTabbed)
    case .markdown: ListReport.markdown(catalog, tools, fields?.fields ?? ListField.standard, in: language, to: write)
    }
  }
}
