"""What others need to verify this event's certificates, and what this computer knows of other events."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout

from checkin_desktop.gui.design.flow import Flow
from checkin_desktop.gui.design.icons import put_icon
from checkin_desktop.gui.design.tokens import GAP, PAD
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.keys.manifest import SUFFIX as MANIFEST
from checkin_desktop.keys.revocations import SUFFIX as REVOCATIONS
from checkin_desktop.services.manifests import KnownEvent, Taken, signed_manifest
from checkin_desktop.services.revocation_list import revocation_file
from checkin_desktop.words.dates import short_date


class TrustCard(QFrame):
    """Manifest, list of revocations and static page out; manifests and lists of others in."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._known: tuple[KnownEvent, ...] = ()
        self.setObjectName("card")
        self.heading, self.about = label("strong"), label("soft", wrap=True)
        self.page = button("", self._write_page)
        self.manifest = button("", lambda: self._save("manifest", MANIFEST))
        self.revocations = button("", lambda: self._save("revocations", REVOCATIONS))
        self.add = button("quiet", self._add)
        self.known = label("soft", wrap=True)
        buttons = Flow()
        for each in (self.page, self.manifest, self.revocations, self.add):
            buttons.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD + 4, PAD + 4, PAD + 4, PAD + 4)
        column.setSpacing(GAP + 2)
        column.addWidget(self.heading)
        column.addWidget(self.about)
        column.addLayout(buttons)
        column.addWidget(self.known)

    def retranslate(self) -> None:
        say, theme = self._context.say, self._context.theme()
        self.heading.setText(say("trust-heading"))
        self.about.setText(say("trust-about"))
        for part, name, icon in (
            (self.page, "page", "globe"),
            (self.manifest, "manifest", "badge-check"),
            (self.revocations, "revocations", "ban"),
            (self.add, "add", "plus"),
        ):
            part.setText(say(f"trust-{name}"))
            part.setToolTip(say(f"trust-{name}-about"))
            put_icon(part, icon, theme.text)
        self._tell(self._known)

    def refresh(self) -> None:
        self._context.lanes.reader.run(self._context.tools.known_events, self._tell)

    def take(self, path: Path) -> None:
        """A manifest or a list, chosen or dropped."""
        context = self._context

        def taken(found: Taken) -> None:
            sentence = "cli-trust-manifest" if found.manifest else "cli-trust-lists"
            context.notify(context.say(sentence, event=found.event.name, fingerprint=found.event.fingerprint))
            self.refresh()

        context.lanes.work.run(lambda: context.tools.take_trust(path, context.desk), taken)

    def ask_folder(self) -> Path | None:
        """Where the page goes. Tests put their own answer here, as for the two below."""
        chosen = QFileDialog.getExistingDirectory(self, self._context.say("trust-page"), self._folder)
        return Path(chosen) if chosen else None

    def ask_file(self, name: str, suffix: str) -> Path | None:
        proposed = str(Path(self._folder) / f"{self._context.say(f'trust-{name}-file')}{suffix}")
        chosen = QFileDialog.getSaveFileName(self, self._context.say(f"trust-{name}"), proposed, f"*{suffix}")
        return Path(chosen[0]) if chosen[0] else None

    def ask_open(self) -> Path | None:
        kinds = f"*{MANIFEST} *{REVOCATIONS}"
        chosen = QFileDialog.getOpenFileName(self, self._context.say("trust-add"), self._folder, kinds)[0]
        return Path(chosen) if chosen else None

    def _write_page(self) -> None:
        folder, context = self.ask_folder(), self._context
        if folder is not None:
            context.lanes.work.run(
                lambda: context.tools.write_verification_page(context.desk, folder, True),
                lambda page: context.notify(context.say("page-written", folder=str(page.parent))),
            )

    def _save(self, name: str, suffix: str) -> None:
        path, context = self.ask_file(name, suffix), self._context
        if path is None:
            return
        make = signed_manifest if name == "manifest" else revocation_file
        context.lanes.work.run(
            lambda: context.tools.write_file(path, make(context.desk)),
            lambda _: context.notify(context.say(f"cli-{name}-written", file=str(path))),
        )

    def _add(self) -> None:
        path = self.ask_open()
        if path is not None:
            self.take(path)

    def _tell(self, known: tuple[KnownEvent, ...]) -> None:
        self._known = known
        say, language = self._context.say, self._context.language.words.language
        told = []
        for event in known:
            m = event.manifest
            dated = max((listed.dated for listed in event.lists), default=None)
            day = short_date(dated.date(), language) if dated else ""
            sentence = "trust-known-dated" if dated else "trust-known"
            told.append(say(sentence, event=m.name, fingerprint=m.fingerprint, day=day))
        self.known.setText("\n".join(told))
        self.known.setVisible(bool(told))
