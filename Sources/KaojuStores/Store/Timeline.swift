import KaojuVocabulary

/// The values of one attribute of one entity over time, across documents.
package struct Timeline: Sendable {
  /// What documents say of one period.
  package struct Point: Sendable {
    /// When the period begins (ISO 8601).
    package var from: String
    /// When it ends, exclusive.
    package var to: String
    /// The attribute, as printed.
    package var attribute: String
    /// The value, as printed.
    package var printed: String
    /// The exact amount, or the bounds of a range.
    package var amount: String
    /// The amount rounded, for drawing.
    package var number: Double
    /// The lower bound of what the value allows.
    var low: Double
    /// The upper bound of what the value allows.
    var high: Double
    /// The unit.
    package var unit: String
    /// Whether it is said to be so, and not planned or expected.
    package var modality: String
    /// The stories that say so, each by the first document that was read.
    package var sources: [String]
    /// Whether another value of the same period cannot be true together with this one.
    package var isInConflict: Bool
  }

  /// The points in the order of their periods.
  package private(set) var points: [Point] = []

  /// Asks a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - entity: The entity's id or name.
  ///   - attribute: The indicator's id, or what is printed.
  package init(_ store: Store, entity: String, attribute: String) throws(StoreError) {
    let rows = try store.connection.query(
      "SELECT time_from, time_to, attribute_text, value_text, amount, low, high, amount_real,"
        + " unit, modality, comparator, cluster, source, evidence FROM timeline"
        + " WHERE (subject_id = ?1 OR subject_name = ?1)"
        + " AND (attribute = ?2 OR attribute_text = ?2 OR attribute_text LIKE '%' || ?2)"
        + " ORDER BY time_from, time_to, unit, amount_real, cluster, source",
      [.text(entity), .text(attribute)])
    var stories: Set<String> = []
    for row in rows {
      guard let number = row[7].real else { continue }
      let amount = row[4].string ?? "\(row[5].string ?? "")–\(row[6].string ?? "")"
      let point = Point(
        from: row[0].string ?? "", to: row[1].string ?? "", attribute: row[2].string ?? "",
        printed: row[3].string ?? row[13].string ?? "", amount: amount, number: number,
        low: row[5].real ?? number, high: row[6].real ?? number, unit: row[8].string ?? "",
        modality: row[9].string ?? "", sources: [row[12].string ?? ""], isInConflict: false)
      let story = row[11].string ?? ""
      if let last = points.last, last.isSame(as: point) {
        if stories.insert(story).inserted { points[points.count - 1].sources += point.sources }
      } else {
        stories = [story]
        points.append(point)
      }
    }
    markConflicts()
  }

  /// Two values of one period conflict when neither allows the other: 25.3万 and 25万 do not when
  /// the second is the first rounded to its last printed digit, nor does 超过25万 with 25.3万.
  private mutating func markConflicts() {
    for (index, point) in points.enumerated() {
      var other = index + 1
      while other < points.count, points[other].from == point.from, points[other].to == point.to {
        if points[other].unit == point.unit, points[other].attribute == point.attribute,
          points[other].modality == point.modality, !point.allows(points[other])
        {
          points[index].isInConflict = true
          points[other].isInConflict = true
        }
        other += 1
      }
    }
  }
}

extension Timeline.Point {
  /// Whether two documents say the same.
  fileprivate func isSame(as other: Self) -> Bool {
    from == other.from && to == other.to && amount == other.amount && unit == other.unit
      && modality == other.modality && attribute == other.attribute
  }

  /// Whether both values can be true.
  fileprivate func allows(_ other: Self) -> Bool {
    let slack = max(tolerance, other.tolerance)
    return low - slack <= other.high && other.low - slack <= high
      && (low != high || other.low != other.high || abs(number - other.number) <= slack)
  }

  /// Half of the last digit that is not zero: 250000 may stand for anything from 245000 to 255000.
  private var tolerance: Double {
    guard let decimal = ExactDecimal(amount) else { return 0 }
    return ExactDecimal(mantissa: 5, exponent: decimal.exponent - 1).approximate
  }
}
