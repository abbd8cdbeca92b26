import StrataCatalog

enum Version {
  static let number = "0.1.0"

  /// The program's version and the day of the shipped catalog's facts.
  static var text: String {
    let catalog = ShippedCatalog.open()
    return "strata \(number) (catalog of \(catalog.string(catalog.landscape.asOf)))"
  }
}
