-- How the main text was found; two readings are compared only where both were made the same way.
alter table extraction add column way text not null default 'structure'
    check (way in ('profile', 'structure', 'density', 'whole', 'lines'));
alter table extraction alter column way drop default;
