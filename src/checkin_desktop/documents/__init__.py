"""Badges, certificates, registers and reports as PDF."""
