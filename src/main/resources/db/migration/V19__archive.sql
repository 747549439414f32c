-- An archive is written in the order of time, and takes with a revisit what it refers to.
create index capture_in_time on capture (at, id);
create index capture_revisited on capture (refers_to, at) where refers_to is not null;
