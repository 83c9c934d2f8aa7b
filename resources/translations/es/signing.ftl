# Firma digital de las copias que se envían
outbox-tab-signing = Firma digital
signing-about = Opcional: si la organización tiene un certificado digital, las copias que se envían por correo se firman con él (PAdES). Solo entonces llevan al pie la mención de la Ley 27269; el código QR de este programa es un código de verificación, no una firma digital.
signing-file = Archivo del certificado o biblioteca de la tarjeta
signing-file-hint = «.p12» o «.pfx»; para una tarjeta, la biblioteca PKCS#11 de su fabricante
signing-secret = Clave o PIN
signing-secret-hint = Se pide en cada sesión; no se guarda
signing-choose = Elegir…
signing-open = Usar en esta sesión
signing-forget = Dejar de firmar
signing-holder = Las copias que se envían se firman como: { $holder }
signing-none = Las copias se envían sin firma digital.
signing-none-open = Abra primero el certificado en la pestaña «Firma digital».
signing-failed = No se pudo firmar el PDF. Vuelva a abrir el certificado, o conecte otra vez la tarjeta.
signing-not-a-certificate = El archivo no es un certificado. Elija un archivo «.p12» o «.pfx».
signing-cannot-read = No se puede leer { $file }. Elija el archivo otra vez.
signing-wrong-passphrase = La clave no abre el certificado, o el archivo no es un certificado. Escríbala otra vez.
signing-no-library = No está la biblioteca de la tarjeta. Instale el programa de su fabricante y elija su archivo «.so» o «.dll».
signing-no-card = No se pudo abrir la tarjeta. Revise que esté conectada y que el PIN sea correcto: varios errores seguidos la bloquean.
signing-no-certificate-on-card = La tarjeta no tiene un certificado con su clave. Pregunte a quien la emitió.
signing-reason = Certificado N.º { $number }
signing-shown = Firmado digitalmente por { $holder }
signing-visible = Mostrar la firma en la página
signing-visible-hint = Dos líneas pequeñas al pie, a la derecha. Sin esto la firma solo se ve en el panel de firmas del lector de PDF.
certificates-do-save-signed = { $count ->
    [one] Guardar copia firmada…
   *[other] Guardar copias firmadas…
}
certificates-saved-signed = { $count ->
    [one] 1 copia firmada en «{ $folder }».
   *[other] { $count } copias firmadas en «{ $folder }».
}
cli-sign-passphrase = Clave de { $file }
cli-sign-passphrase-needed = Falta la clave del certificado: póngala en CHECKIN_SIGN_PASSPHRASE, o use una terminal para escribirla.
cli-sign-pin = PIN de la tarjeta ({ $file })
cli-sign-pin-needed = Falta el PIN de la tarjeta: póngalo en CHECKIN_SIGN_PIN, o use una terminal para escribirlo.
