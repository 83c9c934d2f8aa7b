"""Digital signatures in PDFs, where an organiser has a certificate for them."""
