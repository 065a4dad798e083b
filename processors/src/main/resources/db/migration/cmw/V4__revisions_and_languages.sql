-- How often a row was written: who names the revision that he has seen overwrites nobody's change.
alter table company add column revision int not null default 1;
alter table "user" add column revision int not null default 1;
alter table category add column revision int not null default 1;
alter table cloud_provider add column revision int not null default 1;
alter table instance_type add column revision int not null default 1;
alter table cloud_credential add column revision int not null default 1;
alter table virtual_machine_configuration add column revision int not null default 1;
alter table product add column revision int not null default 1;
alter table product_version add column revision int not null default 1;
alter table subscription add column revision int not null default 1;
alter table "order" add column revision int not null default 1;
alter table invoice add column revision int not null default 1;

-- A row's own texts are in its language, translations holds them in others: {"it": {"name": "…"}}.
alter table category add column language text not null default 'en', add column translations jsonb not null default '{}';
alter table product add column language text not null default 'en', add column translations jsonb not null default '{}';
alter table product_version
    add column language text not null default 'en', add column translations jsonb not null default '{}';
