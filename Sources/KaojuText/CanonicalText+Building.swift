import KaojuVocabulary

extension CanonicalText {
  /// Takes cuts and invisible characters out of the contract's text, and maps what stays.
  ///
  /// - Parameters:
  ///   - source: The contract's text.
  ///   - folded: The same, folded for matching, one for one.
  ///   - cuts: Ranges to take out, in order.
  init(source: SourceText, folded: [UInt16], cuts: [Range<Int>]) {
    let hasInvisible = source.properties & CharacterTable.invisible != 0
    guard !cuts.isEmpty || hasInvisible else {
      let isPlain = source.properties & CharacterTable.irregular == 0
      self.init(
        units: folded, printed: source.units,
        offsets: isPlain ? OffsetMap() : OffsetMap(identityOver: source.units))
      return
    }
    let table = CharacterTable.shared.entries
    var units: [UInt16] = []
    var printed: [UInt16] = []
    units.reserveCapacity(folded.count)
    printed.reserveCapacity(folded.count)
    var offsets = OffsetMap()
    var codePoint: Int32 = 0
    var wasTakenOut = false
    var cut = 0
    for index in folded.indices {
      let original = source.units[index]
      let isLowHalf = original & 0xFC00 == 0xDC00
      while cut < cuts.count, cuts[cut].upperBound <= index { cut += 1 }
      let isInCut = cut < cuts.count && cuts[cut].contains(index)
      let keepsBlank =
        isInCut && cuts[cut].lowerBound == index && Self.needsBlank(around: cuts[cut], in: folded)
      if (isInCut && !keepsBlank) || table[Int(original)] & CharacterTable.invisible != 0 {
        wasTakenOut = true
        if !isLowHalf { codePoint += 1 }
        continue
      }
      if isLowHalf {
        offsets.append(canonical: Int32(units.count), codePoint: codePoint - 1)
        offsets.append(canonical: Int32(units.count) + 1, codePoint: codePoint)
      } else {
        if wasTakenOut { offsets.append(canonical: Int32(units.count), codePoint: codePoint) }
        codePoint += 1
      }
      wasTakenOut = false
      units.append(keepsBlank ? 0x20 : folded[index])
      printed.append(keepsBlank ? 0x20 : original)
    }
    self.init(units: units, printed: printed, offsets: offsets)
  }

  /// Whether two Latin words meet where a cut is taken out.
  private static func needsBlank(around cut: Range<Int>, in units: [UInt16]) -> Bool {
    guard cut.lowerBound > 0, cut.upperBound < units.count else { return false }
    let table = CharacterTable.shared.entries
    let before = table[Int(units[cut.lowerBound - 1])] & CharacterTable.kindMask
    let after = table[Int(units[cut.upperBound])] & CharacterTable.kindMask
    let latin = TextRun.Kind.latin.rawValue
    let number = TextRun.Kind.number.rawValue
    return (before == latin && (after == latin || after == number))
      || (before == number && after == latin)
  }
}
