-- The endpoint of a platform that answers with the words of a page; asked in the page's place while it is adopted.
create table source_endpoint (
    source_id  bigint primary key references source,
    url        text        not null,
    -- when it was last laid beside the page
    tried_at   timestamptz not null,
    -- when it last said the same as the page; null while the page itself is read
    adopted_at timestamptz,
    failed_at  timestamptz,
    check (adopted_at is null or adopted_at >= tried_at)
);

-- Other addresses of a source: of the same page by another spelling, under another slug, or by its own word.
create table source_alias (
    source_id  bigint      not null references source,
    url        text        not null check (length(url) <= 2048),
    kind       text        not null check (kind in ('slug', 'redirect', 'canonical')),
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (source_id, url),
    check (first_seen <= last_seen)
);
create index source_alias_url on source_alias (url, source_id);
