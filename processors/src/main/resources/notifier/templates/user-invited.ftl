<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.code "user-name" userName/>
<@mail.moment "good-until" expires/>
</@mail.facts>
<@mail.button "choose-password" url/>
</@mail.email>
