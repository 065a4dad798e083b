-- Products number :from to :to with a plan each, of 1,000 vendors in 40 categories, on 5 clouds: names of a made-up brand, a
-- topic and a technology, texts of sentences about topics, a tenth of them in Italian and in German too. Few words are
-- frequent and many are rare, as in real texts: topics and technologies are drawn by the square of a random number.
with words as (
    select array['backup', 'database', 'monitoring', 'analytics', 'mail', 'storage', 'security', 'wiki', 'chat', 'calendar',
                 'invoicing', 'logging', 'search', 'queue', 'cache', 'proxy', 'firewall', 'hosting', 'inventory', 'payroll',
                 'survey', 'ticketing', 'video', 'voice', 'translation', 'scheduling', 'signature', 'archive', 'gateway',
                 'dashboard', 'warehouse', 'forecast', 'routing', 'identity', 'billing', 'newsletter', 'helpdesk',
                 'timesheet', 'booking', 'tracing', 'encryption', 'migration', 'rendering', 'simulation', 'telemetry',
                 'geocoding', 'whiteboard', 'procurement', 'compliance', 'onboarding'] as topics,
           array['PostgreSQL', 'Kubernetes', 'Linux', 'MySQL', 'Redis', 'Kafka', 'Java', 'Python', 'Nginx', 'MongoDB', 'Docker',
                 'RabbitMQ', 'Grafana', 'Prometheus', 'WordPress', 'Jenkins', 'GitLab', 'Nextcloud', 'Odoo', 'Moodle',
                 'Elasticsearch', 'Cassandra', 'MariaDB', 'Keycloak', 'Camel', 'Spark', 'Airflow', 'Terraform', 'Ansible',
                 'Vault', 'Consul', 'Zabbix', 'Magento', 'Drupal', 'Joomla', 'Rust', 'Erlang', 'Haskell', 'Fortran',
                 'Cobol'] as technologies,
           array['ba', 'co', 'du', 'fe', 'gi', 'ho', 'ju', 'ka', 'le', 'mi', 'no', 'pu', 'qua', 'ri', 'sa', 'te', 'vo', 'wa', 'xe',
                 'zi', 'bra', 'cle', 'dri', 'flo', 'gru', 'pla', 'sto', 'tri', 'vel', 'nor'] as syllables,
           array['Managed %s for teams of any size', 'Open source %s without an administrator',
                 '%s as a service, in your own region', 'The %s that grows with your company',
                 'Fast and reliable %s, ready in minutes'] as claims,
           array['Every night a copy of your %s is kept in a second data centre.',
                 'Users log in with the accounts that they have, and %s is shared between departments.',
                 'Alerts about %s reach you by mail and by phone before your customers notice anything.',
                 'Our engineers look after %s around the clock and answer within an hour.',
                 'Reports on %s are exported as spreadsheets or read through an interface for programs.',
                 'You pay for what you use of %s; there is no contract for a year.'] as sentences,
           array['Servizio di %s gestito per aziende di ogni dimensione'] as italian,
           array['Verwalteter Dienst für %s, in wenigen Minuten bereit'] as german),
drawn as (
    select i,
           syllables[1 + floor(random() * 30)] || syllables[1 + floor(random() * 30)]
               || syllables[1 + floor(random() * 30)] as brand,
           topics[1 + floor(50 * power(random(), 2))] as topic,
           topics[1 + floor(50 * random())] as other,
           technologies[1 + floor(40 * power(random(), 2))] as technology,
           claims[1 + floor(random() * 5)] as claim,
           1 + floor(random() * 6)::int as first_sentence,
           words.*
      from words, generate_series(:from, :to) i
    offset 0),
products as (
    insert into cmw.product (id, type, company_id, category_id, name, short_description, long_description, tags, weight,
                             published_at, rating, rating_count, translations)
    select i,
           (array['SYNDICATED', 'MANAGED', 'SERVICE', 'API'])[1 + i % 4],
           :company + i % 1000,
           :category + (i / 11) % 40,
           initcap(brand) || ' ' || initcap(topic) || ' for ' || technology,
           format(claim, topic) || '. Runs on ' || technology || '.',
           format(sentences[first_sentence], topic) || ' ' || format(sentences[1 + first_sentence % 6], other) || ' '
               || format(sentences[1 + (first_sentence + 1) % 6], technology) || ' '
               || format(sentences[1 + (first_sentence + 2) % 6], topic || ' and ' || other) || ' ' || initcap(brand) || i,
           jsonb_build_array(topic, lower(technology)),
           case when i % 100 = 0 then i % 17 else 0 end,
           timestamptz '2026-01-01' + i * interval '1 second',
           case when i % 3 = 0 then 1 + (i % 41) / 10.0 end,
           case when i % 3 = 0 then 1 + i % 90 else 0 end,
           case when i % 10 = 0 then jsonb_build_object(
               'it', jsonb_build_object('short_description', format(italian[1], topic)),
               'de', jsonb_build_object('short_description', format(german[1], topic))) else '{}' end
      from drawn)
insert into cmw.product_version (product_id, name, price, billing_period, trial, trial_length, cloud_provider_id, published)
select i, 'Basic', 1 + (i * 37) % 900, 1, case when (i / 5) % 4 = 0 then 'ALLOWED' else 'NOT_ALLOWED' end,
       case when (i / 5) % 4 = 0 then 14 end,
       case when (i / 7) % 2 = 0 then :provider + (i / 13) % 5 end, i % 50 <> 49
  from generate_series(:from, :to) i
