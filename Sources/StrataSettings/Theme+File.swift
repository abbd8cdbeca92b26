public import StrataExplorer
import StrataScreen
public import StrataYAML

extension Theme {
  /// Reads a theme. What cannot be read is as in the theme that it is based on.
  ///
  /// - Parameters:
  ///   - name: what it is chosen by.
  ///   - source: the file's name as the user gave it.
  /// - Returns: nil where the bytes are no YAML or no theme at all; what is wrong with it, in the order of the file.
  public static func read(
    _ bytes: [UInt8], name: String, source: String
  ) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    let (document, diagnostics) = Document.parse(bytes, name: source)
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    var nodes = NodeReader(document)
    let theme = theme(named: name, &nodes)
    return (theme, (diagnostics + nodes.diagnostics).sorted { $0.place.offset < $1.place.offset })
  }

  private static func theme(named name: String, _ nodes: inout NodeReader) -> Theme? {
    guard let root = nodes.root("a theme") else { return nodes.isEmpty ? Theme(name: name) { terminal[$0] } : nil }
    var base = terminal
    var background: Color?
    var styles: [Role: Style] = [:]
    for (key, value) in nodes.entries(of: root) {
      switch nodes.word(key) {
      case "version": nodes.version(value, known: 1)
      case "basedOn":
        guard let text = nodes.text(value, "basedOn") else { continue }
        if let known = builtIn.first(where: { $0.name == text }) {
          base = known
        } else {
          nodes.unknownName(text, at: value, "a theme", among: builtIn.map(\.name))
        }
      case "background":
        guard let text = nodes.text(value, "background") else { continue }
        background = Color(text)
        if background == nil { nodes.unknownName(text, at: value, "a color", among: Color.knownNames) }
      case "roles":
        guard nodes.mapping(value, "roles", hint: "roles: {heading: cyan bold}") else { continue }
        for (key, value) in nodes.entries(of: value) {
          guard let role = Role(name: nodes.word(key)) else {
            nodes.unknown(key, among: Role.allCases.map(\.name), in: "'roles'")
            continue
          }
          guard let text = nodes.text(value, role.name) else { continue }
          do {
            styles[role] = try Style(text: text)
          } catch {
            nodes.unknownName(
              error.word, at: value, "a color or an attribute", among: Color.knownNames + Style.attributeWords + ["on"])
          }
        }
      default: nodes.unknown(key, among: ["version", "basedOn", "background", "roles"], in: "a theme")
      }
    }
    return Theme(name: name, background: background ?? base.background) { role in
      if let style = styles[role] { return style }
      var style = base[role]
      if style.background == base.background { style.background = .default }
      return style
    }
  }

  /// The theme as a file has it: what one of one's own may begin as.
  public var yaml: String {
    var lines = [
      "# A theme of strata. As themes/NAME.yaml beside the configuration it is chosen with `theme: NAME`, or with T.",
      "# A style is a color, `on` and a second one, and \(Style.attributeWords.joined(separator: ", ")).",
      "# Colors: \(Color.knownNames.joined(separator: ", ")), 0 to 255, '#rrggbb'.",
      "# What is left out is as in the theme that it is `basedOn`, of those strata comes with.",
      "version: 1",
      "background: \(Theme.quoted("\(background)"))",
      "roles:",
    ]
    for role in Role.allCases {
      var style = self[role]
      if style.background == background { style.background = .default }
      lines.append("  \(role.name): \(Theme.quoted("\(style)"))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number sign would begin a comment.
  private static func quoted(_ text: String) -> String { text.contains("#") ? "'\(text)'" : text }
}
