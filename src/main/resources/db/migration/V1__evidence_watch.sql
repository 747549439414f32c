-- The whole house in the order of its sentence:
-- record -> citation -> source -> fetch -> snapshot -> extract -> compare -> flag -> queue -> decision.
-- Append-only tables refuse UPDATE, DELETE and TRUNCATE by trigger (at the end of this file).

-- company ------------------------------------------------------------------------------------------------------------

create table import_file (
    id     bigint generated always as identity primary key,
    name   text        not null,
    format text        not null check (format in ('card-text', 'card-html', 'json', 'csv')),
    digest text        not null,
    at     timestamptz not null
);

create table company (
    id         bigint generated always as identity primary key,
    slug       text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text        not null,
    category   text,
    country    text,
    -- belongs to the demonstration's invented index: left out of runs against the live web
    sample     boolean     not null default false,
    created_at timestamptz not null
);

create table revision (
    id             bigint generated always as identity primary key,
    company_id     bigint      not null references company,
    number         int         not null check (number >= 0),
    import_id      bigint references import_file,
    rubric_version text,
    decision_id    bigint,
    score          int check (score between 0 and 100),
    grade          text,
    tier           text,
    rubric         text,
    last_reviewed  date,
    scope          text,
    summary        text,
    at             timestamptz not null,
    unique (company_id, number),
    constraint exactly_one_basis check (num_nonnulls(import_id, rubric_version, decision_id) = 1)
);

create table claim (
    id         bigint generated always as identity primary key,
    company_id bigint not null references company,
    dimension  text   not null check (dimension in
        ('channels', 'cancellation_page', 'pause', 'refund', 'deletion', 'billing')),
    ordinal    int    not null,
    unique (company_id, dimension, ordinal)
);

create table revision_claim (
    revision_id bigint not null references revision,
    claim_id    bigint not null references claim,
    statement   text   not null,
    primary key (revision_id, claim_id)
);

-- citation -----------------------------------------------------------------------------------------------------------

create table source (
    id         bigint generated always as identity primary key,
    url        text        not null unique check (length(url) <= 2048),
    host       text        not null,
    created_at timestamptz not null
);
create index source_host on source (host);

create table citation (
    id           bigint generated always as identity primary key,
    company_id   bigint      not null references company,
    source_id    bigint      not null references source,
    kind         text        not null check (kind in ('evidence', 'action')),
    cited_url    text        not null,
    title        text        not null,
    accessed     date,
    quote_exact  text,
    quote_prefix text,
    quote_suffix text,
    created_at   timestamptz not null,
    -- a later import no longer cites it
    retired_at   timestamptz,
    unique (company_id, source_id)
);
create index citation_source on citation (source_id) where retired_at is null;

create table claim_citation (
    claim_id    bigint not null references claim,
    citation_id bigint not null references citation,
    primary key (claim_id, citation_id)
);

-- runs ---------------------------------------------------------------------------------------------------------------

create table lease (
    name  text primary key,
    owner text        not null, -- the process, as it names itself
    epoch bigint      not null,
    until timestamptz not null
);
-- Makes the epoch part of a key: a fence (for key share) then holds off a take-over, which changes it, and lets a
-- renewal through, which does not.
create unique index lease_epoch on lease (name, epoch);

create table run (
    id         bigint generated always as identity primary key,
    job        text        not null,
    -- what makes two launches the same run: an unfinished one with equal parameters is continued
    parameters jsonb       not null,
    as_of      timestamptz not null,
    replay     boolean     not null default false,
    started_at timestamptz not null,
    ended_at   timestamptz,
    state      text        not null check (state in ('running', 'completed', 'failed', 'stopped', 'abandoned')),
    note       text,
    -- its figures as reported, by name
    counts     jsonb,
    check ((state = 'running') = (ended_at is null))
);
create index run_job on run (job, id desc);

-- What a run set out to read; one row in `capture` answers each.
create table visit (
    run_id    bigint not null references run,
    source_id bigint not null references source,
    purpose   text   not null check (purpose in ('refresh', 'confirm')),
    bucket    int    not null,
    primary key (run_id, purpose, source_id)
);
create index visit_bucket on visit (run_id, purpose, bucket);

-- snapshot -----------------------------------------------------------------------------------------------------------

create table snapshot (
    digest        text primary key check (digest ~ '^[0-9a-f]{64}$'),
    body          bytea       not null,
    length        bigint      not null,
    created_at    timestamptz not null
);
alter table snapshot alter column body set storage external;

