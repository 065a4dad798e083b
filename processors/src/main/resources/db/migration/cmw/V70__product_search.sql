-- What products are searched, filtered, ordered and counted by: one row for each product that is not removed, written by
-- triggers in the transaction that changes the product, its plans or its vendor. Nothing else writes here. See ADR 0011.

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists fuzzystrmatch with schema public;

-- One text search configuration for each language: PostgreSQL's own, with accents folded first.
create table search_language (
    code   text primary key,
    config regconfig not null
);

do $$
declare
    spoken record;
begin
    for spoken in
        select * from (values
            ('ca', 'catalan'), ('da', 'danish'), ('de', 'german'), ('el', 'greek'), ('en', 'english'), ('es', 'spanish'),
            ('fi', 'finnish'), ('fr', 'french'), ('hu', 'hungarian'), ('it', 'italian'), ('lt', 'lithuanian'),
            ('nb', 'norwegian'), ('nl', 'dutch'), ('no', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'),
            ('ru', 'russian'), ('sv', 'swedish'), ('tr', 'turkish'), ('xx', 'simple')) as languages (code, config)
    loop
        execute format('create text search configuration cmw.search_%s (copy = pg_catalog.%I)', spoken.code, spoken.config);
        execute format('alter text search configuration cmw.search_%s alter mapping for hword, hword_part, word'
                       ' with public.unaccent, pg_catalog.%I',
                       spoken.code, case spoken.config when 'simple' then 'simple' else spoken.config || '_stem' end);
        execute format('insert into cmw.search_language values (%L, %L::regconfig)', spoken.code,
                       'cmw.search_' || spoken.code);
    end loop;
end
$$;

-- Letters without accents and case, for what is compared letter by letter.
create function folded(words text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, words));

-- What stands between words becomes a blank: "node.js" is found by either word, not only as the name of a host.
create function search_plain(words text) returns text
    language sql immutable strict parallel safe
    return translate(words, './:;,@_-+&|()[]"''', '                 ');

-- A text by the stems of its language and as it is written: readers of other languages type the latter.
create function search_text(config regconfig, words text) returns tsvector
    language sql immutable strict parallel safe
    return (select to_tsvector(config, plain) || to_tsvector('cmw.search_xx'::regconfig, plain)
              from (select cmw.search_plain(words) as plain offset 0) once);

create aggregate search_join(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '', parallel = safe);

create table product_search (
    product_id   int primary key references product on delete cascade,
    company_id   int not null,
    -- shown to everybody: listed is published and not silent
    published    boolean not null,
    silent       boolean not null,
    listed       boolean not null,
    weight       int not null,
    sort_name    text collate "C" not null,
    published_at timestamptz,
    rating       numeric(3, 2),
    rating_count int not null,
    -- of the cheapest published plan, by the month
    price        numeric(15, 4),
    -- the names in all languages, folded, each after a blank
    names        text not null,
    -- name (A); short description, tags and vendor (B): what is ranked
    head         tsvector not null,
    -- all texts, without places and weights: what is matched
    document     tsvector not null,
    -- what it is counted under: *, category:3, type:VM, company:7, tag:office, provider:2, trial:true, price:0-10, rating:4, featured:false
    tokens       text[] not null
);
create index product_search_head on product_search using gin (head) with (fastupdate = off);
create index product_search_document on product_search using gin (document) with (fastupdate = off);
create index product_search_tokens on product_search using gin (tokens) with (fastupdate = off);
create index product_search_names on product_search using gin (names public.gin_trgm_ops) with (fastupdate = off);
create index product_search_promoted on product_search using gin (head) with (fastupdate = off) where weight > 0;
create index product_search_weight on product_search (weight desc, sort_name, product_id) include (listed, company_id);
create index product_search_name on product_search (sort_name, product_id);
create index product_search_newest on product_search (published_at desc nulls last, product_id desc);
create index product_search_price on product_search (price, product_id);
create index product_search_rating on product_search (rating desc nulls last, rating_count desc, product_id);
create index product_search_unlisted on product_search (company_id) where not listed;
alter table product_search alter tokens set statistics 1000, alter head set statistics 1000,
    alter document set statistics 1000;

-- Words of what is listed, which a word that was typed wrongly is compared with.
create table search_word (
    word text collate "C" primary key
);
create index search_word_similar on search_word using gin (word public.gin_trgm_ops) with (fastupdate = off);

-- How many products there are under each token. Several rows of one token add up: each writer merges those that no other
-- writer holds, so that nobody waits for another.
create table product_tally (
    id     bigint generated always as identity primary key,
    token  text not null,
    listed boolean not null,
    n      bigint not null
);
create index product_tally_token on product_tally (token, listed) include (n);

