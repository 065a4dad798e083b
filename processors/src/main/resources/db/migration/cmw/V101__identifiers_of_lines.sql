-- A line keeps the identifier that its extra resource had when the invoice was issued.

alter table invoice_line add column identifier text;
update invoice_line l set identifier = b.identifier from billing_item b where b.id = l.billing_item_id;
