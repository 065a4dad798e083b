<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "company" company/>
<@mail.fact "person" person/>
<@mail.fact "email" email/>
</@mail.facts>
<@mail.page "open-company" page/>
</@mail.email>
