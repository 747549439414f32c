-- Accounts have a role; programs come with a token of their own; and it is on record who gave whom what.

alter table reviewer add column role text not null default 'reviewer'
    check (role in ('reader', 'reviewer', 'publisher', 'admin'));
alter table reviewer alter column role drop default;
alter table reviewer add column disabled_at timestamptz;
-- Before there were roles, the first account was made by whoever runs the program.
update reviewer set role = 'admin' where created_at = (select min(created_at) from reviewer);

create table api_token (
    id           bigint generated always as identity primary key,
    owner        text        not null references reviewer,
    label        text        not null check (length(label) between 1 and 100),
    role         text        not null check (role in ('reader', 'reviewer', 'publisher', 'admin')),
    -- SHA-256 of the token; the token itself, of 256 random bits, is kept nowhere
    digest       text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
create index api_token_owner on api_token (owner);

create table account_event (
    id      bigint generated always as identity primary key,
    account text        not null,
    what    text        not null,
    by_whom text        not null,
    at      timestamptz not null
);

create trigger append_only_row before update or delete on account_event
    for each row execute function refuse_rewrite();
create trigger append_only_truncate before truncate on account_event
    for each statement execute function refuse_rewrite();

-- Where several people decide, no one of them moves a grade: who only reads, or can log in no more, is none of them.
create or replace function grades_need_two_people() returns trigger language plpgsql as $$
begin
    if new.decision_id is not null
       and new.grade is distinct from (select r.grade from revision r where r.company_id = new.company_id
                                       and r.number = new.number - 1)
       and (select count(*) from reviewer where disabled_at is null and role <> 'reader') > 1
       and not exists (select 1 from decision d where d.id = new.decision_id
                       and (d.verdict = 'undo' or d.seconds is not null)) then
        raise exception 'decision % moves a grade, and nobody seconds it', new.decision_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
