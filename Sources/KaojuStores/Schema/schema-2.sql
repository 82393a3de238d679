-- The store of facts, version 2. One file for SQLite and PostgreSQL: what stands in braces is the
-- type that each of them has for it, and only PostgreSQL reads COMMENT. {clustered} keeps a table
-- in the order of its key where the database can, so that a document's rows lie together and need
-- no index beside them.

CREATE TABLE runs (
  run {integer} PRIMARY KEY,
  models TEXT NOT NULL,
  kaoju TEXT NOT NULL,
  icu TEXT NOT NULL,
  options TEXT NOT NULL,
  state TEXT NOT NULL
);
COMMENT ON TABLE runs IS 'One way of reading: a run goes on after a crash, and a new one begins when models, version or options change.';
COMMENT ON COLUMN runs.run IS 'Number of the run, from 1.';
COMMENT ON COLUMN runs.models IS 'SHA-256 over all files of the models.';
COMMENT ON COLUMN runs.kaoju IS 'Version of Kaoju.';
COMMENT ON COLUMN runs.icu IS 'Version of ICU.';
COMMENT ON COLUMN runs.options IS 'Options that change what is read, as JSON, the currency of a bare 元 among them.';
COMMENT ON COLUMN runs.state IS 'open, or done.';

CREATE TABLE sessions (
  session {integer} PRIMARY KEY,
  run {integer} NOT NULL REFERENCES runs (run),
  started {timestamp} NOT NULL,
  ended {timestamp},
  documents {integer} NOT NULL,
  faults {integer} NOT NULL
);
COMMENT ON TABLE sessions IS 'One call of kaoju batch; the only table with clock times, so that two stores of the same input are equal but for it.';
COMMENT ON COLUMN sessions.session IS 'Number of the session, from 1.';
COMMENT ON COLUMN sessions.run IS 'The run that it worked on.';
COMMENT ON COLUMN sessions.started IS 'When it began (UTC).';
COMMENT ON COLUMN sessions.ended IS 'When it ended; empty when it was killed.';
COMMENT ON COLUMN sessions.documents IS 'Documents that it read.';
COMMENT ON COLUMN sessions.faults IS 'Parts of archives that it could not read.';

CREATE TABLE inputs (
  input {integer} PRIMARY KEY,
  run {integer} NOT NULL REFERENCES runs (run),
  path TEXT NOT NULL,
  hash TEXT NOT NULL,
  size {integer} NOT NULL,
  state TEXT NOT NULL,
  items {integer} NOT NULL,
  documents {integer} NOT NULL,
  duplicates {integer} NOT NULL,
  passed_over {integer} NOT NULL,
  faults {integer} NOT NULL
);
CREATE INDEX inputs_by_path ON inputs (path);
COMMENT ON TABLE inputs IS 'The manifest: which files were read, and how far.';
COMMENT ON COLUMN inputs.input IS 'Number of the input, from 1.';
COMMENT ON COLUMN inputs.run IS 'The run that read it.';
COMMENT ON COLUMN inputs.path IS 'The file as it was named.';
COMMENT ON COLUMN inputs.hash IS 'SHA-256 of the file.';
COMMENT ON COLUMN inputs.size IS 'Size of the file in bytes.';
COMMENT ON COLUMN inputs.state IS 'open, or done.';
COMMENT ON COLUMN inputs.items IS 'Members that are wholly in the store; reading goes on after them.';
COMMENT ON COLUMN inputs.documents IS 'Documents among them that were new.';
COMMENT ON COLUMN inputs.duplicates IS 'Documents among them that the store had already.';
COMMENT ON COLUMN inputs.passed_over IS 'Members that hold no article.';
COMMENT ON COLUMN inputs.faults IS 'Members that could not be read.';

CREATE TABLE faults (
  input {integer} NOT NULL REFERENCES inputs (input),
  item {integer} NOT NULL,
  location TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
);
CREATE INDEX faults_by_input ON faults (input, item);
COMMENT ON TABLE faults IS 'Members of inputs that gave no document, and why.';
COMMENT ON COLUMN faults.input IS 'The input.';
COMMENT ON COLUMN faults.item IS 'Number of the member in the input, from 1.';
COMMENT ON COLUMN faults.location IS 'Where it lies: path!member#record.';
COMMENT ON COLUMN faults.code IS 'Stable code (archive/truncated).';
COMMENT ON COLUMN faults.message IS 'What is wrong, in a sentence.';

