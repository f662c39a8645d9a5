"""The pages of the office: the gate, roster, import, events and channels, releases, log, settings."""
