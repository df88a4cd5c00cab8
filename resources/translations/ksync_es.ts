<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>ksync.connect</name>
    <message>
      <source>Add a server with the protocol CalDAV and the address {address}, then fetch and accept.</source>
      <translation>Añada un servidor con el protocolo CalDAV y la dirección {address}, luego obtenga y acepte.</translation>
    </message>
    <message>
      <source>Add another one with the protocol CardDAV and the same address, then fetch and accept.</source>
      <translation>Añada otro con el protocolo CardDAV y la misma dirección, luego obtenga y acepte.</translation>
    </message>
    <message>
      <source>For “{name}”, add a CardDAV address book in Thunderbird: no user name, and the address {address}.</source>
      <translation>Para «{name}», añada en Thunderbird una libreta CardDAV: sin nombre de usuario, con la dirección {address}.</translation>
    </message>
    <message>
      <source>For “{name}”, add a new calendar on the network in Thunderbird: no user name, and the address {address}.</source>
      <translation>Para «{name}», añada en Thunderbird un calendario nuevo en la red: sin nombre de usuario, con la dirección {address}.</translation>
    </message>
    <message>
      <source>In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware resource”. In KAddressBook the same resource serves contacts.</source>
      <translation>En KOrganizer o Merkuro, en los ajustes, en Calendarios (o Cuentas), añada un «recurso de groupware DAV». En KAddressBook el mismo recurso sirve para los contactos.</translation>
    </message>
    <message>
      <source>In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type Advanced.</source>
      <translation>En los ajustes de Calendario, en Cuentas, añada «Otra cuenta CalDAV» del tipo Avanzado.</translation>
    </message>
    <message>
      <source>In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.</source>
      <translation>En los ajustes de Contactos, añada «Otra cuenta de contactos», CardDAV, con los mismos valores.</translation>
    </message>
    <message>
      <source>Install it there. The certificate is this computer's alone, and so is the password.</source>
      <translation>Instálelo allí. El certificado es solo de este equipo, y también la contraseña.</translation>
    </message>
    <message>
      <source>Name: kSync. User name: {username}. Password: {password}.</source>
      <translation>Nombre: kSync. Nombre de usuario: {username}. Contraseña: {password}.</translation>
    </message>
    <message>
      <source>Open {file}: macOS shows it in System Settings, General, Device Management.</source>
      <translation>Abra {file}: macOS lo muestra en Ajustes del Sistema, General, Gestión de dispositivos.</translation>
    </message>
    <message>
      <source>Then delete the file. To undo it all, remove the profile in the same place.</source>
      <translation>Después borre el archivo. Para deshacerlo todo, quite el perfil en el mismo lugar.</translation>
    </message>
    <message>
      <source>User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. Port: {port}. Use SSL.</source>
      <translation>Nombre de usuario: {username}. Contraseña: {password}. Dirección del servidor: {host}. Ruta del servidor: {path}. Puerto: {port}. Use SSL.</translation>
    </message>
    <message>
      <source>When an assistant asks for a user name and a password, cancel it: the window behind it takes an address.</source>
      <translation>Si un asistente pide nombre de usuario y contraseña, cancélelo: la ventana que hay detrás acepta una dirección.</translation>
    </message>
    <message>
      <source>macOS asks once whether the certificate of this computer is to be trusted.</source>
      <translation>macOS pregunta una vez si se debe confiar en el certificado de este equipo.</translation>
    </message>
  </context>
  <context>
    <name>ksync.reporting</name>
    <message>
      <source>A change was sent and the connection broke before the server answered.</source>
      <translation>Se envió un cambio y la conexión se cortó antes de que el servidor respondiera.</translation>
    </message>
    <message>
      <source>A file could not be written as planned.</source>
      <translation>No se pudo escribir un archivo como estaba previsto.</translation>
    </message>
    <message>
      <source>A policy file is not to be trusted: {detail}</source>
      <translation>Un archivo de directivas no es de confianza: {detail}</translation>
    </message>
    <message>
      <source>A policy file is not valid: {detail}</source>
      <translation>Un archivo de directivas no es válido: {detail}</translation>
    </message>
    <message>
      <source>Allow kSync the location, and turn the location service on, in the system's settings.</source>
      <translation>Permita la ubicación a kSync y active ese servicio en los ajustes del sistema.</translation>
    </message>
    <message>
      <source>Allowed for a while, because you said so.</source>
      <translation>Permitido por un rato, porque usted lo pidió.</translation>
    </message>
    <message>
      <source>Allowed. (It is not known whether this network is metered.)</source>
      <translation>Permitido. (No se sabe si esta red es de uso medido.)</translation>
    </message>
    <message>
      <source>Allowed: the server is on this computer.</source>
      <translation>Permitido: el servidor está en este equipo.</translation>
    </message>
    <message>
      <source>Allowed: this VPN is named in the settings.</source>
      <translation>Permitido: esta VPN figura en los ajustes.</translation>
    </message>
    <message>
      <source>Allowed: this network is one that may be used.</source>
      <translation>Permitido: esta red se puede usar.</translation>
    </message>
    <message>
      <source>Allowed: this wired network is one that may be used.</source>
      <translation>Permitido: esta red por cable se puede usar.</translation>
    </message>
    <message>
      <source>An edit in the desktop's calendar store cannot be applied to the server's text.</source>
      <translation>Un cambio en el almacén de calendarios del escritorio no se puede aplicar al texto del servidor.</translation>
    </message>
    <message>
      <source>Another item stands under this name now.</source>
      <translation>Con este nombre hay ahora otro elemento.</translation>
    </message>
    <message>
      <source>Another kSync works on this account.</source>
      <translation>Otro kSync trabaja en esta cuenta.</translation>
    </message>
    <message>
      <source>Another one in this collection has the same UID.</source>
      <translation>Otro elemento de esta colección tiene el mismo UID.</translation>
    </message>
    <message>
      <source>Another program is writing this file.</source>
      <translation>Otro programa está escribiendo este archivo.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer to mend the policy's files.</source>
      <translation>Pida a quien gestiona este equipo que corrija los archivos de la política.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer.</source>
      <translation>Pregunte a quien cuida de este equipo.</translation>
    </message>
    <message>
      <source>Check LoadCredential= or SetCredentialEncrypted= of the unit.</source>
      <translation>Compruebe LoadCredential= o SetCredentialEncrypted= de la unidad.</translation>
    </message>
    <message>
      <source>Check its owner and its permissions.</source>
      <translation>Compruebe su propietario y sus permisos.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</source>
      <translation>Compruebe que este equipo está en línea e inténtelo de nuevo. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</source>
      <translation>Compruebe la dirección y el nombre de usuario. Con algunos proveedores el servicio solo existe después de abrir una vez el calendario en el navegador.</translation>
    </message>
    <message>
      <source>Check the address. On a public network, log in to its start page first.</source>
      <translation>Compruebe la dirección. En una red pública, entre primero en su página de inicio.</translation>
    </message>
    <message>
      <source>Check the disk and the folder. Nothing was lost; the next sync tries again.</source>
      <translation>Compruebe el disco y la carpeta. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Check the disk, and the permissions of the folder that is named.</source>
      <translation>Compruebe el disco y los permisos de la carpeta indicada.</translation>
    </message>
    <message>
      <source>Check the owner and the permissions of the folder, and the disk.</source>
      <translation>Compruebe el propietario y los permisos de la carpeta, y el disco.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Elija otro nombre.</translation>
    </message>
    <message>
      <source>Close Thunderbird, then try again. Nothing was changed.</source>
      <translation>Cierre Thunderbird y vuelva a intentarlo. No se ha cambiado nada.</translation>
    </message>
    <message>
      <source>Close it there, then sync again.</source>
      <translation>Ciérrelo allí y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Connect to a network that the settings allow, then sync again.</source>
      <translation>Conéctese a una red que los ajustes permitan y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Done, and decisions wait for you.</source>
      <translation>Hecho, y hay decisiones que le esperan.</translation>
    </message>
    <message>
      <source>Done, but something failed; see the list.</source>
      <translation>Hecho, pero algo falló; vea la lista.</translation>
    </message>
    <message>
      <source>Erased, but for what is listed.</source>
      <translation>Borrado, salvo lo que se indica.</translation>
    </message>
    <message>
      <source>Exported, but for what is listed.</source>
      <translation>Exportado, salvo lo que se indica.</translation>
    </message>
    <message>
      <source>GNOME's data server (evolution-data-server) does not answer.</source>
      <translation>El servidor de datos de GNOME (evolution-data-server) no responde.</translation>
    </message>
    <message>
      <source>Give the server's own address instead.</source>
      <translation>Indique en su lugar la dirección del propio servidor.</translation>
    </message>
    <message>
      <source>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</source>
      <translation>Si sigue así, pregunte a quien lleva el servidor, con el detalle de arriba. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Imported, but for what is listed.</source>
      <translation>Importado, salvo lo que se indica.</translation>
    </message>
    <message>
      <source>Install it, or log in to the desktop first; it answers on the session's bus alone.</source>
      <translation>Instálelo, o inicie antes sesión en el escritorio; solo responde en el bus de la sesión.</translation>
    </message>
    <message>
      <source>Interrupted; nothing is lost.</source>
      <translation>Interrumpido; no se perdió nada.</translation>
    </message>
    <message>
      <source>It cannot be told what kind of network this is, so it is not allowed.</source>
      <translation>No se puede saber qué tipo de red es, así que no está permitida.</translation>
    </message>
    <message>
      <source>It changed here, and this collection is only read.</source>
      <translation>Cambió aquí, y esta colección solo se lee.</translation>
    </message>
    <message>
      <source>It changed on the server in the meantime.</source>
      <translation>Entretanto cambió en el servidor.</translation>
    </message>
    <message>
      <source>It is synced all the same. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Se sincroniza igualmente. Mírelo en el calendario o la libreta en la web, guárdelo de nuevo allí y vuelva a sincronizar.</translation>
    </message>
    <message>
      <source>It is too large.</source>
      <translation>Es demasiado grande.</translation>
    </message>
    <message>
      <source>It stays as it is, here only. Delete one of the two, or give one another UID.</source>
      <translation>Queda como está, solo aquí. Elimine uno de los dos, o dé a uno otro UID.</translation>
    </message>
    <message>
      <source>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Queda aquí como está y se vuelve a enviar cuando cambie. Mírelo en el calendario o la libreta de direcciones de la web, guárdelo allí de nuevo y sincronice.</translation>
    </message>
    <message>
      <source>It stays on the server as it is.</source>
      <translation>Queda en el servidor como está.</translation>
    </message>
    <message>
      <source>It was changed since it was listed; look again in a moment.</source>
      <translation>Cambió desde que se listó; vuelva a mirar dentro de un momento.</translation>
    </message>
    <message>
      <source>It was set aside; the next sync compares everything and deletes nothing.</source>
      <translation>Se apartó; la próxima sincronización lo compara todo y no elimina nada.</translation>
    </message>
    <message>
      <source>Look at it and delete it by hand, if it is yours to delete.</source>
      <translation>Míralo y bórralo a mano, si es tuyo.</translation>
    </message>
    <message>
      <source>Look at it in the web calendar or address book; delete it there if it is broken.</source>
      <translation>Mírelo en el calendario o la libreta de direcciones de la web; elimínelo allí si está dañado.</translation>
    </message>
    <message>
      <source>Make it smaller, for instance with a smaller photo or attachment.</source>
      <translation>Hágalo más pequeño, por ejemplo con una foto o un adjunto menores.</translation>
    </message>
    <message>
      <source>Make room there. Nothing was lost; the next sync tries again.</source>
      <translation>Haga sitio allí. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Make room. Nothing was lost; the next sync tries again.</source>
      <translation>Haga sitio. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Mend the file, or delete it, in the program that wrote it; then sync again.</source>
      <translation>Arregle el archivo, o elimínelo, en el programa que lo escribió; luego sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Mend these in the file, or leave them out.</source>
      <translation>Corríjalos en el archivo, o déjelos fuera.</translation>
    </message>
    <message>
      <source>Move it to a folder of the right kind, then sync again.</source>
      <translation>Muévalo a una carpeta del tipo correcto y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found.</source>
      <translation>No se encontró ningún calendario ni libreta de direcciones.</translation>
    </message>
    <message>
      <source>No decision waits under this ID.</source>
      <translation>Ninguna decisión espera con este identificador.</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>No se encontró ningún llavero.</translation>
    </message>
    <message>
      <source>No such network is listed.</source>
      <translation>Esa red no está en la lista.</translation>
    </message>
    <message>
      <source>Nothing is synced until who looks after this computer has mended it.</source>
      <translation>No se sincroniza nada hasta que lo arregle quien cuida de este equipo.</translation>
    </message>
    <message>
      <source>Nothing on this computer tells kSync which Wi-Fi this is.</source>
      <translation>Nada en este equipo le dice a kSync qué Wi-Fi es esta.</translation>
    </message>
    <message>
      <source>Nothing was changed. If this is intended, remove the account and add it again.</source>
      <translation>No se cambió nada. Si es intencionado, quite la cuenta y añádala de nuevo.</translation>
    </message>
    <message>
      <source>Nothing was deleted on the server. Mount or restore the folder, then sync again.</source>
      <translation>No se eliminó nada en el servidor. Monte o recupere la carpeta y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</source>
      <translation>No se eliminó nada: un elemento no se puede leer, así que no se puede conservar.</translation>
    </message>
    <message>
      <source>Nothing was deleted: there are changes here that the server does not have ({detail}).</source>
      <translation>No se eliminó nada: hay aquí cambios que el servidor no tiene ({detail}).</translation>
    </message>
    <message>
      <source>Nothing was lost; the next sync tries again.</source>
      <translation>No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Open a browser, log in there, then sync again.</source>
      <translation>Abra un navegador, inicie sesión y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Open it in a mail program that knows invitations.</source>
      <translation>Ábralo en un programa de correo que conozca las invitaciones.</translation>
    </message>
    <message>
      <source>Open kSync's window: it asks for the location permission, which is what that is.</source>
      <translation>Abra la ventana de kSync: pide el permiso de ubicación, que es lo que falta.</translation>
    </message>
    <message>
      <source>Programs that take http need none.</source>
      <translation>Los programas que aceptan http no lo necesitan.</translation>
    </message>
    <message>
      <source>Put a copy of the file in its place.</source>
      <translation>Ponga en su lugar una copia del archivo.</translation>
    </message>
    <message>
      <source>Remove them (they often come with text that was pasted), then sync again.</source>
      <translation>Quítelos (suelen venir con texto pegado) y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Rename it to letters and digits with the ending .ics or .vcf.</source>
      <translation>Cámbiele el nombre a letras y cifras con la terminación .ics o .vcf.</translation>
    </message>
    <message>
      <source>Run it again. Nothing was lost; the next sync tries again.</source>
      <translation>Ejecútela de nuevo. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Save it anew as UTF-8, then sync again.</source>
      <translation>Guárdelo de nuevo como UTF-8 y sincronice.</translation>
    </message>
    <message>
      <source>Save it anew in a calendar or contacts program, which gives it one.</source>
      <translation>Guárdelo de nuevo en un programa de calendario o contactos, que le da uno.</translation>
    </message>
    <message>
      <source>Sign in first.</source>
      <translation>Inicie sesión primero.</translation>
    </message>
    <message>
      <source>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</source>
      <translation>Algunos servidores conservan su primer calendario, y otros no conocen colores. Quizá se pueda en el calendario o la libreta web del proveedor.</translation>
    </message>
    <message>
      <source>Split it: one event, task or contact in each file.</source>
      <translation>Divídalo: un evento, una tarea o un contacto en cada archivo.</translation>
    </message>
    <message>
      <source>Stopped on request; nothing is lost.</source>
      <translation>Detenido a petición; no se perdió nada.</translation>
    </message>
    <message>
      <source>Sync again. Nothing was lost; the next sync tries again.</source>
      <translation>Sincronice de nuevo. No se perdió nada; la próxima sincronización lo intenta otra vez.</translation>
    </message>
    <message>
      <source>Sync, then export into another folder.</source>
      <translation>Sincronice y exporte luego a otra carpeta.</translation>
    </message>
    <message>
      <source>The account “{account}” is prepared by your organisation and waits for its password.</source>
      <translation>La cuenta «{account}» está preparada por su organización y espera su contraseña.</translation>
    </message>
    <message>
      <source>The account's space on the server is full.</source>
      <translation>El espacio de la cuenta en el servidor está lleno.</translation>
    </message>
    <message>
      <source>The address begins with http://, and a password is sent over https only.</source>
      <translation>La dirección empieza por http://, y una contraseña solo se envía por https.</translation>
    </message>
    <message>
      <source>The collection stays in the store that it is in.</source>
      <translation>La colección permanece en el almacén en el que está.</translation>
    </message>
    <message>
      <source>The configuration file cannot be read or written: {detail}</source>
      <translation>El archivo de ajustes no se puede leer o escribir: {detail}</translation>
    </message>
    <message>
      <source>The configuration is not valid: {detail}</source>
      <translation>Los ajustes no son válidos: {detail}</translation>
    </message>
    <message>
      <source>The connection to the server failed.</source>
      <translation>La conexión con el servidor falló.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) cannot be reached.</source>
      <translation>No se puede acceder al almacén de calendarios del escritorio (evolution-data-server).</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) is too old.</source>
      <translation>El almacén de calendarios del escritorio (evolution-data-server) es demasiado antiguo.</translation>
    </message>
    <message>
      <source>The desktop's calendar store does not accept this one.</source>
      <translation>El almacén de calendarios del escritorio no acepta este elemento.</translation>
    </message>
    <message>
      <source>The desktop's calendar store has not this collection any more.</source>
      <translation>El almacén de calendarios del escritorio ya no tiene esta colección.</translation>
    </message>
    <message>
      <source>The desktop's calendar store holds events, tasks, notes and contacts, not this.</source>
      <translation>El almacén de calendarios del escritorio guarda eventos, tareas, notas y contactos, no esto.</translation>
    </message>
    <message>
      <source>The desktop's calendar store stopped answering.</source>
      <translation>El almacén de calendarios del escritorio ha dejado de responder.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>El disco está lleno.</translation>
    </message>
    <message>
      <source>The file has it twice, in two versions; the first one counts.</source>
      <translation>El archivo lo tiene dos veces, en dos versiones; cuenta la primera.</translation>
    </message>
    <message>
      <source>The file's name cannot be used.</source>
      <translation>El nombre del archivo no se puede usar.</translation>
    </message>
    <message>
      <source>The gateway runs already.</source>
      <translation>La pasarela ya está en marcha.</translation>
    </message>
    <message>
      <source>The history has no such version.</source>
      <translation>El historial no tiene esa versión.</translation>
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation>El llavero no responde.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>El llavero está bloqueado.</translation>
    </message>
    <message>
      <source>The keyring reported an error.</source>
      <translation>El llavero comunicó un error.</translation>
    </message>
    <message>
      <source>The local folder cannot be used.</source>
      <translation>La carpeta local no se puede usar.</translation>
    </message>
    <message>
      <source>The local folder cannot be written.</source>
      <translation>No se puede escribir en la carpeta local.</translation>
    </message>
    <message>
      <source>The local folder is not there.</source>
      <translation>La carpeta local no está.</translation>
    </message>
    <message>
      <source>The login was not tried yet.</source>
      <translation>El inicio de sesión aún no se ha probado.</translation>
    </message>
    <message>
      <source>The login was rejected by the server.</source>
      <translation>El servidor rechazó el inicio de sesión.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network.</source>
      <translation>El guardián de red no permite esta red.</translation>
    </message>
    <message>
      <source>The network guard is off: kSync uses every network.</source>
      <translation>El guardián de red está desactivado: kSync usa cualquier red.</translation>
    </message>
    <message>
      <source>The next sync compares everything.</source>
      <translation>La próxima sincronización lo compara todo.</translation>
    </message>
    <message>
      <source>The next sync reads back what the server has before it does anything else.</source>
      <translation>La próxima sincronización lee primero lo que tiene el servidor.</translation>
    </message>
    <message>
      <source>The next sync takes it.</source>
      <translation>La próxima sincronización lo toma.</translation>
    </message>
    <message>
      <source>The old one was kept; the next sync compares everything and deletes nothing.</source>
      <translation>El antiguo se conservó; la próxima sincronización lo compara todo y no elimina nada.</translation>
    </message>
    <message>
      <source>The only keyring would store the password unprotected.</source>
      <translation>El único llavero guardaría la contraseña sin protección.</translation>
    </message>
    <message>
      <source>The password command failed.</source>
      <translation>La orden de la contraseña falló.</translation>
    </message>
    <message>
      <source>The program has edits that it has not sent yet ({detail}); nothing was changed.</source>
      <translation>El programa tiene cambios que aún no ha enviado ({detail}); no se ha cambiado nada.</translation>
    </message>
    <message>
      <source>The program's settings cannot be read or written: {detail}</source>
      <translation>Los ajustes del programa no se pueden leer o escribir: {detail}</translation>
    </message>
    <message>
      <source>The resource is locked on the server.</source>
      <translation>El recurso está bloqueado en el servidor.</translation>
    </message>
    <message>
      <source>The run ended before it was finished.</source>
      <translation>La sincronización acabó antes de terminar.</translation>
    </message>
    <message>
      <source>The server cannot be reached.</source>
      <translation>No se puede alcanzar el servidor.</translation>
    </message>
    <message>
      <source>The server does not accept what is in it.</source>
      <translation>El servidor no acepta lo que contiene.</translation>
    </message>
    <message>
      <source>The server does not list this collection any more.</source>
      <translation>El servidor ya no muestra esta colección.</translation>
    </message>
    <message>
      <source>The server does not permit this.</source>
      <translation>El servidor no lo permite.</translation>
    </message>
    <message>
      <source>The server has a problem.</source>
      <translation>El servidor tiene un problema.</translation>
    </message>
    <message>
      <source>The server has nothing at this address.</source>
      <translation>El servidor no tiene nada en esta dirección.</translation>
    </message>
    <message>
      <source>The server is reached by several networks at once, and none of them is allowed.</source>
      <translation>Se llega al servidor por varias redes a la vez, y ninguna está permitida.</translation>
    </message>
    <message>
      <source>The server names {detail} of this account, so none can be made from here.</source>
      <translation>El servidor indica {detail} para esta cuenta; desde aquí no se puede crear ninguna.</translation>
    </message>
    <message>
      <source>The server no longer knows the last state.</source>
      <translation>El servidor ya no conoce el último estado.</translation>
    </message>
    <message>
      <source>The server refused the request.</source>
      <translation>El servidor rechazó la petición.</translation>
    </message>
    <message>
      <source>The server refused this change of the collection; nothing was changed.</source>
      <translation>El servidor rechazó este cambio de la colección; no se cambió nada.</translation>
    </message>
    <message>
      <source>The server sent kSync to a place that it must not follow to.</source>
      <translation>El servidor envió kSync a un lugar al que no debe seguir.</translation>
    </message>
    <message>
      <source>The server shows another collection or another account than before.</source>
      <translation>El servidor muestra otra colección u otra cuenta que antes.</translation>
    </message>
    <message>
      <source>The server's answer is larger than kSync accepts.</source>
      <translation>La respuesta del servidor es mayor de lo que kSync acepta.</translation>
    </message>
    <message>
      <source>The server's answer is not well-formed.</source>
      <translation>La respuesta del servidor está mal formada.</translation>
    </message>
    <message>
      <source>The server's answer is not what the protocol allows.</source>
      <translation>La respuesta del servidor no es lo que el protocolo permite.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted.</source>
      <translation>El certificado del servidor no es de confianza.</translation>
    </message>
    <message>
      <source>The server's name has no address.</source>
      <translation>El nombre del servidor no tiene dirección.</translation>
    </message>
    <message>
      <source>The server's version stays as it is. Undo the edit, or make it again in another way.</source>
      <translation>La versión del servidor queda como está. Deshaga el cambio, o vuelva a hacerlo de otro modo.</translation>
    </message>
    <message>
      <source>The server, or the proxy to it, is on this computer, and what goes on from here cannot be judged.</source>
      <translation>El servidor, o su proxy, está en este equipo; lo que sigue desde aquí no se puede evaluar.</translation>
    </message>
    <message>
      <source>The sync engine stopped.</source>
      <translation>El motor de sincronización se detuvo.</translation>
    </message>
    <message>
      <source>The sync state cannot be used.</source>
      <translation>El estado de sincronización no se puede usar.</translation>
    </message>
    <message>
      <source>The sync state is damaged.</source>
      <translation>El estado de sincronización está dañado.</translation>
    </message>
    <message>
      <source>The sync state was damaged and has begun anew.</source>
      <translation>El estado de sincronización estaba dañado y ha empezado de nuevo.</translation>
    </message>
    <message>
      <source>The sync state was written by a later version of kSync.</source>
      <translation>El estado de sincronización lo escribió una versión posterior de kSync.</translation>
    </message>
    <message>
      <source>The system does not let kSync know the Wi-Fi's name.</source>
      <translation>El sistema no deja que kSync conozca el nombre de la Wi-Fi.</translation>
    </message>
    <message>
      <source>The system has not been asked yet whether kSync may know the Wi-Fi's name.</source>
      <translation>Aún no se ha preguntado al sistema si kSync puede conocer el nombre de la Wi-Fi.</translation>
    </message>
    <message>
      <source>The systemd credential cannot be read.</source>
      <translation>No se puede leer la credencial de systemd.</translation>
    </message>
    <message>
      <source>The text has control characters that servers do not take.</source>
      <translation>El texto tiene caracteres de control que los servidores no aceptan.</translation>
    </message>
    <message>
      <source>The text is not UTF-8.</source>
      <translation>El texto no es UTF-8.</translation>
    </message>
    <message>
      <source>The traffic goes by a mobile network or a phone, and those are not allowed.</source>
      <translation>El tráfico va por una red móvil o un teléfono, y no está permitido.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and VPNs are not allowed.</source>
      <translation>El tráfico pasa por una VPN, y las VPN no están permitidas.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and it is not known which network is below it.</source>
      <translation>El tráfico pasa por una VPN, y no se sabe qué red hay debajo.</translation>
    </message>
    <message>
      <source>There is already an account named “{account}”.</source>
      <translation>Ya hay una cuenta llamada «{account}».</translation>
    </message>
    <message>
      <source>There is no account named “{account}”.</source>
      <translation>No hay ninguna cuenta llamada «{account}».</translation>
    </message>
    <message>
      <source>There is no collection “{collection}”.</source>
      <translation>No hay ninguna colección «{collection}».</translation>
    </message>
    <message>
      <source>There is no conflict of this ID.</source>
      <translation>No hay ningún conflicto con ese identificador.</translation>
    </message>
    <message>
      <source>There is no network to allow: this computer is offline, or the guard is off.</source>
      <translation>No hay ninguna red que permitir: este equipo está sin conexión, o el guardián está desactivado.</translation>
    </message>
    <message>
      <source>There is no run of this ID.</source>
      <translation>No hay ninguna sincronización con ese identificador.</translation>
    </message>
    <message>
      <source>There is no setting “{resource}”.</source>
      <translation>No hay ningún ajuste «{resource}».</translation>
    </message>
    <message>
      <source>There is no such secret.</source>
      <translation>No hay ninguna contraseña guardada.</translation>
    </message>
    <message>
      <source>There is nothing to show yet: no calendar and no address book was synced.</source>
      <translation>Aún no hay nada que mostrar: no se sincronizó ningún calendario ni libreta de direcciones.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, or it is not known how: it may be an imitation.</source>
      <translation>Esta Wi-Fi tiene el nombre de una permitida, pero su protección es más débil o desconocida: puede ser una imitación.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but its access point is another.</source>
      <translation>Esta Wi-Fi tiene el nombre de una permitida, pero su punto de acceso es otro.</translation>
    </message>
    <message>
      <source>This Wi-Fi is not one of those that are allowed.</source>
      <translation>Esta Wi-Fi no es una de las permitidas.</translation>
    </message>
    <message>
      <source>This Wi-Fi's name cannot be read at present.</source>
      <translation>El nombre de esta Wi-Fi no se puede leer ahora.</translation>
    </message>
    <message>
      <source>This address is not a CalDAV or CardDAV service.</source>
      <translation>Esta dirección no es un servicio CalDAV o CardDAV.</translation>
    </message>
    <message>
      <source>This calendar does not hold items of this kind.</source>
      <translation>Este calendario no admite elementos de este tipo.</translation>
    </message>
    <message>
      <source>This collection is shared with you for reading only.</source>
      <translation>Esta colección se comparte con usted solo para leer.</translation>
    </message>
    <message>
      <source>This computer is itself the access point of this Wi-Fi.</source>
      <translation>Este equipo es el propio punto de acceso de esta Wi-Fi.</translation>
    </message>
    <message>
      <source>This computer is offline, or the server's name has no address.</source>
      <translation>Este equipo está sin conexión, o el nombre del servidor no tiene dirección.</translation>
    </message>
    <message>
      <source>This computer is on a wired network, and wired networks are not allowed.</source>
      <translation>Este equipo está en una red por cable, y esas redes no están permitidas.</translation>
    </message>
    <message>
      <source>This computer is on no Wi-Fi whose name can be read now.</source>
      <translation>Este equipo no está en ninguna Wi-Fi cuyo nombre se pueda leer.</translation>
    </message>
    <message>
      <source>This event recurs too often to be shown, or its rule cannot be read.</source>
      <translation>Este evento se repite demasiado para mostrarlo, o su regla no se puede leer.</translation>
    </message>
    <message>
      <source>This file changed a moment ago.</source>
      <translation>Este archivo cambió hace un momento.</translation>
    </message>
    <message>
      <source>This file does not belong here: cards go into address books, all else into calendars.</source>
      <translation>Este archivo no va aquí: las fichas van en libretas de direcciones, lo demás en calendarios.</translation>
    </message>
    <message>
      <source>This file has no UID, so it cannot be told from others.</source>
      <translation>Este archivo no tiene UID, así que no se distingue de otros.</translation>
    </message>
    <message>
      <source>This file holds several calendars or cards, and a server takes one in each.</source>
      <translation>Este archivo contiene varios calendarios o fichas, y un servidor acepta uno en cada uno.</translation>
    </message>
    <message>
      <source>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</source>
      <translation>Este archivo contiene varios eventos, tareas o contactos (UID), y un servidor acepta uno en cada uno.</translation>
    </message>
    <message>
      <source>This file is damaged: it is no whole calendar object or card.</source>
      <translation>Este archivo está dañado: no es un objeto de calendario completo ni una ficha.</translation>
    </message>
    <message>
      <source>This file mixes events, tasks or notes, and a server takes one kind in each.</source>
      <translation>Este archivo mezcla eventos, tareas o notas, y un servidor acepta un solo tipo en cada uno.</translation>
    </message>
    <message>
      <source>This is a bug in kSync: please report it with the reference and the log file.</source>
      <translation>Es un fallo de kSync: comuníquelo con la referencia y el archivo de registro.</translation>
    </message>
    <message>
      <source>This is a link, a folder or a special file, and only plain files are synced.</source>
      <translation>Es un enlace, una carpeta o un archivo especial, y solo se sincronizan archivos corrientes.</translation>
    </message>
    <message>
      <source>This is an answer or a cancellation sent to somebody, and no event.</source>
      <translation>Es una respuesta o una cancelación enviada a alguien, y no un evento.</translation>
    </message>
    <message>
      <source>This item is not there any more, or its file is damaged.</source>
      <translation>Este elemento ya no está, o su archivo está dañado.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is metered, and metered networks are not.</source>
      <translation>Esta red está permitida, pero es de uso medido, y esas no lo están.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is not known whether it is metered.</source>
      <translation>Esta red está permitida, pero no se sabe si es de uso medido.</translation>
    </message>
    <message>
      <source>This network wants you to log in on a web page first.</source>
      <translation>Esta red pide antes iniciar sesión en una página web.</translation>
    </message>
    <message>
      <source>This one could not be read.</source>
      <translation>No se pudo leer.</translation>
    </message>
    <message>
      <source>This setting is not possible: {detail}.</source>
      <translation>Este ajuste no es posible: {detail}.</translation>
    </message>
    <message>
      <source>This version cannot be restored as things stand.</source>
      <translation>Esta versión no se puede recuperar tal como están las cosas.</translation>
    </message>
    <message>
      <source>This was decided already.</source>
      <translation>Ya se decidió.</translation>
    </message>
    <message>
      <source>This wired network's router is not one of those that are allowed, or it has not been heard of yet.</source>
      <translation>El router de esta red por cable no está permitido, o aún no se conoce.</translation>
    </message>
    <message>
      <source>Thunderbird has no such profile here.</source>
      <translation>Thunderbird no tiene aquí tal perfil.</translation>
    </message>
    <message>
      <source>Thunderbird has several profiles, and nothing says which one is meant.</source>
      <translation>Thunderbird tiene varios perfiles, y nada dice cuál se quiere.</translation>
    </message>
    <message>
      <source>Thunderbird is running with this profile, and would overwrite what is written into it.</source>
      <translation>Thunderbird está en marcha con este perfil, y sobrescribiría lo que se escriba en él.</translation>
    </message>
    <message>
      <source>Turn its hotspot off, then sync again.</source>
      <translation>Desactive su punto de acceso y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>Undone, but for what was changed since; see the list.</source>
      <translation>Deshecho, salvo lo que cambió desde entonces; vea la lista.</translation>
    </message>
    <message>
      <source>Update kSync.</source>
      <translation>Actualice kSync.</translation>
    </message>
    <message>
      <source>Use the https:// address; nothing was sent.</source>
      <translation>Use la dirección https://; no se envió nada.</translation>
    </message>
    <message>
      <source>Wait until it is connected, then sync again.</source>
      <translation>Espere a que esté conectada y sincronice de nuevo.</translation>
    </message>
    <message>
      <source>What makes certificates is not installed.</source>
      <translation>Lo que crea los certificados no está instalado.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer, or connect to another network.</source>
      <translation>Su organización decide qué redes se permiten. Pregunte a quien gestiona este equipo, o cambie de red.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer.</source>
      <translation>Su organización decide qué redes se permiten. Pregunte a quien gestiona este equipo.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Set in the system's network settings that this network is not metered.</source>
      <translation>Su organización decide qué redes se permiten. Indique en los ajustes de red del sistema que esta no es de uso medido.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.</source>
      <translation>Su organización decide qué redes se permiten. kSync consulta NetworkManager, iwd, wpa_supplicant e iw: inicie uno de ellos.</translation>
    </message>
    <message>
      <source>Your organisation's policy cannot be used as it is, so no network is allowed.</source>
      <translation>La política de su organización no se puede usar tal como está: no se permite ninguna red.</translation>
    </message>
    <message>
      <source>Your organisation's policy does not allow this.</source>
      <translation>La directiva de su organización no lo permite.</translation>
    </message>
    <message>
      <source>deletes them on the server too (the history keeps them).</source>
      <translation>los elimina también en el servidor (el historial los conserva).</translation>
    </message>
    <message>
      <source>deletes them on this computer (the history keeps them).</source>
      <translation>los elimina en este equipo (el historial los conserva).</translation>
    </message>
    <message>
      <source>deletes them on this computer too (the history keeps them).</source>
      <translation>los elimina también en este equipo (el historial los conserva).</translation>
    </message>
    <message>
      <source>fetches the server's versions again.</source>
      <translation>vuelve a traer las versiones del servidor.</translation>
    </message>
    <message>
      <source>kSync is running here ({detail}), so nothing was done.</source>
      <translation>kSync está en marcha aquí ({detail}); no se ha hecho nada.</translation>
    </message>
    <message>
      <source>kSync met something unexpected.</source>
      <translation>kSync encontró algo inesperado.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on the server.</source>
      <translation>los conserva y los devuelve al servidor.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on this computer.</source>
      <translation>los conserva y los devuelve a este equipo.</translation>
    </message>
    <message>
      <source>keeps them on this computer, too, until they change.</source>
      <translation>los conserva también en este equipo, hasta que cambien.</translation>
    </message>
    <message>
      <source>makes them anew on the server.</source>
      <translation>los crea de nuevo en el servidor.</translation>
    </message>
    <message>
      <source>sends these earlier versions to the server.</source>
      <translation>envía estas versiones anteriores al servidor.</translation>
    </message>
    <message>
      <source>sends this computer's versions to the server again.</source>
      <translation>envía de nuevo al servidor las versiones de este equipo.</translation>
    </message>
    <message>
      <source>takes them off this computer (the server keeps them).</source>
      <translation>los quita de este equipo (el servidor los conserva).</translation>
    </message>
    <message>
      <source>takes these earlier versions over.</source>
      <translation>adopta estas versiones anteriores.</translation>
    </message>
    <message>
      <source>{count} became older than the past limit at once, as if the clock had jumped.</source>
      <translation>{count} superaron de golpe el límite, como si el reloj hubiera saltado.</translation>
    </message>
    <message>
      <source>{count} on the server went back to earlier versions, as after a restored backup.</source>
      <translation>{count} en el servidor volvieron a versiones anteriores, como tras restaurar una copia.</translation>
    </message>
    <message>
      <source>{count} on this computer went back to earlier versions, as after a restored backup.</source>
      <translation>{count} en este equipo volvieron a versiones anteriores, como tras restaurar una copia.</translation>
    </message>
    <message>
      <source>{count} went from the server, which is a large part of the collection.</source>
      <translation>{count} desaparecieron del servidor, gran parte de la colección.</translation>
    </message>
    <message>
      <source>{count} went from this computer, which is a large part of the collection.</source>
      <translation>{count} desaparecieron de este equipo, gran parte de la colección.</translation>
    </message>
    <message>
      <source>{count} with guests would be made anew on the server, which may send invitations again.</source>
      <translation>{count} con invitados se crearían de nuevo en el servidor, lo que puede volver a enviar invitaciones.</translation>
    </message>
    <message>
      <source>{detail} would be shown twice.</source>
      <translation>{detail} se mostraría dos veces.</translation>
    </message>
    <message>
      <source>“{resource}” is not set by hand.</source>
      <translation>«{resource}» no se ajusta a mano.</translation>
    </message>
  </context>
  <context>
    <name>ui.farewell</name>
    <message>
      <source>Everything of kSync on this computer is gone.</source>
      <translation>Todo lo de kSync en este ordenador está borrado.</translation>
    </message>
    <message>
      <source>It was looked for: nothing is left.</source>
      <translation>Comprobado: no queda nada.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Salir</translation>
    </message>
  </context>
  <context>
    <name>ui.notifications</name>
    <message>
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.__init__</name>
    <message>
      <source>Activity</source>
      <translation>Actividad</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendario</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Colecciones</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Conflictos</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Contactos</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Redes</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Resumen</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Privacidad</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Ajustes</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.activity</name>
    <message>
      <source>No sync of this kind.</source>
      <translation>Ninguna sincronización de este tipo.</translation>
    </message>
    <message>
      <source>No sync yet</source>
      <translation>Aún no hay sincronizaciones</translation>
    </message>
    <message>
      <source>Syncs</source>
      <translation>Sincronizaciones</translation>
    </message>
    <message>
      <source>This sync</source>
      <translation>Esta sincronización</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Undo this sync?</source>
      <translation>¿Deshacer esta sincronización?</translation>
    </message>
    <message>
      <source>Undo this sync…</source>
      <translation>Deshacer esta sincronización…</translation>
    </message>
    <message>
      <source>What every sync did, item by item, is listed here, and can be undone.</source>
      <translation>Aquí se muestra, elemento por elemento, lo que hizo cada sincronización, y se puede deshacer.</translation>
    </message>
    <message numerus="yes">
      <source>What it did: {count} item(s)</source>
      <translation>
        <numerusform>Lo que hizo: {count} elemento</numerusform>
        <numerusform>Lo que hizo: {count} elementos</numerusform>
      </translation>
    </message>
    <message>
      <source>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</source>
      <translation>Lo que había antes vuelve a este equipo, y la próxima sincronización lo lleva al servidor. Lo que se ha modificado desde entonces no se toca.</translation>
    </message>
    <message>
      <source>Which syncs are shown</source>
      <translation>Qué sincronizaciones se muestran</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.calendar</name>
    <message>
      <source>After the first sync its events and tasks are shown here, to look at.</source>
      <translation>Después de la primera sincronización, sus eventos y tareas se muestran aquí, para consultarlos.</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>Agenda</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>Calendarios</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Detalles</translation>
    </message>
    <message>
      <source>Done ones too</source>
      <translation>También las hechas</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mes</translation>
    </message>
    <message>
      <source>No calendar here yet</source>
      <translation>Todavía no hay ningún calendario</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>Tareas</translation>
    </message>
    <message>
      <source>The month after</source>
      <translation>El mes siguiente</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>El mes anterior</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hoy</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s) to do</source>
      <translation>
        <numerusform>{count} tarea pendiente</numerusform>
        <numerusform>{count} tareas pendientes</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.collections</name>
    <message>
      <source>Changes go</source>
      <translation>Los cambios van</translation>
    </message>
    <message>
      <source>Choose a collection.</source>
      <translation>Elija una colección.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Color de {name}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Color…</translation>
    </message>
    <message>
      <source>Days that are kept here</source>
      <translation>Días que se guardan aquí</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Eliminar</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>¿Eliminar {name} en el servidor?</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Eliminar…</translation>
    </message>
    <message>
      <source>How it is synced</source>
      <translation>Cómo se sincroniza</translation>
    </message>
    <message>
      <source>If both sides changed the same thing</source>
      <translation>Si ambos lados cambiaron lo mismo</translation>
    </message>
    <message>
      <source>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</source>
      <translation>Se elimina en todos sus dispositivos y para todas las personas con quienes se comparte. Su contenido pasa antes al historial de este equipo.</translation>
    </message>
    <message>
      <source>It is not yours to change there.</source>
      <translation>No puede cambiarla allí.</translation>
    </message>
    <message>
      <source>Keep only the newer ones on this computer:</source>
      <translation>Guardar en este equipo solo los más recientes:</translation>
    </message>
    <message>
      <source>Look on the server</source>
      <translation>Mirar en el servidor</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>Nueva…</translation>
    </message>
    <message>
      <source>No calendars yet</source>
      <translation>Aún no hay calendarios</translation>
    </message>
    <message>
      <source>On the server, for all your devices</source>
      <translation>En el servidor, para todos sus dispositivos</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Abrir la carpeta</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Cambiar nombre…</translation>
    </message>
    <message>
      <source>Sync it</source>
      <translation>Sincronizarla</translation>
    </message>
    <message>
      <source>The calendars, task lists and address books of your accounts are listed here.</source>
      <translation>Aquí se muestran los calendarios, las listas de tareas y las libretas de direcciones de sus cuentas.</translation>
    </message>
    <message>
      <source>What is older stays on the server, and in the history here.</source>
      <translation>Lo más antiguo queda en el servidor y, aquí, en el historial.</translation>
    </message>
    <message>
      <source>days</source>
      <translation>días</translation>
    </message>
    <message>
      <source>{name} was deleted; {count} of its items are in the history.</source>
      <translation>{name} se ha eliminado; {count} de sus elementos están en el historial.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.conflicts</name>
    <message>
      <source>Holds are decided one by one.</source>
      <translation>Lo retenido se decide caso por caso.</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Conservarlos</translation>
    </message>
    <message>
      <source>Let it happen</source>
      <translation>Dejar que ocurra</translation>
    </message>
    <message>
      <source>Let it happen?</source>
      <translation>¿Dejar que ocurra?</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Nada le espera</translation>
    </message>
    <message>
      <source>On hold: {collection}</source>
      <translation>Retenido: {collection}</translation>
    </message>
    <message>
      <source>What is not kept goes to the history; nothing is lost.</source>
      <translation>Lo que no se conserva pasa al historial; nada se pierde.</translation>
    </message>
    <message>
      <source>What is to be kept?</source>
      <translation>¿Qué debe conservarse?</translation>
    </message>
    <message>
      <source>What shall happen?</source>
      <translation>¿Qué debe ocurrir?</translation>
    </message>
    <message>
      <source>What waits</source>
      <translation>Lo que espera</translation>
    </message>
    <message>
      <source>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</source>
      <translation>Cuando ambos lados han cambiado lo mismo de forma distinta, o se eliminaría mucho de golpe, decide usted, y la decisión espera aquí.</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) chosen</source>
      <translation>
        <numerusform>{count} conflicto elegido</numerusform>
        <numerusform>{count} conflictos elegidos</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… y {count} más</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.contacts</name>
    <message>
      <source>Address book</source>
      <translation>Libreta de direcciones</translation>
    </message>
    <message>
      <source>After the first sync the people of your address books are shown here.</source>
      <translation>Después de la primera sincronización, aquí se muestran las personas de sus libretas de direcciones.</translation>
    </message>
    <message>
      <source>All categories</source>
      <translation>Todas las categorías</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Categoría</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Archivo</translation>
    </message>
    <message>
      <source>No contacts here yet</source>
      <translation>Todavía no hay contactos</translation>
    </message>
    <message>
      <source>Nobody found</source>
      <translation>No se encontró a nadie</translation>
    </message>
    <message>
      <source>Search by name, organisation, e-mail or telephone</source>
      <translation>Buscar por nombre, organización, correo o teléfono</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Buscar contactos</translation>
    </message>
    <message>
      <source>Search for another word, or for a part of it; accents do not matter.</source>
      <translation>Busque otra palabra, o una parte de ella; los acentos no importan.</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>De dónde viene</translation>
    </message>
    <message numerus="yes">
      <source>{count} contact(s)</source>
      <translation>
        <numerusform>{count} contacto</numerusform>
        <numerusform>{count} contactos</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.networks</name>
    <message>
      <source>Add a network</source>
      <translation>Añadir una red</translation>
    </message>
    <message>
      <source>Add a network…</source>
      <translation>Añadir una red…</translation>
    </message>
    <message>
      <source>Allow for an hour</source>
      <translation>Permitir una hora</translation>
    </message>
    <message>
      <source>Allow this network?</source>
      <translation>¿Permitir esta red?</translation>
    </message>
    <message>
      <source>Allow this network…</source>
      <translation>Permitir esta red…</translation>
    </message>
    <message>
      <source>Allowed until {time}</source>
      <translation>Permitido hasta {time}</translation>
    </message>
    <message>
      <source>Edit a network</source>
      <translation>Editar una red</translation>
    </message>
    <message>
      <source>Edit {name}</source>
      <translation>Editar {name}</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Editar…</translation>
    </message>
    <message>
      <source>Networks that are allowed</source>
      <translation>Redes permitidas</translation>
    </message>
    <message>
      <source>No network is listed. Listed networks count once kSync may sync on them only.</source>
      <translation>No hay redes en la lista. La lista cuenta cuando kSync solo puede sincronizar en ellas.</translation>
    </message>
    <message>
      <source>Reads the name of the Wi-Fi that this computer is on.</source>
      <translation>Lee el nombre de la Wi-Fi de este equipo.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Eliminar</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Quitar {name}</translation>
    </message>
    <message>
      <source>Where kSync may sync</source>
      <translation>Dónde puede sincronizar kSync</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.overview</name>
    <message>
      <source>Add account…</source>
      <translation>Añadir cuenta…</translation>
    </message>
    <message>
      <source>Add your account, and its calendars, tasks and contacts appear here.</source>
      <translation>Añada su cuenta, y aquí aparecerán sus calendarios, tareas y contactos.</translation>
    </message>
    <message>
      <source>Enter the password of {account}</source>
      <translation>Introducir la contraseña de {account}</translation>
    </message>
    <message>
      <source>Enter the password…</source>
      <translation>Introducir la contraseña…</translation>
    </message>
    <message>
      <source>New password for {name}</source>
      <translation>Nueva contraseña para {name}</translation>
    </message>
    <message>
      <source>New password…</source>
      <translation>Nueva contraseña…</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>Aún no hay ninguna cuenta</translation>
    </message>
    <message>
      <source>Open networks</source>
      <translation>Abrir las redes</translation>
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation>Progreso de la sincronización</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <source>Sync in progress</source>
      <translation>Sincronización en curso</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Sincronizar ahora</translation>
    </message>
    <message>
      <source>Sync {account} now</source>
      <translation>Sincronizar {account} ahora</translation>
    </message>
    <message>
      <source>The last 30 days</source>
      <translation>Los últimos 30 días</translation>
    </message>
    <message>
      <source>came here</source>
      <translation>llegaron aquí</translation>
    </message>
    <message>
      <source>went to the server</source>
      <translation>fueron al servidor</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.privacy</name>
    <message>
      <source>A copy for you</source>
      <translation>Una copia para usted</translation>
    </message>
    <message>
      <source>All accounts, their passwords and files, and all settings of kSync go from this computer; afterwards it is looked for. The servers keep everything.</source>
      <translation>Todas las cuentas, sus contraseñas y archivos, y todos los ajustes de kSync desaparecen de este ordenador; después se comprueba. Los servidores lo conservan todo.</translation>
    </message>
    <message>
      <source>Also erase its calendars and contacts from this computer</source>
      <translation>Borrar también sus calendarios y contactos de este ordenador</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>En curso</translation>
    </message>
    <message>
      <source>Erase account…</source>
      <translation>Borrar la cuenta…</translation>
    </message>
    <message>
      <source>Erase everything…</source>
      <translation>Borrar todo…</translation>
    </message>
    <message>
      <source>Erase history…</source>
      <translation>Borrar el historial…</translation>
    </message>
    <message>
      <source>Erase the history of {name}</source>
      <translation>Borrar el historial de {name}</translation>
    </message>
    <message>
      <source>Erase {name} from this computer</source>
      <translation>Borrar {name} de este ordenador</translation>
    </message>
    <message>
      <source>Everything that is here, in formats that other programs read.</source>
      <translation>Todo lo que hay aquí, en formatos que otros programas leen.</translation>
    </message>
    <message>
      <source>Leave no trace</source>
      <translation>No dejar rastro</translation>
    </message>
    <message>
      <source>Of all accounts</source>
      <translation>De todas las cuentas</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Guardar una copia…</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Iniciar sesión…</translation>
    </message>
    <message>
      <source>Sign out of {name}</source>
      <translation>Cerrar la sesión de {name}</translation>
    </message>
    <message>
      <source>Sign out…</source>
      <translation>Cerrar sesión…</translation>
    </message>
    <message>
      <source>Whoever has seen it since can still use it. A new one takes a minute.</source>
      <translation>Quien la haya visto desde entonces aún puede usarla. Una nueva lleva un minuto.</translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s) erased.</source>
      <translation>
        <numerusform>{count} versión anterior borrada.</numerusform>
        <numerusform>{count} versiones anteriores borradas.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} and everything of it is gone from this computer.</source>
      <translation>{name} y todo lo suyo ha desaparecido de este ordenador.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.settings</name>
    <message>
      <source>Accounts</source>
      <translation>Cuentas</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzado</translation>
    </message>
    <message>
      <source>Calendars and address books</source>
      <translation>Calendarios y libretas de direcciones</translation>
    </message>
    <message>
      <source>Change password…</source>
      <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
      <source>Change the password of {name}</source>
      <translation>Cambiar la contraseña de {name}</translation>
    </message>
    <message>
      <source>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</source>
      <translation>Se olvidan la contraseña y los ajustes. Los archivos se quedan donde están, y el servidor lo conserva todo.</translation>
    </message>
    <message>
      <source>Open: {what}</source>
      <translation>Abrir: {what}</translation>
    </message>
    <message>
      <source>Remove {name} from this computer?</source>
      <translation>¿Quitar {name} de este equipo?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Quitar…</translation>
    </message>
    <message>
      <source>Reports of unexpected errors</source>
      <translation>Informes de errores inesperados</translation>
    </message>
    <message>
      <source>Settings file</source>
      <translation>Archivo de ajustes</translation>
    </message>
    <message>
      <source>Start kSync when I log in</source>
      <translation>Iniciar kSync al entrar en la sesión</translation>
    </message>
    <message>
      <source>There is no account yet.</source>
      <translation>Aún no hay ninguna cuenta.</translation>
    </message>
    <message>
      <source>Where the calendars and contacts of {name} are</source>
      <translation>Dónde están los calendarios y contactos de {name}</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>Se ha quitado {name}.</translation>
    </message>
  </context>
  <context>
    <name>ui.program</name>
    <message>
      <source>This desktop shows no tray icons.</source>
      <translation>Este escritorio no muestra iconos en la bandeja.</translation>
    </message>
    <message>
      <source>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</source>
      <translation>kSync sigue mientras esta ventana esté abierta o minimizada. En GNOME los muestra la extensión «AppIndicator and KStatusNotifierItem Support».</translation>
    </message>
  </context>
  <context>
    <name>ui.sidebar</name>
    <message>
      <source>Menu</source>
      <translation>Menú</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Páginas</translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting</source>
      <translation>
        <numerusform>{count} en espera</numerusform>
        <numerusform>{count} en espera</numerusform>
      </translation>
    </message>
    <message>
      <source>{page} (Ctrl+{number})</source>
      <translation>{page} (Ctrl+{number})</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.activity</name>
    <message>
      <source>Account</source>
      <translation>Cuenta</translation>
    </message>
    <message>
      <source>All syncs</source>
      <translation>Todas</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Hecho</translation>
    </message>
    <message>
      <source>Done, but not everything</source>
      <translation>Hecho, pero no todo</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fallida</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>Sin terminar</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Peticiones</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Detenida</translation>
    </message>
    <message>
      <source>That changed something</source>
      <translation>Que cambiaron algo</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Duración</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Motivo</translation>
    </message>
    <message>
      <source>With problems</source>
      <translation>Con problemas</translation>
    </message>
    <message>
      <source>after a change here</source>
      <translation>tras un cambio aquí</translation>
    </message>
    <message>
      <source>after a change of the network</source>
      <translation>tras un cambio de red</translation>
    </message>
    <message>
      <source>after a change of the settings</source>
      <translation>tras un cambio de los ajustes</translation>
    </message>
    <message>
      <source>asked for</source>
      <translation>a petición</translation>
    </message>
    <message>
      <source>at the interval</source>
      <translation>por el intervalo</translation>
    </message>
    <message>
      <source>both versions kept</source>
      <translation>se conservan ambas versiones</translation>
    </message>
    <message>
      <source>came from the server</source>
      <translation>llegó del servidor</translation>
    </message>
    <message>
      <source>cannot be written and stays as it is</source>
      <translation>no se puede escribir y queda como está</translation>
    </message>
    <message>
      <source>changed by the server</source>
      <translation>cambiado por el servidor</translation>
    </message>
    <message>
      <source>changed on the server</source>
      <translation>cambiado en el servidor</translation>
    </message>
    <message>
      <source>comes back</source>
      <translation>vuelve</translation>
    </message>
    <message>
      <source>deleted here</source>
      <translation>eliminado aquí</translation>
    </message>
    <message>
      <source>deleted on the server</source>
      <translation>eliminado en el servidor</translation>
    </message>
    <message>
      <source>goes back to what it was</source>
      <translation>vuelve a ser lo que era</translation>
    </message>
    <message>
      <source>is as it was already</source>
      <translation>ya está como estaba</translation>
    </message>
    <message>
      <source>is taken away again</source>
      <translation>se vuelve a quitar</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>combinado</translation>
    </message>
    <message>
      <source>moved here</source>
      <translation>movido aquí</translation>
    </message>
    <message>
      <source>moved on the server</source>
      <translation>movido en el servidor</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>nada que hacer</translation>
    </message>
    <message>
      <source>past the limit: on the server only</source>
      <translation>más allá del límite: solo en el servidor</translation>
    </message>
    <message>
      <source>sent to the server</source>
      <translation>enviado al servidor</translation>
    </message>
    <message>
      <source>the first one</source>
      <translation>la primera</translation>
    </message>
    <message>
      <source>tried again</source>
      <translation>nuevo intento</translation>
    </message>
    <message>
      <source>was changed since and stays as it is</source>
      <translation>se cambió desde entonces y queda como está</translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted here</source>
      <translation>
        <numerusform>{count} eliminado aquí</numerusform>
        <numerusform>{count} eliminados aquí</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted on the server</source>
      <translation>
        <numerusform>{count} eliminado en el servidor</numerusform>
        <numerusform>{count} eliminados en el servidor</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} downloaded</source>
      <translation>
        <numerusform>{count} descargado</numerusform>
        <numerusform>{count} descargados</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} fallido</numerusform>
        <numerusform>{count} fallidos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in conflict</source>
      <translation>
        <numerusform>{count} en conflicto</numerusform>
        <numerusform>{count} en conflicto</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) undone; the next sync takes it to the server.</source>
      <translation>
        <numerusform>{count} elemento deshecho; la próxima sincronización lo lleva al servidor.</numerusform>
        <numerusform>{count} elementos deshechos; la próxima sincronización los lleva al servidor.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} merged</source>
      <translation>
        <numerusform>{count} combinado</numerusform>
        <numerusform>{count} combinados</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} uploaded</source>
      <translation>
        <numerusform>{count} subido</numerusform>
        <numerusform>{count} subidos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting for you</source>
      <translation>
        <numerusform>{count} le espera</numerusform>
        <numerusform>{count} le esperan</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} undone; {left} left as they are.</source>
      <translation>{done} deshechos; {left} quedan como están.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.calendar</name>
    <message>
      <source>(no title)</source>
      <translation>(sin título)</translation>
    </message>
    <message>
      <source>all day</source>
      <translation>todo el día</translation>
    </message>
    <message>
      <source>done</source>
      <translation>hecho</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>vence {when}</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>desde {time}</translation>
    </message>
    <message>
      <source>important</source>
      <translation>importante</translation>
    </message>
    <message>
      <source>overdue since {when}</source>
      <translation>vencida desde {when}</translation>
    </message>
    <message>
      <source>repeats</source>
      <translation>se repite</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>hasta {time}</translation>
    </message>
    <message numerus="yes">
      <source>{count} event(s)</source>
      <translation>
        <numerusform>{count} evento</numerusform>
        <numerusform>{count} eventos</numerusform>
      </translation>
    </message>
    <message>
      <source>{percent} % done</source>
      <translation>{percent} % hecho</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.collections</name>
    <message>
      <source>As in the settings</source>
      <translation>Como en los ajustes</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation>Preguntarme</translation>
    </message>
    <message>
      <source>Both ways</source>
      <translation>En ambos sentidos</translation>
    </message>
    <message>
      <source>From the server only</source>
      <translation>Solo del servidor</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Conservar ambas</translation>
    </message>
    <message>
      <source>Keep the server's</source>
      <translation>Conservar la del servidor</translation>
    </message>
    <message>
      <source>Keep this computer's</source>
      <translation>Conservar la de este equipo</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Combinar</translation>
    </message>
    <message>
      <source>To the server only</source>
      <translation>Solo al servidor</translation>
    </message>
    <message>
      <source>gone from the server</source>
      <translation>desapareció del servidor</translation>
    </message>
    <message>
      <source>off</source>
      <translation>desactivada</translation>
    </message>
    <message>
      <source>read only</source>
      <translation>solo lectura</translation>
    </message>
    <message numerus="yes">
      <source>the last {count} day(s)</source>
      <translation>
        <numerusform>el último día</numerusform>
        <numerusform>los últimos {count} días</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s)</source>
      <translation>
        <numerusform>{count} elemento</numerusform>
        <numerusform>{count} elementos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older one(s) on the server alone</source>
      <translation>
        <numerusform>{count} más antiguo solo en el servidor</numerusform>
        <numerusform>{count} más antiguos solo en el servidor</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.conflicts</name>
    <message>
      <source>Address on the web</source>
      <translation>Dirección web</translation>
    </message>
    <message>
      <source>Begins</source>
      <translation>Empieza</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>Cumpleaños</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>Categorías</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Completada</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Descripción</translation>
    </message>
    <message>
      <source>Done in per cent</source>
      <translation>Porcentaje hecho</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Vence</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>Correo electrónico</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Termina</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Todo</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; in what is in dispute the server's goes.</source>
      <translation>Todo lo demás de ambos lados se conserva; en lo que está en disputa prevalece el servidor.</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; what is in dispute goes as chosen above.</source>
      <translation>Todo lo demás de ambos lados se conserva; lo que está en disputa sigue lo elegido arriba.</translation>
    </message>
    <message>
      <source>Guests</source>
      <translation>Invitados</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Elementos</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Excluidos</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Duración prevista</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Nickname</source>
      <translation>Apodo</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organización</translation>
    </message>
    <message>
      <source>Organiser</source>
      <translation>Organizador</translation>
    </message>
    <message>
      <source>Parts of the name</source>
      <translation>Partes del nombre</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Teléfono</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Lugar</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Cargo</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Dirección postal</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Prioridad</translation>
    </message>
    <message>
      <source>Reminder</source>
      <translation>Recordatorio</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Repetición</translation>
    </message>
    <message>
      <source>Shown as busy</source>
      <translation>Mostrado como ocupado</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Estado</translation>
    </message>
    <message>
      <source>The other one stays as a copy of its own.</source>
      <translation>La otra queda como copia aparte.</translation>
    </message>
    <message>
      <source>The server gets this computer's version.</source>
      <translation>El servidor recibe la versión de este equipo.</translation>
    </message>
    <message>
      <source>The whole event</source>
      <translation>Todo el evento</translation>
    </message>
    <message>
      <source>The whole task</source>
      <translation>Toda la tarea</translation>
    </message>
    <message>
      <source>This computer gets the server's version.</source>
      <translation>Este equipo recibe la versión del servidor.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Hora</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Título</translation>
    </message>
    <message>
      <source>a picture of {count} characters</source>
      <translation>una imagen de {count} caracteres</translation>
    </message>
    <message>
      <source>being done</source>
      <translation>en curso</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>cancelado</translation>
    </message>
    <message>
      <source>changed here, deleted on the server</source>
      <translation>cambiado aquí, eliminado en el servidor</translation>
    </message>
    <message>
      <source>changed on both sides</source>
      <translation>cambiado en ambos lados</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confirmado</translation>
    </message>
    <message>
      <source>deleted here, changed on the server</source>
      <translation>eliminado aquí, cambiado en el servidor</translation>
    </message>
    <message>
      <source>new on both sides, and different</source>
      <translation>nuevo en ambos lados, y distinto</translation>
    </message>
    <message>
      <source>tentative</source>
      <translation>provisional</translation>
    </message>
    <message>
      <source>to be done</source>
      <translation>por hacer</translation>
    </message>
    <message>
      <source>{property} of {occurrence}</source>
      <translation>{property} de {occurrence}</translation>
    </message>
    <message>
      <source>{what}: {properties}</source>
      <translation>{what}: {properties}</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.contacts</name>
    <message>
      <source>(no name)</source>
      <translation>(sin nombre)</translation>
    </message>
    <message>
      <source>Anniversary</source>
      <translation>Aniversario</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Fechas</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Grupo</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Miembros</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notas</translation>
    </message>
    <message>
      <source>On the web</source>
      <translation>En la web</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Teléfono</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>fax</translation>
    </message>
    <message>
      <source>home</source>
      <translation>casa</translation>
    </message>
    <message>
      <source>home page</source>
      <translation>página personal</translation>
    </message>
    <message>
      <source>main</source>
      <translation>principal</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>móvil</translation>
    </message>
    <message>
      <source>other</source>
      <translation>otro</translation>
    </message>
    <message>
      <source>pager</source>
      <translation>buscapersonas</translation>
    </message>
    <message>
      <source>video</source>
      <translation>vídeo</translation>
    </message>
    <message>
      <source>work</source>
      <translation>trabajo</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>«{name}»</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.event_details</name>
    <message>
      <source>Address</source>
      <translation>Dirección</translation>
    </message>
    <message>
      <source>Attachments</source>
      <translation>Adjuntos</translation>
    </message>
    <message>
      <source>Organised by</source>
      <translation>Organizado por</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progreso</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Recordatorios</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zona horaria</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>aceptado</translation>
    </message>
    <message>
      <source>after the beginning</source>
      <translation>después del comienzo</translation>
    </message>
    <message>
      <source>at the beginning</source>
      <translation>al comenzar</translation>
    </message>
    <message>
      <source>by a rule of its own</source>
      <translation>según una regla propia</translation>
    </message>
    <message>
      <source>declined</source>
      <translation>rechazado</translation>
    </message>
    <message>
      <source>delegated</source>
      <translation>delegado</translation>
    </message>
    <message numerus="yes">
      <source>every {count} day(s)</source>
      <translation>
        <numerusform>cada día</numerusform>
        <numerusform>cada {count} días</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} month(s)</source>
      <translation>
        <numerusform>cada mes</numerusform>
        <numerusform>cada {count} meses</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} week(s)</source>
      <translation>
        <numerusform>cada semana</numerusform>
        <numerusform>cada {count} semanas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} year(s)</source>
      <translation>
        <numerusform>cada año</numerusform>
        <numerusform>cada {count} años</numerusform>
      </translation>
    </message>
    <message>
      <source>no answer yet</source>
      <translation>sin respuesta todavía</translation>
    </message>
    <message>
      <source>no due date</source>
      <translation>sin vencimiento</translation>
    </message>
    <message>
      <source>not confirmed</source>
      <translation>sin confirmar</translation>
    </message>
    <message>
      <source>perhaps</source>
      <translation>quizás</translation>
    </message>
    <message>
      <source>private</source>
      <translation>privado</translation>
    </message>
    <message numerus="yes">
      <source>{count} attachment(s), not downloaded</source>
      <translation>
        <numerusform>{count} adjunto, no descargado</numerusform>
        <numerusform>{count} adjuntos, no descargados</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) before</source>
      <translation>
        <numerusform>{count} día antes</numerusform>
        <numerusform>{count} días antes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) before</source>
      <translation>
        <numerusform>{count} hora antes</numerusform>
        <numerusform>{count} horas antes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) before</source>
      <translation>
        <numerusform>{count} minuto antes</numerusform>
        <numerusform>{count} minutos antes</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}, optional: {answer}</source>
      <translation>{name}, opcional: {answer}</translation>
    </message>
    <message>
      <source>{name}: {answer}</source>
      <translation>{name}: {answer}</translation>
    </message>
    <message>
      <source>{often}, until {day}</source>
      <translation>{often}, hasta el {day}</translation>
    </message>
    <message numerus="yes">
      <source>{often}, {count} time(s)</source>
      <translation>
        <numerusform>{often}, {count} vez</numerusform>
        <numerusform>{often}, {count} veces</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.help</name>
    <message>
      <source>All is up to date.</source>
      <translation>Todo está al día.</translation>
    </message>
    <message>
      <source>Both sides changed the same thing, and you are to decide.</source>
      <translation>Ambos lados cambiaron lo mismo, y te toca decidir.</translation>
    </message>
    <message>
      <source>Much would be deleted at once. It waits for your yes or no.</source>
      <translation>Se borraría mucho de una vez. Espera tu sí o tu no.</translation>
    </message>
    <message>
      <source>Nothing runs by itself until the pause is over.</source>
      <translation>Nada se ejecuta por sí solo hasta que acabe la pausa.</translation>
    </message>
    <message>
      <source>Something could not be synced. The window says what, and what to do.</source>
      <translation>Algo no se pudo sincronizar. La ventana dice qué, y qué hacer.</translation>
    </message>
    <message>
      <source>The server cannot be reached. kSync tries again by itself.</source>
      <translation>No se puede acceder al servidor. kSync lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
      <source>This network is not one on which kSync may sync.</source>
      <translation>En esta red kSync no puede sincronizar.</translation>
    </message>
    <message>
      <source>kSync is at work.</source>
      <translation>kSync está trabajando.</translation>
    </message>
    <message>
      <source>kSync needs you: a password, or an open keyring.</source>
      <translation>kSync te necesita: una contraseña, o un llavero abierto.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.left_out</name>
    <message numerus="yes">
      <source>{count} file(s) cannot be shown.</source>
      <translation>
        <numerusform>{count} archivo no se puede mostrar.</numerusform>
        <numerusform>{count} archivos no se pueden mostrar.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.menu</name>
    <message>
      <source>All accounts</source>
      <translation>Todas las cuentas</translation>
    </message>
    <message numerus="yes">
      <source>Conflicts ({count})</source>
      <translation>
        <numerusform>Conflicto ({count})</numerusform>
        <numerusform>Conflictos ({count})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Deletions on hold ({count})</source>
      <translation>
        <numerusform>Eliminación retenida ({count})</numerusform>
        <numerusform>Eliminaciones retenidas ({count})</numerusform>
      </translation>
    </message>
    <message>
      <source>For an hour</source>
      <translation>Durante una hora</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Ayuda</translation>
    </message>
    <message>
      <source>Open kSync</source>
      <translation>Abrir kSync</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pausar</translation>
    </message>
    <message>
      <source>Recent activity</source>
      <translation>Actividad reciente</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Reanudar</translation>
    </message>
    <message>
      <source>Stop syncing</source>
      <translation>Detener la sincronización</translation>
    </message>
    <message>
      <source>Until I resume</source>
      <translation>Hasta que reanude</translation>
    </message>
    <message>
      <source>Until tomorrow morning</source>
      <translation>Hasta mañana por la mañana</translation>
    </message>
    <message>
      <source>a password is missing</source>
      <translation>falta una contraseña</translation>
    </message>
    <message>
      <source>no account yet</source>
      <translation>aún no hay cuenta</translation>
    </message>
    <message>
      <source>not on this network</source>
      <translation>no en esta red</translation>
    </message>
    <message>
      <source>{text} ({why})</source>
      <translation>{text} ({why})</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.networks</name>
    <message>
      <source>Access point</source>
      <translation>Punto de acceso</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Permitidas</translation>
    </message>
    <message>
      <source>Any protection</source>
      <translation>Cualquier protección</translation>
    </message>
    <message>
      <source>Anywhere (the guard is off)</source>
      <translation>En cualquier sitio (guardián desactivado)</translation>
    </message>
    <message>
      <source>As for all accounts</source>
      <translation>Como para todas las cuentas</translation>
    </message>
    <message>
      <source>At least: OWE</source>
      <translation>Al menos: OWE</translation>
    </message>
    <message>
      <source>At least: WEP</source>
      <translation>Al menos: WEP</translation>
    </message>
    <message>
      <source>At least: WPA Personal</source>
      <translation>Al menos: WPA Personal</translation>
    </message>
    <message>
      <source>At least: WPA2 Enterprise</source>
      <translation>Al menos: WPA2 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA2 Personal</source>
      <translation>Al menos: WPA2 Personal</translation>
    </message>
    <message>
      <source>At least: WPA3 Enterprise</source>
      <translation>Al menos: WPA3 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA3 Personal</source>
      <translation>Al menos: WPA3 Personal</translation>
    </message>
    <message>
      <source>At least: open</source>
      <translation>Al menos: abierta</translation>
    </message>
    <message>
      <source>Below it</source>
      <translation>Debajo</translation>
    </message>
    <message>
      <source>Bridge of virtual machines</source>
      <translation>Puente de máquinas virtuales</translation>
    </message>
    <message>
      <source>By the network below it</source>
      <translation>Según la red que hay debajo</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, or allow this one.</source>
      <translation>Conéctese a una red permitida, o permita esta.</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Conexión</translation>
    </message>
    <message>
      <source>Hardware addresses, separated by commas.</source>
      <translation>Direcciones de hardware, separadas por comas.</translation>
    </message>
    <message>
      <source>Inside of a container</source>
      <translation>Interior de un contenedor</translation>
    </message>
    <message>
      <source>Interface</source>
      <translation>Interfaz</translation>
    </message>
    <message>
      <source>Metered</source>
      <translation>Uso medido</translation>
    </message>
    <message>
      <source>Metered networks</source>
      <translation>Redes de uso medido</translation>
    </message>
    <message>
      <source>Mobile network</source>
      <translation>Red móvil</translation>
    </message>
    <message>
      <source>Mobile networks and phones</source>
      <translation>Redes móviles y teléfonos</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Red</translation>
    </message>
    <message>
      <source>Network guard: off</source>
      <translation>Guardián de red: desactivado</translation>
    </message>
    <message>
      <source>Network: offline</source>
      <translation>Red: sin conexión</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>No permitidas</translation>
    </message>
    <message>
      <source>On any Wi-Fi</source>
      <translation>En cualquier Wi-Fi</translation>
    </message>
    <message>
      <source>Only behind these routers</source>
      <translation>Solo tras estos routers</translation>
    </message>
    <message>
      <source>Only on networks that I list</source>
      <translation>Solo en las redes de mi lista</translation>
    </message>
    <message>
      <source>Phone by Bluetooth</source>
      <translation>Teléfono por Bluetooth</translation>
    </message>
    <message>
      <source>Phone by USB</source>
      <translation>Teléfono por USB</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Protección</translation>
    </message>
    <message>
      <source>Router</source>
      <translation>Router</translation>
    </message>
    <message>
      <source>Routers</source>
      <translation>Routers</translation>
    </message>
    <message>
      <source>Their names in the network settings, separated by commas.</source>
      <translation>Sus nombres en los ajustes de red, separados por comas.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Este equipo</translation>
    </message>
    <message>
      <source>Unknown network</source>
      <translation>Red desconocida</translation>
    </message>
    <message>
      <source>VPN</source>
      <translation>VPN</translation>
    </message>
    <message>
      <source>VPNs that are always allowed</source>
      <translation>VPN siempre permitidas</translation>
    </message>
    <message>
      <source>Wi-Fi</source>
      <translation>Wi-Fi</translation>
    </message>
    <message>
      <source>Wired network</source>
      <translation>Red por cable</translation>
    </message>
    <message>
      <source>Wired networks</source>
      <translation>Redes por cable</translation>
    </message>
    <message>
      <source>kSync may sync</source>
      <translation>kSync puede sincronizar</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>desconocido</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sí</translation>
    </message>
    <message numerus="yes">
      <source>{count} access point(s)</source>
      <translation>
        <numerusform>{count} punto de acceso</numerusform>
        <numerusform>{count} puntos de acceso</numerusform>
      </translation>
    </message>
    <message>
      <source>{network}: allowed</source>
      <translation>{network}: permitida</translation>
    </message>
    <message>
      <source>{network}: allowed for some accounts</source>
      <translation>{network}: permitida para algunas cuentas</translation>
    </message>
    <message>
      <source>{network}: not allowed</source>
      <translation>{network}: no permitida</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.overview</name>
    <message>
      <source>Checking uploads of {collection}</source>
      <translation>Comprobando lo subido de {collection}</translation>
    </message>
    <message>
      <source>Downloading {collection}</source>
      <translation>Descargando {collection}</translation>
    </message>
    <message>
      <source>Everything is up to date.</source>
      <translation>Todo está al día.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Contiene</translation>
    </message>
    <message>
      <source>In {days} days: {here} changes came here, {there} went to the server.</source>
      <translation>En {days} días: {here} cambios llegaron aquí, {there} fueron al servidor.</translation>
    </message>
    <message>
      <source>Its password is more than a year old.</source>
      <translation>Su contraseña tiene más de un año.</translation>
    </message>
    <message>
      <source>Last sync</source>
      <translation>Última sincronización</translation>
    </message>
    <message numerus="yes">
      <source>Looking at {count} collection(s)</source>
      <translation>
        <numerusform>Mirando {count} colección</numerusform>
        <numerusform>Mirando {count} colecciones</numerusform>
      </translation>
    </message>
    <message>
      <source>Next sync</source>
      <translation>Próxima sincronización</translation>
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation>Aún sin sincronizar.</translation>
    </message>
    <message>
      <source>The last sync was stopped; the next one goes on.</source>
      <translation>La última sincronización se detuvo; la próxima continúa.</translation>
    </message>
    <message>
      <source>This account waits for its password.</source>
      <translation>Esta cuenta espera su contraseña.</translation>
    </message>
    <message>
      <source>Uploading {collection}</source>
      <translation>Subiendo {collection}</translation>
    </message>
    <message>
      <source>Writing files of {collection}</source>
      <translation>Escribiendo los archivos de {collection}</translation>
    </message>
    <message numerus="yes">
      <source>in {count} collection(s)</source>
      <translation>
        <numerusform>en {count} colección</numerusform>
        <numerusform>en {count} colecciones</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>nunca</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pausa</translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) wait for you.</source>
      <translation>
        <numerusform>{count} decisión le espera.</numerusform>
        <numerusform>{count} decisiones le esperan.</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} de {total}</translation>
    </message>
    <message numerus="yes">
      <source>{first} And {count} more.</source>
      <translation>
        <numerusform>{first} Y {count} más.</numerusform>
        <numerusform>{first} Y {count} más.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.privacy</name>
    <message>
      <source>5 files of 1 MB, the oldest goes first</source>
      <translation>5 archivos de 1 MB, el más antiguo se va primero</translation>
    </message>
    <message>
      <source>Calendars, tasks and contacts</source>
      <translation>Calendarios, tareas y contactos</translation>
    </message>
    <message>
      <source>Connected program</source>
      <translation>Programa conectado</translation>
    </message>
    <message>
      <source>Earlier versions</source>
      <translation>Versiones anteriores</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Borrar</translation>
    </message>
    <message>
      <source>Erase everything</source>
      <translation>Borrar todo</translation>
    </message>
    <message>
      <source>Erase everything of kSync on this computer?</source>
      <translation>¿Borrar todo lo de kSync en este ordenador?</translation>
    </message>
    <message>
      <source>Erase the history of {name}?</source>
      <translation>¿Borrar el historial de {name}?</translation>
    </message>
    <message>
      <source>Erase {name} from this computer?</source>
      <translation>¿Borrar {name} de este ordenador?</translation>
    </message>
    <message>
      <source>Everything on the server, and on your other devices</source>
      <translation>Todo en el servidor y en sus otros dispositivos</translation>
    </message>
    <message>
      <source>Files in its folders that kSync did not put there; they are named</source>
      <translation>Los archivos de sus carpetas que kSync no puso allí; se nombran</translation>
    </message>
    <message>
      <source>For you, and for your other programs: they can read these files.</source>
      <translation>Para usted y para sus otros programas: pueden leer estos archivos.</translation>
    </message>
    <message>
      <source>Its password comes from a command; kSync keeps none.</source>
      <translation>Su contraseña viene de una orden; kSync no guarda ninguna.</translation>
    </message>
    <message>
      <source>Its password comes from a command; that is still in the settings.</source>
      <translation>Su contraseña viene de una orden; sigue en los ajustes.</translation>
    </message>
    <message>
      <source>Its password was stored in the keyring {when}.</source>
      <translation>Su contraseña se guardó en el llavero {when}.</translation>
    </message>
    <message>
      <source>Its password was stored {when}, more than a year. Providers advise a new one once a year.</source>
      <translation>Su contraseña se guardó {when}, más de un año. Los proveedores aconsejan una nueva cada año.</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Registros</translation>
    </message>
    <message>
      <source>Notes of the program</source>
      <translation>Notas del programa</translation>
    </message>
    <message>
      <source>Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. Pictures and attachments that an entry only names are not fetched.</source>
      <translation>No se envía nada a nadie más: ni estadísticas, ni informes de fallos, ni búsqueda de actualizaciones. Las imágenes y los adjuntos que una entrada solo nombra no se descargan.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Contraseña</translation>
    </message>
    <message>
      <source>Reports of runs</source>
      <translation>Informes de las sincronizaciones</translation>
    </message>
    <message>
      <source>Saved: {items} and {versions} in {folder}.</source>
      <translation>Guardado: {items} y {versions} en {folder}.</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Cerrar sesión</translation>
    </message>
    <message>
      <source>Sign out and erase</source>
      <translation>Cerrar sesión y borrar</translation>
    </message>
    <message>
      <source>Sign out of {name}?</source>
      <translation>¿Cerrar la sesión de {name}?</translation>
    </message>
    <message>
      <source>Signed out of {name}.</source>
      <translation>Sesión de {name} cerrada.</translation>
    </message>
    <message>
      <source>State of the sync</source>
      <translation>Estado de la sincronización</translation>
    </message>
    <message>
      <source>Still here, as kSync did not put it there: {names}</source>
      <translation>Sigue aquí, pues kSync no lo puso: {names}</translation>
    </message>
    <message>
      <source>Talks to {hosts}, and to nobody else.</source>
      <translation>Habla con {hosts} y con nadie más.</translation>
    </message>
    <message>
      <source>The history, the reports, all settings and logs</source>
      <translation>El historial, los informes, todos los ajustes y registros</translation>
    </message>
    <message>
      <source>The lines of the log about it</source>
      <translation>Las líneas del registro que hablan de ella</translation>
    </message>
    <message>
      <source>The password in the keyring</source>
      <translation>La contraseña en el llavero</translation>
    </message>
    <message>
      <source>The settings of the account, and the lines of the log about it</source>
      <translation>Los ajustes de la cuenta y las líneas del registro que hablan de ella</translation>
    </message>
    <message>
      <source>The settings of the account: signing in again is enough</source>
      <translation>Los ajustes de la cuenta: basta con volver a iniciar sesión</translation>
    </message>
    <message>
      <source>The size of the window, a pause, what was allowed for a while.</source>
      <translation>El tamaño de la ventana, una pausa, lo que se permitió por un tiempo.</translation>
    </message>
    <message>
      <source>Their passwords in the keyring</source>
      <translation>Sus contraseñas en el llavero</translation>
    </message>
    <message>
      <source>These could not be read or joined: {names}.</source>
      <translation>Estos no se pudieron leer o unir: {names}.</translation>
    </message>
    <message>
      <source>These have no folder here: {names}.</source>
      <translation>Estos no tienen carpeta aquí: {names}.</translation>
    </message>
    <message>
      <source>They cannot be brought back, and earlier runs cannot be undone.</source>
      <translation>No se podrán recuperar, y las sincronizaciones anteriores no se podrán deshacer.</translation>
    </message>
    <message>
      <source>To log in to the server; it goes nowhere else.</source>
      <translation>Para iniciar sesión en el servidor; no va a ningún otro sitio.</translation>
    </message>
    <message>
      <source>What a sync overwrote or deleted, so that nothing is lost.</source>
      <translation>Lo que una sincronización sobrescribió o eliminó, para que nada se pierda.</translation>
    </message>
    <message>
      <source>What both sides last agreed on, so that a sync can tell what changed.</source>
      <translation>Lo último en que ambos lados coincidieron, para saber qué ha cambiado.</translation>
    </message>
    <message>
      <source>What each sync did, for the page Activity.</source>
      <translation>Lo que hizo cada sincronización, para la página Actividad.</translation>
    </message>
    <message>
      <source>What ran and what went wrong: no titles, names or addresses.</source>
      <translation>Lo que se ejecutó y lo que falló: ni títulos, ni nombres, ni direcciones.</translation>
    </message>
    <message>
      <source>What was changed here and is not on the server yet is lost. Sync before, if you are not sure.</source>
      <translation>Lo que se cambió aquí y aún no está en el servidor se pierde. En caso de duda, sincronice antes.</translation>
    </message>
    <message>
      <source>What was written into its settings, so that it can be undone.</source>
      <translation>Lo que se escribió en sus ajustes, para poder deshacerlo.</translation>
    </message>
    <message>
      <source>What you chose: accounts, user names, addresses, listed networks. No password.</source>
      <translation>Lo que eligió: cuentas, nombres de usuario, direcciones, redes de la lista. Ninguna contraseña.</translation>
    </message>
    <message>
      <source>You are signed out: kSync keeps no password of it.</source>
      <translation>Sesión cerrada: kSync no guarda contraseña de esta cuenta.</translation>
    </message>
    <message>
      <source>as long as the account is here</source>
      <translation>mientras la cuenta esté aquí</translation>
    </message>
    <message>
      <source>kSync ends afterwards.</source>
      <translation>Después kSync se cierra.</translation>
    </message>
    <message>
      <source>the keyring of your desktop</source>
      <translation>el llavero de su escritorio</translation>
    </message>
    <message>
      <source>until you delete them</source>
      <translation>hasta que los elimine</translation>
    </message>
    <message>
      <source>until you disconnect it</source>
      <translation>hasta que lo desconecte</translation>
    </message>
    <message>
      <source>until you erase it</source>
      <translation>hasta que lo borre</translation>
    </message>
    <message>
      <source>until you sign out</source>
      <translation>hasta que cierre la sesión</translation>
    </message>
    <message numerus="yes">
      <source>{count} account(s): {names}</source>
      <translation>
        <numerusform>{count} cuenta: {names}</numerusform>
        <numerusform>{count} cuentas: {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} collection(s)</source>
      <translation>
        <numerusform>{count} colección</numerusform>
        <numerusform>{count} colecciones</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s)</source>
      <translation>
        <numerusform>{count} versión anterior</numerusform>
        <numerusform>{count} versiones anteriores</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s), the reports and the state</source>
      <translation>
        <numerusform>{count} versión anterior, los informes y el estado</numerusform>
        <numerusform>{count} versiones anteriores, los informes y el estado</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} file(s)</source>
      <translation>
        <numerusform>{count} archivo</numerusform>
        <numerusform>{count} archivos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) as they are now</source>
      <translation>
        <numerusform>{count} elemento tal como está ahora</numerusform>
        <numerusform>{count} elementos tal como están ahora</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in their folders</source>
      <translation>
        <numerusform>{count} elemento en sus carpetas</numerusform>
        <numerusform>{count} elementos en sus carpetas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in {folder}</source>
      <translation>
        <numerusform>{count} elemento en {folder}</numerusform>
        <numerusform>{count} elementos en {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older item(s) are on the server alone.</source>
      <translation>
        <numerusform>{count} elemento más antiguo está solo en el servidor.</numerusform>
        <numerusform>{count} elementos más antiguos están solo en el servidor.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} password(s) older than a year: {names}.</source>
      <translation>
        <numerusform>Una contraseña tiene más de un año: {names}.</numerusform>
        <numerusform>{count} contraseñas tienen más de un año: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} run(s)</source>
      <translation>
        <numerusform>{count} sincronización</numerusform>
        <numerusform>{count} sincronizaciones</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} version(s)</source>
      <translation>
        <numerusform>{count} versión</numerusform>
        <numerusform>{count} versiones</numerusform>
      </translation>
    </message>
    <message>
      <source>{days} days, at most {size} MB</source>
      <translation>{days} días, como mucho {size} MB</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.problems</name>
    <message>
      <source>A question for its password may be waiting on the desktop.</source>
      <translation>Quizá espere en el escritorio una pregunta por la contraseña.</translation>
    </message>
    <message>
      <source>Add one to begin.</source>
      <translation>Añada una para empezar.</translation>
    </message>
    <message>
      <source>Check that this computer is online, and the server's address.</source>
      <translation>Compruebe que este equipo está en línea, y la dirección del servidor.</translation>
    </message>
    <message>
      <source>Check the user name and the password. With two-step verification most providers want an application password.</source>
      <translation>Compruebe el nombre de usuario y la contraseña. Con la verificación en dos pasos la mayoría de los proveedores pide una contraseña de aplicación.</translation>
    </message>
    <message>
      <source>Check this computer's clock, and ask who runs the server.</source>
      <translation>Compruebe el reloj de este equipo, y pregunte a quien lleva el servidor.</translation>
    </message>
    <message>
      <source>If the collection is shared with you, its owner decides; here it can be read only.</source>
      <translation>Si la colección se comparte con usted, decide su propietario; aquí solo se puede leer.</translation>
    </message>
    <message>
      <source>Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC).</source>
      <translation>Instale un llavero que la proteja (gnome-keyring, KWallet, KeePassXC).</translation>
    </message>
    <message>
      <source>It is done in a moment.</source>
      <translation>Terminará en un momento.</translation>
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good, switch it off.</source>
      <translation>Sus archivos quedan como están. Si desapareció para siempre, desactívela.</translation>
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open.</source>
      <translation>Compruebe que el llavero del escritorio funciona y está abierto.</translation>
    </message>
    <message>
      <source>Mend the line, or take it out, and save the file.</source>
      <translation>Corrija la línea, o quítela, y guarde el archivo.</translation>
    </message>
    <message>
      <source>Open collections</source>
      <translation>Abrir las colecciones</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Abrir los ajustes</translation>
    </message>
    <message>
      <source>Show the file</source>
      <translation>Mostrar el archivo</translation>
    </message>
    <message>
      <source>Sign in, and the password is stored.</source>
      <translation>Inicie sesión, y la contraseña se guarda.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</source>
      <translation>Inicie el llavero del escritorio (gnome-keyring, KWallet, KeePassXC…).</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Intentar de nuevo</translation>
    </message>
    <message>
      <source>Undo the change, or let this collection sync both ways.</source>
      <translation>Deshaga el cambio, o deje que esta colección se sincronice en ambos sentidos.</translation>
    </message>
    <message>
      <source>Unlock it here, or log in to the desktop with your password.</source>
      <translation>Desbloquéelo aquí, o entre en el escritorio con su contraseña.</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>Desbloquear…</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.programs</name>
    <message>
      <source>Calendar and Contacts</source>
      <translation>Calendario y Contactos</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Conectar</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and Evolution</source>
      <translation>Calendario y Contactos de GNOME, Evolution</translation>
    </message>
    <message>
      <source>KOrganizer, Merkuro and KAddressBook</source>
      <translation>KOrganizer, Merkuro y KAddressBook</translation>
    </message>
    <message>
      <source>Not connected.</source>
      <translation>No conectado.</translation>
    </message>
    <message>
      <source>Set up by hand, in a few steps.</source>
      <translation>Se configura a mano, en pocos pasos.</translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync.</source>
      <translation>
        <numerusform>Muestra {count} colección de kSync.</numerusform>
        <numerusform>Muestra {count} colecciones de kSync.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync; not up to date.</source>
      <translation>
        <numerusform>Muestra {count} colección de kSync; no está al día.</numerusform>
        <numerusform>Muestra {count} colecciones de kSync; no está al día.</numerusform>
      </translation>
    </message>
    <message>
      <source>Steps…</source>
      <translation>Pasos…</translation>
    </message>
    <message>
      <source>Thunderbird</source>
      <translation>Thunderbird</translation>
    </message>
    <message>
      <source>Update</source>
      <translation>Actualizar</translation>
    </message>
    <message>
      <source>{name} is not connected any more.</source>
      <translation>{name} ya no está conectado.</translation>
    </message>
    <message>
      <source>{name} shows all of it already.</source>
      <translation>{name} ya lo muestra todo.</translation>
    </message>
    <message numerus="yes">
      <source>{name} shows {count} collection(s) from its next start.</source>
      <translation>
        <numerusform>{name} muestra {count} colección desde su próximo inicio.</numerusform>
        <numerusform>{name} muestra {count} colecciones desde su próximo inicio.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.settings</name>
    <message>
      <source>A notification, once, when the state changes.</source>
      <translation>Una notificación, una vez, cuando cambia el estado.</translation>
    </message>
    <message>
      <source>As files</source>
      <translation>Como archivos</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>Como el escritorio</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <source>Ask before this many are deleted at once</source>
      <translation>Preguntar antes de eliminar tantos de una vez</translation>
    </message>
    <message>
      <source>Both versions are kept</source>
      <translation>Se conservan ambas versiones</translation>
    </message>
    <message>
      <source>Changes on this computer go out at once, whatever this says.</source>
      <translation>Los cambios de este equipo salen al momento, diga lo que diga aquí.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Colores</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <source>Every version that a sync overwrote or deleted can be brought back.</source>
      <translation>Toda versión que una sincronización sobrescribió o eliminó se puede recuperar.</translation>
    </message>
    <message>
      <source>General</source>
      <translation>General</translation>
    </message>
    <message>
      <source>Icon for a panel that is</source>
      <translation>Icono para un panel</translation>
    </message>
    <message>
      <source>In GNOME’s programs</source>
      <translation>En los programas de GNOME</translation>
    </message>
    <message>
      <source>Keep old versions for</source>
      <translation>Guardar las versiones antiguas</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <source>MB for each account</source>
      <translation>MB por cuenta</translation>
    </message>
    <message>
      <source>Managed by your organisation</source>
      <translation>Gestionado por su organización</translation>
    </message>
    <message>
      <source>Managed by {organization}</source>
      <translation>Gestionado por {organization}</translation>
    </message>
    <message>
      <source>Merge, and let the server decide the rest</source>
      <translation>Combinar, y que el servidor decida el resto</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>Seguridad</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Horario</translation>
    </message>
    <message>
      <source>Sync every</source>
      <translation>Sincronizar cada</translation>
    </message>
    <message>
      <source>Tell me when something needs me</source>
      <translation>Avisarme cuando algo me necesite</translation>
    </message>
    <message>
      <source>The server's version is kept</source>
      <translation>Se conserva la versión del servidor</translation>
    </message>
    <message>
      <source>This computer's version is kept</source>
      <translation>Se conserva la versión de este equipo</translation>
    </message>
    <message>
      <source>What is not kept goes to the history, whatever you choose.</source>
      <translation>Lo que no se conserva pasa al historial, elija lo que elija.</translation>
    </message>
    <message>
      <source>Your organisation manages some settings.</source>
      <translation>Su organización gestiona algunos ajustes.</translation>
    </message>
    <message>
      <source>and more than this share of a collection</source>
      <translation>y más de esta parte de una colección</translation>
    </message>
    <message>
      <source>but use at most</source>
      <translation>pero como máximo</translation>
    </message>
    <message>
      <source>items</source>
      <translation>elementos</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minutos</translation>
    </message>
    <message>
      <source>{organization} manages some settings.</source>
      <translation>{organization} gestiona algunos ajustes.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.status</name>
    <message>
      <source>No account yet.</source>
      <translation>Aún no hay ninguna cuenta.</translation>
    </message>
    <message>
      <source>Paused until you resume.</source>
      <translation>En pausa hasta que reanude.</translation>
    </message>
    <message>
      <source>Paused; goes on {when}.</source>
      <translation>En pausa; sigue {when}.</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Iniciando…</translation>
    </message>
    <message>
      <source>Syncing …</source>
      <translation>Sincronizando…</translation>
    </message>
    <message>
      <source>Syncing: {done} of {total}.</source>
      <translation>Sincronizando: {done} de {total}.</translation>
    </message>
    <message>
      <source>Up to date; synced {when}.</source>
      <translation>Al día; sincronizado {when}.</translation>
    </message>
    <message>
      <source>{account} waits for its password.</source>
      <translation>{account} espera su contraseña.</translation>
    </message>
    <message>
      <source>{account}: {message}</source>
      <translation>{account}: {message}</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) wait for you.</source>
      <translation>
        <numerusform>{count} conflicto le espera.</numerusform>
        <numerusform>{count} conflictos le esperan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) on deletions and returns wait for you.</source>
      <translation>
        <numerusform>{count} decisión sobre eliminaciones o regresos le espera.</numerusform>
        <numerusform>{count} decisiones sobre eliminaciones o regresos le esperan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) could not be synced.</source>
      <translation>
        <numerusform>No se pudo sincronizar {count} elemento.</numerusform>
        <numerusform>No se pudieron sincronizar {count} elementos.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.when</name>
    <message>
      <source>in a moment</source>
      <translation>en un momento</translation>
    </message>
    <message numerus="yes">
      <source>in {count} day(s)</source>
      <translation>
        <numerusform>en {count} día</numerusform>
        <numerusform>en {count} días</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} hour(s)</source>
      <translation>
        <numerusform>en {count} hora</numerusform>
        <numerusform>en {count} horas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} minute(s)</source>
      <translation>
        <numerusform>en {count} minuto</numerusform>
        <numerusform>en {count} minutos</numerusform>
      </translation>
    </message>
    <message>
      <source>just now</source>
      <translation>ahora mismo</translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) ago</source>
      <translation>
        <numerusform>hace {count} día</numerusform>
        <numerusform>hace {count} días</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) ago</source>
      <translation>
        <numerusform>hace {count} hora</numerusform>
        <numerusform>hace {count} horas</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) ago</source>
      <translation>
        <numerusform>hace {count} minuto</numerusform>
        <numerusform>hace {count} minutos</numerusform>
      </translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
      <source>{seconds} s</source>
      <translation>{seconds} s</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.wizard</name>
    <message>
      <source>All set</source>
      <translation>Todo listo</translation>
    </message>
    <message>
      <source>Another server</source>
      <translation>Otro servidor</translation>
    </message>
    <message>
      <source>Any CalDAV or CardDAV server; you need its address</source>
      <translation>Cualquier servidor CalDAV o CardDAV; necesita su dirección</translation>
    </message>
    <message>
      <source>Any Nextcloud; you need its address</source>
      <translation>Cualquier Nextcloud; necesita su dirección</translation>
    </message>
    <message>
      <source>Ask your provider whether calendars and contacts are part of your account.</source>
      <translation>Pregunte a su proveedor si su cuenta incluye calendarios y contactos.</translation>
    </message>
    <message>
      <source>Best is an application password: it can be withdrawn alone. With two-step verification nothing else works.</source>
      <translation>Lo mejor es una contraseña de aplicación: se puede revocar sola. Con verificación en dos pasos no sirve otra cosa.</translation>
    </message>
    <message>
      <source>Check both for slips; perhaps the server wants an application password.</source>
      <translation>Compruebe ambos; quizá el servidor quiere una contraseña de aplicación.</translation>
    </message>
    <message>
      <source>Check both; with two-step verification it has to be an application password, not your main one.</source>
      <translation>Compruebe ambos; con verificación en dos pasos debe ser una contraseña de aplicación, no la principal.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again.</source>
      <translation>Compruebe que este equipo está en línea e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Check the address and this computer's clock; on a public network log in first.</source>
      <translation>Compruebe la dirección y el reloj de este equipo; en una red pública, inicie sesión primero.</translation>
    </message>
    <message>
      <source>Check the address for a slip, and that this computer is online.</source>
      <translation>Compruebe la dirección, y que este equipo está en línea.</translation>
    </message>
    <message>
      <source>Check the address for a slip; often the name of the server alone is right.</source>
      <translation>Compruebe la dirección; a menudo basta el nombre del servidor.</translation>
    </message>
    <message>
      <source>Check the address, and that this computer is online; then try again.</source>
      <translation>Compruebe la dirección, y que este equipo está en línea; luego inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Check the address; on a public network log in to its start page first.</source>
      <translation>Compruebe la dirección; en una red pública, entre primero en su página de inicio.</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, then try again.</source>
      <translation>Conéctese a una red permitida e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Give the address of that other host, if it is your provider's own.</source>
      <translation>Indique la dirección de ese otro servidor, si es de su proveedor.</translation>
    </message>
    <message>
      <source>If the server offers application passwords, take one.</source>
      <translation>Si el servidor ofrece contraseñas de aplicación, use una.</translation>
    </message>
    <message>
      <source>Infomaniak's short logins look like AB12345; this one does not.</source>
      <translation>Los identificadores cortos de Infomaniak son como AB12345; este no.</translation>
    </message>
    <message>
      <source>It is kept by {backend}.</source>
      <translation>La guarda {backend}.</translation>
    </message>
    <message>
      <source>It is kept in KWallet.</source>
      <translation>Se guarda en KWallet.</translation>
    </message>
    <message>
      <source>It is kept in the Windows Credential Manager.</source>
      <translation>Se guarda en el Administrador de credenciales de Windows.</translation>
    </message>
    <message>
      <source>It is kept in the keyring of your desktop (Secret Service).</source>
      <translation>Se guarda en el depósito de claves de su escritorio (Secret Service).</translation>
    </message>
    <message>
      <source>It is kept in your macOS keychain.</source>
      <translation>Se guarda en su llavero de macOS.</translation>
    </message>
    <message>
      <source>It looks like https://cloud.example.org.</source>
      <translation>Es como https://cloud.example.org.</translation>
    </message>
    <message>
      <source>Make an application password with the button, and paste it here.</source>
      <translation>Cree una contraseña de aplicación con el botón y péguela aquí.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found there.</source>
      <translation>No se encontró ningún calendario ni libreta de direcciones.</translation>
    </message>
    <message>
      <source>Open your calendar once in the web browser, check the user name, then try again.</source>
      <translation>Abra una vez su calendario en el navegador, compruebe el nombre de usuario e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Iniciar sesión</translation>
    </message>
    <message>
      <source>Start one (gnome-keyring, KWallet …), or name a command that prints the password.</source>
      <translation>Inicie uno (gnome-keyring, KWallet …), o indique una orden que imprima la contraseña.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring, or name a command that prints the password.</source>
      <translation>Inicie el depósito de claves del escritorio, o indique una orden que imprima la contraseña.</translation>
    </message>
    <message>
      <source>The address begins with http://, where a password could be read on its way.</source>
      <translation>La dirección empieza por http://: la contraseña podría leerse por el camino.</translation>
    </message>
    <message>
      <source>The command did not print a password.</source>
      <translation>La orden no imprimió ninguna contraseña.</translation>
    </message>
    <message>
      <source>The connection to the server broke.</source>
      <translation>La conexión con el servidor se interrumpió.</translation>
    </message>
    <message>
      <source>The first sync</source>
      <translation>La primera sincronización</translation>
    </message>
    <message>
      <source>The keyring that is there would keep the password readable.</source>
      <translation>El depósito de claves que hay guardaría la contraseña legible.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network, so nothing was sent.</source>
      <translation>El guardián de red no permite esta red; no se envió nada.</translation>
    </message>
    <message>
      <source>The server asks to be left alone for a while.</source>
      <translation>El servidor pide que lo dejen tranquilo un rato.</translation>
    </message>
    <message>
      <source>The server does not accept this user name with this password.</source>
      <translation>El servidor no acepta este nombre de usuario con esta contraseña.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>El servidor no responde.</translation>
    </message>
    <message>
      <source>The server has a problem of its own.</source>
      <translation>El servidor tiene un problema propio.</translation>
    </message>
    <message>
      <source>The server knows you, and does not let you in here.</source>
      <translation>El servidor le conoce, pero no le deja entrar aquí.</translation>
    </message>
    <message>
      <source>The server sends kSync on to another host, where your password must not go.</source>
      <translation>El servidor remite kSync a otro host, adonde su contraseña no debe ir.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted, so nothing was sent.</source>
      <translation>El certificado del servidor no es de confianza; no se envió nada.</translation>
    </message>
    <message>
      <source>The user name as the server knows it.</source>
      <translation>El nombre de usuario tal como lo conoce el servidor.</translation>
    </message>
    <message>
      <source>The user name is your whole e-mail address.</source>
      <translation>El nombre de usuario es su dirección de correo completa.</translation>
    </message>
    <message>
      <source>The user name looks like AB12345; it is not your e-mail address.</source>
      <translation>El nombre de usuario es como AB12345; no es su dirección de correo.</translation>
    </message>
    <message>
      <source>There is a web server at this address, but no calendar service.</source>
      <translation>En esta dirección hay un servidor web, pero no un servicio de calendario.</translation>
    </message>
    <message>
      <source>There is no keyring in which the password could be kept.</source>
      <translation>No hay depósito de claves donde guardar la contraseña.</translation>
    </message>
    <message>
      <source>There is no server of this name.</source>
      <translation>No hay ningún servidor con ese nombre.</translation>
    </message>
    <message>
      <source>There is nothing at this address.</source>
      <translation>En esta dirección no hay nada.</translation>
    </message>
    <message>
      <source>This is an e-mail address. Infomaniak wants the short login, like AB12345.</source>
      <translation>Esto es una dirección de correo. Infomaniak quiere el identificador corto, como AB12345.</translation>
    </message>
    <message>
      <source>This is no address of a server.</source>
      <translation>Esto no es la dirección de un servidor.</translation>
    </message>
    <message>
      <source>This is no whole e-mail address.</source>
      <translation>No es una dirección de correo completa.</translation>
    </message>
    <message>
      <source>Try again later; it is not your login.</source>
      <translation>Inténtelo más tarde; no es su inicio de sesión.</translation>
    </message>
    <message>
      <source>Try it in a terminal; its first line has to be the password.</source>
      <translation>Pruébela en un terminal; su primera línea tiene que ser la contraseña.</translation>
    </message>
    <message>
      <source>Use the address with https://.</source>
      <translation>Use la dirección con https://.</translation>
    </message>
    <message>
      <source>Wait a few minutes, then try again.</source>
      <translation>Espere unos minutos e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Welcome to kSync</source>
      <translation>Bienvenido a kSync</translation>
    </message>
    <message>
      <source>What shall be synced?</source>
      <translation>¿Qué se sincroniza?</translation>
    </message>
    <message>
      <source>Where is your account?</source>
      <translation>¿Dónde está su cuenta?</translation>
    </message>
    <message>
      <source>Where it appears</source>
      <translation>Dónde aparece</translation>
    </message>
    <message>
      <source>Where may kSync sync?</source>
      <translation>¿Dónde puede sincronizar kSync?</translation>
    </message>
    <message>
      <source>Your organisation has set this account up.</source>
      <translation>Su organización ha preparado esta cuenta.</translation>
    </message>
    <message numerus="yes">
      <source>from {count} collection(s)</source>
      <translation>
        <numerusform>de {count} colección</numerusform>
        <numerusform>de {count} colecciones</numerusform>
      </translation>
    </message>
    <message>
      <source>kSuite, Calendar and Contacts of Infomaniak</source>
      <translation>kSuite, calendario y contactos de Infomaniak</translation>
    </message>
    <message>
      <source>your server</source>
      <translation>su servidor</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s)</source>
      <translation>
        <numerusform>{count} tarea</numerusform>
        <numerusform>{count} tareas</numerusform>
      </translation>
    </message>
    <message>
      <source>{items} {places} will be copied to this computer.</source>
      <translation>{items} {places} se copiarán a este equipo.</translation>
    </message>
    <message>
      <source>{name} takes an application password only.</source>
      <translation>{name} solo acepta una contraseña de aplicación.</translation>
    </message>
    <message>
      <source>{organization} has set this account up; only your password is missing.</source>
      <translation>{organization} ha preparado esta cuenta; solo falta su contraseña.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.chart</name>
    <message>
      <source>Changes of the last 30 days</source>
      <translation>Cambios de los últimos 30 días</translation>
    </message>
    <message>
      <source>{day}: {here} here, {there} to the server</source>
      <translation>{day}: {here} aquí, {there} al servidor</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.columns</name>
    <message>
      <source>Before</source>
      <translation>Antes</translation>
    </message>
    <message>
      <source>Take this one</source>
      <translation>Tomar esta</translation>
    </message>
    <message>
      <source>Take {property} of: {side}</source>
      <translation>Tomar {property} de: {side}</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>El servidor</translation>
    </message>
    <message>
      <source>The versions</source>
      <translation>Las versiones</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>cambiado</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>no está</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.copying</name>
    <message>
      <source>Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and the history, into a folder that is new or empty. The server is not asked.</source>
      <translation>Calendarios y tareas (.ics), contactos (.vcf), ajustes sin nada secreto y el historial, en una carpeta nueva o vacía. No se pregunta al servidor.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Elegir…</translation>
    </message>
    <message>
      <source>Copying …</source>
      <translation>Copiando…</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Carpeta</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <source>Save a copy of everything</source>
      <translation>Guardar una copia de todo</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.dialogs</name>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.guard</name>
    <message>
      <source>Network guard</source>
      <translation>Guardián de red</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.help</name>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Nothing is lost: what a sync replaces or deletes is kept. The page Activity brings it back.</source>
      <translation>Nada se pierde: lo que una sincronización reemplaza o borra se conserva. La página Actividad lo trae de vuelta.</translation>
    </message>
    <message>
      <source>What the pictures mean</source>
      <translation>Qué significan las imágenes</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.leaving</name>
    <message>
      <source>This goes:</source>
      <translation>Esto desaparece:</translation>
    </message>
    <message>
      <source>This stays:</source>
      <translation>Esto queda:</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.listing</name>
    <message>
      <source>Access points (optional)</source>
      <translation>Puntos de acceso (opcional)</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>Permitir</translation>
    </message>
    <message>
      <source>Name of the network</source>
      <translation>Nombre de la red</translation>
    </message>
    <message>
      <source>What you call it (optional)</source>
      <translation>Cómo la llama usted (opcional)</translation>
    </message>
    <message>
      <source>Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker imitations out; access points keep out all others.</source>
      <translation>Quien conoce el nombre de una Wi-Fi puede imitarla. La protección mínima excluye imitaciones más débiles; los puntos de acceso, todas las demás.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.month</name>
    <message numerus="yes">
      <source>{count} more</source>
      <translation>
        <numerusform>{count} más</numerusform>
        <numerusform>{count} más</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.naming</name>
    <message>
      <source>Create</source>
      <translation>Crear</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Tipo</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>Nueva colección</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Cambiar nombre</translation>
    </message>
    <message>
      <source>Rename {name}</source>
      <translation>Cambiar el nombre de {name}</translation>
    </message>
    <message>
      <source>Task list</source>
      <translation>Lista de tareas</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.programs</name>
    <message>
      <source>Calendars and contacts appear there without a password, by an address of this computer alone. Thunderbird has to be closed while it is connected.</source>
      <translation>Los calendarios y contactos aparecen allí sin contraseña, por una dirección solo de este equipo. Thunderbird debe estar cerrado mientras se conecta.</translation>
    </message>
    <message>
      <source>Connect {name}</source>
      <translation>Conectar {name}</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>Desconectar</translation>
    </message>
    <message>
      <source>Disconnect: {name}</source>
      <translation>Desconectar: {name}</translation>
    </message>
    <message>
      <source>In your other programs</source>
      <translation>En sus otros programas</translation>
    </message>
    <message>
      <source>No such program was found on this computer.</source>
      <translation>No se ha encontrado ningún programa así en este equipo.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <source>Throw these edits away?</source>
      <translation>¿Descartar estos cambios?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.reading</name>
    <message>
      <source>Reading</source>
      <translation>Lectura</translation>
    </message>
    <message>
      <source>Reading: {done} of {total}</source>
      <translation>Leyendo: {done} de {total}</translation>
    </message>
    <message>
      <source>They are synced and kept as they are; they are only not shown here.</source>
      <translation>Se sincronizan y se conservan tal cual; solo que no se muestran aquí.</translation>
    </message>
    <message>
      <source>Which?</source>
      <translation>¿Cuáles?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sheet</name>
    <message>
      <source>Close the details</source>
      <translation>Cerrar los detalles</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sign_in</name>
    <message>
      <source>It is tried at once, and kept in the keyring of your desktop.</source>
      <translation>Se prueba al momento y se guarda en el llavero de su escritorio.</translation>
    </message>
    <message>
      <source>Make an application password in the browser…</source>
      <translation>Crear una contraseña de aplicación en el navegador…</translation>
    </message>
    <message>
      <source>Password, better an application password</source>
      <translation>Contraseña, mejor una de aplicación</translation>
    </message>
    <message>
      <source>Sign in to {account}</source>
      <translation>Iniciar sesión en {account}</translation>
    </message>
    <message>
      <source>User name: {name}</source>
      <translation>Nombre de usuario: {name}</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.stored</name>
    <message>
      <source>Open the folder: {what}</source>
      <translation>Abrir la carpeta: {what}</translation>
    </message>
    <message>
      <source>Where, and how long: {text}</source>
      <translation>Dónde, y cuánto tiempo: {text}</translation>
    </message>
  </context>
  <context>
    <name>ui.window</name>
    <message>
      <source>Close this message</source>
      <translation>Cerrar este mensaje</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.begin</name>
    <message>
      <source>Calendars, tasks and contacts are the same here and on your server.</source>
      <translation>Los calendarios, las tareas y los contactos son los mismos aquí y en su servidor.</translation>
    </message>
    <message>
      <source>If you want, it syncs only on the networks that you choose.</source>
      <translation>Si lo desea, solo sincroniza en las redes que elija.</translation>
    </message>
    <message>
      <source>In a few steps your account is on this computer. Until the last one nothing is kept: you can cancel at any time.</source>
      <translation>En pocos pasos su cuenta está en este equipo. Hasta el último no se guarda nada: puede cancelar en cualquier momento.</translation>
    </message>
    <message>
      <source>Let’s begin</source>
      <translation>Empecemos</translation>
    </message>
    <message>
      <source>Nothing is lost: every version that is overwritten can be brought back.</source>
      <translation>No se pierde nada: toda versión sobrescrita se puede recuperar.</translation>
    </message>
    <message>
      <source>What kSync does</source>
      <translation>Lo que hace kSync</translation>
    </message>
    <message>
      <source>Your password goes to the keyring, and from there to your server alone.</source>
      <translation>Su contraseña va al depósito de claves, y de allí solo a su servidor.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.choose</name>
    <message>
      <source>Allow the Wi-Fi that I am on</source>
      <translation>Permitir la Wi-Fi actual</translation>
    </message>
    <message>
      <source>Allowed: {names}</source>
      <translation>Permitidas: {names}</translation>
    </message>
    <message>
      <source>Anywhere</source>
      <translation>En cualquier lugar</translation>
    </message>
    <message>
      <source>Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, khard, todoman and many editors read and write them. Only you can open them, and every program that you start.</source>
      <translation>Cada calendario y cada libreta es una carpeta, cada entrada un archivo (.ics, .vcf), como los leen y escriben khal, khard, todoman y muchos editores. Solo usted puede abrirlos, y cada programa que inicie.</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, as calendars and address books of their own.</source>
      <translation>GNOME Calendario, Contactos y To Do, Evolution y el reloj del escritorio los muestran, como calendarios y libretas de direcciones propios.</translation>
    </message>
    <message>
      <source>It is not on this computer: evolution-data-server does not answer.</source>
      <translation>No está en este equipo: evolution-data-server no responde.</translation>
    </message>
    <message>
      <source>Not over a cable or a mobile network. Names of networks are never read.</source>
      <translation>No por cable ni por red móvil. Los nombres de las redes nunca se leen.</translation>
    </message>
    <message>
      <source>Of what you leave out nothing is fetched. You can change it at any time.</source>
      <translation>De lo que deje fuera no se descarga nada. Puede cambiarlo en cualquier momento.</translation>
    </message>
    <message>
      <source>On every network, wired or not.</source>
      <translation>En cualquier red, con o sin cable.</translation>
    </message>
    <message>
      <source>Only on networks that I choose</source>
      <translation>Solo en las redes que elija</translation>
    </message>
    <message>
      <source>The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may ask whether kSync may know your location: the name of a Wi-Fi tells it.</source>
      <translation>El nombre de la Wi-Fi en la que está se lee, se compara y se olvida. Su sistema puede preguntar si kSync puede conocer su ubicación: el nombre de una Wi-Fi la revela.</translation>
    </message>
    <message>
      <source>The pages Calendar and Contacts of this window show everything in any case. Thunderbird, KOrganizer and others are connected on the page Settings. You can change it at any time; nothing is lost by it.</source>
      <translation>Las páginas Calendario y Contactos de esta ventana lo muestran todo en cualquier caso. Thunderbird, KOrganizer y otros se conectan en la página Ajustes. Puede cambiarlo en cualquier momento; no se pierde nada.</translation>
    </message>
    <message>
      <source>Until a network is allowed, nothing is synced.</source>
      <translation>Mientras no se permita ninguna red, no se sincroniza nada.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.finish</name>
    <message>
      <source>Asking the server what there is …</source>
      <translation>Preguntando al servidor qué hay …</translation>
    </message>
    <message>
      <source>From now on kSync syncs by itself, and at once when something changes here.</source>
      <translation>Desde ahora kSync sincroniza por sí mismo, y al momento cuando algo cambia aquí.</translation>
    </message>
    <message>
      <source>It could not be looked at now; it is tried again when it syncs.</source>
      <translation>No se pudo mirar ahora; se intentará de nuevo al sincronizar.</translation>
    </message>
    <message>
      <source>Nothing on the server is changed by it. Afterwards changes go both ways.</source>
      <translation>No cambia nada en el servidor. Después los cambios van en ambos sentidos.</translation>
    </message>
    <message>
      <source>Nothing was kept; it can be tried again.</source>
      <translation>No se guardó nada; puede intentarlo de nuevo.</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Mostrar la carpeta</translation>
    </message>
    <message>
      <source>Start syncing</source>
      <translation>Empezar a sincronizar</translation>
    </message>
    <message>
      <source>The files will be in {folder}; only you can open them, and every program that you start.</source>
      <translation>Los archivos estarán en {folder}; solo usted puede abrirlos, y todo programa que inicie.</translation>
    </message>
    <message>
      <source>What comes</source>
      <translation>Lo que llega</translation>
    </message>
    <message>
      <source>What happens now</source>
      <translation>Lo que pasa ahora</translation>
    </message>
    <message>
      <source>{name} is added, and its first sync is on its way.</source>
      <translation>{name} está añadida; su primera sincronización está en marcha.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.sign_in</name>
    <message>
      <source>Address of the server</source>
      <translation>Dirección del servidor</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Orden</translation>
    </message>
    <message>
      <source>Command that prints the password</source>
      <translation>Orden que imprime la contraseña</translation>
    </message>
    <message>
      <source>Sign in to {name}</source>
      <translation>Iniciar sesión en {name}</translation>
    </message>
    <message>
      <source>The password is not kept: the command is run when it is needed.</source>
      <translation>La contraseña no se guarda: la orden se ejecuta cuando hace falta.</translation>
    </message>
    <message>
      <source>Use a command that prints the password instead</source>
      <translation>Usar en su lugar una orden que imprima la contraseña</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Nombre de usuario</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.step</name>
    <message>
      <source>Next</source>
      <translation>Siguiente</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>En curso</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.wizard</name>
    <message>
      <source>Add an account</source>
      <translation>Añadir una cuenta</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Atrás</translation>
    </message>
    <message>
      <source>Step {number} of {total}</source>
      <translation>Paso {number} de {total}</translation>
    </message>
  </context>
</TS>
