/// Why something in a folder was not read; the word is what is printed.
public enum Skip: String, CaseIterable, Hashable, Sendable {
  case folder = "folders of others' code"
  case link = "links"
  case special = "pipes and devices"
  case binary = "binary files"
  case large = "files over 4 MB"
  case unreadable = "unreadable"
}
