-- Extra resources after a change of the plan, at the prices that were agreed with it.
alter table subscription_change add column items jsonb;
