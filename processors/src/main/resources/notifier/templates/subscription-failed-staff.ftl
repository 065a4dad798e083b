<@mail.email>
<#if before><@mail.p "running"/><#else><@mail.p "deploying"/></#if>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "subscription" name/>
<@mail.fact "number" subscription/>
<@mail.fact "customer" customer/>
</@mail.facts>
<@mail.p "next"/>
<@mail.page "open-subscription" page/>
</@mail.email>
