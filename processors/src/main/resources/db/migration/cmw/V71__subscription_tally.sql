-- How many subscriptions a vendor has: a vendor with a hundred thousand of them pages through his list without their being
-- counted each time. Rows of one vendor add up. An order adds a row and waits for nobody; now and then one merges those
-- that no other order holds.
create table subscription_tally (
    id        bigint generated always as identity primary key,
    vendor_id int not null,
    n         bigint not null
);
create index subscription_tally_vendor on subscription_tally (vendor_id) include (n);

insert into subscription_tally (vendor_id, n) select vendor_id, count(*) from subscription group by vendor_id;

create function tally_subscriptions() returns trigger
    language plpgsql as $$
declare
    rows_until_merged constant int := 64;
    crowded int[];
begin
    if tg_op = 'TRUNCATE' then
        delete from cmw.subscription_tally;
        return null;
    elsif tg_op = 'INSERT' then
        insert into cmw.subscription_tally (vendor_id, n) select vendor_id, count(*) from came group by vendor_id;
        crowded := array(select distinct vendor_id from came where id % rows_until_merged = 0);
    elsif tg_op = 'DELETE' then
        insert into cmw.subscription_tally (vendor_id, n) select vendor_id, - count(*) from gone group by vendor_id;
    else
        insert into cmw.subscription_tally (vendor_id, n) values (old.vendor_id, -1), (new.vendor_id, 1);
    end if;
    if cardinality(crowded) > 0 then
        with free as (
            select id from cmw.subscription_tally where vendor_id = any (crowded) order by id for update skip locked),
        merged as (
            delete from cmw.subscription_tally t using free where t.id = free.id returning t.vendor_id, t.n)
        insert into cmw.subscription_tally (vendor_id, n) select vendor_id, sum(n) from merged group by vendor_id;
    end if;
    return null;
end
$$;
create trigger subscription_tally_inserted after insert on subscription
    referencing new table as came for each statement execute function tally_subscriptions();
create trigger subscription_tally_deleted after delete on subscription
    referencing old table as gone for each statement execute function tally_subscriptions();
create trigger subscription_tally_moved after update of vendor_id on subscription
    for each row when (old.vendor_id is distinct from new.vendor_id) execute function tally_subscriptions();
create trigger subscription_tally_truncated after truncate on subscription
    for each statement execute function tally_subscriptions();
