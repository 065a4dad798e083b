-- A product's questions stay in the order in which they were asked: jsonb keeps that of a list, but not of an object's keys.
create function faq_entries(faq jsonb) returns jsonb
    language sql immutable
    return case when jsonb_typeof(faq) = 'object'
                then coalesce((select jsonb_agg(jsonb_build_object('question', key, 'answer', value))
                                 from jsonb_each(faq)), '[]')
                else faq end;

alter table product alter column faq set default '[]';

update product set faq = faq_entries(faq);

update product
   set translations = (
        select jsonb_object_agg(key, case when value ? 'faq'
                                          then value || jsonb_build_object('faq', faq_entries(value -> 'faq'))
                                          else value end)
          from jsonb_each(translations))
 where jsonb_path_exists(translations, '$.*.faq');

update product_draft
   set changes = (
        select jsonb_agg(case when change ->> 'field' = 'faq'
                              then change || jsonb_build_object('now', faq_entries(change -> 'now'),
                                                                'draft', faq_entries(change -> 'draft'))
                              else change end order by place)
          from jsonb_array_elements(changes) with ordinality as each_change (change, place))
 where changes @> '[{"field": "faq"}]';

drop function faq_entries(jsonb);
