/// The variables and files that strata knows. A test holds the variables equal to those that the program reads.
extension Manual {
  static let variables: [(names: [String], meaning: String)] = [
    (
      ["LC_ALL", "LC_MESSAGES", "LANG"],
      "The first that is set says the language: Chinese where it begins with zh, or else English; C and POSIX say none."
    ),
    (
      ["LC_CTYPE"],
      """
      LC_ALL, LC_CTYPE, LANG, the first that is set: where its name has another character set than UTF-8, such as zh_CN.GBK, the \
      screen is ASCII and English. No locale has to be installed.
      """
    ),
    (["NO_COLOR"], "Nothing is colored where it is set and not empty."),
    (["COLORTERM"], "truecolor or 24bit: colors of 24 bits where TERM is xterm-256color or tmux-256color."),
    (["CLICOLOR_FORCE", "FORCE_COLOR"], "Color also where the output is no terminal; FORCE_COLOR=0 none at all."),
    (["CLICOLOR"], "0 is no color."),
    (
      ["FORCE_HYPERLINK"],
      "1 makes links of addresses also where the terminal is not known to have them; 0 none."
    ),
    (
      ["TERM_PROGRAM", "VTE_VERSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION", "DOMTERM"],
      "Say which terminal it is, and so whether it has links."
    ),
    (["COLUMNS"], "The width of tables and pages that are printed to a terminal."),
    (
      ["TERM"],
      "The type of the terminal. One that the machine does not know is taken for xterm-256color, which a note says."
    ),
    (
      ["TERMINFO", "TERMINFO_DIRS"], "Where terminals are described; strata brings along those of a dozen common ones."
    ),
    (
      ["ESCDELAY"],
      "Milliseconds after which an Esc is the key and not the beginning of a sequence; by default 50, and 200 over SSH."
    ),
    (["ACCESSIBLE"], "1 is --accessible: line by line, without a screen."),
    (["STRATA_CONFIG"], "The configuration, or none; see strata-config(5)."),
    (["STRATA_STACK"], "The file of the stack; see strata-stack(5)."),
    (["BROWSER"], "What opens addresses; otherwise what the desktop has for it."),
    (["VISUAL", "EDITOR"], "What the note of a tool in the stack is written with; by default vi."),
    (
      ["TMUX", "STY", "WAYLAND_DISPLAY", "DISPLAY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"],
      "Say by which way to copy, and whether there is a desktop to open addresses on."
    ),
    (["XDG_CONFIG_HOME"], "Where the configuration is; by default ~/.config."),
    (["XDG_CONFIG_DIRS"], "Where else it may be; by default /etc/xdg."),
    (["XDG_STATE_HOME"], "Where the last place of each catalog is kept; by default ~/.local/state."),
    (["XDG_DATA_HOME"], "Where a person's own stack is kept; by default ~/.local/share."),
    (["HOME"], "Where these folders are."),
    (["TMPDIR"], "Where a note is while it is edited; by default /tmp."),
  ]

  static let files: [(path: String, meaning: String)] = [
    ("$XDG_CONFIG_HOME/strata/config.yaml", "The configuration."),
    ("/etc/xdg/strata/config.yaml", "The configuration of everybody who has none; in a folder of $XDG_CONFIG_DIRS."),
    ("$XDG_CONFIG_HOME/strata/themes", "Color themes of one's own."),
    ("$XDG_STATE_HOME/strata", "The last place in each catalog."),
    (".strata/stack.yaml, strata-stack.yaml", "The team's stack, in this folder or above it."),
    ("$XDG_DATA_HOME/strata/stack.yaml", "A person's own stack."),
  ]
}
