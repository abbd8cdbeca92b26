import StrataCatalog

/// The words of marks, comparing, and a team's own stack.
typealias ChoosingWords = Shared<ChoosingTable>

struct ChoosingTable: Sendable {
  // Marks and comparing
  let marked, compare, compareWith, alikeFolded, nothingToCompare, tooManyToCompare, timeline: String
  let earlier, contents: String
  // A stack
  let stack, status, now, ourStatus, ourNote, noStatus, owner, note, noteHint, moves: String
  let whereToKeep, thisFolder, forMe, nowhereToKeep, keptIn: String
  let noteOf, takesItBack, takenBack, nothingToTakeBack, unchanged: String
  let itsPage, allOfCategory, answerIt, relicensed, notInCatalog, instead: String
  let noStackYet, beginsOne, writesOne, fillsOne: String
  let inTheFile, stackWarnings, elsewhere, forOneJob, emptyRoom, statusSign, unsortedSign: String

  static let english = ChoosingWords(
    ChoosingTable(
      marked: "marked", compare: "Compare", compareWith: "Compare with", alikeFolded: "alike, folded",
      nothingToCompare: "Select or mark a tool to compare",
      tooManyToCompare: "At most four are compared side by side; marked are", timeline: "Timeline",
      earlier: "earlier", contents: "Links",
      stack: "Our stack", status: "Status", now: "now", ourStatus: "Our status", ourNote: "Our note", noStatus: "none",
      owner: "Owner", note: "Note",
      noteHint: "Enter keeps it; an empty one takes it away", moves: "Moves",
      whereToKeep: "Where to keep your stack?", thisFolder: "in this folder", forMe: "for me",
      nowhereToKeep: "There is no place to keep a stack; name one with --stack FILE", keptIn: "kept in",
      noteOf: "Noted: ", takesItBack: "takes it back", takenBack: "Taken back",
      nothingToTakeBack: "There is no change to take back", unchanged: "Nothing to change",
      itsPage: "Its page", allOfCategory: "All of its category", answerIt: "Answer the warning",
      relicensed: "relicensed", notInCatalog: "not in the catalog (any more)", instead: "; instead: ",
      noStackYet: "No stack yet: the tools that your team uses, with status, owner and note, in a file of your own.",
      beginsOne: "on a tool gives it a status and begins a stack", writesOne: "writes a commented one",
      fillsOne: "scans a folder and fills it with the tools that it uses",
      inTheFile: "In the file", stackWarnings: "Warnings", elsewhere: "Elsewhere", forOneJob: "for one job",
      emptyRoom: "nothing", statusSign: "status in our stack", unsortedSign: "not decided yet"))

  static let chinese = ChoosingWords(
    ChoosingTable(
      marked: "已标记", compare: "对比", compareWith: "与之对比", alikeFolded: "项相同，已折叠",
      nothingToCompare: "先选中或标记要对比的工具",
      tooManyToCompare: "最多并排对比四个，已标记", timeline: "时间线",
      earlier: "以前", contents: "链接",
      stack: "我们的技术栈", status: "状态", now: "当前", ourStatus: "我们的状态", ourNote: "我们的备注", noStatus: "无", owner: "负责人",
      note: "备注",
      noteHint: "回车保存，留空则删除", moves: "变更",
      whereToKeep: "技术栈保存在哪里？", thisFolder: "这个文件夹", forMe: "仅自己使用",
      nowhereToKeep: "没有可以保存技术栈的地方，请用 --stack 指定文件", keptIn: "保存在",
      noteOf: "已备注：", takesItBack: "撤销", takenBack: "已撤销",
      nothingToTakeBack: "没有可以撤销的改动", unchanged: "没有需要改动的",
      itsPage: "它的页面", allOfCategory: "同类别的全部工具", answerIt: "确认这条警告",
      relicensed: "许可证变更", notInCatalog: "目录里没有（或已删除）", instead: "；可改用：",
      noStackYet: "还没有技术栈：团队所用的工具，带状态、负责人和备注，记在自己的文件里。",
      beginsOne: "给选中的工具定状态，同时新建技术栈", writesOne: "写一份带注释的文件",
      fillsOne: "扫描文件夹，把用到的工具填进去",
      inTheFile: "文件里的问题", stackWarnings: "警告", elsewhere: "其他", forOneJob: "个做同一件事",
      emptyRoom: "无", statusSign: "在技术栈中的状态", unsortedSign: "待定"))
}

extension Words {
  var choosing: ChoosingWords { language.choose(en: ChoosingTable.english, zh: ChoosingTable.chinese) }
}
