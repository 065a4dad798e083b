<#-- The look of every e-mail. Plain tables and inline styles, since that is what mail programs understand. -->
<#macro email>
<!DOCTYPE html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${view.subject()}</title>
<style>
  :root { color-scheme: light dark; }
  @media (max-width: 480px) { .card { padding: 20px !important; } .button a { display: block !important; } }
  @media (prefers-color-scheme: dark) {
    .page { background: #16181c !important; }
    .card { background: #22252b !important; border-color: #3a3f47 !important; }
    .card, .card p, .card td { color: #e8eaed !important; }
    .faint { color: #a9b0b8 !important; }
    .value { background: #2c3038 !important; }
  }
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f7;-webkit-text-size-adjust:100%;">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f7;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<tr><td style="background:${view.colour};border-radius:8px 8px 0 0;padding:18px 32px;">
<a href="${view.link(view.brand.url())}" style="color:${view.textColour};font-size:20px;font-weight:700;text-decoration:none;">${view.brand.marketplace()}</a>
</td></tr>
<tr><td class="card" style="background:#ffffff;border:1px solid #e1e5ea;border-top:0;border-radius:0 0 8px 8px;padding:32px;color:#1f2933;font-size:16px;line-height:1.5;">
<p style="margin:0 0 16px;">${view.greeting()}</p>
<#nested>
<p style="margin:24px 0 0;">${view.common("closing")}<br>${view.brand.marketplace()}</p>
</td></tr>
<tr><td class="faint" align="center" style="padding:20px 12px 0;color:#5f6b7a;font-size:13px;line-height:1.5;">
${view.brand.marketplace()}<#if view.brand.postalAddress()??> &middot; ${view.brand.postalAddress()}</#if><br>
<a class="faint" href="${view.link(view.brand.url())}" style="color:#5f6b7a;">${view.brand.url()}</a><#if view.brand.replyTo()?has_content> &middot; <a class="faint" href="mailto:${view.brand.replyTo()}" style="color:#5f6b7a;">${view.brand.replyTo()}</a></#if>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
</#macro>

<#macro p key>
<p style="margin:0 0 16px;">${view.sentence(key)}</p>
</#macro>

<#macro facts>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-collapse:collapse;">
<#nested>
</table>
</#macro>

<#macro fact key value>
<tr>
<td class="faint" style="padding:6px 12px 6px 0;color:#5f6b7a;font-size:14px;vertical-align:top;white-space:nowrap;">${view.common(key)}</td>
<td style="padding:6px 0;font-size:15px;word-break:break-word;">${view.format(value)}</td>
</tr>
</#macro>

<#macro day key value>
<@fact key view.date(value)/>
</#macro>

<#macro code key value>
<tr>
<td class="faint" style="padding:6px 12px 6px 0;color:#5f6b7a;font-size:14px;vertical-align:top;white-space:nowrap;">${view.common(key)}</td>
<td style="padding:6px 0;"><code class="value" style="background:#f2f4f7;border-radius:4px;padding:3px 6px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px;word-break:break-all;">${value}</code></td>
</tr>
</#macro>

<#macro address key value>
<tr>
<td class="faint" style="padding:6px 12px 6px 0;color:#5f6b7a;font-size:14px;vertical-align:top;white-space:nowrap;">${view.common(key)}</td>
<td style="padding:6px 0;font-size:15px;word-break:break-word;"><a href="${view.link(value)}">${value}</a></td>
</tr>
</#macro>

<#macro button key url>
<table role="presentation" class="button" cellpadding="0" cellspacing="0" style="margin:8px 0 8px;">
<tr><td style="background:${view.colour};border-radius:6px;">
<a href="${view.link(url)}" style="display:inline-block;padding:12px 24px;color:${view.textColour};font-size:16px;font-weight:600;text-decoration:none;text-align:center;">${view.common(key)}</a>
</td></tr>
</table>
</#macro>

<#-- The button of a page, or the reference where there is no page. -->
<#macro page key page>
<#if page.url??>
<@button key page.url/>
<#else>
<p class="faint" style="margin:8px 0;color:#5f6b7a;font-size:14px;">${view.common("reference")}: ${view.common("kind-" + page.kind)} ${page.number}</p>
</#if>
</#macro>

<#macro moment key value>
<@fact key view.moment(value)/>
</#macro>

<#-- Like fact and address, with a label that is no sentence of ours. -->
<#macro row label value>
<tr>
<td class="faint" style="padding:6px 12px 6px 0;color:#5f6b7a;font-size:14px;vertical-align:top;">${label}</td>
<td style="padding:6px 0;font-size:15px;word-break:break-word;">${value}</td>
</tr>
</#macro>

<#macro place label url>
<tr>
<td class="faint" style="padding:6px 12px 6px 0;color:#5f6b7a;font-size:14px;vertical-align:top;">${label}</td>
<td style="padding:6px 0;font-size:15px;word-break:break-word;"><a href="${view.link(url)}">${url}</a></td>
</tr>
</#macro>
