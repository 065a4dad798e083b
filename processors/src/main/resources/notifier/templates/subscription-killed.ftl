<@mail.email>
<@mail.p "intro"/>
<@mail.p "next"/>
<@mail.button "open-subscription" url/>
</@mail.email>
