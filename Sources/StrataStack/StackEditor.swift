public import StrataYAML

/// Changes a stack's file and nothing else in it: see `DocumentEditor`. A change that is refused leaves all as it is.
public struct StackEditor: Sendable {
  /// Why a file is not changed.
  public enum Failure: Error, Sendable {
    case newerVersion
    /// The file has mistakes; they are mended by hand first.
    case mistakes([Diagnostic])
    case editing(DocumentEditor.Failure)
  }

  private var editor: DocumentEditor
  /// As the file is now.
  public private(set) var stack: Stack
  private let name: String

  /// The bytes to write.
  public var source: [UInt8] { editor.source }

  /// - Parameters:
  ///   - source: the file's bytes; empty for a file that is to be made.
  ///   - name: its name as the user gave it.
  public init(_ source: [UInt8], name: String) throws(Failure) {
    self.name = name
    let (stack, diagnostics) = Stack.read(source, name: name)
    guard let stack, !diagnostics.contains(where: { $0.severity == .error }) else {
      throw .mistakes(diagnostics)
    }
    guard stack.isWritable else { throw .newerVersion }
    self.stack = stack
    do { editor = try DocumentEditor(source, name: name) } catch { throw .editing(error) }
  }

  /// Gives tools a status and remembers the move; those that are not in the file come to its end in the order given.
  ///
  /// - Parameters:
  ///   - status: a ring; empty takes the status away.
  ///   - today: ISO 8601.
  public mutating func setStatus(
    _ status: String, ofTools ids: [String], today: String, why: String = ""
  ) throws(Failure) {
    try wholly { (all) throws(Failure) in
      for id in ids { try all.setStatus(status, of: id, today: today, why: why) }
    }
  }

  private mutating func setStatus(_ status: String, of id: String, today: String, why: String) throws(Failure) {
    guard let entry = stack.entry(ofTool: id) else {
      if !status.isEmpty { try append(id, status, today: today, why: why) }
      return
    }
    if entry.status == status { return }
    let path: [DocumentEditor.Step] = ["tools", .item(entry.position)]
    try edit { (editor) throws(DocumentEditor.Failure) in
      if status.isEmpty { return try editor.remove(path + ["status"]) }
      try editor.set(path + ["status"], to: .text(status))
      if entry.moves.isEmpty {
        try editor.set(path + ["moves"], to: .list([Self.move(status, today, why)]))
      } else {
        try editor.append(Self.move(status, today, why), to: path + ["moves"])
      }
    }
  }

  /// Writes a tool's note; an empty one takes it away.
  public mutating func setNote(_ note: String, ofTool id: String, today: String) throws(Failure) {
    try wholly { (all) throws(Failure) in try all.note(note, of: id, today: today) }
  }

  private mutating func note(_ note: String, of id: String, today: String) throws(Failure) {
    if stack.entry(ofTool: id) == nil {
      if note.isEmpty { return }
      try append(id, Stack.unsorted, today: today, why: "")
    }
    guard let entry = stack.entry(ofTool: id) else { return }
    let path: [DocumentEditor.Step] = ["tools", .item(entry.position), "note"]
    if note.isEmpty {
      if entry.note.isEmpty { return }
      try edit { (editor) throws(DocumentEditor.Failure) in try editor.remove(path) }
    } else {
      try edit { (editor) throws(DocumentEditor.Failure) in try editor.set(path, to: .text(note)) }
    }
  }

  /// Answers a warning about a tool that is in the file.
  public mutating func ignore(_ kind: StackWarning.Kind, ofTool id: String) throws(Failure) {
    guard let entry = stack.entry(ofTool: id), !entry.ignored.contains(kind) else { return }
    let path: [DocumentEditor.Step] = ["tools", .item(entry.position), "ignore"]
    let words = StackWarning.Kind.allCases.filter { entry.ignored.contains($0) || $0 == kind }
    try edit { (editor) throws(DocumentEditor.Failure) in
      if editor.holds(path) {
        do throws(DocumentEditor.Failure) {
          return try editor.append(.text(kind.rawValue), to: path)
        } catch {
          // One word alone is no list yet.
          guard case .wrongKind = error else { throw error }
        }
      }
      try editor.set(path, to: .list(words.map { .text($0.rawValue) }))
    }
  }

  /// Adds what a scan found and the file does not have; never changes an entry that is there.
  ///
  /// - Parameter today: ISO 8601; of the move to a status other than `unsorted`.
  /// - Returns: the ids that were added.
  @discardableResult
  public mutating func addFound(
    _ tools: [StackChange.Found], status: String = Stack.unsorted, today: String
  ) throws(Failure) -> [String] {
    var added: [String] = []
    try wholly { (all) throws(Failure) in
      for found in tools where all.stack.entry(ofTool: found.tool) == nil {
        try all.append(found.tool, status, today: today, why: "", proofs: found.proofs)
        added.append(found.tool)
      }
    }
    return added
  }

  // MARK: Parts

  private mutating func append(
    _ id: String, _ status: String, today: String, why: String, proofs: [String] = []
  ) throws(Failure) {
    var pairs: [EditedValue.Pair] = [.init("id", .text(id)), .init("status", .text(status))]
    if status != Stack.unsorted {
      pairs.append(.init("moves", .list([Self.move(status, today, why)])))
    }
    if !proofs.isEmpty { pairs.append(.init("found", .list(proofs.map { .text($0) }))) }
    try edit { (editor) throws(DocumentEditor.Failure) in
      // A file that holds nothing yet gets its head.
      if editor.source.isEmpty {
        editor = try DocumentEditor(Array("stack:\n  version: \(Stack.version)\ntools:\n".utf8), name: "")
      } else if !editor.holds(["tools"]) {
        try editor.set(["tools"], to: .list([]))
      }
      try editor.append(.pairs(pairs), to: ["tools"])
    }
  }

  private static func move(_ status: String, _ today: String, _ why: String) -> EditedValue {
    var pairs: [EditedValue.Pair] = [.init("to", .text(status)), .init("on", .text(today))]
    if !why.isEmpty { pairs.append(.init("why", .text(why))) }
    return .pairs(pairs)
  }

  /// Carries several changes out, or none of them.
  private mutating func wholly(_ change: (inout StackEditor) throws(Failure) -> Void) throws(Failure) {
    var changed = self
    try change(&changed)
    self = changed
  }

  /// Carries a change out as a whole, or not at all, and reads the result.
  private mutating func edit(
    _ change: (inout DocumentEditor) throws(DocumentEditor.Failure) -> Void
  ) throws(Failure) {
    var changed = editor
    do { try change(&changed) } catch { throw .editing(error) }
    let (stack, diagnostics) = Stack.read(changed.source, name: name)
    guard let stack, !diagnostics.contains(where: { $0.severity == .error }) else {
      throw .mistakes(diagnostics)
    }
    editor = changed
    self.stack = stack
  }
}
