-- What the plans of bundles hold: plans of other products, each with a discount in percent on its price.

create table bundled_plan (
    bundle_plan_id int not null references product_version on delete cascade,
    plan_id        int not null references product_version on delete cascade,
    discount       numeric(5, 2) not null check (discount between 0 and 100),
    primary key (bundle_plan_id, plan_id),
    check (bundle_plan_id <> plan_id)
);
create index bundled_plan_plan on bundled_plan (plan_id);
