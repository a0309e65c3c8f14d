"""What people ask of the record: one question a file, each a pure function of the store and a day."""
