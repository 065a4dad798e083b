-- When somebody asked last for an e-mail about an order: it is not sent again for a while.
create table order_notice (
    order_id int not null references "order" on delete cascade,
    notice   text not null,
    asked_at timestamptz not null,
    primary key (order_id, notice)
);
