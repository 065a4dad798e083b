<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "plan" plan/>
<@mail.fact "customer" customer/>
<@mail.fact "total" total/>
</@mail.facts>
<@mail.p "next"/>
<@mail.button "open-order" url/>
</@mail.email>
