# Certificates: kinds, what is missing and void numbers
certificate-kind-attendance = Attendance
certificate-kind-speaker = Speaker
certificate-kind-panellist = Panellist
certificate-kind-moderator = Moderator
certificate-kind-organiser = Organiser
certificate-kind-session = Session
certificate-kind-about = { $kind }: { $title }
certificate-missing-any = any attendance
certificate-missing-exit = leaving { $what }
certificate-missing-days = { $wanted ->
    [one] 1 day (has { $have })
   *[other] { $wanted } days (has { $have })
}
certificate-missing-sessions = { $wanted ->
    [one] 1 session (has { $have })
   *[other] { $wanted } sessions (has { $have })
}
certificate-missing-hours = { $wanted }% of the hours (has { $have }%)
certificate-missing-question = an answer to: { $what }
certificate-void-spoiled = Void: spoiled sheet
certificate-void-undelivered = Void: not delivered
certificate-void-unearned = Void: not earned
certificate-void-skipped = Void: number not used
certificates-talk-held = They hold another good certificate for “{ $title }” already. Revoke one of the two.
