-- What was read out of each current report, a row for each line. `line` is the whole line as compressed JSON; the other
-- columns are what many lines are searched by. A revision with a later one keeps its whole reading in `reading.whole`.

CREATE TABLE reading (
    report INTEGER PRIMARY KEY REFERENCES report (number),
    version TEXT NOT NULL,
    header TEXT NOT NULL,
    events INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    assessments INTEGER NOT NULL,
    gaps INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    whole BLOB,  -- compressed
    seal BLOB NOT NULL
);

CREATE TABLE event (
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reading (report),
    ordinal INTEGER NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    actors TEXT NOT NULL,
    recipients TEXT NOT NULL,
    place TEXT,
    time TEXT,
    source TEXT NOT NULL,
    object TEXT,
    trigger TEXT NOT NULL,
    at INTEGER NOT NULL,
    same_as INTEGER,
    line BLOB NOT NULL,
    seal BLOB NOT NULL,
    UNIQUE (report, ordinal)
);
CREATE INDEX event_id ON event (id);

CREATE TABLE statement (
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reading (report),
    ordinal INTEGER NOT NULL,
    speaker TEXT,
    at INTEGER NOT NULL,
    line BLOB NOT NULL,
    seal BLOB NOT NULL,
    UNIQUE (report, ordinal)
);
CREATE INDEX statement_id ON statement (id);
CREATE INDEX statement_speaker ON statement (speaker);

CREATE TABLE assessment (
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reading (report),
    ordinal INTEGER NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    at INTEGER NOT NULL,
    line BLOB NOT NULL,
    seal BLOB NOT NULL,
    UNIQUE (report, ordinal)
);
CREATE INDEX assessment_id ON assessment (id);

CREATE TABLE gap (
    id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reading (report),
    ordinal INTEGER NOT NULL,
    line BLOB NOT NULL,
    seal BLOB NOT NULL,
    UNIQUE (report, ordinal)
);
CREATE INDEX gap_id ON gap (id);
