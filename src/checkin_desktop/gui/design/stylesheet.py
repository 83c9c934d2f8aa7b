"""The application's style sheet, built from the tokens."""

from PySide6.QtGui import QFont

from checkin_desktop.gui.design.tokens import (
    BODY,
    CAMERA_BACK,
    CAMERA_TEXT,
    DISPLAY,
    FACE,
    GAP,
    HEAD,
    KIOSK,
    LARGE,
    LIGHT,
    RADIUS,
    SMALL,
    TITLE,
    VERDICT,
    VERDICT_COLOURS,
    Theme,
    scaled,
)
from checkin_desktop.places import resource


def body_font(percent: int) -> QFont:
    """Ordinary letters, for what is measured before it is styled."""
    font = QFont(FACE)
    font.setPixelSize(scaled(BODY, percent))
    return font


def stylesheet(theme: Theme, percent: int) -> str:
    """Everything the widgets look like, at `percent` of the normal letter size."""

    def px(size: int) -> str:
        return f"{scaled(size, percent)}px"

    calm = 100 + (percent - 100) // 3  # what is huge already grows less
    verdicts = "".join(
        f"""
        QFrame[verdict="{tone.value}"] {{ background: {back}; border: none; }}
        QFrame[verdict="{tone.value}"] QLabel {{ color: {text}; }}
        QFrame[verdict="{tone.value}"] QLabel#note {{ color: {LIGHT.text}; }}
        QFrame[verdict="{tone.value}"] QPushButton {{
            background: transparent; color: {text}; border: 2px solid {text};
        }}
        """
        for tone, (back, text) in VERDICT_COLOURS.items()
    )
    arrow = resource("icons", f"combo-{theme.name}.svg").as_posix()
    arrow_up = resource("icons", f"spin-up-{theme.name}.svg").as_posix()
    tick = resource("icons", f"tick-{theme.name}.svg").as_posix()
    return f"""
    * {{ font-family: "{FACE}"; font-size: {px(BODY)}; color: {theme.text}; }}
    QMainWindow, QDialog, QWidget#page, QWidget#content {{ background: {theme.window}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.line}; }}
    QFrame#sidebar {{ background: {theme.surface}; border-right: 1px solid {theme.line}; }}
    QFrame#topbar {{ background: {theme.surface}; border-bottom: 1px solid {theme.line}; }}
    QFrame#card {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: {RADIUS}px; }}
    QLabel#heading {{ font-size: {px(TITLE)}; font-weight: 600; }}
    QLabel#title {{ font-size: {scaled(HEAD, calm)}px; font-weight: 700; }}
    QLabel#brand {{ font-size: {px(LARGE)}; font-weight: 700; color: {theme.accent}; }}
    QLabel#group {{ font-size: {px(SMALL)}; font-weight: 600; color: {theme.soft}; }}
    QLabel#soft {{ color: {theme.soft}; }}
    QLabel#small {{ color: {theme.soft}; font-size: {px(SMALL)}; }}
    QLabel#tag {{
        background: {theme.accent_soft}; color: {theme.accent}; border-radius: {px(8)};
        padding: {px(5)} {px(10)}; font-weight: 600;
    }}
    QLabel#strong {{ font-weight: 600; }}
    QLabel#large {{ font-size: {px(LARGE)}; }}
    QLabel#verdict {{ font-size: {px(VERDICT)}; font-weight: 700; }}
    QLabel#kiosk {{ font-size: {scaled(KIOSK, calm)}px; font-weight: 700; }}
    QLabel#kioskline {{ font-size: {scaled(DISPLAY, calm)}px; font-weight: 600; }}
    QLineEdit#kiosk {{ font-size: {scaled(DISPLAY, calm)}px; padding: {px(8)} {px(14)}; }}
    QLineEdit#kiosk:focus {{ padding: {px(7)} {px(13)}; }}
    QLabel#invitation {{ font-size: {px(DISPLAY)}; font-weight: 600; }}
    QLabel#advice {{ font-size: {px(LARGE)}; font-weight: 600; }}
    QLabel#note {{ font-size: {px(TITLE)}; font-weight: 700; background: {LIGHT.warning_soft}; color: {LIGHT.text};
        border-radius: {RADIUS - 4}px; padding: 6px 12px; }}
    QLabel#toast {{ background: {theme.text}; color: {theme.surface}; border-radius: {RADIUS}px;
        padding: {px(10)} {px(16)}; font-weight: 500; }}
    QFrame#line {{ background: {theme.surface}; border: 1px solid {theme.line}; border-radius: {RADIUS - 4}px; }}
    QMenu {{ background: {theme.surface}; border: 1px solid {theme.line}; padding: {px(4)}; }}
    QMenu::item {{ padding: {px(7)} {px(18)}; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.accent_soft}; }}
    QMenu::item:disabled {{ color: {theme.soft}; }}
    QLabel#person {{ font-size: {px(DISPLAY)}; font-weight: 600; }}
    QPushButton {{
        background: {theme.raised}; border: 1px solid {theme.line}; border-radius: {RADIUS - 2}px;
        padding: {px(7)} {px(14)}; font-weight: 500; icon-size: {px(18)};
    }}
    QPushButton:hover {{ border-color: {theme.accent}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: {px(6)} {px(13)}; }}
    QPushButton:disabled {{ color: {theme.soft}; border-color: {theme.line}; }}
    QPushButton#primary {{ background: {theme.accent}; color: {theme.on_accent}; font-weight: 600;
        border: 2px solid {theme.accent}; padding: {px(6)} {px(13)}; }}
    QPushButton#primary:focus {{ border: 2px solid {theme.text}; }}
    QPushButton#primary:disabled {{ background: {theme.line}; color: {theme.soft}; border-color: {theme.line}; }}
    QPushButton#quiet {{ background: transparent; border: 1px solid transparent; color: {theme.accent};
        padding: {px(4)} {px(8)}; }}
    QPushButton#quiet:focus {{ border-color: {theme.accent}; padding: {px(4)} {px(8)}; }}
    QPushButton#pad {{ font-size: {px(TITLE)}; padding: {px(7)}; icon-size: {px(22)}; }}
    QPushButton::menu-indicator {{ image: url("{arrow}"); width: {px(12)}; height: {px(12)};
        subcontrol-origin: padding; subcontrol-position: center right; right: {px(6)}; }}
    QPushButton#who {{ background: {theme.accent_soft}; color: {theme.accent}; border: 1px solid transparent;
        padding: {px(5)} {px(24)} {px(5)} {px(10)}; font-weight: 600; }}
    QPushButton#menu {{ padding-right: {px(24)}; }}
    QPushButton#operator {{ text-align: left; padding: {px(14)} {px(16)}; font-size: {px(LARGE)};
        background: {theme.surface}; }}
    QPushButton#operator:hover {{ background: {theme.accent_soft}; }}
    QLineEdit#pin {{ font-size: {px(TITLE)}; padding: {px(7)}; }}
    QLineEdit#pin:focus {{ padding: {px(6)}; }}
    QPushButton#status {{ background: transparent; border: 1px solid transparent; color: {theme.soft};
        font-size: {px(SMALL)}; padding: {px(1)} {px(6)}; font-weight: 500; icon-size: {px(15)}; }}
    QPushButton#status:hover {{ color: {theme.accent}; }}
    QPushButton#status:focus {{ border-color: {theme.accent}; padding: {px(1)} {px(6)}; }}
    QFrame#strip {{ background: {theme.accent_soft}; border-bottom: 1px solid {theme.line}; }}
    QPushButton#nav {{
        background: transparent; border: 1px solid transparent; text-align: left; padding: {px(7)} 12px;
        border-radius: {RADIUS - 2}px; font-weight: 500;
    }}
    QPushButton#nav:hover {{ background: {theme.raised}; }}
    QPushButton#nav:checked {{ background: {theme.accent_soft}; color: {theme.accent}; font-weight: 600; }}
    QPushButton#nav:focus {{ border-color: {theme.accent}; padding: {px(7)} 12px; }}
    QPushButton#chip {{
        border-radius: {px(12)}; padding: {px(5)} {px(12)}; background: {theme.surface}; color: {theme.soft};
    }}
    QPushButton#chip:checked {{
        background: {theme.accent_soft}; color: {theme.accent}; border-color: {theme.accent}; font-weight: 600;
    }}
    QPushButton#choice {{ text-align: left; background: {theme.surface}; font-weight: 500; }}
    QPushButton#choice:checked {{ background: {theme.accent_soft}; color: {theme.accent};
        border-color: {theme.accent}; }}
    QPushButton#tile {{ background: {theme.surface}; border-radius: {RADIUS + 2}px; padding: 0; }}
    QPushButton#tile:hover {{ background: {theme.accent_soft}; }}
    QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QPlainTextEdit {{
        background: {theme.surface}; border: 1px solid {theme.line}; border-radius: {RADIUS - 2}px;
        padding: {px(7)} {px(10)}; selection-background-color: {theme.accent};
        selection-color: {theme.on_accent};
    }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus,
    QPlainTextEdit:focus {{
        border: 2px solid {theme.accent}; padding: {px(6)} {px(9)};
    }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.soft}; }}
    QLineEdit#search {{ font-size: {px(LARGE)}; padding: {px(10)} {px(12)}; }}
    QLineEdit#search:focus {{ padding: {px(9)} {px(11)}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(24)}; }}
    QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button,
    QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button {{
        border: none; background: transparent; width: {px(24)}; subcontrol-origin: border;
    }}
    QSpinBox::up-button, QDoubleSpinBox::up-button, QTimeEdit::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button, QDoubleSpinBox::down-button, QTimeEdit::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow {{
        image: url("{arrow_up}"); width: {px(12)}; height: {px(12)};
    }}
    QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow {{
        image: url("{arrow}"); width: {px(12)}; height: {px(12)};
    }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: {px(16)}; height: {px(16)}; }}
    QComboBox QAbstractItemView {{ background: {theme.surface}; border: 1px solid {theme.line}; outline: 0;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; }}
    QListView#offered {{ background: {theme.surface}; border: 1px solid {theme.line}; outline: 0;
        selection-background-color: {theme.accent_soft}; selection-color: {theme.text}; }}
    QListView#offered::item {{ padding: {px(6)} {px(GAP)}; }}
    QListView#offered::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
    QListWidget, QTableView, QTableWidget {{
        background: {theme.surface}; border: 1px solid {theme.line}; border-radius: {RADIUS}px; outline: 0;
        gridline-color: {theme.line}; alternate-background-color: {theme.window};
    }}
    QListWidget::item {{ padding: {px(6)} {px(GAP)}; border-bottom: 1px solid {theme.line}; }}
    QTableView::item {{ padding: 0 {px(6)}; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QListWidget::item:selected, QTableView::item:selected {{
        background: {theme.accent_soft}; color: {theme.text};
    }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        background: {theme.surface}; color: {theme.soft}; border: none; padding: {px(7)} {px(8)};
        border-bottom: 1px solid {theme.line}; font-weight: 600; font-size: {px(SMALL)};
    }}
    QHeaderView::section:first {{ border-top-left-radius: {RADIUS - 1}px; }}
    QHeaderView::section:last {{ border-top-right-radius: {RADIUS - 1}px; }}
    QHeaderView::section:only-one {{ border-top-left-radius: {RADIUS - 1}px; border-top-right-radius: {RADIUS - 1}px; }}
    QHeaderView::section:vertical {{ border: none; padding: 0 {px(8)}; }}
    QTableCornerButton::section {{ background: {theme.surface}; border: none; }}
    QProgressBar {{ background: {theme.raised}; border: none; border-radius: 5px; height: 10px; text-align: center; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 5px; }}
    QFrame#banner {{ background: {theme.warning_soft}; border: 1px solid {theme.line}; border-radius: {RADIUS}px; }}
    QFrame#notice {{ background: {theme.accent_soft}; border: 1px solid {theme.line}; border-radius: {RADIUS}px; }}
    QLabel#preview {{ background: {CAMERA_BACK}; color: {CAMERA_TEXT}; border-radius: {RADIUS}px; }}
    QFrame[verdict] {{ border-radius: {RADIUS + 4}px; }}
    QFrame[verdict="idle"] {{ background: {theme.surface}; border: 1px solid {theme.line}; }}
    {verdicts}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{
        background: transparent; color: {theme.soft}; border: none; border-bottom: 3px solid transparent;
        padding: {px(8)} {px(4)}; margin-right: {px(14)}; font-weight: 600;
    }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::tab:selected {{ color: {theme.accent}; border-bottom-color: {theme.accent}; }}
    QTabBar:focus {{ outline: none; }}
    QTabBar::tab:focus {{ color: {theme.text}; }}
    QFrame#drop {{ background: {theme.accent_soft}; border: 2px dashed {theme.accent}; border-radius: {RADIUS}px; }}
    QLabel#wrong {{ color: {theme.wrong}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; }}
    QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 5px; min-height: 30px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; }}
    QScrollBar::handle:horizontal {{ background: {theme.line}; border-radius: 5px; min-width: 30px; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QCheckBox, QRadioButton {{ spacing: {px(GAP)}; }}
    QCheckBox::indicator, QTableView::indicator, QListWidget::indicator {{
        width: {px(15)}; height: {px(15)}; border-radius: 4px;
        border: 1px solid {theme.soft}; background: {theme.surface}; }}
    QCheckBox::indicator:checked, QTableView::indicator:checked, QListWidget::indicator:checked {{
        background: {theme.accent};
        border-color: {theme.accent}; image: url("{tick}"); }}
    QRadioButton::indicator {{ width: {px(14)}; height: {px(14)}; border-radius: {scaled(14, percent) // 2 + 1}px;
        border: 1px solid {theme.soft}; background: {theme.surface}; }}
    QRadioButton::indicator:checked {{ width: {px(6)}; height: {px(6)}; border: {px(5)} solid {theme.accent};
        border-radius: {scaled(6, percent) // 2 + scaled(5, percent)}px; background: {theme.on_accent}; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {theme.accent}; text-decoration: underline; }}
    """
