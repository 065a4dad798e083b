<@mail.email>
<#if deferred><@mail.p "later"/><#else><@mail.p "now"/></#if>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "plan-before" before/>
<@mail.fact "plan" after/>
<@mail.day "date" from/>
</@mail.facts>
<@mail.page "open-subscription" page/>
</@mail.email>
