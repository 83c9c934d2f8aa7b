# La demostración sin ventana
demo-event = Evento creado con { $people } inscritos inventados: { $file }
demo-badges = { $count } credenciales dibujadas: { $file }
demo-joined = La { $name } se unió con la memoria: { $file }
demo-filming = { $day }: las dos mesas filman y registran a su gente, cada una por su lado…
demo-filmed = { $day }, mesa { $desk }: { $count } credenciales filmadas en { $frames } cuadros; todas leídas, todos los veredictos correctos.
demo-exchanged = Las dos mesas intercambiaron y quedaron iguales ({ $digest }); { $conflicts } conflictos resueltos.
demo-certificates = { $count } certificados emitidos entre las dos mesas: { $file }
demo-verified = { $count } certificados leídos del PDF y verificados en la otra mesa.
demo-lists = Listas escritas: { $files }
demo-taking-screenshots = Tomando capturas de cada página de la ventana…
demo-screenshots = { $count } capturas de pantalla en { $folder }
demo-not-read = Mesa { $desk }: { $missed } credenciales filmadas no se leyeron y { $phantoms } lecturas no eran de nadie. Envíe la carpeta de resultados a soporte.
demo-desks-differ = Las mesas no quedaron iguales después del intercambio ({ $first } y { $second }). Envíe la carpeta de resultados a soporte.
demo-wrong-outcome = La demostración no resultó como debía ({ $what }): se esperaba { $expected } y resultó { $found }. Envíe la carpeta de resultados a soporte.
demo-not-verified = El certificado N.º { $number } no se pudo verificar ({ $verdict }). Envíe la carpeta de resultados a soporte.
demo-no-screenshots = No se pudieron hacer las capturas de pantalla: { $said }. Ejecute «checkin-desktop doctor» para ver qué falta.
demo-design = Certificado de ponentes
