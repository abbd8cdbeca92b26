import ArgumentParser
import StrataText

/// Writes a catalog to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a commented catalog to begin with.",
    discussion: """
      Exit status 1: the file is there already, and is left as it is. 74: it cannot be written.

      Examples:
        strata new
        strata new team.yaml && strata team.yaml
        strata new - | less
      """)

  @Argument(help: ArgumentHelp("Where to write it; '-' for standard output.", valueName: "file"))
  var path = "landscape.yaml"

  /// Opens without a finding; a test holds it so.
  static let text = """
    # A landscape of our own. 'strata FILE' opens it, and a change shows at once; 'strata check FILE' finds mistakes.
    # strata-catalog(5) and docs/catalog-format.md describe every key.
    landscape:
      name: Our landscape                # a text is a plain string, or one for each language:
      introduction:
        en: What we build on, from the bottom up.
        zh: 我们所用的基础，自下而上。

    layers:
      - id: runtime                      # ids are lower-case words joined by hyphens, each used once
        name: {en: Runtime, zh: 运行时层}
        # kind: column                   # beside all floors, instead of a floor of the building
        summary: What containers need while they run.
        categories:
          - id: container-runtime
            name: {en: Container Runtime, zh: 容器运行时}
            what: Starts containers and keeps them apart.
            tools:
              - id: containerd
                name: containerd
                summary: Runs containers for Kubernetes.
                homepage: https://containerd.io/
                repository: https://github.com/containerd/containerd
                license: Apache-2.0      # an SPDX id
                maturity: graduated      # graduated, incubating, sandbox, archived, or a word of your own
                accepted: 2017-03-29
                tags: [oci]
              # Tools of a category stand in the order of their weight. A retired one says so:
              # - id: rkt
              #   name: rkt
              #   lifecycle: {status: retired, date: 2020-02}
              #   replacedBy: [containerd]

    """

  mutating func run() throws {
    if path == "-" { return Output.write(VisibleText(lines: Self.text)) }
    try StarterFile.write(Self.text, to: path)
    Output.writeError("strata: wrote \(path); 'strata \(path)' opens it\n")
  }
}
