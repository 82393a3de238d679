import Foundation
import KaojuArchives
import KaojuModels
import KaojuVocabulary
import Testing

@Suite("Archives")
struct ArchiveReaderTests {
  /// What a file gives.
  struct Reading {
    var documents: [SourceDocument] = []
    var faults: [ArchiveFault] = []
    var passedOver: [ArchiveLocation] = []

    var texts: [String] { documents.map(\.text) }
    var reasons: [ArchiveFault.Reason] { faults.map(\.reason) }
  }

  static func models() throws -> ArchiveReader.Models {
    var faults: [ModelFault] = []
    let models = ArchiveReader.Models(models: try ModelFolder.locate(), faults: &faults)
    try #require(faults.isEmpty, "\(faults)")
    return models
  }

  static func read(_ path: String, options: ArchiveOptions = ArchiveOptions()) throws -> Reading {
    var reading = Reading()
    let reader = try ArchiveReader(models: models(), options: options)
    try reader.read(path: path) { item in
      switch item {
      case .document(let document): reading.documents.append(document)
      case .fault(let fault): reading.faults.append(fault)
      case .passedOver(let location, _): reading.passedOver.append(location)
      }
    }
    return reading
  }

  static func read(
    _ name: String, _ bytes: [UInt8], options: ArchiveOptions = ArchiveOptions()
  ) throws -> Reading {
    let folder = try TestFolder()
    return try read(try folder.write(name, bytes), options: options)
  }

  static let members: [(name: String, content: [UInt8])] = [
    ("2021/一.txt", Array("去年新区新增企业46家。".utf8)),
    ("2021/logo.png", [0x89, 0x50, 0x4E, 0x47]),
    ("2021/b.jsonl", Array("{\"text\":\"甲增长5%。\"}\n{\"text\":\"乙下降3%。\"}\n".utf8)),
  ]

  @Test(
    "members of any archive are read in order",
    arguments: ArchiveBuilder.Kind.allCases.filter { $0 != .gzip && $0 != .zstd })
  func archives(kind: ArchiveBuilder.Kind) throws {
    let reading = try Self.read("a." + kind.rawValue, ArchiveBuilder.bytes(kind, Self.members))
    #expect(reading.texts == ["去年新区新增企业46家。", "甲增长5%。", "乙下降3%。"])
    #expect(reading.reasons == [])
    #expect(reading.passedOver.count == 1)
    #expect(reading.documents[0].location.description.hasSuffix("!2021/一.txt"))
    #expect(reading.documents[2].location.description.hasSuffix("!2021/b.jsonl#2"))
  }

  @Test("a compressed file holds what its name says", arguments: [ArchiveBuilder.Kind.gzip, .zstd])
  func compressed(kind: ArchiveBuilder.Kind) throws {
    let bytes = try ArchiveBuilder.bytes(kind, [Self.members[2]])
    #expect(try Self.read("b.jsonl." + kind.rawValue, bytes).texts == ["甲增长5%。", "乙下降3%。"])
  }

  @Test("archives in archives are read up to a depth")
  func nested() throws {
    var bytes = try ArchiveBuilder.bytes(.zip, Self.members)
    for _ in 0..<2 { bytes = try ArchiveBuilder.bytes(.zip, [("inner.zip", bytes)]) }
    #expect(try Self.read("a.zip", bytes).texts.count == 3)
    for _ in 0..<3 { bytes = try ArchiveBuilder.bytes(.zip, [("inner.zip", bytes)]) }
    #expect(try Self.read("a.zip", bytes).reasons == [.nestedTooDeep(limit: 4)])
  }

  @Test("a truncated gzip gives what is whole and says that it was cut")
  func truncated() throws {
    let lines = (0..<20_000).map { "{\"text\":\"第\($0)条:产值\($0 &* 7919)元。\"}" }
    let bytes = try ArchiveBuilder.bytes(
      .gzip, [("b.jsonl", Array(lines.joined(separator: "\n").utf8))])
    let reading = try Self.read("b.jsonl.gz", Array(bytes.prefix(bytes.count / 2)))
    #expect(reading.documents.count > 1000)
    #expect(reading.reasons.last == .truncated)
  }

