<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "plan" plan/>
<@mail.fact "total" total/>
<#if sandboxHours??><@mail.fact "hours" sandboxHours/></#if>
</@mail.facts>
<#if payable><@mail.p "payable"/><#elseif sandboxHours??><@mail.p "sandbox"/><#else><@mail.p "free"/></#if>
<@mail.button "open-order" url/>
</@mail.email>
