<@mail.email>
<@mail.p "intro"/>
<@mail.p "next"/>
<@mail.button "see-marketplace" url/>
</@mail.email>
