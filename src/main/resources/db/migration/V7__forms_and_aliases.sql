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
