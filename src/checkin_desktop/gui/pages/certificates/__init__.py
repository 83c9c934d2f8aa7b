"""Certificates: who has earned one, issuing, printing and handing over; and checking whether one is genuine."""

from checkin_desktop.gui.pages.certificates.view import CertificatesPage

__all__ = ["CertificatesPage"]
