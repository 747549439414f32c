-- Retention: the octets of stored pages that nothing rests on may go after their time, and leave a tombstone. Everything else of
-- them stays: digest and length, their captures, the texts that were read out of them.

create table snapshot_removal (
    digest text        primary key references snapshot,
    -- of the stored octets that went
    freed  bigint      not null check (freed > 0),
    at     timestamptz not null
);
create trigger append_only_row before update or delete on snapshot_removal
    for each row execute function refuse_rewrite();
create trigger append_only_truncate before truncate on snapshot_removal
    for each statement execute function refuse_rewrite();

-- Pages that a publication of ours names as what it rests on, each once.
create table exported_snapshot (
    digest text        primary key references snapshot,
    at     timestamptz not null
);
create trigger append_only_row before update or delete on exported_snapshot
    for each row execute function refuse_rewrite();
create trigger append_only_truncate before truncate on exported_snapshot
    for each statement execute function refuse_rewrite();

-- Pages that something rests on: accepted ones, the first and the newest good one of each source, what changes, confirmations,
-- decisions, claims and publications cite, and what a person brought in.
create view cited_snapshot as
    with cited as (
        select capture_id as id from baseline
        union select capture_id from change
        union select baseline_capture_id from change
        union select capture_id from confirmation
        union select capture_id from decision
        union select capture_id from change_outcome
        union select capture_id from claim_link
        union select capture_id from claim_verdict
        union select capture_id from quarantine
        union select first_capture_id from lasting_absence
        union select last_capture_id from lasting_absence
        union select id from capture where signed_by is not null
        union select min(id) from capture where good group by source_id
        union select max(id) from capture where good group by source_id
    )
    select r.snapshot_digest as digest
    from cited join capture c on c.id = cited.id join capture r on r.id = coalesce(c.refers_to, c.id)
    where r.snapshot_digest is not null
    union
    select snapshot from published_check where snapshot is not null
    union
    select digest from exported_snapshot;

-- A stored page may lose its octets once its tombstone stands, and change in no other way.
create function keep_snapshot() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.body = '' and (new.digest, new.length, new.created_at) = (old.digest, old.length, old.created_at)
            and exists (select 1 from snapshot_removal where digest = old.digest) then
        return new;
    end if;
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;
drop trigger append_only_row on snapshot;
create trigger append_only_row before update or delete on snapshot
    for each row execute function keep_snapshot();

-- Removes what nothing cites and no capture has shown since a time; the one way in which octets go.
create function remove_uncited_snapshots(not_since timestamptz, removed_at timestamptz, at_most int)
returns table (removed bigint, freed bigint) language sql as $$
    with uncited as (
        select s.digest, octet_length(s.body) as octets
        from snapshot s
        where s.created_at < not_since
          and s.body <> ''
          and not exists (select 1 from cited_snapshot c where c.digest = s.digest)
          and not exists (select 1 from capture c join capture r on r.id = coalesce(c.refers_to, c.id)
                          where r.snapshot_digest = s.digest and c.at >= not_since)
        order by s.created_at limit at_most
    ), tombstones as (
        insert into snapshot_removal (digest, freed, at) select digest, octets, removed_at from uncited
        returning digest, freed
    )
    select count(*), coalesce(sum(freed), 0)::bigint from tombstones
$$;
