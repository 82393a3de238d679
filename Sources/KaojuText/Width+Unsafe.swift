import CICU

extension Width {
  /// The unified character of a radical (⼈ → 人) or compatibility ideograph, as PDF tools print.
  static func compatibility(_ unit: UInt16) -> UInt16 {
    var status: Int32 = 0
    var source = unit
    var target: (UInt16, UInt16) = (0, 0)
    let length = withUnsafeMutablePointer(to: &target.0) { target in
      // SAFETY: the capacity of one is the memory that `target` points to; ICU reports a longer
      // result by its length and writes no further.
      kaoju_nfkc(&source, 1, target, 1, &status)
    }
    return length == 1 && target.0 != 0 ? target.0 : unit
  }
}
