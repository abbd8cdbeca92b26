import StrataScreen

/// Themes: chosen in a popup, seen at once.
extension Explorer {
  mutating func openThemeMenu() {
    let themes = context.themes()
    let items = themes.map { theme in
      MenuScreen.Item(
        key: nil, title: theme.name, detail: theme.name == context.theme.name ? context.glyphs.checked : "",
        choice: .theme(theme))
    }
    push(
      .menu(
        MenuScreen(
          title: words.colorThemes, items: items,
          selected: themes.firstIndex { $0.name == context.theme.name } ?? 0)))
  }

  /// What the screen is drawn in: the theme that is selected in the popup, as long as it is open.
  var shownTheme: Theme {
    var theme = context.theme
    if case .menu(let menu) = top, case .theme(let selected)? = menu.chosen { theme = selected }
    return context.drawn(theme)
  }

  mutating func choose(_ theme: Theme) -> [Effect] {
    context.theme = theme
    context.chosenTheme = theme.name
    toast = Toast(text: words.themeChosen + words.colon + theme.name)
    return [.save(saved)]
  }
}
