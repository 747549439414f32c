-- The rules in force when a capture was judged: what other rules made of a page says nothing of the page.
alter table comparison add column extractor_version text, add column detector_version text;

-- Rows from before: judged by the first version of the comparison, and by the extractor that first read the bytes (that of
-- the oldest reading, where there were none).
alter table comparison disable trigger append_only_row;
update comparison m set detector_version = '1', extractor_version = coalesce(
    (select x.extractor_version from capture c join extraction x on x.capture_id = coalesce(c.refers_to, c.id)
     where c.id = m.capture_id order by x.id limit 1),
    (select x.extractor_version from extraction x order by x.id limit 1),
    '1');
alter table comparison enable trigger append_only_row;

alter table comparison alter column extractor_version set not null, alter column detector_version set not null;

-- The capture that ended a detection; null where a person did.
alter table change_outcome add column capture_id bigint references capture;