CREATE TABLE documents (
  document {integer} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  title TEXT,
  published {timestamp},
  published_from TEXT,
  script TEXT NOT NULL,
  length {integer} NOT NULL,
  url TEXT,
  publisher TEXT,
  charset TEXT NOT NULL,
  cluster {integer} NOT NULL,
  signature TEXT NOT NULL,
  run {integer} NOT NULL REFERENCES runs (run),
  text TEXT NOT NULL
);
CREATE INDEX documents_by_cluster ON documents (cluster);
CREATE INDEX documents_by_published ON documents (published);
COMMENT ON TABLE documents IS 'One row for each text; a text that several archives hold is one document.';
COMMENT ON COLUMN documents.document IS 'Number of the document in this store.';
COMMENT ON COLUMN documents.id IS 'sha256: and the hash of the text, the same in every store.';
COMMENT ON COLUMN documents.source IS 'Where it was found first: the id that the archive gives, or the place.';
COMMENT ON COLUMN documents.title IS 'Headline.';
COMMENT ON COLUMN documents.published IS 'When it was published.';
COMMENT ON COLUMN documents.published_from IS 'How that is known: metadata:FIELD, label, byline, dateline, url, path, option.';
COMMENT ON COLUMN documents.script IS 'Hans or Hant.';
COMMENT ON COLUMN documents.length IS 'Length of the text in code points.';
COMMENT ON COLUMN documents.url IS 'Address.';
COMMENT ON COLUMN documents.publisher IS 'Who published it, as the page says.';
COMMENT ON COLUMN documents.charset IS 'Charset that it was decoded from.';
COMMENT ON COLUMN documents.cluster IS 'Number of the earliest document that this one is a reprint of; its own number when it is none. Counting clusters counts stories.';
COMMENT ON COLUMN documents.signature IS 'MinHash signature that reprints are found by.';
COMMENT ON COLUMN documents.run IS 'The run that read it last.';
COMMENT ON COLUMN documents.text IS 'The text that all offsets count code points of.';

CREATE TABLE reprint_bands (
  band {integer} NOT NULL,
  document {integer} NOT NULL REFERENCES documents (document),
  PRIMARY KEY (band, document)
){clustered};
COMMENT ON TABLE reprint_bands IS 'Bands of the signatures, by which likely reprints are looked up.';
COMMENT ON COLUMN reprint_bands.band IS 'Hash of a band and its number.';
COMMENT ON COLUMN reprint_bands.document IS 'The document.';

CREATE TABLE sources (
  document {integer} NOT NULL REFERENCES documents (document),
  input {integer} NOT NULL REFERENCES inputs (input),
  item {integer} NOT NULL,
  source TEXT NOT NULL,
  location TEXT NOT NULL
);
CREATE INDEX sources_by_document ON sources (document);
COMMENT ON TABLE sources IS 'Every place where a document was found.';
COMMENT ON COLUMN sources.document IS 'The document.';
COMMENT ON COLUMN sources.input IS 'The input that holds it.';
COMMENT ON COLUMN sources.item IS 'Number of the member in the input, from 1.';
COMMENT ON COLUMN sources.source IS 'The id that the archive gives, or the place.';
COMMENT ON COLUMN sources.location IS 'Where it lies: path!member#record.';

CREATE TABLE diagnostics (
  document {integer} NOT NULL REFERENCES documents (document),
  position {integer} NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  first {integer},
  last {integer},
  PRIMARY KEY (document, position)
){clustered};
COMMENT ON TABLE diagnostics IS 'What of a document could not be read, or was not guessed.';
COMMENT ON COLUMN diagnostics.document IS 'The document.';
COMMENT ON COLUMN diagnostics.position IS 'Number among the document''s diagnostics, from 0.';
COMMENT ON COLUMN diagnostics.code IS 'Stable code.';
COMMENT ON COLUMN diagnostics.message IS 'A sentence.';
COMMENT ON COLUMN diagnostics.first IS 'First code point.';
COMMENT ON COLUMN diagnostics.last IS 'End, exclusive.';

