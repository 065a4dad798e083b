-- A word that many products have is looked for in a part of them first. The index hands over all products of a word before the
-- first one is read, so what a frequent word costs grows with the catalogue, unless the index is of a part. There are five
-- parts, each about eight times as large as the one before it, whichever numbers products have: see ADR 0011.

create function search_tier(product_id int) returns smallint
    language sql immutable strict parallel safe
    return case when (product_id * 2654435761 >> 16) & 4095 = 0 then 0
                when (product_id * 2654435761 >> 16) & 511 = 0 then 1
                when (product_id * 2654435761 >> 16) & 63 = 0 then 2
                when (product_id * 2654435761 >> 16) & 7 = 0 then 3
                else 4 end;

alter table product_search add tier smallint not null generated always as (cmw.search_tier(product_id)) stored;

drop index product_search_head, product_search_document;
do $$
begin
    for tier in 0 .. 4 loop
        execute format('create index product_search_head_%1$s on cmw.product_search using gin (head)'
                       ' with (fastupdate = off) where tier = %1$s', tier);
        execute format('create index product_search_document_%1$s on cmw.product_search using gin (document)'
                       ' with (fastupdate = off) where tier = %1$s', tier);
    end loop;
end
$$;
-- Words beyond the thousand most frequent are rare enough for one estimate; more of them only make each plan dearer.
alter table product_search alter head set statistics 100, alter document set statistics 100;
analyze product_search;
