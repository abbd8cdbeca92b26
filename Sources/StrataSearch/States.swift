public import StrataCatalog

/// Several states, those that a tool is in.
struct States: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ state: State) {
    let bit: UInt32 =
      switch state {
      case .openSource: 0
      case .sourceAvailable: 1
      case .proprietary: 2
      case .active: 3
      case .maintenance: 4
      case .deprecated: 5
      case .retired: 6
      case .replaced: 7
      case .relicensed: 8
      case .project: 9
      case .specification: 10
      case .endUser: 11
      case .tool: 12
      case .category: 13
      case .layer: 14
      }
    self.init(rawValue: 1 << bit)
  }
}

extension Catalog {
  /// The states that a tool is in. Looks at its fields once.
  func states(of id: ToolID) -> States {
    let tool = tools[id.index]
    var states = States(.tool)
    states.insert(States(openness(of: id)))
    switch tool.status {
    case .active: states.insert(States(.active))
    case .maintenance: states.insert(States(.maintenance))
    case .deprecated: states.insert(States(.deprecated))
    case .retired: states.insert(States(.retired))
    }
    if tool.maturity != 0 { states.insert(States(.project)) }
    for field in fields(of: id) {
      if field.key == .replacedBy {
        states.insert(States(.replaced))
      } else if field.key == .previousLicense {
        states.insert(States(.relicensed))
      } else if field.key == .endUser {
        states.insert(States(.endUser))
      } else if field.key == .specification || field.key == .delivery && string(field.value) == "specification" {
        states.insert(States(.specification))
      }
    }
    return states
  }

  /// How open a tool is: by its license, or where nothing is known of that by the file's word or its having a repository.
  public func openness(of tool: ToolID) -> State {
    switch licenseClass(of: tool) {
    case .open: return .openSource
    case .sourceAvailable, .mixed: return .sourceAvailable
    case .proprietary: return .proprietary
    case .unknown:
      if let license = value(.license, of: tool) {
        return license.lowercased() == "proprietary" ? .proprietary : .openSource
      }
      let isOpen = !tools[tool.index].repository.isEmpty || fields(of: tool).contains { $0.key == .openSource }
      return isOpen ? .openSource : .proprietary
    }
  }
}
