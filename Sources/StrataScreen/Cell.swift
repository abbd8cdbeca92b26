/// One cell of a frame: a character with at most three combining marks, and its style. 24 bytes, none of them unused: rows are
/// compared as memory.
///
/// Only `Frame.write` makes cells of text, so a cell never holds a control character.
public struct Cell: Hashable, Sendable {
  /// The base character's scalar value; 0 in the right half of a wide character.
  public internal(set) var base: UInt32
  public var style: Style
  /// 1, or 2 for a wide character; 0 in the right half of one.
  public internal(set) var width: UInt8
  /// Fills the word.
  private let unused: UInt16 = 0
  /// Combining marks (`TextWidth.maximumMarks` at most), 21 bits each, the first in the lowest bits; 0: none.
  var packedMarks: UInt64

  init(base: Unicode.Scalar, width: Int, style: Style) {
    self.base = base.value
    self.width = UInt8(width)
    self.style = style
    packedMarks = 0
  }

  /// Of a character that stands for itself.
  init(plain base: UInt32, width: Int, style: Style) {
    self.base = base
    self.width = UInt8(width)
    self.style = style
    packedMarks = 0
  }

  static func blank(_ style: Style) -> Cell { Cell(base: " ", width: 1, style: style) }

  static func rightHalf(_ style: Style) -> Cell {
    var cell = Cell(base: "\0", width: 0, style: style)
    cell.width = 0
    return cell
  }

  mutating func addMark(_ mark: Unicode.Scalar) {
    for position in 0..<TextWidth.maximumMarks where (packedMarks >> (21 * position)) & 0x1F_FFFF == 0 {
      packedMarks |= UInt64(mark.value) << (21 * position)
      return
    }
  }

  /// The character and its marks; empty in the right half of a wide character.
  public var scalars: [Unicode.Scalar] {
    guard width > 0 else { return [] }
    var all = [Unicode.Scalar(base)!]
    var rest = packedMarks
    while rest != 0 {
      all.append(Unicode.Scalar(UInt32(rest & 0x1F_FFFF))!)
      rest >>= 21
    }
    return all
  }

  public var hasMarks: Bool { packedMarks != 0 }
}
