"""PDF to the system's printers, and the job's fate back."""
