<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "plan" plan/>
<@mail.fact "total" total/>
<#if begins??><@mail.day "begins" begins/></#if>
<#if sandboxHours??><@mail.fact "hours" sandboxHours/></#if>
</@mail.facts>
<#if toApprove><@mail.p "to-approve"/><#elseif begins??><@mail.p "later"/><#elseif payable><@mail.p "payable"/><#elseif sandboxHours??><@mail.p "sandbox"/><#else><@mail.p "free"/></#if>
<@mail.page "open-order" page/>
</@mail.email>
