public import StrataCatalog

/// What a search can find: a layer, a category or a tool.
public enum Subject: Hashable, Sendable {
  case layer(LayerID)
  case category(CategoryID)
  case tool(ToolID)
}
