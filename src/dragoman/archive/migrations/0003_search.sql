-- The words of the current reports; `rowid` is the report's number. The texts themselves are not kept a second time.

CREATE VIRTUAL TABLE words USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
