import Foundation
import Testing

/// What commands print as JSON is what their schemas say.
@Suite struct SchemaTests {
  /// The part of JSON Schema 2020-12 that the schemas use. What it does not know is a mistake of the schema.
  private struct Validator {
    let root: [String: Any]

    func problems(_ value: Any, _ schema: Any, _ path: String = "$") -> [String] {
      if let schema = schema as? Bool { return schema ? [] : ["\(path): nothing may be here"] }
      guard let schema = schema as? [String: Any] else { return ["\(path): no schema"] }
      var problems: [String] = []
      for (key, rule) in schema {
        switch key {
        case "$schema", "$id", "title", "description", "$defs": continue
        case "$ref":
          let name = (rule as? String)?.replacingOccurrences(of: "#/$defs/", with: "") ?? ""
          guard let target = (root["$defs"] as? [String: Any])?[name] else { return ["\(path): no \(rule)"] }
          problems += self.problems(value, target, path)
        case "type":
          let types = rule as? [String] ?? [rule as? String ?? ""]
          if !types.contains(where: { isType($0, value) }) { problems.append("\(path) is no \(types): \(value)") }
        case "const": if !isEqual(value, rule) { problems.append("\(path) is not \(rule): \(value)") }
        case "enum":
          if !(rule as? [Any] ?? []).contains(where: { isEqual(value, $0) }) {
            problems.append("\(path) is none of \(rule): \(value)")
          }
        case "minimum":
          if let number = value as? NSNumber, number.doubleValue < (rule as? NSNumber)?.doubleValue ?? 0 {
            problems.append("\(path) is less than \(rule)")
          }
        case "items":
          for (index, item) in (value as? [Any] ?? []).enumerated() {
            problems += self.problems(item, rule, "\(path)[\(index)]")
          }
        case "required":
          guard let object = value as? [String: Any] else { continue }
          for name in rule as? [String] ?? [] where object[name] == nil { problems.append("\(path) has no \(name)") }
        case "properties":
          for (name, part) in rule as? [String: Any] ?? [:] {
            if let member = (value as? [String: Any])?[name] {
              problems += self.problems(member, part, "\(path).\(name)")
            }
          }
        case "patternProperties", "propertyNames":
          continue  // Names are looked at below.
        case "additionalProperties":
          let known = schema["properties"] as? [String: Any] ?? [:]
          let patterns = schema["patternProperties"] as? [String: Any] ?? [:]
          for (name, member) in value as? [String: Any] ?? [:] where known[name] == nil {
            if patterns.keys.contains(where: { name.range(of: $0, options: .regularExpression) != nil }) { continue }
            problems += self.problems(member, rule, "\(path).\(name)")
          }
        case "anyOf", "oneOf":
          let found = (rule as? [Any] ?? []).map { self.problems(value, $0, path) }
          let count = found.count { $0.isEmpty }
          if key == "anyOf" ? count == 0 : count != 1 {
            problems.append("\(path) is \(count) of \(key): \(found.min { $0.count < $1.count } ?? [])")
          }
        default: problems.append("\(path): the schema says '\(key)', which is not looked at")
        }
      }
      if let rule = schema["propertyNames"] {
        for name in (value as? [String: Any] ?? [:]).keys { problems += self.problems(name, rule, "\(path) name") }
      }
      return problems
    }

    private func isType(_ type: String, _ value: Any) -> Bool {
      let isBoolean = (value as? NSNumber).map { isTruthValue($0) } ?? false
      switch type {
      case "string": return value is String
      case "array": return value is [Any]
      case "object": return value is [String: Any]
      case "null": return value is NSNull
      case "boolean": return isBoolean
      case "integer":
        return !isBoolean && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
      default: return false
      }
    }

    private func isTruthValue(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    private func isEqual(_ a: Any, _ b: Any) -> Bool { (a as? NSObject)?.isEqual(b) ?? false }
  }

  private static let bad = """
    layers:
      - {id: l, name: L, colour: red, categories: [{id: c, name: C, tools: [{id: t, name: T}, {id: t, name: U}]}]}

    """
  private static let stack = """
    stack: {version: 1, name: Team}
    tools:
      - {id: ingress-nginx, status: adopted, owner: edge, note: Moving., moves: [{to: adopted, on: 2021-03-01, why: It was there}]}
      - {name: Own thing, category: database, status: trial}

    """
  static let diffOld = """
    landscape: [{name: L, subcategories: [{name: C, items: [{name: A, homepage_url: "https://a.io", project: sandbox}]}]}]
    """
  static let diffNew = """
    landscape: [{name: L, subcategories: [{name: C, items: [{name: A, homepage_url: "https://a.io", project: graduated}, \
    {name: B, homepage_url: "https://b.io"}]}]}]
    """

