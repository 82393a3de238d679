import KaojuVocabulary

/// Folds every character to the form that Chinese text is matched in, one code unit for one.
///
/// Beside ``CharacterWidth`` it unifies radicals and compatibility ideographs (⼈ → 人).
enum Width {
  /// The character that stands for `unit` in canonical text.
  static func folded(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x2F00...0x2FD5, 0xF900...0xFAD9: compatibility(unit)
    default: CharacterWidth.folded(unit)
    }
  }
}
