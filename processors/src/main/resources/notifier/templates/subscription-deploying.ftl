<@mail.email>
<@mail.p "intro"/>
<@mail.p "next"/>
<@mail.page "follow-progress" page/>
</@mail.email>
