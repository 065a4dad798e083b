<#-- The same macros as in html.ftl, for plain text. -->
<#macro email>
${view.greeting()}

<#nested>
${view.common("closing")}
${view.brand.marketplace()}

-- 
${view.brand.marketplace()}<#if view.brand.postalAddress()??>, ${view.brand.postalAddress()}</#if>
${view.link(view.brand.url())}
<#if view.brand.replyTo()?has_content>
${view.brand.replyTo()}
</#if>
</#macro>

<#macro p key>
${view.sentence(key)}

</#macro>

<#macro facts>
<#nested>

</#macro>

<#macro fact key value>
${view.common(key)}: ${view.format(value)}
</#macro>

<#macro day key value>
<@fact key view.date(value)/>
</#macro>

<#macro code key value>
${view.common(key)}: ${value}
</#macro>

<#macro address key value>
${view.common(key)}: ${view.link(value)}
</#macro>

<#macro button key url>
${view.common(key)}: ${view.link(url)}

</#macro>
