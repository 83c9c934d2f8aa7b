# Digital signatures in copies that are mailed
outbox-tab-signing = Digital signature
signing-about = Optional: if the organisation has a digital certificate, the copies that are mailed are signed with it (PAdES). Only then do they bear the footer of Law 27269; this program's QR code is a verification code, not a digital signature.
signing-file = File of the certificate, or the card's library
signing-file-hint = “.p12” or “.pfx”; for a card its maker's PKCS#11 library
signing-secret = Passphrase or PIN
signing-secret-hint = Asked for in each session; not kept
signing-choose = Choose…
signing-open = Use in this session
signing-forget = Stop signing
signing-holder = Copies that are mailed are signed as: { $holder }
signing-none = Copies are mailed without a digital signature.
signing-none-open = Open the certificate on the “Digital signature” tab first.
signing-failed = The PDF could not be signed. Open the certificate again, or connect the card again.
signing-not-a-certificate = The file is no certificate. Choose a “.p12” or “.pfx” file.
signing-cannot-read = { $file } cannot be read. Choose the file again.
signing-wrong-passphrase = The passphrase does not open the certificate, or the file is none. Type it again.
signing-no-library = The card's library is not there. Install its maker's program and choose its “.so” or “.dll” file.
signing-no-card = The card could not be opened. See that it is connected and the PIN right: several errors in a row lock it.
signing-no-certificate-on-card = The card has no certificate with its key. Ask who issued it.
signing-reason = Certificate No. { $number }
signing-shown = Digitally signed by { $holder }
signing-visible = Show the signature on the page
signing-visible-hint = Two small lines at the foot, on the right. Without it the signature is seen only in the PDF reader's panel of signatures.
certificates-do-save-signed = { $count ->
    [one] Save signed copy…
   *[other] Save signed copies…
}
certificates-saved-signed = { $count ->
    [one] 1 signed copy in “{ $folder }”.
   *[other] { $count } signed copies in “{ $folder }”.
}
cli-sign-passphrase = Passphrase of { $file }
cli-sign-passphrase-needed = The certificate's passphrase is missing: put it into CHECKIN_SIGN_PASSPHRASE, or use a terminal to enter it.
cli-sign-pin = PIN of the card ({ $file })
cli-sign-pin-needed = The card's PIN is missing: put it into CHECKIN_SIGN_PIN, or use a terminal to enter it.
