-- Values that reached a limit of the region pack. A row stands until its value is withdrawn or corrected; at most one
-- stands for a value, which is what keeps a second delivery from opening another.
CREATE TABLE critical_result (
  opened_at       timestamptz NOT NULL DEFAULT now(),
  due_at          timestamptz,
  effective_start bigint,
  person_id       uuid NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
  critical_id     uuid NOT NULL,
  natural_key     uuid NOT NULL,
  checkup_no      int  NOT NULL,
  delivery_no     int  NOT NULL,
  level           smallint NOT NULL DEFAULT 0,
  state           smallint NOT NULL DEFAULT 1 CHECK (state IN (1, 2, 3)),
  comparator      smallint NOT NULL,
  offset_minutes  smallint,
  time_precision  smallint,
  implausible     boolean NOT NULL,
  centre          text NOT NULL,
  item_code       text NOT NULL,
  value           text NOT NULL,
  unit            text NOT NULL,
  rule            text NOT NULL,
  PRIMARY KEY (person_id, critical_id),
  CHECK (due_at IS NULL OR state = 1)
);
COMMENT ON COLUMN critical_result.natural_key IS 'of the observation';
COMMENT ON COLUMN critical_result.state IS '1 open, 2 acknowledged, 3 closed';
COMMENT ON COLUMN critical_result.level IS 'of the on-call list that was told last; 0: nobody yet';
COMMENT ON COLUMN critical_result.due_at IS 'when the next level is told, or the last one again; the first at once; null: never';
CREATE UNIQUE INDEX critical_result_standing ON critical_result (person_id, natural_key) WHERE state <> 3;
CREATE UNIQUE INDEX critical_result_id ON critical_result (critical_id);
CREATE INDEX critical_result_due ON critical_result (due_at) WHERE state = 1;
CREATE INDEX critical_result_centre ON critical_result (centre, critical_id);

CREATE TABLE critical_result_event (
  person_id   uuid   NOT NULL,
  sequence    bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  critical_id uuid   NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  stated_at   timestamptz,
  kind        smallint NOT NULL CHECK (kind BETWEEN 1 AND 5),
  level       smallint NOT NULL,
  actor_role  text NOT NULL,
  actor       text NOT NULL,
  detail      text NOT NULL,
  note_cipher bytea,
  PRIMARY KEY (person_id, critical_id, sequence),
  FOREIGN KEY (person_id, critical_id) REFERENCES critical_result
);
COMMENT ON COLUMN critical_result_event.kind IS '1 opened, 2 notified, 3 acknowledged, 4 escalated, 5 closed';
COMMENT ON COLUMN critical_result_event.stated_at IS 'when it was acknowledged, by the word of who did';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON critical_result_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
