/// A table of many strings that is made once and then only read: whoever has it holds a reference, not a copy.
///
/// The context goes through every screen by value; with the tables in it functions took up to 80 KB of the stack, which
/// not every system has to give.
@dynamicMemberLookup
final class Shared<Table: Sendable>: Sendable {
  let table: Table

  init(_ table: Table) { self.table = table }

  subscript<Value>(dynamicMember path: KeyPath<Table, Value>) -> Value { table[keyPath: path] }
}
