-- What is new in a product's versions, and whose account at the cloud it is deployed with.
alter table product
    add column changelog                 jsonb not null default '[]',
    add column cloud_credentials_support text not null default 'ENABLED'
                                         check (cloud_credentials_support in ('ENABLED', 'ENFORCED', 'DISABLED'));
