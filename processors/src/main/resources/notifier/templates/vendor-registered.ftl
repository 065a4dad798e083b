<@mail.email>
<@mail.p "intro"/>
<@mail.p "next"/>
<#if url??><@mail.button "see-marketplace" url/></#if>
</@mail.email>
