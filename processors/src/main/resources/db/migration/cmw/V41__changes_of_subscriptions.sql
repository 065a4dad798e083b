-- A change of a subscription that was ordered: done at once, when its invoice is paid, or with the next period.
create table subscription_change (
    order_id        int primary key references "order",
    subscription_id int not null references subscription,
    plan_id         int references product_version,
    plan_name       text,
    price           numeric(15, 4),
    billing_period  int,
    renewable       boolean,
    extras          jsonb,
    state           text not null check (state in ('WAITING_PAYMENT', 'DEFERRED', 'APPLIED', 'DROPPED'))
);
create unique index subscription_change_pending on subscription_change (subscription_id)
    where state in ('WAITING_PAYMENT', 'DEFERRED');

create index subscription_metadata on subscription using gin (metadata);
create index subscription_end on subscription (end_date) where end_date is not null;
