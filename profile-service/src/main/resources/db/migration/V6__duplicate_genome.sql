-- One genome under two persons: samples were mixed up, or one person has two records. Found by the matching job; only what stands
-- now is kept here, and what was decided is in identity_event.
CREATE TABLE genome_duplicate (
  person_id       uuid NOT NULL REFERENCES person,
  genome_no       int  NOT NULL,
  other_person_id uuid NOT NULL REFERENCES person,
  other_genome_no int  NOT NULL,
  found_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, genome_no, other_person_id, other_genome_no)
);
COMMENT ON TABLE genome_duplicate IS 'kept in both directions, so that each person''s rows tell it';
CREATE INDEX genome_duplicate_other ON genome_duplicate (other_person_id);

CREATE INDEX genome_file ON genome (natural_key);
-- Blocks that can tell one person from another: autosomes, as women have no calls on Y and brothers share them.
CREATE INDEX genome_block_content ON genome_block (checksum, first_position, last_position, chromosome_order)
  WHERE calls >= 1000 AND chromosome_order BETWEEN 1 AND 22;
