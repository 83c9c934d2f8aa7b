"""What the screenshots show, scene by scene; each leaves the window as the next one needs it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget

from checkin_desktop.domain.operators import Role
from checkin_desktop.domain.people import Attendee
from checkin_desktop.domain.template import TemplateUse
from checkin_desktop.gui.feed_picture import FeedPicture
from checkin_desktop.gui.page import Page
from checkin_desktop.gui.pages.badges import BadgesPage
from checkin_desktop.gui.pages.delegations import DelegationsPage
from checkin_desktop.gui.pages.designer import DesignerPage
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.event import EventPage
from checkin_desktop.gui.pages.exchange import ExchangePage
from checkin_desktop.gui.pages.exchange.roads import NetworkNews
from checkin_desktop.gui.pages.meetings import MeetingsPage
from checkin_desktop.gui.pages.operators import OperatorsPage
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.pages.questions import QuestionsPage
from checkin_desktop.gui.shell.navigation import PLACES
from checkin_desktop.gui.tour import Tour
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.kiosk import KioskExit
from checkin_desktop.services.operators import add
from checkin_desktop.services.ports.network import Sharing
from checkin_desktop.services.shipped_templates import shipped_default
from checkin_desktop.startup.screenshot_certificates import certificates
from checkin_desktop.startup.screenshot_event import (
    PASSPHRASE,
    ask_questions,
    camera_pictures,
    faulty_list,
    known,
    namesakes,
    strangers,
)
from checkin_desktop.startup.screenshot_shooting import Shooting

P = TypeVar("P", bound=Page)
Scene = Callable[[Shooting], None]

_SHARED = Sharing(("192.168.0.12:8765",), 8765, 1, "CHECKIN1:" + "K7Q4" * 30, "4821063975", 1_893_456_000_000)
_TEAM = (
    ("Ana Lucía Ríos", Role.ORGANISER, "4821"),
    ("Julián Mamani", Role.SUPERVISOR, "5832"),
    ("Rosa Quispe", Role.DESK, "6843"),
    ("Percy Huanca", Role.STEWARD, "7854"),
)


def welcome(shooting: Shooting) -> None:
    page = shooting.window.welcome
    if page is not None:
        shooting.take("welcome")
        for tile in ("create", "join"):
            page.tiles.chosen.emit(tile)
            shooting.take(f"welcome-{tile}")


def door(shooting: Shooting) -> None:
    """The desk: at rest, green, amber, red, and what is found by typing."""
    view, desk = shooting.view, _page(shooting, DeskPage)
    new = _strangers(shooting)
    hall, shown = camera_pictures(view.context.desk, new[5].id, shooting.words, shooting.film)
    shooting.look_at(hall)
    shooting.take("desk")
    desk.notice.confirm()
    shooting.look_at(shown)
    shooting.take("desk-admitted")
    shooting.look_at(hall)
    came = known(view.context.desk)
    desk.presenter.admit(came.id)
    shooting.take("desk-already")
    desk.take_scan("7YQ-OTRO-EVENTO")
    shooting.take("desk-refused")
    desk.search.setText("quilla")
    shooting.take("desk-search")
    desk.search.clear()


def full_screen(shooting: Shooting) -> None:
    """The desk without the frame of a window; as large as pictured where the screen has another size."""
    view, desk, window = shooting.view, _page(shooting, DeskPage), shooting.window
    new = _strangers(shooting)
    hall, shown = camera_pictures(view.context.desk, new[5].id, shooting.words, shooting.film)
    window.turn_full_screen()
    shooting.settle()
    window.resize(*shooting.size)
    shooting.look_at(hall)
    shooting.take("desk-full-screen")
    desk.notice.confirm()
    shooting.look_at(shown)
    shooting.take("desk-full-screen-admitted")
    window.turn_full_screen()


def door_dialogs(shooting: Shooting) -> None:
    view, desk = shooting.view, _page(shooting, DeskPage)
    desk.verbs.undo_last()
    shooting.take_over("desk-undo")
    came = known(view.context.desk)
    desk.presenter.admit(came.id)
    shooting.settle()
    desk.verbs.let_in(desk.card.result)
    shooting.take_over("desk-pass")
    desk.verbs.lost(came)
    shooting.take_over("desk-lost")
    desk.verbs.represent(came)
    shooting.take_over("desk-represent")
    desk._open_menu(desk.card.result)
    shooting.take_over("desk-more")
    desk.recents.moving.click()
    shooting.take_over("desk-move")
    desk.presenter.homonyms.emit(namesakes(view.context.desk, "quilla"))
    shooting.take_over("desk-homonyms")


def questions(shooting: Shooting) -> None:
    """None yet, then two, and one of them asked at the desk."""
    view = shooting.view
    view.go("questions")
    shooting.take("questions-none")
    ask_questions(view.context.desk)
    view.context.session.changed.emit()
    shooting.settle()
    _page(shooting, QuestionsPage).list.setCurrentRow(0)
    shooting.take("questions")
    view.go("desk")
    desk = _page(shooting, DeskPage)
    desk.presenter.admit(_strangers(shooting)[0].id)
    shooting.take("desk-questions")


def pages(shooting: Shooting) -> None:
    """Every page as it opens, with all of its tabs."""
    view = shooting.view
    shown = {"questions", "desk"}
    for name, page in view.pages.items():
        if name not in shown:
            view.go(name)
            _show_hall(shooting, page)
            shooting.take(name)
            for tabs in page.findChildren(QTabWidget):
                if tabs.isVisible():
                    for at in range(1, tabs.count()):
                        tabs.setCurrentIndex(at)
                        _show_hall(shooting, page)
                        shooting.take(f"{name}-{at + 1}")
                    tabs.setCurrentIndex(0)
    came = known(view.context.desk)
    view.context.session.certificate_wanted.emit(came.id)
    shooting.take("certificates-person")
    view.go("people")
    _page(shooting, PeoplePage).show_person(came.id)
    shooting.take("people-person")
    view.go("meetings")
    _page(shooting, MeetingsPage).list.selectRow(0)
    shooting.take("meetings-detail")
    view.go("delegations")
    _page(shooting, DelegationsPage).view.selectRow(0)
    shooting.take("delegations-detail")
    view.go("designer")
    _page(shooting, DesignerPage).open(shipped_default(TemplateUse.CERTIFICATE))
    shooting.take("designer-editor")


def forms(shooting: Shooting) -> None:
    """What opens from the pages."""
    view = shooting.view
    view.go("import")
    view.import_file(faulty_list(shooting.film))
    shooting.take("import-review")
    context = view.context
    context.session.walk_in_wanted.emit("Rosa Quispe")
    shooting.take("people-walk-in")
    context.session.substitute_wanted.emit(known(context.desk).id)
    shooting.take("people-substitute")
    event = _page(shooting, EventPage)
    view.go("event")
    for name, place, tab, verb in (
        ("event-days", 1, event.details, event.details.change_days),
        ("event-checkpoint", 2, event.programme, event.programme.add),
        ("event-rule", 3, event.rules, event.rules.add),
    ):
        event.tabs.setCurrentIndex(place)
        shooting.settle()
        assert tab.isVisible()
        verb.click()
        shooting.take_over(name)
    event.tabs.setCurrentIndex(0)
    view.go("meetings")
    shooting.settle()
    _page(shooting, MeetingsPage).new.click()
    shooting.take_over("meetings-new")
    _page(shooting, MeetingsPage).list.selectRow(0)
    _page(shooting, MeetingsPage).detail.wanted.emit("acta")
    shooting.take_over("meetings-acta")
    view.go("delegations")
    shooting.settle()
    _page(shooting, DelegationsPage).new.click()
    shooting.take_over("delegations-new")
    view.go("badges")
    shooting.settle()
    _page(shooting, BadgesPage).before.click()
    shooting.take_over("badges-codes")
    exchange(shooting)


def exchange(shooting: Shooting) -> None:
    """This desk shares: the QR that the others scan."""
    view = shooting.view
    view.go("exchange")
    page = _page(shooting, ExchangePage)
    shooting.settle()
    page.steps.start.click()
    shooting.take_over("exchange-prepare")
    lan, internet = view.context.network.states()
    page.sharing.show_news(NetworkNews(lan, internet, _SHARED, ()))
    page.sharing.pairing.show_picture(view.context.tools.draw_qr(_SHARED.pairing))
    shooting.take("exchange-pairing")


def self_service(shooting: Shooting) -> None:
    """The tour, then the kiosk: its welcome, a guest let in, and the PIN that leaves it."""
    view = shooting.view
    view.go("desk")
    Tour(view.context, view).open()
    shooting.take_over("tour")
    view.front.setCurrentWidget(view.front.kiosk)
    view.front.kiosk.begin(KioskExit.OWN_PIN)
    shooting.look_at(shooting.film / "hall.png")
    shooting.take("kiosk")
    new = _strangers(shooting)
    view.front.kiosk.scanned(badge_faces(view.context.desk, [new[0].id])[0][1].code)
    shooting.take("kiosk-admitted")
    view.front.kiosk.ask_to_leave()
    shooting.take("kiosk-leave")
    view.front.setCurrentWidget(view.front.work)


def team(shooting: Shooting) -> None:
    """Operators who sign in."""
    view = shooting.view
    view.go("operators")
    shooting.settle()
    _page(shooting, OperatorsPage).add_button.click()
    shooting.take_over("operators-add")
    for name, role, pin in _TEAM:
        add(view.context.desk, name, role, pin, PASSPHRASE)
    view.context.session.changed.emit()
    shooting.take("operators-team")
    view.guard.lock()
    shooting.take("sign-in")
    view.front.gate.tiles[1].click()
    shooting.take("sign-in-pin")


def _show_hall(shooting: Shooting, page: Page) -> None:
    """Where the page shows the camera's picture."""
    shooting.settle()
    if any(picture.isVisible() for picture in page.findChildren(FeedPicture)):
        shooting.look_at(shooting.film / "hall.png")


def _strangers(shooting: Shooting) -> list[Attendee]:
    """Who has not come yet."""
    session = shooting.view.context.session
    return strangers(shooting.view.context.desk, session.checkpoint.id if session.checkpoint else None)


def _page(shooting: Shooting, kind: type[P]) -> P:
    page = shooting.view.pages[next(name for name, place in PLACES.items() if place.load() is kind)]
    assert isinstance(page, kind)
    return page


DOOR: tuple[Scene, ...] = (door,)
FULL_SCREEN: tuple[Scene, ...] = (full_screen,)
PAGES: tuple[Scene, ...] = (door, questions, pages)
EVERYTHING: tuple[Scene, ...] = (
    door,
    door_dialogs,
    questions,
    pages,
    forms,
    certificates,
    self_service,
    team,
)
