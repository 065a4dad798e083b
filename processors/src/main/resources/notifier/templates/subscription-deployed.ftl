<@mail.email>
<@mail.p "intro"/>
<#if applicationUrl?? || login?? || sshCommand?? || endpoints?has_content>
<@mail.p "reach"/>
<@mail.facts>
<#if applicationUrl??><@mail.address "address" applicationUrl/></#if>
<#list endpoints as endpoint><@mail.place endpoint.name!view.endpoint(endpoint.category!"") endpoint.address/></#list>
<#if login??><@mail.code "login" login/></#if>
<#if password??><@mail.code "password" password/></#if>
<#if sshCommand??><@mail.code "ssh" sshCommand/></#if>
</@mail.facts>
</#if>
<#if password??><@mail.p "change-password"/></#if>
<#if sshCommand??><@mail.p "ssh-key"/></#if>
<#if credentials><@mail.p "credentials"/></#if>
<#if instructions><@mail.p "instructions"/></#if>
<@mail.page "open-subscription" page/>
</@mail.email>
