<@mail.email>
<#if autoRenewed><@mail.p "renewed"/><#else><@mail.p "ends"/></#if>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "subscription" name/>
<@mail.day "date" end/>
<@mail.fact "days-left" daysLeft/>
</@mail.facts>
<@mail.page "open-subscription" page/>
</@mail.email>
