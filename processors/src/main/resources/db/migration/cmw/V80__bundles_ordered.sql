-- A bundle is ordered as a whole: one order begins a subscription of each plan that is in it, cheaper by a discount in percent.
-- Subscriptions that were ordered alone have neither. Once one has gone over to another plan its discount is 0.

alter table subscription
    add column bundle_order_id int references "order",
    add column bundle_discount numeric(5, 2) check (bundle_discount between 0 and 100),
    add constraint subscription_bundle check ((bundle_order_id is null) = (bundle_discount is null));
create index subscription_bundle_order on subscription (bundle_order_id) where bundle_order_id is not null;