create table capture (
    id               bigint generated always as identity primary key,
    run_id           bigint      not null,
    source_id        bigint      not null references source,
    purpose          text        not null,
    kind             text        not null check (kind in ('response', 'revisit', 'no_capture')),
    -- WARC 1.1 revisit profiles
    profile          text check (profile in ('server-not-modified', 'identical-payload-digest')),
    refers_to        bigint references capture,
    -- a reason code (OK, NOT_MODIFIED, TIMEOUT, DNS_ERROR, ...) and one sentence for people
    outcome          text        not null,
    detail           text        not null check (detail <> ''),
    -- the page was read and found to be itself: only such a capture may be compared or become a baseline
    good             boolean     not null,
    requested_url    text        not null,
    effective_url    text,
    redirects        jsonb       not null default '[]',
    status           int,
    headers          jsonb       not null default '{}',
    etag             text,
    last_modified    text,
    snapshot_digest  text references snapshot,
    content_encoding text,
    wire_length      bigint,
    at               timestamptz not null,
    duration_ms      int         not null,
    unique (run_id, purpose, source_id),
    unique (id, source_id, good),
    foreign key (run_id, purpose, source_id) references visit (run_id, purpose, source_id),
    check ((kind = 'response') = (snapshot_digest is not null and profile is null and status is not null)),
    check ((kind = 'revisit') = (profile is not null and refers_to is not null)),
    check (kind <> 'no_capture' or not good)
);
create index capture_latest on capture (source_id, id desc);
create index capture_latest_good on capture (source_id, id desc) where good;
-- whether a source was attempted lately, without walking its whole history
create index capture_attempted on capture (source_id, at) where purpose = 'refresh';
create index capture_snapshot on capture (snapshot_digest) where snapshot_digest is not null;

-- extract ------------------------------------------------------------------------------------------------------------

create table extraction (
    id                bigint generated always as identity primary key,
    capture_id        bigint      not null references capture,
    extractor_version text        not null,
    platform          text        not null,
    state             text        not null,
    state_reasons     jsonb       not null,
    title             text        not null,
    coverage          real        not null,
    -- SHA-256 of the comparison text
    comparison_digest text        not null,
    -- the blocks as JSON, zstd
    document          bytea       not null,
    at                timestamptz not null,
    unique (capture_id, extractor_version)
);
alter table extraction alter column document set storage external;

-- change -------------------------------------------------------------------------------------------------------------

create table baseline (
    id          bigint generated always as identity primary key,
    source_id   bigint      not null references source,
    capture_id  bigint      not null,
    good        boolean     not null default true check (good),
    decision_id bigint,
    at          timestamptz not null,
    foreign key (capture_id, source_id, good) references capture (id, source_id, good)
);
create index baseline_current on baseline (source_id, id desc);

-- One verdict for each capture.
create table comparison (
    id                  bigint generated always as identity primary key,
    run_id              bigint      not null references run,
    capture_id          bigint      not null unique references capture,
    source_id           bigint      not null references source,
    baseline_capture_id bigint references capture,
    verdict             text        not null check (verdict in ('first-seen', 'unchanged', 'cosmetic', 'variant',
        'reinterpreted', 'changed', 'quote-moved', 'quote-lost', 'moved', 'gone', 'degraded', 'unverifiable')),
    severity            int         not null check (severity between 0 and 100),
    reasons             jsonb       not null,
    -- of the differing words, where they differ: what a later read must show to agree
    fingerprint         text,
    at                  timestamptz not null
);
create index comparison_run on comparison (run_id);

-- A detection: observed until a later read agrees (confirmation), then open until its one outcome.
create table change (
    id                  bigint generated always as identity primary key,
    source_id           bigint      not null references source,
    kind                text        not null check (kind in ('changed', 'quote-moved', 'quote-lost', 'moved', 'gone')),
    comparison_id       bigint      not null unique references comparison,
    baseline_capture_id bigint,
    baseline_good       boolean     not null default true check (baseline_good),
    capture_id          bigint      not null,
    capture_good        boolean     not null,
    -- what a later read must show to agree: the differing words, or the reason for which the page is not there
    fingerprint         text        not null,
    candidate_url       text,
    severity            int         not null check (severity between 0 and 100),
    reasons             jsonb       not null,
    observed_at         timestamptz not null,
    unique (id, source_id, kind, capture_good),
    foreign key (baseline_capture_id, source_id, baseline_good) references capture (id, source_id, good),
    foreign key (capture_id, source_id, capture_good) references capture (id, source_id, good),
    check (capture_good = (kind in ('changed', 'quote-moved', 'quote-lost'))),
    -- a page may be gone before we ever read it; words cannot change before that
    check (baseline_capture_id is not null or kind in ('moved', 'gone'))
);
create index change_source on change (source_id, id desc);

create table confirmation (
    id           bigint generated always as identity primary key,
    change_id    bigint      not null unique,
    source_id    bigint      not null,
    kind         text        not null,
    capture_id   bigint      not null,
    capture_good boolean     not null,
    at           timestamptz not null,
    foreign key (change_id, source_id, kind, capture_good) references change (id, source_id, kind, capture_good),
    foreign key (capture_id, source_id, capture_good) references capture (id, source_id, good),
    unique (id, change_id)
);

