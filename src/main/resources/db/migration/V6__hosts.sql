-- What processes on this database tell each other about hosts, and what is remembered of them from run to run.

create table host (
    name       text primary key,
    -- the fetcher that reads there now; whoever has the term behind it may be replaced
    owner      text,
    until      timestamptz not null,
    -- another fetcher waits for it
    wanted     boolean     not null default false,
    -- no request before, by the clock of the database
    next_at    timestamptz not null default clock_timestamp(),
    -- how it has borne our requests: asked to slow down, failures in a row, answers without complaint
    strikes    int         not null default 0 check (strikes >= 0),
    faults     int         not null default 0 check (faults >= 0),
    calm       int         not null default 0 check (calm >= 0),
    rest_until timestamptz,
    rest_why   text,
    check ((rest_until is null) = (rest_why is null))
);
create index host_owner on host (owner) where owner is not null;

-- The operator's switch: a host, or '*' for all.
create table host_stop (
    host       text primary key check (host <> ''),
    stopped_by text        not null check (stopped_by <> ''),
    why        text        not null check (why <> ''),
    at         timestamptz not null
);

-- The robots.txt of an origin (RFC 9309), as served; empty where it has none.
create table robots (
    origin       text primary key,
    content      bytea       not null,
    content_type text        not null,
    read_at      timestamptz not null
);
