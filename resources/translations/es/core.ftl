# Frases de los servicios y del archivo del evento
storage-not-an-event = «{ $file }» no es un archivo de evento de checkin-desktop. Elija un archivo terminado en .checkin.
storage-already-there = Ya existe el archivo { $file }. Elija otro nombre, o ábralo en lugar de crearlo.
storage-missing = No se encuentra el archivo { $file }. Revise la ruta, o conecte la memoria donde está guardado.
storage-damaged = El archivo { $file } está dañado. Abra la copia de seguridad más reciente que está en la misma carpeta.
storage-newer = El archivo { $file } fue hecho por una versión más nueva del programa. Actualice checkin-desktop en este equipo.
storage-not-writable = No se puede escribir en { $file }. Revise que la carpeta no sea de solo lectura.
storage-disk-full = El disco está lleno: lo último no se guardó. Libere espacio y repita la acción; todo lo que se mostró en verde está a salvo.
storage-in-use = Otro programa tiene abierto este evento ({ $owner }). Ciérrelo y vuelva a intentar.
station-default-name = Mesa { $number }
desk-no-such-checkpoint = No hay ningún punto de control llamado «{ $name }». Vea los nombres con «event checkpoints».
desk-no-checkpoints = El evento no tiene puntos de control. Agregue al menos un día.
check-in-nothing-to-undo = Ese registro no existe en esta mesa; no hay nada que deshacer.
walk-in-no-name = Falta el nombre. Escriba al menos un nombre o apellido.
walk-in-known-document = El documento { $document } ya está registrado a nombre de { $name }. Búsquelo en la lista.
import-cancelled = Importación cancelada: no se agregó a nadie.
badges-blank-count = Se pueden preparar entre 1 y { $most } credenciales en blanco.
badges-already-assigned = Esa credencial ya es de otra persona. Use otra credencial en blanco.
badges-not-blank = Ese código no es de una credencial en blanco de este evento. Escanee una credencial en blanco.
badges-nobody = Esa persona ya no está en la lista. Búsquela otra vez.
certificates-reason-needed = Escriba el motivo: quedará en el registro de certificados.
certificates-none-to-revoke = Esa persona no tiene un certificado vigente que anular.
certificates-range-used-up = Esta mesa agotó sus números de certificado. Emita desde otra mesa.
certificates-slot-shared = Esta mesa usa la misma numeración que otra (archivo copiado). Haga primero un intercambio con la clave del evento y vuelva a emitir.
conflicts-gone = Ese caso ya no está pendiente. Actualice la página.
event-no-name = Escriba el nombre del evento.
event-no-days = Indique al menos un día del evento.
exchange-passphrase-needed = Clave del evento:
exchange-passphrase-choose = Elija la clave del evento (la pedirá cada mesa nueva):
exchange-passphrase-short = La clave del evento debe tener al menos { $least } caracteres.
exchange-passphrase-set-already = El evento ya tiene clave. Use la que eligió el organizador.
exchange-wrong-passphrase = La clave no abre este evento. Revise mayúsculas y espacios, y vuelva a intentar.
exchange-other-event = Ese archivo es de otro evento: «{ $name }». Use la memoria de este evento.
exchange-altered = { $count ->
    [one] Un registro del archivo fue alterado o no es de este evento; no se tomó nada. Pida una copia nueva a la otra mesa.
   *[other] { $count } registros del archivo fueron alterados o no son de este evento; no se tomó nada. Pida una copia nueva a la otra mesa.
}
exchange-no-free-slot = Ya se usaron los 32 puestos de este evento. Pida al organizador que retire un equipo que no se usa.
exchange-no-bundle = No se encuentra el archivo { $file }. Conecte la memoria y vuelva a intentar.
exchange-not-a-bundle = Ese archivo no es un intercambio de checkin-desktop. Elija el que preparó la otra mesa.
exchange-damaged = El archivo de intercambio está incompleto o dañado. Vuelva a prepararlo en la otra mesa; aquí no se perdió nada.
exchange-cannot-write = No se pudo escribir { $file }. Revise que la memoria tenga espacio y no esté protegida; lo anterior sigue intacto.
exchange-cannot-read = No se pudo leer { $file }. Conecte la memoria otra vez y vuelva a intentar.
exchange-no-hub-yet = Esta versión intercambia por memoria USB: use --bundle ARCHIVO.
journal-sound = El registro está íntegro: { $count } entradas, cadenas y firmas correctas.
journal-unsound = El registro no está íntegro: { $count } entradas con fallas, la primera es la { $seq } de la estación { $station }. Restaure la copia de seguridad o intercambie con otra mesa.
journal-rebuilt-same = Tablas recalculadas: quedaron iguales.
journal-rebuilt-different = Tablas recalculadas: había diferencias y quedaron corregidas.
