-- What became of each time at which a job was due: one row carries out one due time, whichever process of the database did.

create table due_time (
    job         text        not null,
    due_at      timestamptz not null,
    state       text        not null
        check (state in ('started', 'completed', 'failed', 'stopped', 'overlap', 'paused')),
    -- how many due times before this one nobody was there for: they are not made up for
    passed_over int         not null check (passed_over >= 0),
    -- how often it was tried; one that failed is tried again
    attempts    int         not null check (attempts > 0),
    note        text        not null,
    -- the newest run there was when it was begun: a later one that was completed did its work
    after_run   bigint      not null,
    -- by the database's clock: when the state was last written
    at          timestamptz not null,
    primary key (job, due_at)
);

-- somebody wants a run now, from whichever process serves the schedules
alter table job_state add column asked boolean not null default false;
