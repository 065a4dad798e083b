-- Words and filters are looked for in one index. What a product is counted under stands in its vectors, too, each mark after a
-- colon, which no word begins with. So a word and a category cost what the rarer of them costs, and not both. See ADR 0011.

create function search_marks(tokens text[]) returns tsvector
    language sql immutable strict parallel safe
    return (select coalesce(array_to_tsvector(array_agg(':' || token)), '') from unnest(tokens) token where token <> '*');

create or replace view product_search_source as
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
       texts.head || words.vendor_and_tags || cmw.search_marks(marks.tokens) as head,
       strip(texts.head || words.vendor_and_tags || texts.rest) || cmw.search_marks(marks.tokens) as document,
       marks.tokens
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
        select array_remove(array['*', 'category:' || p.category_id, 'type:' || p.type, 'company:' || p.company_id,
                                  'trial:' || plans.trial, 'featured:' || p.featured,
                                  'price:' || cmw.search_price_range(plans.price)], null)
                   || array(select distinct 'tag:' || tag from jsonb_array_elements_text(p.tags) tag)
                   || array(select 'provider:' || provider from unnest(plans.providers) provider)
                   || array(select 'rating:' || stars from generate_series(1, floor(p.rating)::int) stars) as tokens
        offset 0) marks
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

-- As before, but that marks are no words, and that sales are not what a product's texts and plans decide.
create or replace function refresh_product_search(ids int[]) returns void
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
         where (d.company_id, d.published, d.silent, d.listed, d.weight, d.sort_name, d.published_at, d.rating, d.rating_count,
                d.price, d.names, d.head, d.document, d.tokens)
               is distinct from
               (excluded.company_id, excluded.published, excluded.silent, excluded.listed, excluded.weight,
                excluded.sort_name, excluded.published_at, excluded.rating, excluded.rating_count, excluded.price,
                excluded.names, excluded.head, excluded.document, excluded.tokens)
        returning d.listed, d.head)
    insert into cmw.search_word
    select distinct lexeme
      from written, unnest(tsvector_to_array(head)) lexeme
     where listed and length(lexeme) between 3 and 40 and lexeme !~ '^(:|\d+$)'
       and not exists (select from cmw.search_word where word = lexeme)
     order by lexeme
    on conflict do nothing;
end
$$;

select refresh_product_search(array(select id from product));

-- The last word may not be typed to its end. When there are a few known words that it begins, it is one of those: the index
-- looks them up one by one. Else, or when it may begin any word of any text, the index has to collect all products of all words
-- that begin so.
drop function search_query(text, text[]);
create function search_query(language text, words text[], begun boolean) returns tsquery
    language plpgsql stable set client_min_messages = warning as $$
declare
    most_completions constant int := 20;
    config regconfig := coalesce((select l.config from cmw.search_language l where l.code = language),
                                 'cmw.search_xx'::regconfig);
    written constant regconfig := 'cmw.search_xx';
    whole tsquery := '';
    term tsquery;
    stems tsquery;
    as_typed tsquery;
    completions text[];
    typed text;
begin
    for i in 1 .. cardinality(words) loop
        term := '';
        foreach typed in array string_to_array(words[i], '|') loop
            stems := plainto_tsquery(config, typed);
            as_typed := plainto_tsquery(written, typed);
            continue when i < cardinality(words) and numnode(stems) = 0;
            if i = cardinality(words) and numnode(as_typed) = 1 then
                completions := array(
                    select known.word
                      from cmw.search_word known
                     where known.word >= cmw.folded(typed)
                       and known.word < cmw.folded(typed) || U&'\+10FFFF'
                     order by known.word
                     limit most_completions + 1);
                if begun or cardinality(completions) not between 1 and most_completions then
                    as_typed := (as_typed::text || ':*')::tsquery;
                else
                    as_typed := as_typed
                        || (select string_agg(quote_literal(known), ' | ') from unnest(completions) known)::tsquery;
                end if;
            end if;
            term := term || case when stems = as_typed then '' else stems end || as_typed;
        end loop;
        whole := whole && term;
    end loop;
    return whole;
end
$$;
