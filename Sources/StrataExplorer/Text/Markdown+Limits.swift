import StrataCatalog

extension Markdown.Limit {
  /// What stands below a text that met it.
  func sentence(in language: Language) -> String {
    switch (self, language) {
    case (.length(let rest), .en): "The text goes on; \(rest) more bytes of it are not shown."
    case (.length(let rest), .zh): "正文未完，还有 \(rest) 字节未显示。"
    case (.depth, .en): "Quotes and lists more than \(MarkdownBlocks.maximumDepth) levels deep are shown as text."
    case (.depth, .zh): "超过 \(MarkdownBlocks.maximumDepth) 层的引用和列表按文字显示。"
    }
  }
}
