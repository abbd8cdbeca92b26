/// What an action is called: in help and palette, and as short as the footer needs it.
struct ActionTitle {
  let title: String
  let short: String

  init(_ title: String, short: String? = nil) {
    self.title = title
    self.short = short ?? title
  }
}
