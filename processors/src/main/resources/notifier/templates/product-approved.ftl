<@mail.email>
<@mail.p "intro"/>
<#if reason??>
<@mail.facts>
<@mail.fact "reason" reason/>
</@mail.facts>
</#if>
<@mail.button "open-product" url/>
</@mail.email>
