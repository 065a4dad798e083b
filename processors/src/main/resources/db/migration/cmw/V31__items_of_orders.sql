-- The extra resources that were ordered, with their quantities, at the prices of that moment.
alter table "order" add column items jsonb not null default '[]';
