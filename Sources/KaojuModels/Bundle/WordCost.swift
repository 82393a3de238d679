#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The costs of words in the lattice.
public enum WordCost {
  /// The cost of a word: the negative natural logarithm of its share of all words.
  public static func cost(frequency: Double, total: Double) -> Float {
    Float(log(max(total, 1)) - log(max(frequency, 0.1)))
  }

  /// The cost of a name that a register knows.
  ///
  /// It is below that of nearly every word of the general dictionary, so that a name wins against
  /// its parts, and above that of the commonest, so that 海地 does not win in 上海地区.
  public static func nameCost(length: Int) -> Float { length <= 2 ? 9.5 : 8 }
}
