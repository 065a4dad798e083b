-- What a vendor wants to know of an item may be a secret: it is encrypted from now on; null for nothing.
alter table cart_item
    alter column configuration_parameters drop default,
    alter column configuration_parameters drop not null,
    alter column configuration_parameters type text using null;
