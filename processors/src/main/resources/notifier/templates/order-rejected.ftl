<@mail.email>
<#if paymentExpired><@mail.p "expired"/><#else><@mail.p "refused"/></#if>
<#if reason??>
<@mail.facts>
<@mail.fact "reason" reason/>
</@mail.facts>
</#if>
<@mail.p "again"/>
<@mail.page "open-product" page/>
</@mail.email>
