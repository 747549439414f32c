-- What the pages of the desk and of the nights count and look for, found in an index without its rows.

-- of a run: how many pages got which verdict; and which of those are differences
create index comparison_run_verdict on comparison (run_id, verdict) include (id);
drop index comparison_run;
-- of a run: what it could not read
create index capture_unread on capture (run_id) where not good;
-- of a page: attempts that failed; and what people brought of it, of which there is little
create index capture_failed on capture (source_id, id) where not good;
create index capture_manual on capture (source_id) where purpose = 'manual';
-- of an open reason: what gives it its place, without the passages of its change
create index change_severity on change (id) include (severity);
