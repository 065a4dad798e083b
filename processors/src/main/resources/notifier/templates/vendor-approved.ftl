<@mail.email>
<@mail.p "intro"/>
<#if url??><@mail.button "log-in" url/></#if>
</@mail.email>
