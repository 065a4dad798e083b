<@mail.email>
<#if unpaid><@mail.p "unpaid"/><#else><@mail.p "asked"/></#if>
<@mail.p "kept"/>
<@mail.page "open-subscription" page/>
</@mail.email>
