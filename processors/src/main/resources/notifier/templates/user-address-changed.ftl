<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.code "user-name" userName/>
<@mail.fact "email" email/>
<@mail.day "date" at/>
</@mail.facts>
<@mail.p "not-you"/>
<@mail.button "log-in" url/>
</@mail.email>
