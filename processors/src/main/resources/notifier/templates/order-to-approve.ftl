<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "plan" plan/>
<@mail.fact "customer" customer/>
<@mail.fact "total" total/>
</@mail.facts>
<@mail.p "next"/>
<@mail.page "open-order" page/>
</@mail.email>