create function search_price_range(price numeric) returns text
    language sql immutable strict parallel safe
    return case when price = 0 then '0' when price < 10 then '0-10' when price < 50 then '10-50'
                when price < 100 then '50-100' when price < 500 then '100-500' else '500-' end;

create view product_search_source as
select p.id as product_id,
       p.company_id,
       plans.published,
       p.silent,
       plans.published and not p.silent as listed,
       p.weight,
       cmw.folded(p.name) as sort_name,
       p.published_at,
       p.rating,
       p.rating_count,
       plans.price,
       texts.names,
       texts.head || words.vendor_and_tags as head,
       strip(texts.head || words.vendor_and_tags || texts.rest) as document,
       array_remove(array['*', 'category:' || p.category_id, 'type:' || p.type, 'company:' || p.company_id,
                          'trial:' || plans.trial, 'featured:' || p.featured,
                          'price:' || cmw.search_price_range(plans.price)], null)
           || array(select distinct 'tag:' || tag from jsonb_array_elements_text(p.tags) tag)
           || array(select 'provider:' || provider from unnest(plans.providers) provider)
           || array(select 'rating:' || stars from generate_series(1, floor(p.rating)::int) stars) as tokens
  from cmw.product p
  join cmw.company c on c.id = p.company_id
  cross join lateral (
        select count(*) > 0 as published,
               min(v.price / coalesce(v.billing_period, 1)) as price,
               coalesce(bool_or(v.trial <> 'NOT_ALLOWED'), false) as trial,
               array_agg(distinct v.cloud_provider_id) filter (where v.cloud_provider_id is not null) as providers
          from cmw.product_version v
         where v.product_id = p.id and v.published and not v.deleted) plans
  cross join lateral (
        select setweight(to_tsvector('cmw.search_xx', cmw.search_plain(c.name || ' ' || coalesce(
                   (select string_agg(tag, ' ') from jsonb_array_elements_text(p.tags) tag), ''))), 'B')
               as vendor_and_tags) words
  cross join lateral (
        select string_agg(' ' || cmw.folded(name), '' order by own desc, code) as names,
               cmw.search_join(setweight(cmw.search_text(config, name), 'A')
                               || setweight(cmw.search_text(config, short_description), 'B')) as head,
               cmw.search_join(cmw.search_text(config, long_description)) as rest
          from (select own, code, coalesce(l.config, 'cmw.search_xx') as config, coalesce(name, '') as name,
                       coalesce(short_description, '') as short_description,
                       coalesce(long_description, '') as long_description
                  from (select true, p.language, p.name, p.short_description, p.long_description
                         union all
                        select false, t.key, t.value ->> 'name', t.value ->> 'short_description',
                               t.value ->> 'long_description'
                          from jsonb_each(p.translations) t) as each_language
                               (own, code, name, short_description, long_description)
                  left join cmw.search_language l using (code)) spoken) texts
 where not p.deleted;

-- Who changes a product and who changes its plan at the same time come here one after the other, and the later one sees
-- what the earlier one has written.
create function refresh_product_search(ids int[]) returns void
    language plpgsql as $$
begin
    perform from cmw.product where id = any (ids) order by id for no key update;
    delete from cmw.product_search d
     where d.product_id = any (ids)
       and not exists (select from cmw.product p where p.id = d.product_id and not p.deleted);
    with written as (
        insert into cmw.product_search as d
        select * from cmw.product_search_source where product_id = any (ids) order by product_id
        on conflict (product_id) do update
           set (company_id, published, silent, listed, weight, sort_name, published_at, rating, rating_count, price, names, head,
                document, tokens)
             = (excluded.company_id, excluded.published, excluded.silent, excluded.listed, excluded.weight,
                excluded.sort_name, excluded.published_at, excluded.rating, excluded.rating_count, excluded.price,
                excluded.names, excluded.head, excluded.document, excluded.tokens)
         where d is distinct from excluded
        returning d.listed, d.head)
    insert into cmw.search_word
    select distinct lexeme
      from written, unnest(tsvector_to_array(head)) lexeme
     where listed and length(lexeme) between 3 and 40 and lexeme !~ '^\d+$'
       and not exists (select from cmw.search_word where word = lexeme)
     order by lexeme
    on conflict do nothing;
end
$$;

create function product_search_of_products() returns trigger
    language plpgsql as $$
begin
    perform cmw.refresh_product_search(array(select id from changed));
    return null;
end
$$;
create trigger product_search_inserted after insert on product
    referencing new table as changed for each statement execute function product_search_of_products();
create trigger product_search_updated after update on product
    referencing new table as changed for each statement execute function product_search_of_products();

create function product_search_of_plans() returns trigger
    language plpgsql as $$
begin
    perform cmw.refresh_product_search(array(select distinct product_id from changed));
    return null;
end
$$;
create trigger product_search_inserted after insert on product_version
    referencing new table as changed for each statement execute function product_search_of_plans();
