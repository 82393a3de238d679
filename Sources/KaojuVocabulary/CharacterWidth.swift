/// Folds the width of characters: full-width ASCII and the ideographic space become ASCII.
///
/// ，→ `,` and ５Ｇ → `5G`; 。、《》“”‘’—…·～ stay, since they are Chinese punctuation and not
/// wide ASCII.
public enum CharacterWidth {
  /// The character that stands for `unit` in canonical text; always one code unit for one.
  @inlinable
  public static func folded(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0xFF01...0xFF5D: unit - 0xFEE0
    case 0x3000, 0x00A0, 0x2002...0x200A, 0x202F, 0x205F: 0x20
    case 0xFF61: 0x3002
    case 0xFF62: 0x300C
    case 0xFF63: 0x300D
    case 0xFF64: 0x3001
    case 0xFFE0: 0xA2
    case 0xFFE1: 0xA3
    case 0xFFE5: 0xA5
    case 0xFE50: 0x2C
    case 0xFE52: 0x2E
    case 0xFE54: 0x3B
    case 0xFE55: 0x3A
    case 0xFE56: 0x3F
    case 0xFE57: 0x21
    case 0xFE6A: 0x25
    default: unit
    }
  }

  /// The folded code units of a string, as model tables are matched against canonical text.
  public static func folded(_ string: some StringProtocol) -> [UInt16] {
    string.utf16.map { folded($0) }
  }
}
