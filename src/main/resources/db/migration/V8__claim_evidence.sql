-- From a published claim to the passages that support it, and what became of them.

-- What a claim's evidence must belong to, as keys: the database then refuses a verdict on a page that its company does not cite.
alter table citation add constraint citation_of_company unique (id, company_id, source_id);
alter table claim add constraint claim_of_company unique (id, company_id);

-- What the newest import states of each company. Written so that a claim's or a company's own are found by index alone.
create view current_claim as
    select k.id as claim_id, k.company_id, k.dimension, k.ordinal, s.revision_id, s.statement
    from claim k
    join lateral (select r.id from revision r where r.company_id = k.company_id and r.import_id is not null
                  order by r.number desc limit 1) r on true
    join revision_claim s on s.revision_id = r.id and s.claim_id = k.id;

-- The pages on which a claim rests: the evidence that it names; where it names none, all evidence of its company.
create view claim_page as
    select k.*, t.id as citation_id, t.source_id
    from current_claim k
    join citation t on t.company_id = k.company_id and t.retired_at is null and t.kind = 'evidence'
    where exists (select 1 from claim_citation n where n.claim_id = k.claim_id and n.citation_id = t.id)
       or not exists (select 1 from claim_citation n join citation e on e.id = n.citation_id
                      where n.claim_id = k.claim_id and e.retired_at is null and e.kind = 'evidence');

-- A passage of a cited page that speaks of what a claim states, as a W3C TextQuoteSelector. It belongs to the statement
-- for which it was proposed: an import that states something else needs passages of its own.
create table claim_link (
    id           bigint generated always as identity primary key,
    claim_id     bigint      not null,
    company_id   bigint      not null,
    revision_id  bigint      not null,
    citation_id  bigint      not null,
    source_id    bigint      not null,
    quote_exact  text        not null check (quote_exact <> ''),
    quote_prefix text        not null,
    quote_suffix text        not null,
    -- the typed fact that the passage states; null where it is a matter of words only
    role         text,
    value        text,
    -- whether the passage states what the claim states, rather than something else of the same role
    agrees       boolean     not null,
    capture_id   bigint      not null,
    capture_good boolean     not null default true check (capture_good),
    -- the rules that proposed it
    rules        text        not null,
    proposed_at  timestamptz not null,
    foreign key (claim_id, company_id) references claim (id, company_id),
    foreign key (citation_id, company_id, source_id) references citation (id, company_id, source_id),
    foreign key (revision_id, claim_id) references revision_claim (revision_id, claim_id),
    foreign key (capture_id, source_id, capture_good) references capture (id, source_id, good),
    check ((role is null) = (value is null))
);
create unique index claim_link_once
    on claim_link (claim_id, citation_id, revision_id, md5(quote_exact), coalesce(role, ''));

-- What a person said of a passage, once.
create table claim_link_decision (
    link_id  bigint primary key references claim_link,
    decision text        not null check (decision in ('accepted', 'rejected')),
    reviewer text        not null check (reviewer <> ''),
    at       timestamptz not null
);

-- The passages of what is stated now.
create view current_link as
    select l.id, p.claim_id, p.company_id, p.citation_id, l.quote_exact, l.quote_prefix, l.quote_suffix, l.role, l.value,
           l.agrees, l.capture_id, coalesce(d.decision, 'proposed') as state, d.reviewer, d.at as decided_at
    from claim_page p
    join claim_link l on l.claim_id = p.claim_id and l.citation_id = p.citation_id
    join revision_claim s on s.revision_id = l.revision_id and s.claim_id = l.claim_id and s.statement = p.statement
    left join claim_link_decision d on d.link_id = l.id;

-- A text of a cited page that was read for a claim, and whether it states anything of the claim's kind. A claim is due
-- where the newest of them is of another text, another statement or other rules.
create table claim_reading (
    id          bigint generated always as identity primary key,
    claim_id    bigint      not null,
    company_id  bigint      not null,
    revision_id bigint      not null,
    citation_id bigint      not null,
    source_id   bigint      not null,
    capture_id  bigint      not null,
    capture_good boolean    not null default true check (capture_good),
    -- SHA-256 of the comparison text
    text_digest text        not null,
    rules       text        not null,
    -- whether the page states anything of the claim's kind, and in words what was tested
    sufficient  boolean     not null,
    tested      text        not null check (tested <> ''),
    -- who speaks on the page, for how much it weighs
    platform    text        not null,
    posts       boolean     not null,
    at          timestamptz not null,
    foreign key (claim_id, company_id) references claim (id, company_id),
    foreign key (citation_id, company_id, source_id) references citation (id, company_id, source_id),
    foreign key (revision_id, claim_id) references revision_claim (revision_id, claim_id),
    foreign key (capture_id, source_id, capture_good) references capture (id, source_id, good)
);
create index claim_reading_latest on claim_reading (claim_id, citation_id, id desc);
create index claim_reading_source on claim_reading (source_id) where sufficient;

-- What became of a claim on a page, one row for each change of verdict or read. That of any night is the newest by then.
create table claim_verdict (
    id           bigint generated always as identity primary key,
    claim_id     bigint      not null,
    company_id   bigint      not null,
    revision_id  bigint      not null,
    citation_id  bigint      not null,
    source_id    bigint      not null,
    capture_id   bigint      not null,
    capture_good boolean     not null,
    verdict      text        not null check (verdict in ('supported', 'reworded', 'value-changed', 'contradicted',
        'no-longer-stated', 'cannot-tell')),
    -- how good the read was: an axis of its own, which never moves the verdict
    read         text        not null check (read in ('good', 'degraded', 'gone', 'moved', 'unreachable', 'disallowed',
        'refused')),
    value_found  text,
    quote_found  text,
    rules        text        not null,
    at           timestamptz not null,
    foreign key (claim_id, company_id) references claim (id, company_id),
    foreign key (citation_id, company_id, source_id) references citation (id, company_id, source_id),
    foreign key (revision_id, claim_id) references revision_claim (revision_id, claim_id),
    foreign key (capture_id, source_id, capture_good) references capture (id, source_id, good),
    check (capture_good = (read = 'good'))
);
create index claim_verdict_latest on claim_verdict (claim_id, citation_id, id desc);

-- The newest verdict on each claim as it is stated now, by page.
create view claim_standing as
    select v.id, p.claim_id, p.company_id, p.citation_id, p.source_id, v.capture_id, v.verdict, v.read, v.value_found,
           v.quote_found, v.at
    from claim_page p
    join lateral (select x.* from claim_verdict x
                  join revision_claim s on s.revision_id = x.revision_id and s.claim_id = x.claim_id
                  where x.claim_id = p.claim_id and x.citation_id = p.citation_id and s.statement = p.statement
                  order by x.id desc limit 1) v on true;

do $$
declare t text;
begin
    foreach t in array array['claim_link', 'claim_link_decision', 'claim_reading', 'claim_verdict'] loop
        execute format('create trigger append_only_row before update or delete on %I
            for each row execute function refuse_rewrite()', t);
        execute format('create trigger append_only_truncate before truncate on %I
            for each statement execute function refuse_rewrite()', t);
    end loop;
end
$$;
