<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "product" product/>
<@mail.fact "vendor" vendor/>
<@mail.fact "changed-fields" fields/>
</@mail.facts>
<@mail.page "see-draft" page/>
</@mail.email>
