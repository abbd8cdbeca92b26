import Testing
import Foundation
import StrataCatalog
@Test func look() throws {
  let env = ProcessInfo.processInfo.environment
  guard let keys = env["LOOK"] else { return }
  let size = (env["SIZE"] ?? "80x24").split(separator: "x").map { Int($0)! }
  print(try screen(keys, size[0], size[1], env["ZH"] != nil ? .zh : .en))
}
