-- Contents on the object storage, each once, by their SHA-256; who holds them; their smaller images.

create table object (
    digest     text primary key check (digest ~ '^[0-9a-f]{64}$'),
    sha512     text,
    type       text,
    size       bigint,
    width      int,
    height     int,
    -- false while it is only known to lie on the storage, left there by a crash or a stranger
    stored     boolean not null default false,
    -- when somebody asked for it last: what nobody holds is removed a while after
    touched_at timestamptz not null,
    created_at timestamptz not null default now(),
    check (not stored or (sha512 is not null and type is not null and size is not null))
);
create index object_touched on object (touched_at);

create table reference (
    digest     text not null references object,
    holder     text not null,
    created_at timestamptz not null default now(),
    primary key (digest, holder)
);

create table thumbnail (
    digest text not null references object on delete cascade,
    width  int not null,
    height int not null,
    size   bigint not null,
    primary key (digest, width)
);

create table outbox (
    id          bigint generated always as identity primary key,
    message_id  uuid not null default gen_random_uuid(),
    destination text not null,
    type        text not null,
    aggregate   text not null,
    payload     text not null,
    deliver_at  timestamptz,
    request_id  text,
    created_at  timestamptz not null default now()
);

create table inbox (
    message_id  uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_received on inbox (received_at);
