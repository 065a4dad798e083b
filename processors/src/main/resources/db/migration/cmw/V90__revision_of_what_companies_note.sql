-- How often it has been written: who names the revision that he has seen overwrites nobody's note.
alter table user_company_metadata add column revision integer not null default 1;
