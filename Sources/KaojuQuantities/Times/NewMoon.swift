#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The day of a new moon by China's clock, on which a lunar month begins.
///
/// ICU's moon is minutes off, so that a month whose new moon falls near midnight begins a day late
/// (that of 2027-02-06, 23:56). Good to a minute.
/// - Source: Meeus, *Astronomical Algorithms*, chapter 49.
enum NewMoon {
  /// The day of the new moon nearest to a day.
  static func day(near day: GregorianDay) -> GregorianDay {
    let julian = Double(day.number) + 2_440_587.5
    let count = ((julian - epoch) / month).rounded()
    return GregorianDay(number: Int((instant(count) + 8.0 / 24 - 2_440_587.5).rounded(.down)))
  }

  private static let epoch = 2_451_550.09766
  private static let month = 29.530588861

  /// The Julian date in universal time of a new moon counted from that of January 2000.
  private static func instant(_ k: Double) -> Double {
    let t = k / 1236.85
    let radians = Double.pi / 180
    let sun = (2.5534 + 29.10535670 * k - 0.0000014 * t * t) * radians
    let moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * radians
    let node = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * radians
    let ascending = (124.7746 - 1.56375588 * k + 0.0020672 * t * t) * radians
    let e = 1 - 0.002516 * t - 0.0000074 * t * t
    var julian = epoch + month * k + 0.00015437 * t * t
    julian += -0.40720 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon)
    julian += 0.01039 * sin(2 * node) + 0.00739 * e * sin(moon - sun)
    julian += -0.00514 * e * sin(moon + sun) + 0.00208 * e * e * sin(2 * sun)
    julian += -0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node)
    julian += 0.00056 * e * sin(2 * moon + sun) - 0.00042 * sin(3 * moon)
    julian += 0.00042 * e * sin(sun + 2 * node) + 0.00038 * e * sin(sun - 2 * node)
    julian += -0.00024 * e * sin(2 * moon - sun) - 0.00017 * sin(ascending)
    julian += -0.00007 * sin(moon + 2 * sun) + 0.00004 * sin(2 * moon - 2 * node)
    for (base, rate, size) in planets { julian += size * sin((base + rate * k) * radians) }
    return julian - SolarTerm.deltaT(year: 2000 + Int(k / 12.3685)) / 86_400
  }

  private static let planets: [(base: Double, rate: Double, size: Double)] = [
    (299.77, 0.107408, 0.000325), (251.88, 0.016321, 0.000165), (251.83, 26.651886, 0.000164),
    (349.42, 36.412478, 0.000126), (84.66, 18.206239, 0.000110), (141.74, 53.303771, 0.000062),
    (207.14, 2.453732, 0.000060), (154.84, 7.306860, 0.000056), (34.52, 27.261239, 0.000047),
  ]
}
