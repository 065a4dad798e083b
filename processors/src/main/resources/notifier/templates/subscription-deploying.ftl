<@mail.email>
<@mail.p "intro"/>
<@mail.p "next"/>
<@mail.button "follow-progress" url/>
</@mail.email>
