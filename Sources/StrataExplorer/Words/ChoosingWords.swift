import StrataCatalog

/// The words of marks, comparing, and a team's own stack.
struct ChoosingWords: Sendable {
  // Marks and comparing
  let marked, compare, compareWith, alikeFolded, nothingToCompare, tooManyToCompare, timeline, alsoComparable: String
  let license, earlier, health, contents: String
  // A stack
  let stack, status, owner, note, moves, noStack: String

  static let english = ChoosingWords(
    marked: "marked", compare: "Compare", compareWith: "Compare with", alikeFolded: "alike, folded",
    nothingToCompare: "Select or mark a tool to compare",
    tooManyToCompare: "At most four are compared side by side; marked are", timeline: "Timeline",
    alsoComparable: "Alternatives", license: "License", earlier: "earlier", health: "Health", contents: "Links",
    stack: "Our stack", status: "Status", owner: "Owner", note: "Note", moves: "Moves", noStack: "not in our stack")

  static let chinese = ChoosingWords(
    marked: "已标记", compare: "对比", compareWith: "与之对比", alikeFolded: "项相同，已折叠",
    nothingToCompare: "先选中或标记要对比的工具",
    tooManyToCompare: "最多并排对比四个，已标记", timeline: "时间线",
    alsoComparable: "同类工具", license: "许可证", earlier: "以前", health: "活跃度", contents: "链接",
    stack: "我们的技术栈", status: "状态", owner: "负责人", note: "备注", moves: "变更", noStack: "不在技术栈里")
}

extension Words {
  var choosing: ChoosingWords { language == .en ? .english : .chinese }
}
