-- Changes that waited for a subscription that has ended are never done.
with ended as (
    update subscription_change c set state = 'DROPPED'
    from subscription s
    where s.id = c.subscription_id
        and c.state in ('WAITING_PAYMENT', 'DEFERRED')
        and s.status in ('UNDEPLOY_SENT', 'UNDEPLOYED', 'REJECTED')
    returning c.order_id
)
update "order" o set status = 'REJECTED', revision = o.revision + 1
from ended e
where e.order_id = o.id;
