-- What customers think of a product: the average of its comments' ratings, and how many there are.
alter table product
    add column rating numeric(3, 2) check (rating between 1 and 5),
    add column rating_count int not null default 0 check (rating_count >= 0);
