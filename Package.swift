// swift-tools-version: 6.1
// One target per room; `design` of the corridor: Sources/Kaoju/Kaoju.docc/Architecture.md.

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: ["KaojuTestSupport", "KaojuVocabulary"] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "kaoju",
  products: [
    .library(name: "Kaoju", targets: ["Kaoju"]),
    .executable(name: "kaoju", targets: ["KaojuCLI"]),
    .executable(name: "kaoju-bench", targets: ["KaojuBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "SystemICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(
      name: "CICU", dependencies: ["SystemICU"],
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .target(name: "CPrefetch"),
    room("KaojuVocabulary", ["COpenSSL"]),
    room("KaojuModels", ["KaojuVocabulary", "CPrefetch", "Yams"]),
    room("KaojuPatterns", ["KaojuVocabulary"]),
    room("KaojuText", ["KaojuVocabulary", "CICU"]),
    room("KaojuLexicon", ["KaojuVocabulary", "KaojuModels"]),
    room("KaojuQuantities", ["KaojuVocabulary", "KaojuModels", "CICU"]),
    room("KaojuWords", ["KaojuVocabulary", "KaojuModels", "CICU"]),
    room("KaojuEntities", ["KaojuVocabulary", "KaojuModels", "KaojuPatterns"]),
    room("KaojuClaims", ["KaojuVocabulary", "KaojuModels", "KaojuPatterns"]),
    room("KaojuFacts", ["KaojuVocabulary", "KaojuModels"]),
    room("KaojuArchives", ["KaojuVocabulary", "KaojuModels", "CICU", "CArchive", "CXML2"]),
    .systemLibrary(
      name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    .target(
      name: "KaojuStores",
      dependencies: [
        "KaojuVocabulary", "CPQ", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("Schema/schema-2.sql")], swiftSettings: settings),
    room("KaojuScore", ["KaojuVocabulary"]),
    room(
      "Kaoju",
      [
        "KaojuVocabulary", "KaojuModels", "KaojuPatterns", "KaojuText", "KaojuLexicon",
        "KaojuQuantities", "KaojuWords", "KaojuEntities", "KaojuClaims", "KaojuFacts",
      ]),
    room(
      "KaojuBatch",
      ["Kaoju", "KaojuArchives", "KaojuModels", "KaojuStores", "KaojuVocabulary", "CICU"]),
    .executableTarget(
      name: "KaojuCLI",
      dependencies: [
        "Kaoju", "KaojuClaims", "KaojuBatch", "KaojuVocabulary", "KaojuModels", "KaojuText",
        "KaojuScore",
        "KaojuStores", "KaojuArchives",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "KaojuBench",
      dependencies: [
        "Kaoju", "KaojuArchives", "KaojuModels", "KaojuVocabulary", "KaojuWords", "CICU",
      ],
      swiftSettings: settings),
    .target(
      name: "KaojuTestSupport", dependencies: ["KaojuVocabulary", "KaojuModels", "KaojuScore"],
      path: "Tests/KaojuTestSupport", swiftSettings: settings),
    tests("KaojuVocabularyTests", []),
    tests("KaojuModelsTests", ["KaojuModels"]),
    tests("KaojuPatternsTests", ["KaojuPatterns"]),
    tests("KaojuFactsTests", ["KaojuFacts", "KaojuModels"]),
    tests(
      "KaojuClaimsTests", ["Kaoju", "KaojuClaims", "KaojuModels", "KaojuPatterns", "KaojuStores"]),
    tests(
      "KaojuBatchTests", ["Kaoju", "KaojuArchives", "KaojuBatch", "KaojuModels", "KaojuStores"]),
    tests("KaojuScoreTests", ["KaojuScore"]),
    tests("KaojuStoresTests", ["KaojuStores"]),
    tests("KaojuCLITests", ["KaojuCLI", "KaojuStores"]),
    tests("CorpusTests", ["Kaoju", "KaojuModels", "KaojuScore", "KaojuStores"]),
    tests("HouseTests", []),
    tests("KaojuTextTests", ["KaojuText", "KaojuModels"]),
    tests(
      "KaojuEntitiesTests",
      ["KaojuEntities", "KaojuLexicon", "KaojuModels", "KaojuText", "KaojuWords"]),
    tests("KaojuLexiconTests", ["KaojuLexicon", "KaojuModels", "KaojuText"]),
    tests("KaojuWordsTests", ["KaojuWords", "KaojuLexicon", "KaojuModels", "KaojuText"]),
    tests("KaojuArchivesTests", ["KaojuArchives", "KaojuModels", "CArchive"]),
    tests("KaojuQuantitiesTests", ["KaojuModels", "KaojuQuantities"]),
  ],
  swiftLanguageModes: [.v6]
)
