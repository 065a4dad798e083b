<@mail.email>
<#if deferred><@mail.p "later"/><#else><@mail.p "now"/></#if>
<@mail.facts>
<@mail.fact "product" product/>
<#list quantities as one><@mail.row one.item "${one.before?c} → ${one.after?c}"/></#list>
<@mail.day "date" from/>
</@mail.facts>
<@mail.page "open-subscription" page/>
</@mail.email>