  @Test(arguments: [
    ("list", ["list", "--format", "json"]),
    ("list", ["list", "kubernetes", "--format", "json", "--fields", "id,license"]),
    ("list", ["export", "is:retired", "--format", "json"]),
    ("show", ["show", "kubernetes", "category:database", "provisioning", "--format", "json"]),
    ("show", ["guide", "--format", "json"]),
    ("tree", ["tree", "--format", "json"]), ("tree", ["tree", "--depth", "tools", "--format", "json"]),
    ("tree", ["tree", "--depth", "layers", "--format", "json"]), ("stats", ["stats", "--format", "json"]),
    ("search", ["search", "mesh", "--format", "json", "--explain"]),
    ("search", ["search", "zzqx", "--format", "json"]),
    ("info", ["info", "--format", "json"]), ("diff", ["diff", "OLD", "NEW", "--format", "json", "--all"]),
    ("diff", ["diff", "--since", "2020", "--format", "json"]),
    ("scan", ["scan", "FOLDER", "--format", "json", "--all"]),
    ("check", ["check", "BAD", "--format", "json"]), ("check", ["check", "--format", "json"]),
    ("check", ["check", "--stack", "STACK", "--format", "json"]),
    ("compare", ["compare", "linkerd", "istio", "--format", "json"]),
    (
      "compare",
      ["compare", "harbor", "minio", "vault", "flux", "--format", "json", "--lang", "zh", "--stack", "STACK"]
    ),
    ("keys", ["keys", "--format", "json"]), ("stack", ["stack", "export", "--stack", "STACK", "--format", "json"]),
    ("export", ["export", "maturity:sandbox", "--format", "json"]),
    ("guide", ["guide", "runtime", "--format", "json"]),
  ])
  func `JSON is as its schema says`(_ name: String, _ arguments: [String]) throws {
    let folder = TemporaryFolder()
    let old = try folder.write(Self.diffOld, to: "old.yml")
    let new = try folder.write(Self.diffNew, to: "new.yml")
    try folder.write("FROM envoyproxy/envoy:v1.30\n", to: "Dockerfile")
    let places = [
      "OLD": old, "NEW": new, "FOLDER": folder.path, "BAD": try folder.write(Self.bad, to: "bad.yaml"),
      "STACK": try folder.write(Self.stack, to: "stack.yaml"),
    ]
    let words = arguments.map { places[$0] ?? $0 }
    let result = try Program.run(words)
    #expect(result.status == 0 || result.status == 1, "\(result.error)")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let schema = try JSONSerialization.jsonObject(with: Data(try Program.run(["schema", name]).output.utf8))
    let root = try #require(schema as? [String: Any])
    #expect((root["$id"] as? String)?.wholeMatch(of: /urn:strata:schema:[a-z]+:\d+/) != nil)
    let problems = Validator(root: root).problems(value, root)
    #expect(problems.isEmpty, "\(problems.prefix(5).joined(separator: "\n"))")
  }

  @Test func `what is not as a schema says is found`() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(try Program.run(["schema", "tree"]).output.utf8))
    let root = try #require(schema as? [String: Any])
    for (text, isRight) in [
      (#"[{"id": "a", "name": {"en": "A"}, "tools": 1}]"#, true), (#"[{"id": "a", "name": {"en": "A"}}]"#, false),
      (#"[{"id": 1, "name": {}, "tools": 1}]"#, false), (#"[{"id": "a", "name": {}, "tools": -1}]"#, false),
      (#"[{"id": "a", "name": {"fr": "A"}, "tools": 1}]"#, false), (#"{}"#, false),
    ] {
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(Validator(root: root).problems(value, root).isEmpty == isRight, "\(text)")
    }
  }

  @Test func `every schema is listed, and no other name is one`() throws {
    let names = try Program.run(["schema"]).output.split(separator: "\n").map(String.init)
    #expect(
      names == [
        "check", "compare", "config", "diff", "info", "keys", "list", "scan", "search", "show", "stack", "stats",
        "tree",
      ])
    for name in names {
      let schema = try JSONSerialization.jsonObject(with: Data(try Program.run(["schema", name]).output.utf8))
      #expect(
        ((schema as? [String: Any])?["$id"] as? String)?.hasPrefix("urn:strata:schema:\(name):") == true, "\(name)")
    }
    #expect(
      try Program.run(["schema", "lst"])
        == Program.Result(output: "", error: "strata: there is no schema 'lst'; did you mean 'list'?\n", status: 4))
  }
}
