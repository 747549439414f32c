-- The queue behind the reviewers' desk: what its first page needs is found by index.

-- what the same change has in common at several companies or on several pages of a host; none for a dispute
alter table reason add column cause text;
update reason r set cause = s.host || ' ' || x.fingerprint
from change x join source s on s.id = x.source_id
where x.id = r.change_id;

create index reason_cause on reason (cause) where closed_at is null;
create index reason_open on reason (work_item_id) where closed_at is null;
create index reason_change on reason (change_id);
create index work_item_company on work_item (company_id);
create index decision_change on decision (change_id);

-- one request may answer many reasons, at many companies: each of its rows bears the same id
alter table decision add column request_id uuid;
create index decision_request on decision (request_id) where request_id is not null;

-- what reviewers tell one another about an item
create table work_item_note (
    id           bigint generated always as identity primary key,
    work_item_id bigint      not null references work_item,
    author       text        not null check (author <> ''),
    text         text        not null check (length(text) between 1 and 4000),
    at           timestamptz not null
);
create index work_item_note_item on work_item_note (work_item_id, id);
create trigger append_only_row before update or delete on work_item_note
    for each row execute function refuse_rewrite();
create trigger append_only_truncate before truncate on work_item_note
    for each statement execute function refuse_rewrite();
