<@mail.email>
<@mail.p "intro"/>
<@mail.button "log-in" url/>
</@mail.email>