CREATE TABLE entities (
  entity {integer} PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  linked {boolean} NOT NULL
);
CREATE INDEX entities_by_name ON entities (name);
COMMENT ON TABLE entities IS 'Who and what the documents speak of.';
COMMENT ON COLUMN entities.entity IS 'Number of the entity in this store.';
COMMENT ON COLUMN entities.id IS 'Id of the register when linked, else kind/ and the longest mention.';
COMMENT ON COLUMN entities.kind IS 'zone, firm, lab, university, government, organization, place, person, product, policy or occasion.';
COMMENT ON COLUMN entities.name IS 'Canonical name.';
COMMENT ON COLUMN entities.linked IS 'Whether a register knows it.';

CREATE TABLE mentions (
  document {integer} NOT NULL REFERENCES documents (document),
  position {integer} NOT NULL,
  entity {integer} NOT NULL REFERENCES entities (entity),
  first {integer} NOT NULL,
  last {integer} NOT NULL,
  text TEXT NOT NULL,
  anaphor {boolean} NOT NULL,
  PRIMARY KEY (document, position)
){clustered};
CREATE INDEX mentions_by_entity ON mentions (entity);
COMMENT ON TABLE mentions IS 'Where documents name entities or point at them.';
COMMENT ON COLUMN mentions.document IS 'The document.';
COMMENT ON COLUMN mentions.position IS 'Number among the document''s mentions, from 0.';
COMMENT ON COLUMN mentions.entity IS 'The entity.';
COMMENT ON COLUMN mentions.first IS 'First code point.';
COMMENT ON COLUMN mentions.last IS 'End, exclusive.';
COMMENT ON COLUMN mentions.text IS 'As printed, layout breaks taken out.';
COMMENT ON COLUMN mentions.anaphor IS 'Whether it points (该公司) instead of naming.';

CREATE TABLE quantities (
  document {integer} NOT NULL REFERENCES documents (document),
  position {integer} NOT NULL,
  first {integer} NOT NULL,
  last {integer} NOT NULL,
  text TEXT NOT NULL,
  amount {number},
  amount_real {real},
  low {number},
  high {number},
  comparator TEXT NOT NULL,
  unit TEXT NOT NULL,
  dimension TEXT NOT NULL,
  counted TEXT,
  fraction TEXT,
  PRIMARY KEY (document, position)
){clustered};
COMMENT ON TABLE quantities IS 'Numbers with their units, as they stand in the texts.';
COMMENT ON COLUMN quantities.document IS 'The document.';
COMMENT ON COLUMN quantities.position IS 'Number among the document''s quantities, from 0.';
COMMENT ON COLUMN quantities.first IS 'First code point.';
COMMENT ON COLUMN quantities.last IS 'End, exclusive.';
COMMENT ON COLUMN quantities.text IS 'As printed.';
COMMENT ON COLUMN quantities.amount IS 'The printed number in the unit, exact; empty for a range.';
COMMENT ON COLUMN quantities.amount_real IS 'The amount, or the middle of the range, rounded, for comparing and sorting only.';
COMMENT ON COLUMN quantities.low IS 'Lower bound, exact.';
COMMENT ON COLUMN quantities.high IS 'Upper bound, exact.';
COMMENT ON COLUMN quantities.comparator IS '= ~ > >= < <= ~<';
COMMENT ON COLUMN quantities.unit IS 'UCUM code, ISO 4217 code, or 1.';
COMMENT ON COLUMN quantities.dimension IS 'money, length, count, ratio and so on.';
COMMENT ON COLUMN quantities.counted IS 'The noun that a count counts.';
COMMENT ON COLUMN quantities.fraction IS 'The exact value where the amount had to be rounded.';

CREATE TABLE times (
  document {integer} NOT NULL REFERENCES documents (document),
  position {integer} NOT NULL,
  first {integer} NOT NULL,
  last {integer} NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  timex TEXT NOT NULL,
  time_from {timestamp},
  time_to {timestamp},
  mod TEXT,
  PRIMARY KEY (document, position)
){clustered};
COMMENT ON TABLE times IS 'Time expressions, as they stand in the texts.';
COMMENT ON COLUMN times.document IS 'The document.';
COMMENT ON COLUMN times.position IS 'Number among the document''s times, from 0.';
COMMENT ON COLUMN times.first IS 'First code point.';
COMMENT ON COLUMN times.last IS 'End, exclusive.';
COMMENT ON COLUMN times.text IS 'As printed.';
COMMENT ON COLUMN times.type IS 'date, time, duration or set.';
COMMENT ON COLUMN times.timex IS 'TIMEX3 value.';
COMMENT ON COLUMN times.time_from IS 'When it begins, inclusive.';
COMMENT ON COLUMN times.time_to IS 'When it ends, exclusive.';
COMMENT ON COLUMN times.mod IS 'TIMEX3 modifier.';