-- Exactly one terminal state for a detection (the primary key).
create table change_outcome (
    change_id   bigint primary key references change,
    outcome     text        not null check (outcome in ('suppressed', 'unconfirmed', 'reverted', 'superseded',
        'quarantined', 'dismissed', 'accepted')),
    detail      text        not null,
    decision_id bigint,
    at          timestamptz not null
);

create view current_baseline as
    select distinct on (source_id) source_id, capture_id, decision_id, at
    from baseline order by source_id, id desc;

create view change_state as
    select c.*, k.id as confirmation_id, k.at as confirmed_at,
           coalesce(o.outcome, case when k.id is null then 'observed' else 'open' end) as state
    from change c
    left join confirmation k on k.change_id = c.id
    left join change_outcome o on o.change_id = c.id;

-- review -------------------------------------------------------------------------------------------------------------

create table work_item (
    id         bigint generated always as identity primary key,
    company_id bigint      not null references company,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    held_by    text,
    held_until timestamptz,
    check ((held_by is null) = (held_until is null))
);
create unique index work_item_one_open on work_item (company_id) where closed_at is null;

create table reason (
    id           bigint generated always as identity primary key,
    work_item_id bigint      not null references work_item,
    company_id   bigint      not null references company,
    source_id    bigint      not null references source,
    change_id    bigint      not null references change,
    lane         text        not null check (lane in
        ('Changed', 'Lost quote', 'Gone', 'Moved', 'Cannot read', 'Stale', 'Disputed')),
    opened_at    timestamptz not null,
    -- hidden from the queue until then
    deferred_until timestamptz,
    closed_at    timestamptz,
    closed_as    text check (closed_as in ('decided', 'reverted', 'superseded')),
    unique (company_id, change_id),
    check ((closed_at is null) = (closed_as is null))
);
create index reason_item on reason (work_item_id);

create table decision (
    id              bigint generated always as identity primary key,
    reason_id       bigint      not null references reason,
    company_id      bigint      not null references company,
    change_id       bigint      not null references change,
    verdict         text        not null check (verdict in ('still-supported', 'material', 'noise', 'defer')),
    reviewer        text        not null check (reviewer <> ''),
    why             text        not null check (why <> ''),
    -- the capture that was looked at
    capture_id      bigint      not null references capture,
    deferred_until  timestamptz,
    confirmation_id bigint,
    at              timestamptz not null,
    foreign key (confirmation_id, change_id) references confirmation (id, change_id),
    check ((verdict = 'defer') = (deferred_until is not null)),
    -- two keys: what moves a score rests on a confirmed change
    constraint two_keys check (verdict <> 'material' or confirmation_id is not null)
);
create unique index decision_final on decision (reason_id) where verdict <> 'defer';

alter table revision add foreign key (decision_id) references decision;
alter table baseline add foreign key (decision_id) references decision;
alter table change_outcome add foreign key (decision_id) references decision;

-- Companies that a scoring system should score again.
create table rescore (
    id          bigint generated always as identity primary key,
    company_id  bigint      not null references company,
    decision_id bigint      not null unique references decision,
    at          timestamptz not null,
    done_at     timestamptz
);
create index rescore_open on rescore (company_id) where done_at is null;

create table reviewer (
    name          text primary key,
    password_hash text        not null,
    created_at    timestamptz not null
);

-- alert --------------------------------------------------------------------------------------------------------------

create table alert (
    id        bigint generated always as identity primary key,
    kind      text        not null,
    -- what it is about; one open alert a kind and subject
    subject   text        not null,
    company_id bigint references company,
    detail    text        not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);
create unique index alert_one_open on alert (kind, subject) where closed_at is null;

-- Written with what it tells; delivered at least once, under a stable id.
create table outbox (
    id           uuid primary key,
    channel      text        not null check (channel in ('mail', 'webhook')),
    payload      jsonb       not null,
    created_at   timestamptz not null,
    due_at       timestamptz not null,
    attempts     int         not null default 0,
    last_error   text,
    delivered_at timestamptz
);
create index outbox_due on outbox (due_at) where delivered_at is null;

-- job ----------------------------------------------------------------------------------------------------------------

create table job_state (
    name   text primary key,
    paused boolean not null
);

-- append-only --------------------------------------------------------------------------------------------------------

create function refuse_rewrite() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

do $$
declare t text;
begin
    foreach t in array array['import_file', 'revision', 'revision_claim', 'snapshot', 'capture', 'extraction',
        'baseline', 'comparison', 'change', 'confirmation', 'change_outcome', 'decision'] loop
        execute format('create trigger append_only_row before update or delete on %I
            for each row execute function refuse_rewrite()', t);
        execute format('create trigger append_only_truncate before truncate on %I
            for each statement execute function refuse_rewrite()', t);
    end loop;
end
$$;
