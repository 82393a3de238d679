/// The day of Easter, by the Gregorian and the Julian reckoning.
///
/// - Source: Meeus, *Astronomical Algorithms*, chapter 8.
enum Easter {
  /// Easter Sunday of the western churches.
  static func western(year: Int) -> GregorianDay {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let n = (h + l - 7 * m + 90) / 25
    return GregorianDay(year: year, month: n, day: (h + l - 7 * m + 33 * n + 19) % 32)
  }

  /// Easter Sunday of the eastern churches, on the Gregorian calendar.
  static func orthodox(year: Int) -> GregorianDay {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let sum = d + e + 114
    let julian = GregorianDay(year: year, month: sum / 31, day: sum % 31 + 1)
    return julian + (year / 100 - year / 400 - 2)
  }
}
