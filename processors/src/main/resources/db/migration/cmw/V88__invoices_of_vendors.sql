-- Which vendor wrote an invoice himself: he reads it. Null for what the platform, or staff, wrote.
alter table invoice add column vendor_id int references company;
create index invoice_vendor on invoice (vendor_id, id desc) where vendor_id is not null;

update invoice i
   set vendor_id = u.company_id
  from "order" o join "user" u on u.id = o.creator_id
 where o.id = i.order_id and u.role = 'VENDOR' and i.type in ('UPSELL', 'CHUNKED', 'REFUND');
