-- What an exported data set says beside its records, where it was imported: so that nothing of an index is lost when it is
-- carried into another database.

-- Data sets are imported, too; the word for disputes is here so that the list is changed once.
alter table import_file drop constraint import_file_format_check;
alter table import_file add constraint import_file_format_check
    check (format in ('card-text', 'card-html', 'json', 'csv', 'data-set', 'disputes'));

-- How a page, or a claim on a page, stood by an earlier publication. The newest row of each counts; none is added that says
-- less than the one before.
create table published_check (
    id               bigint generated always as identity primary key,
    company_id       bigint not null,
    citation_id      bigint not null,
    -- null: of the page as a whole
    claim_id         bigint,
    revision_id      bigint,
    confirmed_at     timestamptz,
    -- SHA-256 of the page's body; the bytes are where the publication came from
    snapshot         text check (snapshot ~ '^[0-9a-f]{64}$'),
    seen_by          text check (seen_by in ('machine', 'reviewer')),
    words            text check (words <> ''),
    unreadable_since timestamptz,
    at               timestamptz not null,
    foreign key (citation_id, company_id) references citation (id, company_id),
    foreign key (claim_id, company_id) references claim (id, company_id),
    foreign key (revision_id, claim_id) references revision_claim (revision_id, claim_id),
    check (num_nonnulls(claim_id, revision_id) in (0, 2)),
    check (num_nonnulls(confirmed_at, snapshot, seen_by) in (0, 3)),
    check (words is null or (claim_id is not null and confirmed_at is not null))
);
create index published_check_latest on published_check (citation_id, claim_id, id desc);

-- Corrections that an earlier publication lists; an id stands for what is said, so that no correction is there twice.
create table published_correction (
    id         uuid primary key,
    company_id bigint not null references company,
    content    jsonb  not null,
    at         timestamptz not null
);
create index published_correction_company on published_correction (company_id);

-- Companies that were to be scored again by an earlier publication, which had that revision of the record. They are until
-- a later revision rests on an import or a rubric.
create table published_rescore (
    id         uuid   not null,
    company_id bigint not null references company,
    revision   int    not null check (revision >= 0),
    content    jsonb  not null,
    at         timestamptz not null,
    primary key (id, revision)
);
create index published_rescore_company on published_rescore (company_id);

do $$
declare t text;
begin
    foreach t in array array['published_check', 'published_correction', 'published_rescore'] loop
        execute format('create trigger append_only_row before update or delete on %I
            for each row execute function refuse_rewrite()', t);
        execute format('create trigger append_only_truncate before truncate on %I
            for each statement execute function refuse_rewrite()', t);
    end loop;
end
$$;
