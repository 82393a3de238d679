#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The day on which the sun reaches a longitude, by China's clock.
///
/// 清明 (15°) of 2025 is 4 April. The sun's place is that of Meeus, *Astronomical Algorithms*,
/// chapter 25, good to 0.01°, a quarter of an hour.
enum SolarTerm {
  /// The day in a Gregorian year on which the sun's apparent longitude is `longitude` degrees.
  static func day(longitude: Int, year: Int) -> GregorianDay {
    // The sun stands at 280° on 1 January and moves about a degree a day.
    let ahead = GregorianDay.modulo(longitude - 280, 360)
    var julian =
      Double(GregorianDay(year: year, month: 1, day: 1).number) + 2_440_587.5
      + Double(ahead) * 365.2422 / 360
    for _ in 0..<8 {
      var difference = Double(longitude) - apparentLongitude(julian)
      difference -= 360 * (difference / 360).rounded()
      julian += difference * 365.2422 / 360
    }
    let chinaTime = julian - deltaT(year: year) / 86_400 + 8.0 / 24
    return GregorianDay(number: Int((chinaTime - 2_440_587.5).rounded(.down)))
  }

  /// The first day of a season: 1 is 立春, 4 is 立冬; season 5 is the next year's first.
  static func seasonStart(_ season: Int, year: Int) -> GregorianDay {
    season > 4
      ? day(longitude: 315, year: year + 1)
      : day(longitude: (315 + 90 * (season - 1)) % 360, year: year)
  }

  private static func apparentLongitude(_ julian: Double) -> Double {
    let t = (julian - 2_451_545) / 36_525
    let mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
    let anomaly = (357.52911 + 35_999.05029 * t - 0.0001537 * t * t) * .pi / 180
    let center =
      (1.914602 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
      + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    let node = (125.04 - 1934.136 * t) * .pi / 180
    let longitude = mean + center - 0.00569 - 0.00478 * sin(node)
    return longitude - 360 * (longitude / 360).rounded(.down)
  }

  /// Terrestrial minus universal time in seconds, after Espenak and Meeus; a few seconds are enough.
  static func deltaT(year: Int) -> Double {
    let t = Double(year - 2000)
    return 62.92 + 0.32217 * t + 0.005589 * t * t
  }
}
