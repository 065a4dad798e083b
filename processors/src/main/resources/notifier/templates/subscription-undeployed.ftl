<@mail.email>
<@mail.p "intro"/>
<#if dataDiskKept><@mail.p "disk-kept"/><#else><@mail.p "disk-gone"/></#if>
<@mail.page "open-subscription" page/>
</@mail.email>
