-- What came in: reports in their revisions, the bytes they were taken from, what could not be read, where feeds stand.
-- Every table of facts ends in `seal`, the SHA-256 of its row's other columns.

PRAGMA application_id = 1685219182;  -- "drgn"

CREATE TABLE raw (
    sha256 TEXT PRIMARY KEY,
    data BLOB NOT NULL,  -- compressed
    seal BLOB NOT NULL
);

CREATE TABLE report (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL,  -- the document's own id
    published TEXT,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media TEXT NOT NULL,
    raw TEXT NOT NULL REFERENCES raw (sha256),
    added TEXT NOT NULL,
    current INTEGER NOT NULL,
    seal BLOB NOT NULL,
    UNIQUE (key, revision)
);
CREATE UNIQUE INDEX report_current ON report (key) WHERE current;
CREATE INDEX report_published ON report (published);
CREATE INDEX report_raw ON report (raw);

CREATE TABLE body (
    report INTEGER PRIMARY KEY REFERENCES report (number),
    text BLOB NOT NULL,  -- compressed
    seal BLOB NOT NULL
);

CREATE TABLE problem (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    place TEXT NOT NULL,
    what TEXT NOT NULL,
    remedy TEXT NOT NULL,
    key TEXT NOT NULL,
    media TEXT NOT NULL,
    raw TEXT REFERENCES raw (sha256),
    open INTEGER NOT NULL,
    seal BLOB NOT NULL
);
CREATE INDEX problem_place ON problem (place) WHERE open;
CREATE INDEX problem_key ON problem (key) WHERE open;
CREATE INDEX problem_raw ON problem (raw);

CREATE TABLE feed (
    url TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    checked TEXT NOT NULL,
    seal BLOB NOT NULL
);

CREATE TABLE state (  -- "changes": how often the record was changed; "derived": what the derived tables rest on
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    seal BLOB NOT NULL
);
