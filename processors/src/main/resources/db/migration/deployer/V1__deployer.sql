-- The deployer's own schema: deployments and their history, the accounts it may use, what it found in the clouds.

create table cloud_account (
    credential_id    int primary key,
    provider_id      int not null,
    connector        text not null,
    endpoint         text not null,
    region           text not null,
    options          jsonb not null default '{}',
    -- identity and secret, encrypted by the platform's key for this credential
    encrypted_secret text not null,
    removed          boolean not null default false,
    updated_at       timestamptz not null default now()
);

create table deployment (
    id              bigint generated always as identity primary key,
    subscription_id int not null unique,
    provider_id     int not null,
    credential_id   int not null,
    state           text not null,
    -- the step that it is at; all of them null when nothing is to be done
    step            text,
    attempt         int,
    polls           int,
    due             timestamptz,
    deadline        timestamptz,
    token           uuid,
    spec            jsonb not null,
    resources       jsonb not null,
    failure         text,
    keep_disk       boolean not null default false,
    kept            boolean not null default false,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    check ((step is null) = (attempt is null) and (step is null) = (polls is null) and (step is null) = (due is null)
           and (step is null) = (deadline is null) and (step is null) = (token is null))
);
create index deployment_credential on deployment (credential_id);
create index deployment_state on deployment (state);

create table deployment_history (
    id            bigint generated always as identity primary key,
    deployment_id bigint not null references deployment on delete cascade,
    at            timestamptz not null,
    state         text not null,
    step          text,
    event         text not null,
    message       text not null,
    progress      int not null check (progress between 0 and 100),
    attempts_left int not null,
    error         text,
    temporary     boolean not null
);
create index deployment_history_deployment on deployment_history (deployment_id, id);

-- What carries the platform's mark in a cloud and that nobody needs; reported once it was seen for a grace.
create table orphan (
    credential_id   int not null,
    kind            text not null,
    resource_id     text not null,
    subscription_id int not null,
    first_seen      timestamptz not null,
    reported        timestamptz,
    primary key (credential_id, kind, resource_id)
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
