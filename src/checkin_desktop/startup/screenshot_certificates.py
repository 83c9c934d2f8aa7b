"""The certificates page with its dialogs: rules, speakers, requests, an exception, a correction, piles."""

from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.services.certificates import issue, review
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.handing_over import Collector, hand_over, piles
from checkin_desktop.startup.screenshot_shooting import Shooting

_PEOPLE = 24


def certificates(shooting: Shooting) -> None:
    view = shooting.view
    context, page = view.context, view.pages["certificates"]
    assert isinstance(page, CertificatesPage)
    view.go("certificates")
    shooting.settle()
    panel = page.review.panel
    for name, verb in (("speakers", panel.speakers), ("requests", panel.see_requests)):
        verb.click()
        shooting.take_over(f"certificates-{name}")
    page.tabs.setCurrentWidget(page.register)
    shooting.settle()
    for name, verb in (("rules", page.register.rules), ("settings", page.register.settings)):
        verb.click()
        shooting.take_over(f"certificates-{name}")
    page.tabs.setCurrentWidget(page.review)
    page.review.show_person(review(context.desk)[-1].attendee.id)
    shooting.settle()
    panel.make_exception.click()
    shooting.take_over("certificates-exception")
    _issue(shooting)
    shooting.take("certificates-issued")
    holder = next(line for line in review(context.desk) if line.number)
    page.review.show_person(holder.attendee.id)
    shooting.take("certificates-holder")
    panel.correct.click()
    shooting.take_over("certificates-correct")
    page.tabs.setCurrentWidget(page.hand_over)
    shooting.take("certificates-piles")
    page.tabs.setCurrentWidget(page.register)
    shooting.take("certificates-register")
    page.tabs.setCurrentWidget(page.review)


def _issue(shooting: Shooting) -> None:
    """To some, ahead of the end; one pile is taken along."""
    desk = shooting.view.context.desk
    issue(
        desk,
        [x.attendee.id for x in roster(desk)[:_PEOPLE]],
        exception_reason=shooting.words.say("cli-exception-reason"),
    )
    first = max(piles(desk), key=lambda pile: len(pile.held))
    hand_over(desk, [h.wanted for h in first.held], Collector(first.held[0].attendee_id))
    shooting.view.context.session.changed.emit()
    shooting.settle()
