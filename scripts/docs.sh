#!/bin/sh
# Builds the documentation of the library into .build/docs; a broken link or symbol fails it.
set -eu

graphs=.build/symbol-graphs
rm -rf "$graphs" && mkdir -p "$graphs"
swift build --target Kaoju -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$graphs" \
  --scratch-path .build-docs
find "$graphs" -name '*.symbols.json' ! -name 'Kaoju*.symbols.json' -delete
docc convert Sources/Kaoju/Kaoju.docc --additional-symbol-graph-dir "$graphs" \
  --fallback-display-name Kaoju --fallback-bundle-identifier kaoju --warnings-as-errors \
  --output-path .build/docs
echo "The documentation is in .build/docs; 'docc preview' or any web server shows it."
