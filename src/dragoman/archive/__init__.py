"""The record kept for years: reports in their revisions, every line read out of them, corrections, evidence."""
