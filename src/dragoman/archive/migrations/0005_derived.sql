-- What many reports show together. All of it can be made again from the other tables.

CREATE TABLE thread (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    plan INTEGER NOT NULL,  -- some step was not of an act done or under way
    steps INTEGER NOT NULL,
    first TEXT,  -- the days on which the first and the last report of it was published
    last TEXT,
    line BLOB NOT NULL,  -- the whole of it as compressed JSON
    seal BLOB NOT NULL
);
CREATE TABLE thread_step (
    event TEXT NOT NULL,
    thread TEXT NOT NULL REFERENCES thread (id),
    PRIMARY KEY (event, thread)
) WITHOUT ROWID;
CREATE INDEX thread_step_thread ON thread_step (thread);
CREATE TABLE thread_party (
    identity TEXT NOT NULL,
    thread TEXT NOT NULL REFERENCES thread (id),
    PRIMARY KEY (identity, thread)
) WITHOUT ROWID;
CREATE INDEX thread_party_thread ON thread_party (thread);
CREATE TABLE thread_country (
    country TEXT NOT NULL,
    thread TEXT NOT NULL REFERENCES thread (id),
    PRIMARY KEY (country, thread)
) WITHOUT ROWID;
CREATE INDEX thread_country_thread ON thread_country (thread);

CREATE TABLE identity (
    id TEXT PRIMARY KEY,
    line BLOB NOT NULL,  -- the whole of it as compressed JSON
    seal BLOB NOT NULL
);
CREATE TABLE identity_form (
    form TEXT NOT NULL,
    identity TEXT NOT NULL REFERENCES identity (id),
    name TEXT NOT NULL,  -- in small letters without accents, words only, a space on both sides of each
    PRIMARY KEY (form, identity)
) WITHOUT ROWID;
CREATE INDEX identity_form_identity ON identity_form (identity);
CREATE INDEX identity_form_name ON identity_form (name);

CREATE TABLE ribbon (
    pair TEXT PRIMARY KEY,  -- "PRK-USA"
    line BLOB NOT NULL,  -- the whole of it as compressed JSON
    seal BLOB NOT NULL
);
