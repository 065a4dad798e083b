<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<#if applicationUrl??><@mail.address "address" applicationUrl/></#if>
<#if login??><@mail.code "login" login/></#if>
<#if password??><@mail.code "password" password/></#if>
<#if sshCommand??><@mail.code "ssh" sshCommand/></#if>
</@mail.facts>
<#if password??><@mail.p "change-password"/></#if>
<#if sshCommand??><@mail.p "ssh-key"/></#if>
<@mail.button "open-subscription" url/>
</@mail.email>
