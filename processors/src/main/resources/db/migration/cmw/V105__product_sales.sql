-- How often each product was ordered and tried, which TOPSOLD and TOPTRIED order by. An order adds a row and waits for nobody;
-- a clock (ProductSales) adds the rows up in the product's row of the search. See ADR 0011.
alter table product_search
    add sold  int not null default 0,
    add tried int not null default 0;

create function is_sale(type text) returns boolean
    language sql immutable strict parallel safe
    return type not in ('TRIAL', 'SANDBOX');

update product_search d
   set sold = s.sold, tried = s.tried
  from (select product_id, count(*) filter (where cmw.is_sale(type)) as sold,
               count(*) filter (where type = 'TRIAL') as tried
          from subscription
         group by product_id) s
 where s.product_id = d.product_id;

create index product_search_sold on product_search (sold desc, product_id) include (listed, company_id);
create index product_search_tried on product_search (tried desc, product_id) include (listed, company_id);

-- What has not been added up yet.
create table product_sale (
    product_id int not null,
    sold       int not null,
    tried      int not null
);

create function count_product_sales() returns trigger
    language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into cmw.product_sale
        select product_id, - count(*) filter (where cmw.is_sale(type)), - count(*) filter (where type = 'TRIAL')
          from gone
         group by product_id;
    end if;
    if tg_op <> 'DELETE' then
        insert into cmw.product_sale
        select product_id, count(*) filter (where cmw.is_sale(type)), count(*) filter (where type = 'TRIAL')
          from came
         group by product_id;
    end if;
    return null;
end
$$;

-- A trial that is paid becomes a sale.
create function move_product_sale() returns trigger
    language plpgsql as $$
begin
    insert into cmw.product_sale
    values (old.product_id, - cast(cmw.is_sale(old.type) as int), - cast(old.type = 'TRIAL' as int)),
           (new.product_id, cast(cmw.is_sale(new.type) as int), cast(new.type = 'TRIAL' as int));
    return null;
end
$$;

create trigger product_sales_inserted after insert on subscription
    referencing new table as came for each statement execute function count_product_sales();
create trigger product_sales_deleted after delete on subscription
    referencing old table as gone for each statement execute function count_product_sales();
create trigger product_sales_moved after update of type, product_id on subscription
    for each row when (old.type is distinct from new.type or old.product_id is distinct from new.product_id)
    execute function move_product_sale();
