-- Messages that failed for good, until somebody deals with them and after; and why messages failed.

-- The last failure of a message in a queue. It becomes a dead letter's cause, or is forgotten when a later attempt
-- goes well.
create table failure (
    message_id text not null,
    queue      text not null,
    route      text not null,
    attempts   int not null,
    cause      text not null,
    at         timestamptz not null,
    primary key (message_id, queue)
);
create index failure_at on failure (at);

create table dead_letter (
    id                int generated always as identity primary key,
    -- identity of this one death: the same message may die again
    death_id          uuid not null unique,
    message_id        text not null,
    queue             text not null,
    type              text,
    aggregate         text,
    request_id        text,
    headers           jsonb not null,
    -- until it is sent or discarded; an e-mail may hold a password
    encrypted_payload text,
    route             text,
    cause             text not null,
    attempts          int not null,
    died_at           timestamptz not null,
    redriven_at       timestamptz,
    redriven_by       text,
    -- the broker refuses the ids that it has seen
    duplicate_id      uuid,
    sent_at           timestamptz,
    discarded_at      timestamptz,
    discarded_by      text,
    check ((redriven_at is null) = (redriven_by is null)),
    check ((redriven_at is null) = (duplicate_id is null)),
    check ((discarded_at is null) = (discarded_by is null)),
    check (redriven_at is null or discarded_at is null)
);
create index dead_letter_open on dead_letter (queue, id) where redriven_at is null and discarded_at is null;
create index dead_letter_unsent on dead_letter (id) where redriven_at is not null and sent_at is null;
create index dead_letter_type on dead_letter (type, id);
