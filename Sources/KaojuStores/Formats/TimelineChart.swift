/// Draws a timeline as an SVG picture: time to the right, amounts up, conflicts marked.
package struct TimelineChart {
  private let timeline: Timeline
  private let title: String
  private static let size = (width: 860.0, height: 460.0)
  private static let margin = (left: 96.0, right: 32.0, top: 56.0, bottom: 64.0)

  /// Makes a chart.
  package init(_ timeline: Timeline, title: String) {
    self.timeline = timeline
    self.title = title
  }

  /// The picture.
  ///
  /// Only points of the unit that most points have are drawn.
  package var svg: String {
    var counts: [String: Int] = [:]
    for point in timeline.points { counts[point.unit, default: 0] += 1 }
    let unit = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    let points = timeline.points.filter { $0.unit == unit }
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(Self.size.width))\""
        + " height=\"\(Int(Self.size.height))\" font-family=\"sans-serif\" font-size=\"12\">",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
      "<text x=\"\(Self.margin.left)\" y=\"28\" font-size=\"16\">\(Self.escaped(title))"
        + (unit.isEmpty || unit == "1" ? "" : " (\(Self.escaped(unit)))") + "</text>",
    ]
    lines += draw(points)
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func draw(_ points: [Timeline.Point]) -> [String] {
    let places = points.map { (Self.year($0.from) + Self.year($0.to)) / 2 }
    guard let first = places.min(), let last = places.max(),
      let top = points.map(\.number).max(), let bottom = points.map(\.number).min()
    else { return [] }
    let step = Self.step(top - min(bottom, 0))
    let (low, high) = (
      min(0, (bottom / step).rounded(.down) * step), (top / step).rounded(.up) * step
    )
    func x(_ year: Double) -> Double {
      let width = Self.size.width - Self.margin.left - Self.margin.right
      return Self.margin.left + (last > first ? (year - first) / (last - first) : 0.5) * width
    }
    func y(_ number: Double) -> Double {
      let height = Self.size.height - Self.margin.top - Self.margin.bottom
      return Self.size.height - Self.margin.bottom
        - (high > low ? (number - low) / (high - low) : 0.5) * height
    }
    var lines: [String] = []
    var tick = low
    while tick <= high + step / 2 {
      let level = Self.printed(y(tick))
      lines.append(
        "<line x1=\"\(Self.margin.left)\" x2=\"\(Self.size.width - Self.margin.right)\""
          + " y1=\"\(level)\" y2=\"\(level)\" stroke=\"#dddddd\"/>")
      lines.append(
        "<text x=\"\(Self.margin.left - 8)\" y=\"\(level)\" text-anchor=\"end\""
          + " dominant-baseline=\"middle\">\(Self.label(tick))</text>")
      tick += step
    }
    let asserted = points.indices.filter { points[$0].modality == "asserted" }
    let path = asserted.map {
      "\(Self.printed(x(places[$0]))),\(Self.printed(y(points[$0].number)))"
    }
    lines.append(
      "<polyline points=\"\(path.joined(separator: " "))\" fill=\"none\" stroke=\"#4477aa\"/>")
    var labelled = -1000.0
    for (point, place) in zip(points, places) {
      let (left, up) = (x(place), y(point.number))
      let colour = point.isInConflict ? "#cc3311" : "#4477aa"
      let fill = point.modality == "asserted" ? colour : "#ffffff"
      lines.append(
        "<circle cx=\"\(Self.printed(left))\" cy=\"\(Self.printed(up))\" r=\"4\" fill=\"\(fill)\""
          + " stroke=\"\(colour)\"><title>"
          + Self.escaped("\(point.from) – \(point.to): \(point.printed)") + "</title></circle>")
      guard left - labelled > 44 else { continue }
      labelled = left
      lines.append(
        "<text x=\"\(Self.printed(left))\" y=\"\(Self.size.height - Self.margin.bottom + 20)\""
          + " text-anchor=\"middle\">\(Self.escaped(String(point.from.prefix(7))))</text>")
    }
    return lines
  }

  /// A moment as a number of years.
  private static func year(_ moment: String) -> Double {
    let parts = moment.split { "-T:".contains($0) }.compactMap { Double($0) }
    let month = parts.count > 1 ? (parts[1] - 1) / 12 : 0
    let day = parts.count > 2 ? (parts[2] - 1) / 372 : 0
    return (parts.first ?? 0) + month + day
  }

  /// A round distance between about five lines.
  private static func step(_ span: Double) -> Double {
    guard span > 0, span.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= span / 5 { power *= 10 }
    while power > span / 5 { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 * 6 >= span } ?? power * 10
  }

  /// A number on the axis: 25万, 3.2亿.
  private static func label(_ number: Double) -> String {
    let size = abs(number)
    let (scale, word) =
      size >= 1e12 ? (1e12, "万亿") : size >= 1e8 ? (1e8, "亿") : size >= 1e4 ? (1e4, "万") : (1, "")
    let rounded = (number / scale * 1000).rounded() / 1000
    let text = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    return text + word
  }

  private static func printed(_ number: Double) -> String {
    "\((number * 10).rounded() / 10)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
