"""People, consents, verdicts, retention and the audit chain: pure rules, no clock, no files."""
