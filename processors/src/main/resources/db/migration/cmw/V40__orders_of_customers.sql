-- Below whom a company stands: a customer below its reseller, a reseller below its distributor.
alter table company add column if not exists parent_id int references company;

-- Who sold it when it was ordered.
alter table subscription
    add column reseller_id int references company,
    add column distributor_id int references company;
create index subscription_reseller on subscription (reseller_id, id desc) where reseller_id is not null;
create index subscription_distributor on subscription (distributor_id, id desc) where distributor_id is not null;

-- An order may begin later, be refused with words, and be taken back.
alter table "order"
    add column start_date timestamptz,
    add column rejection_reason text,
    add column deleted_at timestamptz,
    add column metadata jsonb not null default '{}';
drop index order_external_reference;
create unique index order_external_reference on "order" (buyer_id, external_reference) where deleted_at is null;
