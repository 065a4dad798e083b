-- Digests of the accounts that erased users had: a token that outlives the account makes no new user of it.
create table erased_account (
    digest text primary key
);
