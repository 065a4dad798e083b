-- Since when somebody has his password: what the gate remembers of a password that was checked before counts no longer.
alter table "user" add column password_changed_at timestamptz;
