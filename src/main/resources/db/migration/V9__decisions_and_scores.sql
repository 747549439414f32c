-- Two keys for every move of a record, decisions that can be undone, disputes, repairs of citations, what was published.

-- detections: an outcome can be taken back, and then there is room for another ------------------------------------------

alter table change_outcome drop constraint change_outcome_pkey;
alter table change_outcome add column round int not null default 0 check (round >= 0);
alter table change_outcome add primary key (change_id, round);

-- A decision that ended a detection was undone: the detection is open once more.
create table change_reopening (
    change_id   bigint      not null,
    round       int         not null,
    decision_id bigint      not null references decision,
    at          timestamptz not null,
    primary key (change_id, round),
    foreign key (change_id, round) references change_outcome (change_id, round)
);
-- Another outcome only where the one before was taken back: so there is never more than one that holds.
alter table change_outcome
    add column previous_round int generated always as (case when round > 0 then round - 1 end) stored;
alter table change_outcome
    add foreign key (change_id, previous_round) references change_reopening (change_id, round);

create view current_outcome as
    select o.* from change_outcome o
    where not exists (select 1 from change_reopening u where u.change_id = o.change_id and u.round = o.round);

create or replace view change_state as
    select c.*, k.id as confirmation_id, k.at as confirmed_at,
           coalesce(o.outcome, case when k.id is null then 'observed' else 'open' end) as state
    from change c
    left join confirmation k on k.change_id = c.id
    left join current_outcome o on o.change_id = c.id;

-- Captures that a person declared to be no page of the source, though they looked like one: nothing rests on them.
create table quarantine (
    capture_id  bigint      primary key references capture,
    source_id   bigint      not null references source,
    decision_id bigint      not null references decision,
    at          timestamptz not null
);
create index quarantine_source on quarantine (source_id);

-- the first key of what moves a record -----------------------------------------------------------------------------------

-- A page that stayed away for two days and at least three reads.
create table lasting_absence (
    id               bigint generated always as identity primary key,
    change_id        bigint      not null unique,
    source_id        bigint      not null,
    kind             text        not null default 'gone' check (kind = 'gone'),
    first_capture_id bigint      not null,
    last_capture_id  bigint      not null,
    capture_good     boolean     not null default false check (not capture_good),
    reads            int         not null check (reads >= 3),
    since            timestamptz not null,
    at               timestamptz not null,
    check (at >= since + interval '2 days'),
    foreign key (change_id, source_id, kind, capture_good) references change (id, source_id, kind, capture_good),
    foreign key (first_capture_id, source_id, capture_good) references capture (id, source_id, good),
    foreign key (last_capture_id, source_id, capture_good) references capture (id, source_id, good),
    unique (id, change_id)
);

-- What a company or a reader says is wrong with a record.
create table dispute (
    id          bigint generated always as identity primary key,
    company_id  bigint      not null references company,
    import_id   bigint      not null references import_file,
    -- SHA-256 of what it says: the same dispute is taken once
    digest      text        not null check (digest ~ '^[0-9a-f]{64}$'),
    party       text        not null check (party in ('company', 'reader')),
    dimension   text check (dimension in ('channels', 'cancellation_page', 'pause', 'refund', 'deletion', 'billing')),
    statement   text        not null check (statement <> ''),
    urls        jsonb       not null default '[]',
    -- for the answer; never published
    contact     text,
    received_on date        not null,
    at          timestamptz not null,
    unique (company_id, digest),
    unique (id, company_id)
);

alter table confirmation add constraint confirmation_of_good unique (id, change_id, capture_good);

-- reasons: of a change or of a dispute -----------------------------------------------------------------------------------

alter table reason alter column change_id drop not null;
alter table reason alter column source_id drop not null;
alter table reason add column dispute_id bigint;
alter table reason add foreign key (dispute_id, company_id) references dispute (id, company_id);
alter table reason add unique (company_id, dispute_id);
alter table reason add check (num_nonnulls(change_id, dispute_id) = 1);
alter table reason add check ((change_id is null) = (source_id is null));
-- who asked for a second opinion, and so may not give it
alter table reason add column opinion_of text;
alter table reason add unique (id, company_id);

-- decisions --------------------------------------------------------------------------------------------------------------

alter table decision disable trigger append_only_row;
alter table decision drop constraint decision_verdict_check;
alter table decision drop constraint two_keys;
update decision set verdict = case verdict when 'material' then 'material-worse'
    when 'still-supported' then 'reworded-same-meaning' else verdict end;
