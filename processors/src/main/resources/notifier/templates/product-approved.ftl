<@mail.email>
<@mail.p "intro"/>
<#if reason??>
<@mail.facts>
<@mail.fact "reason" reason/>
</@mail.facts>
</#if>
<@mail.page "open-product" page/>
</@mail.email>
