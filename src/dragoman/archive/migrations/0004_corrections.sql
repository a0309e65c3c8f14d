-- What people added to the record. Rows are never changed and never deleted.

CREATE TABLE correction (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    change TEXT NOT NULL,
    target TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    other TEXT NOT NULL,
    note TEXT NOT NULL,
    seal BLOB NOT NULL
);
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction BEGIN
    SELECT raise(ABORT, 'corrections are never changed');
END;
CREATE TRIGGER correction_remains BEFORE DELETE ON correction BEGIN
    SELECT raise(ABORT, 'corrections are never deleted');
END;
