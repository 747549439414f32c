-- Alerts that people answer, and letters that are kept as they are sent.

alter table alert
    -- what a feed calls it
    add column uid        uuid    not null default gen_random_uuid(),
    -- what must become another for an alert to be told again that somebody answered
    add column cause      text    not null default '',
    -- whether it cannot wait for the digest, and when it was told at once
    add column urgent     boolean not null default false,
    add column told_at    timestamptz,
    -- since when nothing is amiss any more; it closes when that has lasted
    add column well_since timestamptz;
create unique index alert_uid on alert (uid);
create index alert_closed on alert (closed_at) where closed_at is not null;

-- What people said of an alert; the newest counts, for as long as the alert has that cause.
create table alert_answer (
    id       bigint generated always as identity primary key,
    alert_id bigint      not null references alert,
    answer   text        not null check (answer in ('acknowledged', 'snoozed')),
    until    timestamptz,
    cause    text        not null,
    person   text        not null check (person <> ''),
    why      text        not null check (length(why) between 1 and 4000),
    at       timestamptz not null,
    check ((answer = 'snoozed') = (until is not null))
);
create index alert_answer_newest on alert_answer (alert_id, id desc);
create trigger append_only_row before update or delete on alert_answer
    for each row execute function refuse_rewrite();
create trigger append_only_truncate before truncate on alert_answer
    for each statement execute function refuse_rewrite();

-- The name of this installation's feed of alerts; a row once somebody asks for it.
create table alert_feed (
    single boolean primary key default true check (single),
    id     uuid not null default gen_random_uuid()
);

-- Letters are kept as the bytes that are sent, so that every attempt sends the same.
alter table outbox
    add column sort    text,
    add column subject text,
    add column body    bytea,
    -- of a digest
    add column day     date,
    -- by the database's clock: who has it in hand has it until then
    add column claimed_until timestamptz,
    -- given up; nobody tries it again unasked
    add column dead_at timestamptz;
update outbox set sort = 'news', subject = 'Evidence Watch: alerts', body = convert_to(case channel
    when 'webhook' then jsonb_build_object(
        'type', 'evidence.alerts', 'timestamp', payload ->> 'at', 'data', payload)::text
    else coalesce((select string_agg((line ->> 'event') || ': ' || (line ->> 'text'), E'\n' order by n)
                   from jsonb_array_elements(payload -> 'lines') with ordinality as l(line, n)), '') || E'\n'
    end, 'UTF8');
alter table outbox
    alter column sort set not null,
    alter column subject set not null,
    alter column body set not null,
    drop column payload,
    add check (sort in ('digest', 'urgent', 'news')),
    add check ((sort = 'digest') = (day is not null)),
    add check (delivered_at is null or dead_at is null);
-- one digest a day and channel, however many processes write it
create unique index outbox_one_digest on outbox (channel, day) where day is not null;
drop index outbox_due;
create index outbox_due on outbox (channel, due_at) where delivered_at is null and dead_at is null;
create index outbox_dead on outbox (dead_at) where dead_at is not null;
create index outbox_sort on outbox (sort, created_at);

-- The other side of a channel, where it said that it is gone, or that it wants to be left alone.
create table endpoint (
    -- SHA-256 of its address, which may hold a secret
    digest      text primary key check (digest ~ '^[0-9a-f]{64}$'),
    channel     text not null,
    disabled_at timestamptz,
    why         text not null,
    rest_until  timestamptz
);

-- How many citations an objective had within its time, as each day went out.
create table objective_day (
    objective text not null,
    day       date not null,
    evidence  int  not null check (evidence >= 0),
    fresh     int  not null check (fresh between 0 and evidence),
    primary key (objective, day)
);

-- How large the database was.
create table database_day (
    day   date   primary key,
    bytes bigint not null
);
