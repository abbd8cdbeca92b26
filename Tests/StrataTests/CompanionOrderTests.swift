import Testing

@testable import strata

@Suite struct CompanionOrderTests {
  private func order(_ line: String, paths: [String] = [], operands: [String]) -> CompanionOrder {
    let arguments = line.split(separator: " ").map(String.init)
    func values(_ option: String) -> [String] {
      arguments.indices.compactMap { index in
        if arguments[index] == option { return arguments.indices.contains(index + 1) ? arguments[index + 1] : nil }
        return arguments[index].hasPrefix(option + "=") ? String(arguments[index].dropFirst(option.count + 1)) : nil
      }
    }
    return CompanionOrder(
      arguments: arguments, paths: paths, operands: operands, guides: values("--guide"), settings: values("--settings"))
  }

  @Test func `a guide and settings belong to the catalog before them`() {
    let found = order("a.yml --guide g --settings=s b.yml --guide=h", operands: ["a.yml", "b.yml"])
    #expect(found.guides == [0: "g", 1: "h"])
    #expect(found.settings == [0: "s"])
    #expect(found.mistake == nil)
  }

  @Test func `catalogs of options come before the operands`() {
    let found = order(
      "b.yml --settings s -c a.yml --guide g --lang en --catalog=c.yml --guide h", paths: ["a.yml", "c.yml"],
      operands: ["b.yml"])
    #expect(found.guides == [0: "g", 1: "h"])
    #expect(found.settings == [2: "s"])
  }

  @Test func `of one catalog they may stand anywhere`() {
    #expect(order("--guide g a.yml", operands: ["a.yml"]).guides == [0: "g"])
    #expect(order("check --settings s -- a.yml", operands: ["a.yml"]).settings == [0: "s"])
  }

  @Test func `what belongs to none or is named twice is a mistake`() {
    #expect(
      order("--guide g a.yml b.yml", operands: ["a.yml", "b.yml"]).mistake
        == "'--guide' stands before every catalog; write it behind the one it belongs to")
    #expect(order("a b --settings s --settings t", operands: ["a", "b"]).mistake == "two '--settings' for 'b'")
  }
}
