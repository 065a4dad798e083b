<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "subscription" name/>
<@mail.fact "number" subscription/>
<@mail.fact "customer" customer/>
<@mail.code "operation" operation/>
<@mail.fact "reason" reason/>
</@mail.facts>
<#if kept><@mail.p "kept"/><#else><@mail.p "released"/></#if>
<@mail.page "open-subscription" page/>
</@mail.email>
