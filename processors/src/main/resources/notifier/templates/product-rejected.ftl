<@mail.email>
<@mail.p "intro"/>
<#if reason??>
<@mail.facts>
<@mail.fact "reason" reason/>
</@mail.facts>
</#if>
<@mail.p "again"/>
<@mail.button "see-draft" url/>
</@mail.email>
