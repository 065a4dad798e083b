-- E-mails that were asked for, and what became of them. Never what they say: that may be a password.

create table email (
    id         bigint generated always as identity primary key,
    message_id uuid not null unique,
    template   text not null,
    language   text not null,
    recipient  text not null,
    subject    text,
    status     text not null default 'PENDING' check (status in ('PENDING', 'SENT', 'FAILED')),
    attempts   int not null default 0,
    last_error text,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index email_created on email (created_at);
create index email_recipient on email (lower(recipient), id);

create table inbox (
    message_id  uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_received on inbox (received_at);
