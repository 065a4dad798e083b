<@mail.email>
<@mail.p "intro"/>
<@mail.facts>
<@mail.fact "invoice" number/>
<@mail.fact "total" total/>
<@mail.day "due" due/>
</@mail.facts>
<@mail.p "paid-already"/>
<@mail.page "pay-invoice" page/>
</@mail.email>
