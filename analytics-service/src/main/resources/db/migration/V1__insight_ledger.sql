-- Insights as they stand, with what each was computed from (L6). Everything here can be computed again: losing it loses nothing.

-- The record as the engine read it, once a person, at the revision that is current here. Never a genotype: of a genome only its id
-- and the hash of its file.
create table insight_input (
    person_id       uuid        primary key,
    revision        bigint      not null,
    -- 2: personal health management (contracts: Purpose)
    purpose         smallint    not null,
    as_of           date        not null,
    -- models, pack and parameter sets: the same record under the same version gives the same bytes
    engine_version  text        not null,
    pack_version    text        not null,
    -- what consent withheld, as it was decided when this was read
    withheld        text        not null,
    -- when time alone changes the answer: a hold that ends, a grant that runs out; null: never
    valid_until     timestamptz,
    -- SHA-256 of each part: person, checkup, genome, lifestyle, day
    part_digests    text[]      not null,
    genome_id       text        not null default '',
    -- SHA-256 of the genotype file and sample
    genome_key      text        not null default '',
    -- what profile-service answered, without names and documents; deflated
    record          bytea       not null,
    record_sha256   bytea       not null,
    computed_at     timestamptz not null
);
create index insight_input_ending on insight_input (valid_until) where valid_until is not null;

create table insight_record (
    person_id       uuid        not null references insight_input on delete cascade,
    model           text        not null,
    -- place among the model's insights
    ordinal         integer     not null,
    insight_id      text        not null,
    subject         text        not null,
    -- revision at which it was computed; a later change that it does not depend on leaves it alone
    revision        bigint      not null,
    as_of           date        not null,
    -- person or clinician: for whom it was said
    viewer          text        not null,
    purpose         smallint    not null,
    model_version   text        not null,
    data_version    text        not null,
    pack_version    text        not null,
    -- over the parts of the input that its model reads
    inputs_sha256   bytea       not null,
    -- SHA-256 of the canonical form before deflation
    result_sha256   bytea       not null,
    -- the canonical form in the neutral texts: results, inputs used, sources and limits; deflated
    result          bytea       not null,
    computed_at     timestamptz not null,
    primary key (person_id, model, ordinal)
);

-- The same insights in a language, as the contract writes them; a part a model, and one ('') for the notices.
create table insight_text (
    person_id       uuid        not null references insight_input on delete cascade,
    language        text        not null,
    model           text        not null,
    insights        bytea       not null,
    primary key (person_id, language, model)
);

-- Where each job stands in profile's change feed.
create table feed_position (
    job             text        primary key,
    sequence        bigint      not null,
    moved_at        timestamptz not null
);