CREATE TABLE facts (
  fact {integer} PRIMARY KEY,
  id TEXT NOT NULL,
  document {integer} NOT NULL REFERENCES documents (document),
  kind TEXT NOT NULL,
  subject_text TEXT,
  subject {integer} REFERENCES entities (entity),
  attribute_text TEXT,
  attribute TEXT,
  value_text TEXT,
  amount {number},
  amount_real {real},
  low {number},
  high {number},
  comparator TEXT,
  unit TEXT,
  dimension TEXT,
  counted TEXT,
  whole_text TEXT,
  whole {integer} REFERENCES entities (entity),
  scope_text TEXT,
  event TEXT,
  relation TEXT,
  trigger_text TEXT,
  object_text TEXT,
  object {integer} REFERENCES entities (entity),
  direction TEXT,
  basis TEXT,
  place_text TEXT,
  place {integer} REFERENCES entities (entity),
  time_text TEXT,
  timex TEXT,
  time_from {timestamp},
  time_to {timestamp},
  modality TEXT NOT NULL,
  negated {boolean} NOT NULL,
  attribution TEXT,
  inherited TEXT,
  evidence TEXT NOT NULL,
  first {integer} NOT NULL,
  last {integer} NOT NULL,
  rule TEXT NOT NULL,
  confidence {real} NOT NULL,
  flags TEXT,
  json {json} NOT NULL,
  valid_from_run {integer} NOT NULL REFERENCES runs (run),
  valid_to_run {integer} REFERENCES runs (run)
);
CREATE INDEX facts_by_document ON facts (document);
CREATE INDEX facts_by_subject ON facts (subject, attribute) WHERE subject IS NOT NULL;
CREATE INDEX facts_by_attribute ON facts (attribute, time_from)
  WHERE attribute IS NOT NULL;
