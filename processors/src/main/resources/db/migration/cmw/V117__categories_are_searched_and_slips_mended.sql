-- Products are found by the name of their category, too, in each of its languages.
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
       texts.head || words.vendor_and_tags || kept.category || cmw.search_marks(marks.tokens) as head,
       strip(texts.head || words.vendor_and_tags || kept.category || texts.rest) || cmw.search_marks(marks.tokens) as document,
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
        select cmw.search_join(setweight(cmw.search_text(coalesce(l.config, 'cmw.search_xx'), coalesce(name, '')), 'B'))
               as category
          from (select g.language, g.name from cmw.category g where g.id = p.category_id
                 union all
                select t.key, t.value ->> 'name'
                  from cmw.category g, jsonb_each(g.translations) t where g.id = p.category_id) as each_language (code, name)
          left join cmw.search_language l using (code)) kept
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

create function product_search_of_categories() returns trigger
    language plpgsql as $$
begin
    perform cmw.refresh_product_search(array(
        select p.id
          from cmw.product p
          join after on after.id = p.category_id
          join before on before.id = after.id
         where (after.name, after.language, after.translations)
               is distinct from (before.name, before.language, before.translations)
           and not p.deleted));
    return null;
end
$$;
create trigger product_search_renamed after update on category
    referencing old table as before new table as after for each statement execute function product_search_of_categories();

-- A word with two neighbours swapped: the slip that is made most often.
create function search_swaps(word text) returns text[]
    language sql immutable strict parallel safe
    return array(select left(word, i - 1) || substr(word, i + 1, 1) || substr(word, i, 1) || substr(word, i + 2)
                   from generate_series(1, length(word) - 1) i);

-- All that one slip can make of a word: two neighbours swapped, a letter too few, too many, or another one.
create function search_slips(word text) returns text[]
    language sql immutable strict parallel safe
    return cmw.search_swaps(word)
        || array(select left(word, i) || chr(96 + letter) || substr(word, i + 1)
                   from generate_series(0, length(word)) i, generate_series(1, 26) letter)
        || array(select left(word, i - 1) || chr(96 + letter) || substr(word, i + 1)
                   from generate_series(1, length(word)) i, generate_series(1, 26) letter)
        || array(select left(word, i - 1) || substr(word, i + 1) from generate_series(1, length(word)) i);

-- As before, but that two neighbours that were swapped are one mistake, and that short words, which have few trigrams in
-- common with anything, are looked for by what one slip can make of them.
create or replace function search_correction(typed text) returns text
    language sql stable set pg_trgm.similarity_threshold = 0.15
    return case
        when length(typed) < 3 or exists (
            select from cmw.search_word
             where word >= cmw.folded(typed) and word < cmw.folded(typed) || U&'\+10FFFF') then typed
        else coalesce((
            select string_agg(word, '|')
              from (select word
                      from (select word
                              from cmw.search_word
                             where length(typed) < 6 and word = any (cmw.search_slips(cmw.folded(typed)))
                             union
                            (select word
                               from cmw.search_word
                              where length(typed) > 3 and word operator(public.%) cmw.folded(typed)
                              order by public.similarity(word, cmw.folded(typed)) desc, word
                              limit 50)) alike
                     cross join lateral (
                            select word = any (cmw.search_swaps(cmw.folded(typed))) as swapped) twisted
                     cross join lateral (
                            select case when swapped then 1
                                        else least(public.levenshtein(word, cmw.folded(typed)),
                                                   public.levenshtein(left(word, length(cmw.folded(typed))), cmw.folded(typed)))
                                   end as distance) near
                     where near.distance <= case when length(typed) < 6 then 1 else 2 end
                     order by near.distance, swapped desc, length(word), word
                     limit 3) nearest), typed)
        end;

select refresh_product_search(array(select id from product));
