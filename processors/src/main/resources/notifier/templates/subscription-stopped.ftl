<@mail.email>
<#if unpaid><@mail.p "unpaid"/><#else><@mail.p "asked"/></#if>
<@mail.p "kept"/>
<@mail.button "open-subscription" url/>
</@mail.email>
