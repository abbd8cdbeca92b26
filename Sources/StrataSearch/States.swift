import StrataCatalog

/// Several states, those that a tool is in.
struct States: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ state: State) {
    let bit: UInt32 =
      switch state {
      case .open: 0
      case .sourceAvailable: 1
      case .proprietary: 2
      case .mixed: 3
      case .unknown: 4
      case .active: 5
      case .maintenance: 6
      case .deprecated: 7
      case .retired: 8
      case .replaced: 9
      case .relicensed: 10
      case .project: 11
      case .specification: 12
      case .endUser: 13
      case .tool: 14
      case .category: 15
      case .layer: 16
      }
    self.init(rawValue: 1 << bit)
  }
}

extension Catalog {
  /// The states that a tool is in. Looks at its fields once.
  func states(of id: ToolID) -> States {
    let tool = tools[id.index]
    var states = States(.tool)
    switch tool.licenseClass {
    case .open: states.insert(States(.open))
    case .sourceAvailable: states.insert(States(.sourceAvailable))
    case .proprietary: states.insert(States(.proprietary))
    case .mixed: states.insert(States(.mixed))
    case .unknown: states.insert(States(.unknown))
    }
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
}
