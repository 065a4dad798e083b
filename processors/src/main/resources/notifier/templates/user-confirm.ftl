<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.code "user-name" userName/>
<@mail.moment "good-until" expires/>
</@mail.facts>
<@mail.button "confirm-address" url/>
<@mail.p "not-you"/>
</@mail.email>