create trigger product_search_updated after update on product_version
    referencing new table as changed for each statement execute function product_search_of_plans();
create trigger product_search_deleted after delete on product_version
    referencing old table as changed for each statement execute function product_search_of_plans();

create function product_search_of_vendors() returns trigger
    language plpgsql as $$
begin
    perform cmw.refresh_product_search(array(
        select p.id
          from cmw.product p
          join after on after.id = p.company_id
          join before on before.id = after.id
         where after.name is distinct from before.name and not p.deleted));
    return null;
end
$$;
create trigger product_search_renamed after update on company
    referencing old table as before new table as after for each statement execute function product_search_of_vendors();

create function tally_products() returns trigger
    language plpgsql as $$
declare
    touched text[];
begin
    if tg_op = 'TRUNCATE' then
        delete from cmw.product_tally;
        return null;
    elsif tg_op = 'INSERT' then
        insert into cmw.product_tally (token, listed, n)
        select token, listed, count(*) from came, unnest(tokens) token group by token, listed;
        touched := array(select distinct token from came, unnest(tokens) token);
    elsif tg_op = 'DELETE' then
        insert into cmw.product_tally (token, listed, n)
        select token, listed, - count(*) from gone, unnest(tokens) token group by token, listed;
        touched := array(select distinct token from gone, unnest(tokens) token);
    else
        with changes as (
            insert into cmw.product_tally (token, listed, n)
            select token, listed, sum(n)
              from (select tokens, listed, 1 as n from came union all select tokens, listed, -1 from gone) both_ways,
                   unnest(tokens) token
             group by token, listed having sum(n) <> 0
            returning token)
        select array_agg(token) into touched from changes;
    end if;
    with free as (
        select id from cmw.product_tally where token = any (touched) order by id for update skip locked),
    merged as (
        delete from cmw.product_tally t using free where t.id = free.id returning t.token, t.listed, t.n)
    insert into cmw.product_tally (token, listed, n)
    select token, listed, sum(n) from merged group by token, listed having sum(n) <> 0;
    return null;
end
$$;
create trigger product_tally_inserted after insert on product_search
    referencing new table as came for each statement execute function tally_products();
create trigger product_tally_updated after update on product_search
    referencing old table as gone new table as came for each statement execute function tally_products();
create trigger product_tally_deleted after delete on product_search
    referencing old table as gone for each statement execute function tally_products();
create trigger product_tally_truncated after truncate on product_search
    for each statement execute function tally_products();

-- Words that only consist of letters and digits, alternatives of one word with | between them, as a query: each must be
-- found, in the language's stems or as it is written; words that the language leaves away need not; the last one, which
-- may not be typed to its end, by its beginning.
create function search_query(language text, words text[]) returns tsquery
    language plpgsql stable set client_min_messages = warning as $$
declare
    config regconfig := coalesce((select l.config from cmw.search_language l where l.code = language),
                                 'cmw.search_xx'::regconfig);
    written constant regconfig := 'cmw.search_xx';
    whole tsquery := '';
    term tsquery;
    stems tsquery;
    as_typed tsquery;
    word text;
begin
    for i in 1 .. cardinality(words) loop
        term := '';
        foreach word in array string_to_array(words[i], '|') loop
            stems := plainto_tsquery(config, word);
            as_typed := plainto_tsquery(written, word);
            continue when i < cardinality(words) and numnode(stems) = 0;
            term := term || case when stems = as_typed then '' else stems end
                || case when i < cardinality(words) or numnode(as_typed) <> 1 then as_typed
                        else (as_typed::text || ':*')::tsquery end;
        end loop;
        whole := whole && term;
    end loop;
    return whole;
end
$$;

-- The words that were perhaps meant by one that begins no known word, with | between them; else the word itself.
create function search_correction(typed text) returns text
    language sql stable set pg_trgm.similarity_threshold = 0.15
    return case
        when length(typed) < 4 or exists (
            select from cmw.search_word
             where word >= cmw.folded(typed) and word < cmw.folded(typed) || U&'\+10FFFF') then typed
        else coalesce((
            select string_agg(word, '|')
              from (select word
                      from (select word
                              from cmw.search_word
                             where word operator(public.%) cmw.folded(typed)
                             order by public.similarity(word, cmw.folded(typed)) desc, word
                             limit 50) alike
                     cross join lateral (
                            select least(public.levenshtein(word, cmw.folded(typed)),
                                         public.levenshtein(left(word, length(cmw.folded(typed))), cmw.folded(typed)))
                                   as distance) near
                     where near.distance <= case when length(typed) < 6 then 1 else 2 end
                     order by near.distance, length(word), word
                     limit 3) nearest), typed)
        end;

select refresh_product_search(array(select id from product));