alter table decision enable trigger append_only_row;

alter table decision alter column change_id drop not null;
alter table decision alter column capture_id drop not null;
alter table decision add constraint decision_verdict_check check (verdict in ('material-worse', 'material-better',
    'material-neutral', 'reworded-same-meaning', 'noise', 'bad-capture', 'source-moved', 'source-gone',
    'citation-insufficient', 'needs-second-opinion', 'defer', 'undo'));
alter table decision add column absence_id bigint;
alter table decision add column dispute_id bigint;
-- whether it makes a revision of the record
alter table decision add column moves_record boolean not null default false;
-- what it changed of the record, as its audit row: claims before and after, citations, score and grade
alter table decision add column effect jsonb not null default '{}';
-- answers to one cause at many companies share it
alter table decision add column cause text;

alter table decision drop constraint decision_confirmation_id_change_id_fkey;
alter table decision add column confirmation_good boolean
    generated always as (case when confirmation_id is not null then true end) stored;
alter table decision add foreign key (confirmation_id, change_id, confirmation_good)
    references confirmation (id, change_id, capture_good) ;
alter table decision add foreign key (absence_id, change_id) references lasting_absence (id, change_id);
alter table decision add foreign key (dispute_id, company_id) references dispute (id, company_id);
alter table decision add foreign key (reason_id, company_id) references reason (id, company_id);
alter table decision add check (num_nonnulls(confirmation_id, absence_id) = 0 or change_id is not null);
alter table decision add constraint two_keys
    check (case when moves_record then num_nonnulls(confirmation_id, absence_id, dispute_id) = 1
                else num_nonnulls(confirmation_id, absence_id, dispute_id) <= 1 end);
alter table decision add constraint movers check (not moves_record or verdict in
    ('material-worse', 'material-better', 'material-neutral', 'source-gone', 'citation-insufficient', 'undo'));
alter table decision add constraint decision_of_company unique (id, company_id, moves_record);

-- An undo is a row of its own; after it the reason has room for one more final answer.
alter table decision add column round int not null default 0 check (round >= 0);
alter table decision add column undoes bigint unique;
alter table decision add column undone_round int;
alter table decision add check ((verdict = 'undo') = (undoes is not null));
-- empty where what is taken back was no final answer
alter table decision add check (undone_round is null or undoes is not null);
alter table decision add unique (id, reason_id);
alter table decision add foreign key (undoes, reason_id) references decision (id, reason_id);
alter table decision add unique (id, reason_id, round);
alter table decision add foreign key (undoes, reason_id, undone_round) references decision (id, reason_id, round);
alter table decision add unique (reason_id, undone_round);
alter table decision
    add column previous_round int generated always as (case when round > 0 then round - 1 end) stored;
alter table decision add foreign key (reason_id, previous_round) references decision (reason_id, undone_round);
drop index decision_final;
create unique index decision_final on decision (reason_id, round)
    where verdict not in ('defer', 'needs-second-opinion', 'undo');

-- A second person agrees with what a first proposed; never the same person.
alter table decision add column opinion text check (opinion is null or verdict = 'needs-second-opinion');
alter table decision add column seconds bigint;
alter table decision add column seconded_reviewer text;
alter table decision add unique (id, reason_id, reviewer);
alter table decision add foreign key (seconds, reason_id, seconded_reviewer) references decision (id, reason_id, reviewer);
alter table decision add check ((seconds is null) = (seconded_reviewer is null));
alter table decision add constraint two_people check (seconded_reviewer <> reviewer);

create view effective_decision as
    select d.* from decision d
    where d.verdict not in ('undo', 'defer', 'needs-second-opinion')
      and not exists (select 1 from decision u where u.undoes = d.id);

-- revisions: exactly one basis, which can be used once -------------------------------------------------------------------

-- A rubric by which a person had the whole index scored anew.
create table rubric_adoption (
    version    text primary key,
    -- SHA-256 of its file
    digest     text        not null check (digest ~ '^[0-9a-f]{64}$'),
    adopted_by text        not null check (adopted_by <> ''),
    why        text        not null check (why <> ''),
    at         timestamptz not null
);

alter table revision add column decision_moves boolean
    generated always as (case when decision_id is not null then true end) stored;
alter table revision add foreign key (decision_id, company_id, decision_moves)
    references decision (id, company_id, moves_record);
