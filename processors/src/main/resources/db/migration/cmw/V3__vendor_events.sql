-- Events on their way to the endpoints of vendors, products and the platform: one row for each endpoint.

create table vendor_event (
    id              int generated always as identity primary key,
    created_at      timestamptz not null,
    recipient       text not null check (recipient in ('COMPANY', 'PRODUCT', 'PLATFORM')),
    endpoint        text not null,
    entity          text not null,
    entity_id       int not null,
    type            text not null check (type in ('CREATED', 'MODIFIED', 'DELETED')),
    product_id      int references product,
    vendor_id       int references company,
    -- The body as it is sent, byte for byte (UTF-8): the signature is made of it.
    body            text not null,
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,
    -- Until then somebody is busy sending it; in the past when whoever was has died.
    claimed_until   timestamptz,
    last_error      text,
    notified_at     timestamptz
);
create index vendor_event_due on vendor_event (next_attempt_at) where notified_at is null;
create index vendor_event_order on vendor_event (endpoint, entity, entity_id, id) where notified_at is null;
create index vendor_event_vendor on vendor_event (vendor_id, id);
create index vendor_event_entity on vendor_event (entity, entity_id, id);
create index vendor_event_notified on vendor_event (notified_at) where notified_at is not null;
