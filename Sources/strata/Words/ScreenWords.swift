import StrataCatalog
import StrataText

/// What the program itself says on the screen, beside the explorer.
struct ScreenWords: Sendable {
  var reading: String
  var quitHint: String
  var notAnAddress: String
  var tooLongToCopy: String
  var noClipboard: String
  var editorFailed: String
  var takenFor: @Sendable (_ unknown: String, _ known: String) -> VisibleText

  static subscript(language: Language) -> ScreenWords {
    switch language {
    case .en:
      ScreenWords(
        reading: "Reading", quitHint: "q quit",
        notAnAddress: "Not opened, it is no plain web address:",
        tooLongToCopy: "Too long for the terminal's clipboard:",
        noClipboard: "This terminal has no clipboard:",
        editorFailed: "The editor failed; the note is left as it was",
        takenFor: { "This machine does not know the terminal \($0): taken for \($1)" })
    case .zh:
      ScreenWords(
        reading: "正在读取", quitHint: "q 退出",
        notAnAddress: "未打开，这不是普通的网址：",
        tooLongToCopy: "内容太长，终端剪贴板放不下：",
        noClipboard: "这个终端没有剪贴板：",
        editorFailed: "编辑器未正常结束，备注保持原样",
        takenFor: { "本机不认识终端类型 \($0)，按 \($1) 处理" })
    }
  }
}
