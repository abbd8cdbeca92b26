import Testing

@Suite struct EnglishFormTests {
  @Test func writesASCIIPunctuationAndSingleSpaces() {
    var findings: [String] = []
    for line in Shipped.englishLines {
      if line.content.unicodeScalars.contains(where: { $0.isFullWidthPunctuation || $0.isHan }) {
        findings.append(line.finding("full-width character"))
      }
      if line.content.contains("  ") { findings.append(line.finding("two spaces")) }
      if line.content.last == " " { findings.append(line.finding("space at the end")) }
    }
    expectNone(findings)
  }

  @Test func endsTextsAndParagraphsWithAMark() {
    let sentences = Shipped.englishLines.filter { !$0.text.isName && $0.endsParagraph && !$0.string.isEmpty }
    expectNone(
      sentences.compactMap { line in
        let marks = line.isLast ? ".?!" : ".?!:;,"
        let last = line.content.last { !")\"".contains($0) }
        return last.map(marks.contains) == true ? nil : line.finding("ends with '\(line.content.suffix(8))'")
      })
  }

  /// The values of facts stand beside each other: all begin with a capital, but for names that are written without one.
  @Test func beginsFactsAlike() {
    let names: Set = [
      "age", "catalog-info.yaml", "compose.yaml", "containerd", "eBPF", "etcd", "flannel", "gRPC", "grok", "iptables",
      "k3s", "kops-controller", "kube-router", "kubeadm", "linkerd2-proxy", "macOS",
    ]
    let values = Shipped.texts.filter { $0.key != "name" && $0.path.split(separator: ".").contains("facts") }
    #expect(values.count > 900)
    expectNone(
      values.filter { value in
        let word = value.string("en").prefix { !" ,;:(".contains($0) }
        return word.first?.isLowercase == true && !names.contains(String(word))
      }.map { "\($0.file.name):\($0.line): \($0.path): '\($0.string("en"))'" })
  }

  /// Words of advertising, and the phrase that says nothing.
  @Test func advertisesNothing() {
    let phrases = [
      "is a tool that", "is a tool for", "cutting-edge", "cutting edge", "world-class", "best-in-class",
      "state-of-the-art",
      "blazing", "lightning-fast", "seamless", "effortless", "revolution", "game-chang", "next-generation", "next-gen ",
      "empower", "supercharge", "unleash", "leverag", "fast-paced", "one-stop", "industry-leading", "enterprise-grade",
      "delve",
    ]
    expectNone(
      Shipped.englishLines.flatMap { line in
        // Unleash is a product.
        let lower = line.content.replacing("Unleash", with: "").lowercased()
        return phrases.filter(lower.contains).map { line.finding("'\($0)'") }
      })
  }

  /// Misspellings that one meets, and names written unlike their projects write them.
  @Test func spellsNamesAsTheirProjectsDo() {
    let wrong = [
      "Claire", "Kuberentes", "Kubernates", "Kubenetes", "MRRT", "Developement", "loging", "ContainerD", "Containerd",
      "KOPS", "Kops", "MiniKube", "MiniO", "Minio", "Cloudevents", "Opentracing", "Opentelemetry", "Yugabyte DB",
      "StackOverflow", "Open Telemetry", "Kata Container ", "Github", "Gitlab", "Javascript", "Postgresql",
      "GRPC", "Etcd",
    ]
    expectNone(
      (Shipped.englishLines + Shipped.chineseLines).flatMap { line in
        wrong.filter { line.string.holdsWord($0) }.map { line.finding("'\($0)'") }
      })
  }
}

extension String {
  /// Whether the word stands in the text, not within a longer word.
  func holdsWord(_ word: String) -> Bool {
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      let before = rest[..<range.lowerBound].unicodeScalars.last
      let after = rest[range.upperBound...].unicodeScalars.first
      if before?.isLatinLetterOrDigit != true && after?.isLatinLetterOrDigit != true { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}
