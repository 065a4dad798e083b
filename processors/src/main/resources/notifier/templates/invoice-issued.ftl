<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "invoice" number/>
<@mail.day "date" date/>
<@mail.fact "total" total/>
</@mail.facts>
<@mail.page "open-invoice" page/>
</@mail.email>