COMMENT ON TABLE facts IS 'What the documents say. A fact that a later run no longer finds is kept, with valid_to_run set.';
COMMENT ON COLUMN facts.fact IS 'Number of the fact in this store.';
COMMENT ON COLUMN facts.id IS 'Id derived from document, evidence, kind and slots, the same in every store.';
COMMENT ON COLUMN facts.document IS 'The document that says so.';
COMMENT ON COLUMN facts.kind IS 'measurement, share, growth, multiple, change, rank, rate, event or relation.';
COMMENT ON COLUMN facts.subject_text IS 'Who or what it is about, as printed.';
COMMENT ON COLUMN facts.subject IS 'The entity that this is.';
COMMENT ON COLUMN facts.attribute_text IS 'What is said of it, as printed.';
COMMENT ON COLUMN facts.attribute IS 'Id of the indicator (gdp, output).';
COMMENT ON COLUMN facts.value_text IS 'The value, as printed.';
COMMENT ON COLUMN facts.amount IS 'The printed number in the unit, exact; empty for a range.';
COMMENT ON COLUMN facts.amount_real IS 'The amount, or the middle of the range, rounded, for comparing and sorting only.';
COMMENT ON COLUMN facts.low IS 'Lower bound, exact.';
COMMENT ON COLUMN facts.high IS 'Upper bound, exact.';
COMMENT ON COLUMN facts.comparator IS '= ~ > >= < <= ~<';
COMMENT ON COLUMN facts.unit IS 'UCUM code, ISO 4217 code, or 1.';
COMMENT ON COLUMN facts.dimension IS 'money, length, count, ratio and so on.';
COMMENT ON COLUMN facts.counted IS 'The noun that a count counts.';
COMMENT ON COLUMN facts.whole_text IS 'What a share is a share of, as printed.';
COMMENT ON COLUMN facts.whole IS 'The entity that this is.';
COMMENT ON COLUMN facts.scope_text IS 'Among what a rank holds.';
COMMENT ON COLUMN facts.event IS 'Type of an event.';
COMMENT ON COLUMN facts.relation IS 'Type of a relation.';
COMMENT ON COLUMN facts.trigger_text IS 'The word that tells of the event.';
COMMENT ON COLUMN facts.object_text IS 'What an event happened to, or the other end of a relation.';
COMMENT ON COLUMN facts.object IS 'The entity that this is.';
COMMENT ON COLUMN facts.direction IS 'down when a growth is a fall, otherwise empty.';
COMMENT ON COLUMN facts.basis IS 'yoy, mom, annual, since or cumulative.';
COMMENT ON COLUMN facts.place_text IS 'Where, as printed.';
COMMENT ON COLUMN facts.place IS 'The entity that this is.';
COMMENT ON COLUMN facts.time_text IS 'When, as printed.';
COMMENT ON COLUMN facts.timex IS 'TIMEX3 value of the time.';
COMMENT ON COLUMN facts.time_from IS 'When the time begins, inclusive.';
COMMENT ON COLUMN facts.time_to IS 'When the time ends, exclusive.';
COMMENT ON COLUMN facts.modality IS 'asserted, expected, planned, possible, required or capable.';
COMMENT ON COLUMN facts.negated IS 'Whether the text denies it.';
COMMENT ON COLUMN facts.attribution IS 'Who says so.';
COMMENT ON COLUMN facts.inherited IS 'Slots that were filled from outside the clause, separated by blanks.';
COMMENT ON COLUMN facts.evidence IS 'The smallest run of text that states it.';
COMMENT ON COLUMN facts.first IS 'First code point of the evidence.';
COMMENT ON COLUMN facts.last IS 'End of the evidence, exclusive.';
COMMENT ON COLUMN facts.rule IS 'The rule that made it.';
COMMENT ON COLUMN facts.confidence IS '0 to 1: of the facts at 0.9, nine in ten hold.';
COMMENT ON COLUMN facts.flags IS 'What does not fit, separated by blanks.';
COMMENT ON COLUMN facts.json IS 'The fact in the form of the contract kaoju/1.';
COMMENT ON COLUMN facts.valid_from_run IS 'The first run that found it.';
COMMENT ON COLUMN facts.valid_to_run IS 'The run that no longer found it; empty while it holds.';

CREATE TABLE fact_slots (
  fact {integer} NOT NULL REFERENCES facts (fact),
  slot TEXT NOT NULL,
  position {integer} NOT NULL,
  text TEXT,
  entity {integer} REFERENCES entities (entity),
  first {integer},
  last {integer},
  amount {number},
  low {number},
  high {number},
  comparator TEXT,
  unit TEXT,
  dimension TEXT,
  time_from {timestamp},
  time_to {timestamp},
  PRIMARY KEY (fact, slot, position)
){clustered};
CREATE INDEX fact_slots_by_entity ON fact_slots (entity) WHERE entity IS NOT NULL;
COMMENT ON TABLE fact_slots IS 'Every filled slot of every fact.';
COMMENT ON COLUMN fact_slots.fact IS 'The fact.';
COMMENT ON COLUMN fact_slots.slot IS 'subject, attribute, value, numerator, denominator, whole, before, after, baseline, scope, object, participants, time, place or attribution.';
COMMENT ON COLUMN fact_slots.position IS 'Number among several fillers of one slot, from 0.';
COMMENT ON COLUMN fact_slots.text IS 'As printed.';
COMMENT ON COLUMN fact_slots.entity IS 'The entity that this is.';
COMMENT ON COLUMN fact_slots.first IS 'First code point, when it stands in one piece.';
COMMENT ON COLUMN fact_slots.last IS 'End, exclusive.';
COMMENT ON COLUMN fact_slots.amount IS 'Amount of a value, exact.';
COMMENT ON COLUMN fact_slots.low IS 'Lower bound of a value.';
COMMENT ON COLUMN fact_slots.high IS 'Upper bound of a value.';
COMMENT ON COLUMN fact_slots.comparator IS '= ~ > >= < <= ~<';
COMMENT ON COLUMN fact_slots.unit IS 'UCUM code, ISO 4217 code, or 1.';
COMMENT ON COLUMN fact_slots.dimension IS 'money, length, count, ratio and so on.';
COMMENT ON COLUMN fact_slots.time_from IS 'When the time begins, inclusive.';
COMMENT ON COLUMN fact_slots.time_to IS 'When the time ends, exclusive.';

