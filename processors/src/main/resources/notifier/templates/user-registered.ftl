<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.code "user-name" userName/>
</@mail.facts>
<@mail.p "not-you"/>
<#if url??><@mail.button "log-in" url/></#if>
</@mail.email>
