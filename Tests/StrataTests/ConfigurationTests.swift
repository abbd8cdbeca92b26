import Foundation
import StrataExplorer
import StrataScreen
import StrataSettings
import StrataText
import Testing

@testable import strata

@Suite struct ConfigurationTests {
  private func reading(_ text: String, _ folder: Folder) throws -> ConfigurationFile.Reading {
    let path = try folder.write(text, to: "config.yaml")
    let file = ConfigurationFile(path: path, isNamed: true)
    return file.read(themes: ThemeFiles(beside: file, environment: Environment([:])))
  }

  @Test func theFirstFileThatIsThereCounts() throws {
    let folder = Folder()
    for name in ["home/strata", "shared/strata", "themes"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    try folder.write("", to: "home/strata/config.yaml")
    try folder.write("", to: "shared/strata/config.yaml")
    let all = ["XDG_CONFIG_HOME": folder.path + "/home", "XDG_CONFIG_DIRS": folder.path + "/shared"]
    func found(_ choice: ConfigurationFile.Choice?, _ more: [String: String] = [:]) -> String? {
      ConfigurationFile.find(choice, environment: Environment(all.merging(more) { $1 }))?.path
    }
    #expect(found(.path("x.yaml"), ["STRATA_CONFIG": "y.yaml"]) == "x.yaml")
    #expect(found(ConfigurationFile.Choice.none, ["STRATA_CONFIG": "y.yaml"]) == nil)
    #expect(found(nil, ["STRATA_CONFIG": "y.yaml"]) == "y.yaml")
    #expect(found(nil, ["STRATA_CONFIG": "none"]) == nil)
    #expect(found(nil) == folder.path + "/home/strata/config.yaml")
    #expect(found(nil, ["XDG_CONFIG_HOME": folder.path + "/nothing"]) == folder.path + "/shared/strata/config.yaml")
    #expect(
      found(nil, ["XDG_CONFIG_HOME": "relative", "HOME": folder.path]) == folder.path + "/shared/strata/config.yaml")
    #expect(
      ConfigurationFile(path: folder.path + "/none.yaml", isNamed: true).read(
        themes: ThemeFiles(beside: nil, environment: Environment([:]))
      ).complaints() == ["\(folder.path)/none.yaml: there is no such file or folder"])
  }

  @Test func pathsAreThoseOfItsFolderAndThemesStandBesideIt() throws {
    let folder = Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/themes", withIntermediateDirectories: true)
    try folder.write("basedOn: light\nroles: {heading: red}\n", to: "themes/mine.yaml")
    try folder.write("layers: []\n", to: "ours.yaml")
    try folder.write("layers: []\n", to: "theirs.yaml")
    let catalogs = "[ours.yaml, \(folder.path)/theirs.yaml]"
    let mine = try reading("catalogs: \(catalogs)\nstack: stack.yaml\ntheme: mine\n", folder)
    #expect(mine.isSound)
    #expect(mine.settings?.catalogs == [folder.path + "/ours.yaml", folder.path + "/theirs.yaml"])
    #expect(mine.settings?.stack == folder.path + "/stack.yaml")
    let themes = ThemeFiles(
      beside: ConfigurationFile(path: folder.path + "/config.yaml", isNamed: true), environment: Environment([:]))
    #expect(themes.all.map { $0.name } == ["terminal", "dark", "light", "high-contrast", "mono", "mine"])
    #expect(themes.theme("mine").theme?[.heading].foreground == .red)
    for name in ["../mine", "a/b", ".mine", ""] { #expect(themes.theme(name).theme == nil, "\(name)") }
    let unknown = try reading("theme: mne\n", folder)
    #expect(!unknown.isSound)
    #expect(unknown.complaints()[0].hasSuffix("hint: did you mean 'mine'?"))
  }

  /// strata opens all the same, and says what it left out.
  @Test func aCatalogThatIsNotThereIsToldAtItsPlace() throws {
    let folder = Folder()
    try folder.write("layers: []\n", to: "ours.yaml")
    let mine = try reading("mouse: false\ncatalogs: [ours.yaml, nowhere.yaml]\n", folder)
    #expect(mine.settings?.catalogs == [folder.path + "/ours.yaml"])
    #expect(mine.settings?.mouse == false)
    #expect(
      mine.complaints() == [
        """
        \(folder.path)/config.yaml:2:11: error: there is no catalog '\(folder.path)/nowhere.yaml'
        catalogs: [ours.yaml, nowhere.yaml]
                  ^
        hint: paths are those from the folder of this file on
        """
      ])
  }

  @Test func aSaveIsLiveAndABrokenOneLeavesWhatWas() throws {
    let folder = Folder()
    let path = try folder.write("theme: dark\nkeys: {reload: [Ctrl-R]}\n", to: "config.yaml")
    var invocation = Invocation()
    invocation.configuration = .path(path)
    let environment = Environment(["HOME": folder.path])
    let file = try #require(ConfigurationFile.find(invocation.configuration, environment: environment))
    let first = file.read(themes: ThemeFiles(beside: file, environment: environment))
    var live = LiveConfiguration(invocation, environment: environment, reading: first, saved: nil, isUTF8: true)
    #expect(live.configuration.theme == .dark)
    #expect(live.beginWatching() != nil)
    live.takeChange(at: 100)
    var due = live.due
    #expect(due == nil)
    try folder.write("theme: light\n", to: "config.yaml")
    live.takeChange(at: 100)
    due = live.due
    #expect(due == 160)
    guard case .configured(let old, let new) = live.readAgain() else {
      Issue.record("not taken")
      return
    }
    #expect(old.theme == .dark && new.theme == .light)
    #expect(new.keyMap.action(for: .control("r"), in: .browse) == nil)
    try folder.write("theme: [light\n", to: "config.yaml")
    guard case .broken(let complaints) = live.readAgain() else {
      Issue.record("taken")
      return
    }
    #expect(complaints.areErrors && complaints.texts[0].hasPrefix("\(path):1:"))
    #expect(live.configuration.theme == .light)
  }

  @Test func whatIsInForceIsPrintedWithItsPlace() throws {
    let folder = Folder()
    let read = try reading("\nlanguage: zh\npreview: 20\n", folder)
    let preferences = Preferences(
      environment: { ["LANG": "en_US.UTF-8"][$0] }, settings: try #require(read.settings), saved: "theme light\n")
    let lines = ConfigCommand.text(of: preferences, source: read.source).split(separator: "\n")
    #expect(lines.count == Settings.Option.allCases.count)
    #expect(lines[0] == "language: en                  # LANG, before \(folder.path)/config.yaml:2")
    #expect(lines[1] == "theme: light                  # remembered")
    #expect(lines.contains("preview: 20                   # \(folder.path)/config.yaml:3"))
    #expect(lines.contains("mouse: true                   # default"))
    #expect(lines.contains("stack: auto                   # default"))
  }
}
