"""Questions: what everybody is asked once when they are let in."""

from checkin_desktop.gui.pages.questions.view import QuestionsPage

__all__ = ["QuestionsPage"]
