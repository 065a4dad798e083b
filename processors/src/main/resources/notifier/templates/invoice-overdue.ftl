<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "invoice" number/>
<@mail.fact "total" total/>
<@mail.day "due" due/>
<@mail.fact "subscription" name/>
</@mail.facts>
<@mail.p "again"/>
<@mail.page "pay-invoice" page/>
</@mail.email>
