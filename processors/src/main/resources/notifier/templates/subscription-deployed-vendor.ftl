<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "subscription" name/>
<@mail.fact "number" subscription/>
<@mail.fact "customer" customer/>
</@mail.facts>
<@mail.page "open-subscription" page/>
</@mail.email>