alter table revision add foreign key (rubric_version) references rubric_adoption (version);
alter table revision add constraint one_revision_of_a_decision unique (decision_id);
alter table revision add constraint one_revision_of_an_import unique (company_id, import_id);
alter table revision add constraint one_revision_of_a_rubric unique (company_id, rubric_version);
-- SHA-256 of the record as its file has it: the same file again is no news, whatever was decided since
alter table revision add column content_digest text check (content_digest is null or import_id is not null);
-- the transaction that made it: no other adds claims to it
alter table revision add column made_in xid8 not null default pg_current_xact_id();

create function claims_with_their_revision() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from revision r where r.id = new.revision_id and r.made_in = pg_current_xact_id()) then
        raise exception 'revision % is made: no claim is added to it', new.revision_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger with_its_revision before insert on revision_claim
    for each row execute function claims_with_their_revision();

-- Where there are several reviewers, no one of them moves a grade.
create function grades_need_two_people() returns trigger language plpgsql as $$
begin
    if new.decision_id is not null
       and new.grade is distinct from (select r.grade from revision r where r.company_id = new.company_id
                                       and r.number = new.number - 1)
       and (select count(*) from reviewer) > 1
       and not exists (select 1 from decision d where d.id = new.decision_id
                       and (d.verdict = 'undo' or d.seconds is not null)) then
        raise exception 'decision % moves a grade, and nobody seconds it', new.decision_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger seconded before insert on revision for each row execute function grades_need_two_people();

-- What a record states now, whatever it rests on. Written so that a claim's or a company's own are found by index alone.
create or replace view current_claim as
    select k.id as claim_id, k.company_id, k.dimension, k.ordinal, s.revision_id, s.statement
    from claim k
    join lateral (select r.id from revision r where r.company_id = k.company_id order by r.number desc limit 1) r on true
    join revision_claim s on s.revision_id = r.id and s.claim_id = k.id;

-- repairs of citations ---------------------------------------------------------------------------------------------------

-- What a person changed of a citation, beside imports.
create table citation_repair (
    id             bigint generated always as identity primary key,
    company_id     bigint      not null,
    citation_id    bigint      not null,
    kind           text        not null check (kind in ('moved', 'requoted', 'retired', 'merged', 'split', 'undone')),
    -- the citation that stands in its place
    replacement_id bigint,
    before         jsonb       not null,
    after          jsonb       not null,
    decision_id    bigint references decision,
    undoes         bigint unique references citation_repair,
    reviewer       text        not null check (reviewer <> ''),
    why            text        not null check (why <> ''),
    at             timestamptz not null,
    check ((kind = 'undone') = (undoes is not null))
);
alter table citation add constraint citation_of_its_company unique (id, company_id);
alter table citation_repair add foreign key (citation_id, company_id) references citation (id, company_id);
alter table citation_repair add foreign key (replacement_id, company_id) references citation (id, company_id);
create index citation_repair_decision on citation_repair (decision_id) where decision_id is not null;

-- captures that a person brought -----------------------------------------------------------------------------------------

alter table visit drop constraint visit_purpose_check;
alter table visit add constraint visit_purpose_check check (purpose in ('refresh', 'confirm', 'manual'));
-- who says that they saw it so, for a page that we may not or cannot read ourselves; marked for ever
alter table capture add column signed_by text check (signed_by <> '');
alter table capture add column seen_at timestamptz;
alter table capture add constraint signed_by_hand
    check ((purpose = 'manual') = (signed_by is not null) and (signed_by is null) = (seen_at is null));

-- published --------------------------------------------------------------------------------------------------------------

-- What was handed to the public: no decision in it can be undone any more.
create table publication (
    id               bigint generated always as identity primary key,
    digest           text        not null check (digest ~ '^[0-9a-f]{64}$'),
    last_decision_id bigint      not null default 0,
    at               timestamptz not null
);

alter table rescore add column done_as text check (done_as in ('imported', 'undone'));
alter table rescore add check (done_as is null or done_at is not null);

do $$
declare t text;
begin
    foreach t in array array['change_reopening', 'lasting_absence', 'dispute', 'rubric_adoption', 'citation_repair',
        'publication'] loop
        execute format('create trigger append_only_row before update or delete on %I
            for each row execute function refuse_rewrite()', t);
        execute format('create trigger append_only_truncate before truncate on %I
            for each statement execute function refuse_rewrite()', t);
    end loop;
end
$$;
