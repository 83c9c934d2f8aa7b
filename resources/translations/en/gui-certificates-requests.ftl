certificates-do-see-requests = See the requests…
certificates-do-speakers = Confirm speakers ({ $count })…
certificates-do-unrole = Not in that role after all
certificates-do-alone = Issue only this one here…
certificates-unrole-done = Taken back: { $what }
certificates-alone-title = Issue only this one
certificates-alone-text = The issuing desk keeps all the others. The reason stays with the certificate.
certificates-alone-example = For example: desk 1 does not answer and the bus is leaving
certificates-alone-yes = Issue
certificates-speakers-title = Speakers of the programme
certificates-speakers-text = The programme names them in a way that the list leaves open. Choose the person, who then has the certificate with the title.
certificates-speakers-said = The programme says “{ $name }”
certificates-speakers-this = It is this person
certificates-speakers-none = None of these people
certificates-speakers-missing = Nobody on the list is called that. Register them or correct the programme.
certificates-requests-title = Requests of other desks
certificates-requests-text = Choose which are issued here. Those that are not due are closed with a reason and wait no longer.
certificates-requests-name = Name
certificates-requests-kind = Certificate
certificates-requests-desk = Asked by
certificates-requests-why = Reason, or what is missing
certificates-requests-issue = Issue those chosen
certificates-requests-refuse = Do not issue…
certificates-requests-closed = { $count ->
    [one] 1 request closed.
   *[other] { $count } requests closed.
}
certificates-refuse-title = Do not issue what was asked for
certificates-refuse-text = The request is closed with this reason; the other desk sees it after the next exchange.
certificates-refuse-example = For example: received already under another name
certificates-refuse-yes = Close the request
certificates-talk-missing = This certificate does not say the title: { $talks }. “Correct and reissue…” revokes it and issues one that does.
