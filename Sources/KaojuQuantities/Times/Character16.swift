/// The characters that the grammar of times asks about one by one.
enum Character16 {
  static let half: UInt16 = 0x534A  // 半
  static let several: UInt16 = 0x51E0  // 几
  static let many: UInt16 = 0x591A  // 多
  static let some: UInt16 = 0x6570  // 数
  static let two: UInt16 = 0x4E24  // 两
  static let point: UInt16 = 0x70B9  // 点
  static let near: UInt16 = 0x8FD1  // 近
  static let zero: UInt16 = 0x96F6  // 零

  /// Whether a code unit is an ASCII digit.
  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { unit &- 0x30 < 10 }

  /// Whether a code unit is an ASCII letter.
  @inline(__always)
  static func isLetter(_ unit: UInt16) -> Bool { (unit | 0x20) &- 0x61 < 26 }
}
