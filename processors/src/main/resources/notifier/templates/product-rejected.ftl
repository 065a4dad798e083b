<@mail.email>
<@mail.p "intro"/>
<#if reason??>
<@mail.facts>
<@mail.fact "reason" reason/>
</@mail.facts>
</#if>
<@mail.p "again"/>
<@mail.page "see-draft" page/>
</@mail.email>