CREATE TABLE evidences (
  fact {integer} NOT NULL REFERENCES facts (fact),
  position {integer} NOT NULL,
  first {integer} NOT NULL,
  last {integer} NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (fact, position)
){clustered};
COMMENT ON TABLE evidences IS 'Every place of the document that states a fact.';
COMMENT ON COLUMN evidences.fact IS 'The fact.';
COMMENT ON COLUMN evidences.position IS '0 for the place that the fact was taken from, higher for its repetitions.';
COMMENT ON COLUMN evidences.first IS 'First code point.';
COMMENT ON COLUMN evidences.last IS 'End, exclusive.';
COMMENT ON COLUMN evidences.text IS 'The text that states it.';

CREATE VIEW current_facts AS
SELECT f.*, d.id AS document_id, d.source, d.title, d.published, d.url, d.publisher, d.cluster,
  s.id AS subject_id, coalesce(s.name, f.subject_text) AS subject_name, s.kind AS subject_kind,
  w.id AS whole_id, coalesce(w.name, f.whole_text) AS whole_name,
  o.id AS object_id, coalesce(o.name, f.object_text) AS object_name,
  p.id AS place_id, coalesce(p.name, f.place_text) AS place_name
FROM facts f
JOIN documents d ON d.document = f.document
LEFT JOIN entities s ON s.entity = f.subject
LEFT JOIN entities w ON w.entity = f.whole
LEFT JOIN entities o ON o.entity = f.object
LEFT JOIN entities p ON p.entity = f.place
WHERE f.valid_to_run IS NULL;
COMMENT ON VIEW current_facts IS 'Facts that hold, with the names of their entities and their documents.';

CREATE VIEW measurements AS
SELECT subject_name, attribute_text, attribute, value_text, amount, amount_real, low, high,
  comparator, unit, dimension, counted, time_text, time_from, time_to, place_name, modality,
  negated, attribution, confidence, evidence, title, published, source, subject_id, id, document_id
FROM current_facts WHERE kind = 'measurement';
COMMENT ON VIEW measurements IS 'Subject, attribute, value.';

CREATE VIEW growths AS
SELECT subject_name, attribute_text, attribute, value_text, amount, amount_real, low, high,
  comparator, unit, coalesce(direction, 'up') AS direction, basis, time_text, time_from, time_to,
  place_name, modality, negated, attribution, confidence, evidence, title, published, source,
  subject_id, id, document_id
FROM current_facts WHERE kind = 'growth';
COMMENT ON VIEW growths IS 'What grew or fell by how much.';

CREATE VIEW shares AS
SELECT subject_name, attribute_text, attribute, value_text, amount, amount_real, low, high,
  comparator, whole_name, whole_id, time_text, time_from, time_to, place_name, modality, negated,
  attribution, confidence, evidence, title, published, source, subject_id, id, document_id
FROM current_facts WHERE kind = 'share';
COMMENT ON VIEW shares IS 'Which part of what.';

CREATE VIEW ranks AS
SELECT subject_name, attribute_text, attribute, value_text, amount AS rank, scope_text, time_text,
  time_from, time_to, place_name, modality, negated, attribution, confidence, evidence, title,
  published, source, subject_id, id, document_id
FROM current_facts WHERE kind = 'rank';
COMMENT ON VIEW ranks IS 'Who stands at which rank among what.';

CREATE VIEW events AS
SELECT subject_name, event, trigger_text, object_name, value_text, amount, unit, time_text,
  time_from, time_to, place_name, modality, negated, attribution, confidence, evidence, title,
  published, source, subject_id, object_id, id, document_id
FROM current_facts WHERE kind = 'event';
COMMENT ON VIEW events IS 'What happened.';

CREATE VIEW timeline AS
SELECT subject_name, attribute_text, attribute, time_from, time_to, amount, amount_real, low, high,
  comparator, unit, dimension, modality, value_text, cluster, source, title, published, evidence,
  confidence, subject_id, id, document_id
FROM current_facts
WHERE kind = 'measurement' AND time_from IS NOT NULL AND amount_real IS NOT NULL AND NOT negated;
COMMENT ON VIEW timeline IS 'Values of attributes over time, across documents.';
