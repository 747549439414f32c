-- SHA-256 of what the newest import that cites the page says of the citation: the same again leaves alone what people made
-- of it since. Null where no import stands behind it: from before, by a repair, or dropped by an import.
alter table citation add column import_digest text check (import_digest ~ '^[0-9a-f]{64}$');
