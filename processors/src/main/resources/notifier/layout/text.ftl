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

<#macro page key page>
<#if page.url??>
<@button key page.url/>
<#else>
${view.common("reference")}: ${view.common("kind-" + page.kind)} ${page.number}

</#if>
</#macro>

<#macro moment key value>
<@fact key view.moment(value)/>
</#macro>

<#macro row label value>
${label}: ${value}
</#macro>

<#macro place label url>
${label}: ${view.link(url)}
</#macro>
