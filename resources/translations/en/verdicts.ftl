# Verdicts at the desk
verdict-admitted = COME IN
verdict-on-trust = Genuine badge; the person is registered at another desk
verdict-on-trust-advice = Their details will appear with the next exchange.
verdict-welcome-back = WELCOME BACK
verdict-welcome-back-detail = Came in before at { $time }
verdict-left = GOODBYE
verdict-left-detail = Had come in at { $time }
verdict-already-inside = ALREADY INSIDE
verdict-already-inside-detail = Came in at { $time } through { $desk }
verdict-already-inside-somewhere = Came in at { $time }
verdict-already-inside-advice = Check who it is with the document. If it is the same person, they may pass.
verdict-pending = PENDING
verdict-pending-detail = Pending at { $desk } since { $time }
verdict-pending-somewhere = Pending at another desk since { $time }
verdict-pending-advice = That desk did not confirm the admission. If the person did not go in there, you may let them in.
verdict-ambiguous = WHICH OF THEM?
verdict-ambiguous-detail = Several people have that code or document
verdict-ambiguous-advice = Choose the person from the list, with the document in view.
verdict-ambiguous-advice-steward = Ask for the badge; if they have none, call a supervisor.
verdict-refused = NO ENTRY
verdict-refused-unknown = The code is not on the list
verdict-refused-unknown-advice = Find them by name or document, or register them right here.
verdict-refused-unknown-advice-steward = Send them to the registration desk, or call a supervisor.
verdict-refused-other-event = The badge belongs to another event
verdict-refused-other-event-advice = Ask for this event's badge, or find them by name.
verdict-refused-other-event-advice-steward = Ask for this event's badge; if they have none, call a supervisor.
verdict-refused-forged = The badge is not genuine
verdict-refused-forged-advice = Ask for the document and find the person by name. Tell the supervisor.
verdict-refused-forged-advice-steward = Keep the badge, ask for the document and call a supervisor.
verdict-refused-revoked = This badge was revoked as lost or stolen
verdict-refused-revoked-advice = Ask for the document: only its owner's new badge is good.
verdict-refused-withdrawn = Their registration was withdrawn
verdict-refused-withdrawn-advice = Ask the organiser.
verdict-refused-blank = Blank badge, nobody's yet
verdict-refused-blank-advice = Register the person to give them this badge.
verdict-refused-blank-advice-steward = Send them to the registration desk to have the badge given to them.
verdict-refused-document = It is an identity document that cannot be read here
verdict-refused-document-advice = Type the document's number, or find the person by name.
verdict-refused-document-advice-steward = Ask for the badge; if they have none, send them to the registration desk or call a supervisor.
verdict-refused-wrong-day = Not today: { $days }
verdict-refused-wrong-day-advice = Check the date, or choose the right checkpoint above.
verdict-refused-not-in-category = Their category does not enter here
verdict-refused-not-in-category-advice = Show them their entrance.
verdict-refused-too-early = Not open yet: from { $opens }, { $wait ->
    [one] 1 minute to go
   *[other] { $wait } minutes to go
}
verdict-refused-too-early-advice = They can come back at { $opens }.
verdict-refused-too-late = Closed at { $closes }
verdict-refused-too-late-advice = Ask the supervisor.
verdict-refused-full = Full: { $limit }
verdict-refused-full-advice = They can wait until somebody leaves, or go to another room.
verdict-given = HAND OVER
verdict-room = With this person: { $inside } of { $limit }
verdict-as-known = { $said }, as far as { $desk } was heard of until { $time }
verdict-as-known-never = { $said }; { $desk } was never heard of
verdict-as-known-of-many = { $said }, as far as { $desk } was heard of until { $time }, and { $others ->
    [one] another desk
   *[other] { $others } other desks
}
verdict-as-known-never-of-many = { $said }; { $desk } was never heard of, and for a while neither { $others ->
    [one] another desk
   *[other] { $others } other desks
}
verdict-already-given = ALREADY GIVEN
verdict-refused-already-given = Given on { $day } at { $time } at { $desk }
verdict-refused-already-given-somewhere = Given on { $day } at { $time }
verdict-refused-already-given-advice = One for each person. Who says they did not get it should talk to the supervisor.
verdict-refused-custom = A rule of the organiser does not allow it
verdict-refused-custom-times = Came in as often as the organiser allows: { $limit }
verdict-refused-custom-advice = It is a rule of the organiser. Call the supervisor if the person disagrees.
verdict-refused-no-reentry = Has left, and there is no re-entry here
verdict-refused-no-reentry-advice = Ask the supervisor.
