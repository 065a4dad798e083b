-- To whom an invoice was written, as tax law wants it kept when the person is erased: name, addresses, tax codes.
alter table invoice add column recipient jsonb;
