/// To which catalog each `--guide` and `--settings` belongs: to the one before it, or to the only one.
struct CompanionOrder {
  /// By the catalog's position among all.
  private(set) var guides: [Int: String] = [:]
  private(set) var settings: [Int: String] = [:]
  /// What is wrong, as a sentence.
  private(set) var mistake: String?

  /// - Parameters:
  ///   - arguments: as they were typed.
  ///   - paths: of `--catalog`; they come before the operands.
  init(arguments: [String], paths: [String], operands: [String], guides: [String], settings: [String]) {
    let catalogs = paths + operands
    guard catalogs.count > 1 else {
      for guide in guides { take(guide, "--guide", at: 0, catalogs) }
      for file in settings { take(file, "--settings", at: 0, catalogs) }
      return
    }
    var last: Int?
    var (nextPath, nextOperand) = (0, 0)
    var rest = arguments[...]
    var isOperand = false
    while let token = rest.popFirst() {
      let parts = token.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if !isOperand, ["--guide", "--settings"].contains(parts[0]) {
        let value = parts.count > 1 ? parts[1] : rest.popFirst() ?? ""
        take(value, parts[0], at: last, catalogs)
      } else if !isOperand, ["-c", "--catalog"].contains(parts[0]) {
        if parts.count == 1 { _ = rest.popFirst() }
        last = nextPath
        nextPath += 1
      } else if !isOperand, token == "--" {
        isOperand = true
      } else if nextOperand < operands.count, token == operands[nextOperand] {
        last = paths.count + nextOperand
        nextOperand += 1
      }
    }
  }

  private mutating func take(_ file: String, _ option: String, at catalog: Int?, _ catalogs: [String]) {
    guard let catalog else {
      mistake = "'\(option)' stands before every catalog; write it behind the one it belongs to"
      return
    }
    let isGuide = option == "--guide"
    let old = isGuide ? guides[catalog] : settings[catalog]
    if old != nil, catalogs.indices.contains(catalog) { mistake = "two '\(option)' for '\(catalogs[catalog])'" }
    if isGuide { guides[catalog] = file } else { settings[catalog] = file }
  }
}