  @Test("a damaged member is reported and the others are read")
  func damagedMember() throws {
    var bytes = try ArchiveBuilder.bytes(
      .zip,
      [
        ("a.txt", Array("甲".utf8)), ("b.html", Array("<html><p>短</p>".utf8)),
        ("c.txt", Array("丙".utf8)),
      ])
    bytes += []
    let reading = try Self.read("a.zip", bytes)
    #expect(reading.texts == ["甲", "丙"])
    #expect(reading.reasons == [.noMainText])
  }

  @Test(
    "a member that leads out of the archive is refused",
    arguments: [
      "../../etc/passwd", "/etc/cron.d/x", "a/../../b.txt", "C:\\x.txt",
    ])
  func traversal(name: String) throws {
    let bytes = try ArchiveBuilder.bytes(
      .tar, [(name, Array("坏".utf8)), ("好.txt", Array("好".utf8))])
    let reading = try Self.read("a.tar", bytes)
    #expect(reading.texts == ["好"])
    #expect(reading.reasons == [.unsafePath])
  }

  @Test("a bomb is stopped before it fills the memory")
  func bomb() throws {
    var options = ArchiveOptions()
    options.bombFloor = 1 << 20
    let bytes = try ArchiveBuilder.bytes(
      .zip,
      [
        ("bomb.txt", [UInt8](repeating: 0x20, count: 16 << 20)),
        ("after.txt", Array("之后".utf8)),
      ])
    let reading = try Self.read("a.zip", bytes, options: options)
    #expect(reading.reasons == [.bomb(ratio: options.bombRatio)])
    #expect(reading.texts == ["之后"])
  }

  @Test("an article beyond the limit is refused")
  func tooLarge() throws {
    var options = ArchiveOptions()
    options.documentLimit = 1000
    let reading = try Self.read("a.txt", [UInt8](repeating: 0x41, count: 200_000), options: options)
    #expect(reading.reasons == [.memberTooLarge(limit: 1000)])
  }

  @Test("what is no archive at all never stops the reading")
  func noise() throws {
    for seed in 0..<40 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      var bytes = try ArchiveBuilder.bytes(
        ArchiveBuilder.Kind.allCases[seed % 9], [Self.members[0]])
      for _ in 0..<20 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        bytes[Int(state % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: state >> 32)
      }
      _ = try Self.read("a.bin", bytes)
    }
  }

  @Test("a file that is not there is a fault")
  func missing() throws {
    guard case .unreadable = try Self.read("/no/such/file").reasons.first else {
      Issue.record("expected a fault")
      return
    }
  }

  @Test("JSON that is one object over many lines is one document")
  func wholeJSON() throws {
    let reading = try Self.read("a.json", Array("{\n \"text\": \"甲增长5%。\",\n \"id\": 3\n}\n".utf8))
    #expect(reading.texts == ["甲增长5%。"])
    #expect(reading.documents.first?.identifier == "3")
  }

  @Test("rows of a table are documents, quotes and line ends inside them kept")
  func table() throws {
    let csv = "编号,标题,正文,发布时间\r\n7,题,\"第一段,有逗号。\r\n第二段“\"\"”。\",2021-03-04\r\n8,空,,\r\n9,末,末段。,\r\n"
    let reading = try Self.read("a.csv", Array(csv.utf8))
    #expect(reading.texts == ["第一段,有逗号。\n第二段“\"”。", "末段。"])
    #expect(reading.documents[0].identifier == "7")
    #expect(reading.documents[0].published?.description == "2021-03-04")
    #expect(reading.reasons == [.noText(field: "text")])
  }
}
