-- Which words exactly, what proves a decision, and a guardian who decided for a minor. What stood before came by the app.
ALTER TABLE consent_decision
  ADD COLUMN text_hash          text NOT NULL DEFAULT '' CHECK (text_hash ~ '^([0-9a-f]{64})?$'),
  ADD COLUMN evidence_reference text NOT NULL DEFAULT '',
  ADD COLUMN document_hash      text NOT NULL DEFAULT '' CHECK (document_hash ~ '^([0-9a-f]{64})?$'),
  ADD COLUMN recorded_centre    text NOT NULL DEFAULT '',
  ADD COLUMN guardian           text,
  ADD COLUMN guardian_relation  text,
  ADD CHECK (evidence IN ('app', 'paper', 'kiosk', 'demonstration')),
  ADD CHECK ((evidence IN ('paper', 'kiosk')) = (recorded_centre <> '')),
  ADD CHECK ((guardian IS NULL) = (guardian_relation IS NULL)),
  ADD CHECK (guardian IS NULL OR recorded_centre <> '');
