# What each page is for, in one line under its title
head-people = Búsquelas, corrija sus datos, o registre a quien llega sin inscripción.
head-event = Lo que vale para todas las mesas: datos, programa, reglas y reportes.
head-certificates = Se emiten, se entregan y se verifican aquí mismo, sin internet.
head-exchange = Por memoria USB, red o internet; mientras tanto cada mesa trabaja sola y no se pierde nada.
head-outbox = Certificados y credenciales por correo: se preparan sin internet y salen cuando lo hay.
head-paper = Por si se va la luz: imprímala antes y pase después lo que se marcó.
head-dashboard = Quiénes llegaron, cuándo y de dónde, con lo que sabe esta mesa.
head-delegations = Quiénes de cada delegación están y quiénes faltan.
head-meetings = Una reunión empieza al escanear una credencial de cada parte.
head-badges = Imprímalas antes del evento; las que se pierdan se renuevan en la mesa.
head-operators = Quién atiende, con qué PIN, y qué puede hacer cada uno.
head-settings = Solo de esta computadora: nada de esto cambia el evento.
head-import = De su hoja de cálculo al evento; importarla otra vez no duplica a nadie.
head-help = Lo esencial en un minuto.
questions-none = Todavía no hay preguntas. Escriba la primera en el formulario y pulse «Guardar»: se hará al ingresar.
outbox-none = No hay nada en la cola. Elija arriba qué se envía y póngalo en la cola.
search-first = Escriba arriba: los nombres aparecen aquí.
