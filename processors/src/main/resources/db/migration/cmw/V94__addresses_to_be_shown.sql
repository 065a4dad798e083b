-- Another e-mail address that somebody gives himself is his once he has shown, by a token that was sent there, that he reads it.

alter table user_token drop constraint user_token_purpose_check;
alter table user_token add constraint user_token_purpose_check check (purpose in ('ACTIVATION', 'PASSWORD', 'ADDRESS'));
alter table user_token add column address text;
alter table user_token add constraint user_token_address check ((purpose = 'ADDRESS') = (address is not null));
