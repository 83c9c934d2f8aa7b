# Verifying: files for others, and of other events
trust-heading = So that others can verify
trust-about = The verification page works on any web site, or opened from a stick without internet. With the manifest another laptop with this program verifies without having the event.
trust-page = Verification page…
trust-page-about = Writes a folder with the page, the public keys and the list of revocations. It bears no names and no documents.
trust-manifest = Save manifest…
trust-manifest-about = The event's title and its public keys, signed
trust-manifest-file = Event
trust-revocations = Save list of revocations…
trust-revocations-about = The revoked numbers that this desk knows of, dated and signed; without names
trust-revocations-file = Revocations
trust-add = Add another event's…
trust-add-about = Take another event's manifest or list of revocations: this computer will verify its certificates too
trust-known = “{ $event }” (fingerprint { $fingerprint }), without a list of revocations
trust-known-dated = “{ $event }” (fingerprint { $fingerprint }), revocations as of { $day }
certificates-do-save-zip = Save all in one ZIP…
certificates-zipping = Saving into the ZIP: { $done } of { $total }
certificates-stopped-zipping = Stopped: no ZIP was saved.
certificates-saved-zip = { $count ->
    [one] 1 certificate in “{ $file }”.
   *[other] { $count } certificates in “{ $file }”.
}
certificates-ask = Show the certificate's QR code to the camera: the answer comes here, without the internet. You can also type the code, or drop the PDF or a photo.
certificates-camera-pause = Pause
certificates-camera-go-on = Go on
