<@mail.email>
<@mail.p "intro"/>
<@mail.p "next"/>
<@mail.page "open-subscription" page/>
</@mail.email>
