<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
  <context>
    <name>ksync.connect</name>
    <message>
      <source>Add a server with the protocol CalDAV and the address {address}, then fetch and accept.</source>
      <translation>Aggiungete un server con il protocollo CalDAV e l’indirizzo {address}, poi recuperate e accettate.</translation>
    </message>
    <message>
      <source>Add another one with the protocol CardDAV and the same address, then fetch and accept.</source>
      <translation>Aggiungetene un altro con il protocollo CardDAV e lo stesso indirizzo, poi recuperate e accettate.</translation>
    </message>
    <message>
      <source>For “{name}”, add a CardDAV address book in Thunderbird: no user name, and the address {address}.</source>
      <translation>Per “{name}”, aggiungete in Thunderbird una rubrica CardDAV: senza nome utente, con l’indirizzo {address}.</translation>
    </message>
    <message>
      <source>For “{name}”, add a new calendar on the network in Thunderbird: no user name, and the address {address}.</source>
      <translation>Per “{name}”, aggiungete in Thunderbird un nuovo calendario in rete: senza nome utente, con l’indirizzo {address}.</translation>
    </message>
    <message>
      <source>In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware resource”. In KAddressBook the same resource serves contacts.</source>
      <translation>In KOrganizer o Merkuro, nelle impostazioni sotto Calendari (o Account), aggiungete una «risorsa groupware DAV». In KAddressBook la stessa risorsa serve i contatti.</translation>
    </message>
    <message>
      <source>In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type Advanced.</source>
      <translation>Nelle impostazioni di Calendario, sotto Account, aggiungete un «Altro account CalDAV» di tipo Avanzato.</translation>
    </message>
    <message>
      <source>In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.</source>
      <translation>Nelle impostazioni di Contatti, aggiungete un «Altro account Contatti», CardDAV, con gli stessi valori.</translation>
    </message>
    <message>
      <source>Install it there. The certificate is this computer's alone, and so is the password.</source>
      <translation>Installatelo lì. Il certificato è solo di questo computer, e così la password.</translation>
    </message>
    <message>
      <source>Name: kSync. User name: {username}. Password: {password}.</source>
      <translation>Nome: kSync. Nome utente: {username}. Password: {password}.</translation>
    </message>
    <message>
      <source>Open {file}: macOS shows it in System Settings, General, Device Management.</source>
      <translation>Aprite {file}: macOS lo mostra in Impostazioni di Sistema, Generali, Gestione dispositivi.</translation>
    </message>
    <message>
      <source>Then delete the file. To undo it all, remove the profile in the same place.</source>
      <translation>Poi eliminate il file. Per annullare tutto, rimuovete il profilo nello stesso posto.</translation>
    </message>
    <message>
      <source>User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. Port: {port}. Use SSL.</source>
      <translation>Nome utente: {username}. Password: {password}. Indirizzo del server: {host}. Percorso del server: {path}. Porta: {port}. Usate SSL.</translation>
    </message>
    <message>
      <source>When an assistant asks for a user name and a password, cancel it: the window behind it takes an address.</source>
      <translation>Se un assistente chiede nome utente e password, annullatelo: la finestra dietro di esso accetta un indirizzo.</translation>
    </message>
    <message>
      <source>macOS asks once whether the certificate of this computer is to be trusted.</source>
      <translation>macOS chiede una volta se fidarsi del certificato di questo computer.</translation>
    </message>
  </context>
  <context>
    <name>ksync.reporting</name>
    <message>
      <source>A change was sent and the connection broke before the server answered.</source>
      <translation>Una modifica è stata inviata e la connessione si è interrotta prima della risposta del server.</translation>
    </message>
    <message>
      <source>A file could not be written as planned.</source>
      <translation>Non è stato possibile scrivere un file come previsto.</translation>
    </message>
    <message>
      <source>A policy file is not to be trusted: {detail}</source>
      <translation>Un file di criteri non è affidabile: {detail}</translation>
    </message>
    <message>
      <source>A policy file is not valid: {detail}</source>
      <translation>Un file di criteri non è valido: {detail}</translation>
    </message>
    <message>
      <source>Allow kSync the location, and turn the location service on, in the system's settings.</source>
      <translation>Consenta la posizione a kSync e attivi il servizio nelle impostazioni del sistema.</translation>
    </message>
    <message>
      <source>Allowed for a while, because you said so.</source>
      <translation>Consentito per un po’, su sua richiesta.</translation>
    </message>
    <message>
      <source>Allowed. (It is not known whether this network is metered.)</source>
      <translation>Consentito. (Non si sa se questa rete è a consumo.)</translation>
    </message>
    <message>
      <source>Allowed: the server is on this computer.</source>
      <translation>Consentito: il server è su questo computer.</translation>
    </message>
    <message>
      <source>Allowed: this VPN is named in the settings.</source>
      <translation>Consentito: questa VPN è indicata nelle impostazioni.</translation>
    </message>
    <message>
      <source>Allowed: this network is one that may be used.</source>
      <translation>Consentito: questa rete si può usare.</translation>
    </message>
    <message>
      <source>Allowed: this wired network is one that may be used.</source>
      <translation>Consentito: questa rete cablata si può usare.</translation>
    </message>
    <message>
      <source>An edit in the desktop's calendar store cannot be applied to the server's text.</source>
      <translation>Una modifica nell’archivio dei calendari del desktop non si può applicare al testo del server.</translation>
    </message>
    <message>
      <source>Another item stands under this name now.</source>
      <translation>Sotto questo nome c’è ora un altro elemento.</translation>
    </message>
    <message>
      <source>Another kSync works on this account.</source>
      <translation>Un altro kSync lavora su questo account.</translation>
    </message>
    <message>
      <source>Another one in this collection has the same UID.</source>
      <translation>Un altro elemento di questa raccolta ha lo stesso UID.</translation>
    </message>
    <message>
      <source>Another program is writing this file.</source>
      <translation>Un altro programma sta scrivendo questo file.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer to mend the policy's files.</source>
      <translation>Chieda a chi gestisce questo computer di correggere i file della policy.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer.</source>
      <translation>Chiedi a chi si occupa di questo computer.</translation>
    </message>
    <message>
      <source>Check LoadCredential= or SetCredentialEncrypted= of the unit.</source>
      <translation>Controlla LoadCredential= o SetCredentialEncrypted= dell’unità.</translation>
    </message>
    <message>
      <source>Check its owner and its permissions.</source>
      <translation>Controlla proprietario e permessi.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</source>
      <translation>Controlla che questo computer sia in linea, poi riprova. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</source>
      <translation>Controlla l’indirizzo e il nome utente. Con alcuni fornitori il servizio esiste solo dopo aver aperto una volta il calendario nel browser.</translation>
    </message>
    <message>
      <source>Check the address. On a public network, log in to its start page first.</source>
      <translation>Controlla l’indirizzo. Su una rete pubblica, accedi prima alla sua pagina iniziale.</translation>
    </message>
    <message>
      <source>Check the disk and the folder. Nothing was lost; the next sync tries again.</source>
      <translation>Controlla il disco e la cartella. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Check the disk, and the permissions of the folder that is named.</source>
      <translation>Controlla il disco e i permessi della cartella indicata.</translation>
    </message>
    <message>
      <source>Check the owner and the permissions of the folder, and the disk.</source>
      <translation>Controlli il proprietario e i permessi della cartella, e il disco.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Scegli un altro nome.</translation>
    </message>
    <message>
      <source>Close Thunderbird, then try again. Nothing was changed.</source>
      <translation>Chiuda Thunderbird, poi riprovi. Nulla è stato cambiato.</translation>
    </message>
    <message>
      <source>Close it there, then sync again.</source>
      <translation>Chiudilo lì, poi sincronizza di nuovo.</translation>
    </message>
    <message>
      <source>Connect to a network that the settings allow, then sync again.</source>
      <translation>Collegati a una rete che le impostazioni consentono, poi sincronizza di nuovo.</translation>
    </message>
    <message>
      <source>Done, and decisions wait for you.</source>
      <translation>Fatto, e alcune decisioni ti aspettano.</translation>
    </message>
    <message>
      <source>Done, but something failed; see the list.</source>
      <translation>Fatto, ma qualcosa non è riuscito; vedi l’elenco.</translation>
    </message>
    <message>
      <source>Erased, but for what is listed.</source>
      <translation>Cancellato, tranne ciò che è elencato.</translation>
    </message>
    <message>
      <source>Exported, but for what is listed.</source>
      <translation>Esportato, tranne ciò che è elencato.</translation>
    </message>
    <message>
      <source>GNOME's data server (evolution-data-server) does not answer.</source>
      <translation>Il server dei dati di GNOME (evolution-data-server) non risponde.</translation>
    </message>
    <message>
      <source>Give the server's own address instead.</source>
      <translation>Indichi invece l’indirizzo del server stesso.</translation>
    </message>
    <message>
      <source>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</source>
      <translation>Se resta così, chiedi a chi gestisce il server, con il dettaglio qui sopra. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Imported, but for what is listed.</source>
      <translation>Importato, tranne ciò che è elencato.</translation>
    </message>
    <message>
      <source>Install it, or log in to the desktop first; it answers on the session's bus alone.</source>
      <translation>Lo installi, o acceda prima al desktop; risponde soltanto sul bus della sessione.</translation>
    </message>
    <message>
      <source>Interrupted; nothing is lost.</source>
      <translation>Interrotto; niente è andato perso.</translation>
    </message>
    <message>
      <source>It cannot be told what kind of network this is, so it is not allowed.</source>
      <translation>Il tipo di questa rete è ignoto, quindi non è consentita.</translation>
    </message>
    <message>
      <source>It changed here, and this collection is only read.</source>
      <translation>È cambiato qui, e questa raccolta viene solo letta.</translation>
    </message>
    <message>
      <source>It changed on the server in the meantime.</source>
      <translation>Nel frattempo è cambiato sul server.</translation>
    </message>
    <message>
      <source>It is synced all the same. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Viene comunque sincronizzato. Guardalo nel calendario o nella rubrica sul web, salvalo di nuovo, poi sincronizza.</translation>
    </message>
    <message>
      <source>It is too large.</source>
      <translation>È troppo grande.</translation>
    </message>
    <message>
      <source>It stays as it is, here only. Delete one of the two, or give one another UID.</source>
      <translation>Resta com’è, solo qui. Elimina uno dei due, o da’ a uno un altro UID.</translation>
    </message>
    <message>
      <source>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Resta qui com’è e viene rimandato quando cambia. Guardalo nel calendario o nella rubrica sul web, salvalo di nuovo lì, poi sincronizza.</translation>
    </message>
    <message>
      <source>It stays on the server as it is.</source>
      <translation>Resta sul server com’è.</translation>
    </message>
    <message>
      <source>It was changed since it was listed; look again in a moment.</source>
      <translation>È cambiato da quando è stato elencato; riguarda tra un momento.</translation>
    </message>
    <message>
      <source>It was set aside; the next sync compares everything and deletes nothing.</source>
      <translation>È stato messo da parte; la prossima sincronizzazione confronta tutto e non elimina niente.</translation>
    </message>
    <message>
      <source>Look at it and delete it by hand, if it is yours to delete.</source>
      <translation>Guardalo ed eliminalo a mano, se è tuo.</translation>
    </message>
    <message>
      <source>Look at it in the web calendar or address book; delete it there if it is broken.</source>
      <translation>Guardalo nel calendario o nella rubrica sul web; eliminalo lì se è rovinato.</translation>
    </message>
    <message>
      <source>Make it smaller, for instance with a smaller photo or attachment.</source>
      <translation>Rendilo più piccolo, per esempio con una foto o un allegato più piccoli.</translation>
    </message>
    <message>
      <source>Make room there. Nothing was lost; the next sync tries again.</source>
      <translation>Fai spazio lì. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Make room. Nothing was lost; the next sync tries again.</source>
      <translation>Fai spazio. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Mend the file, or delete it, in the program that wrote it; then sync again.</source>
      <translation>Sistema il file, o eliminalo, nel programma che l’ha scritto; poi sincronizza di nuovo.</translation>
    </message>
    <message>
      <source>Mend these in the file, or leave them out.</source>
      <translation>Correggili nel file, o lasciali fuori.</translation>
    </message>
    <message>
      <source>Move it to a folder of the right kind, then sync again.</source>
      <translation>Spostalo in una cartella del tipo giusto, poi sincronizza di nuovo.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found.</source>
      <translation>Non è stato trovato nessun calendario né rubrica.</translation>
    </message>
    <message>
      <source>No decision waits under this ID.</source>
      <translation>Nessuna decisione aspetta con questo identificativo.</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>Nessun portachiavi trovato.</translation>
    </message>
    <message>
      <source>No such network is listed.</source>
      <translation>Nessuna rete del genere è in elenco.</translation>
    </message>
    <message>
      <source>Nothing is synced until who looks after this computer has mended it.</source>
      <translation>Niente viene sincronizzato finché chi si occupa di questo computer non l’ha sistemato.</translation>
    </message>
    <message>
      <source>Nothing on this computer tells kSync which Wi-Fi this is.</source>
      <translation>Niente su questo computer dice a kSync quale Wi-Fi sia.</translation>
    </message>
    <message>
      <source>Nothing was changed. If this is intended, remove the account and add it again.</source>
      <translation>Niente è stato cambiato. Se è voluto, rimuovi l’account e aggiungilo di nuovo.</translation>
    </message>
    <message>
      <source>Nothing was deleted on the server. Mount or restore the folder, then sync again.</source>
      <translation>Sul server non è stato eliminato niente. Monta o ripristina la cartella, poi sincronizza di nuovo.</translation>
    </message>
    <message>
      <source>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</source>
      <translation>Niente è stato eliminato: un elemento non si può leggere, quindi nemmeno conservare.</translation>
    </message>
    <message>
      <source>Nothing was deleted: there are changes here that the server does not have ({detail}).</source>
      <translation>Niente è stato eliminato: qui ci sono modifiche che il server non ha ({detail}).</translation>
    </message>
    <message>
      <source>Nothing was lost; the next sync tries again.</source>
      <translation>Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Open a browser, log in there, then sync again.</source>
      <translation>Apra un browser, acceda, poi sincronizzi di nuovo.</translation>
    </message>
    <message>
      <source>Open it in a mail program that knows invitations.</source>
      <translation>Aprilo in un programma di posta che conosce gli inviti.</translation>
    </message>
    <message>
      <source>Open kSync's window: it asks for the location permission, which is what that is.</source>
      <translation>Apra la finestra di kSync: chiede l’autorizzazione alla posizione, di cui si tratta.</translation>
    </message>
    <message>
      <source>Programs that take http need none.</source>
      <translation>I programmi che accettano http non ne hanno bisogno.</translation>
    </message>
    <message>
      <source>Put a copy of the file in its place.</source>
      <translation>Metti al suo posto una copia del file.</translation>
    </message>
    <message>
      <source>Remove them (they often come with text that was pasted), then sync again.</source>
      <translation>Toglili (spesso arrivano con testo incollato), poi sincronizza di nuovo.</translation>
    </message>
    <message>
      <source>Rename it to letters and digits with the ending .ics or .vcf.</source>
      <translation>Rinominalo con lettere e cifre e la terminazione .ics o .vcf.</translation>
    </message>
    <message>
      <source>Run it again. Nothing was lost; the next sync tries again.</source>
      <translation>Avviala di nuovo. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Save it anew as UTF-8, then sync again.</source>
      <translation>Salvalo di nuovo come UTF-8, poi sincronizza.</translation>
    </message>
    <message>
      <source>Save it anew in a calendar or contacts program, which gives it one.</source>
      <translation>Salvalo di nuovo in un programma di calendario o contatti, che gliene dà uno.</translation>
    </message>
    <message>
      <source>Sign in first.</source>
      <translation>Prima accedi.</translation>
    </message>
    <message>
      <source>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</source>
      <translation>Alcuni server tengono il loro primo calendario, e alcuni non conoscono i colori. Forse è possibile nel calendario o nella rubrica web del fornitore.</translation>
    </message>
    <message>
      <source>Split it: one event, task or contact in each file.</source>
      <translation>Dividilo: un evento, un’attività o un contatto per file.</translation>
    </message>
    <message>
      <source>Stopped on request; nothing is lost.</source>
      <translation>Fermato su richiesta; niente è andato perso.</translation>
    </message>
    <message>
      <source>Sync again. Nothing was lost; the next sync tries again.</source>
      <translation>Sincronizza di nuovo. Niente è andato perso; la prossima sincronizzazione riprova.</translation>
    </message>
    <message>
      <source>Sync, then export into another folder.</source>
      <translation>Sincronizza, poi esporta in un’altra cartella.</translation>
    </message>
    <message>
      <source>The account “{account}” is prepared by your organisation and waits for its password.</source>
      <translation>L’account “{account}” è preparato dalla tua organizzazione e aspetta la password.</translation>
    </message>
    <message>
      <source>The account's space on the server is full.</source>
      <translation>Lo spazio dell’account sul server è pieno.</translation>
    </message>
    <message>
      <source>The address begins with http://, and a password is sent over https only.</source>
      <translation>L’indirizzo comincia con http://, e una password parte solo in https.</translation>
    </message>
    <message>
      <source>The collection stays in the store that it is in.</source>
      <translation>La raccolta resta nell’archivio in cui si trova.</translation>
    </message>
    <message>
      <source>The configuration file cannot be read or written: {detail}</source>
      <translation>Il file delle impostazioni non si può leggere o scrivere: {detail}</translation>
    </message>
    <message>
      <source>The configuration is not valid: {detail}</source>
      <translation>Le impostazioni non sono valide: {detail}</translation>
    </message>
    <message>
      <source>The connection to the server failed.</source>
      <translation>La connessione al server non è riuscita.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) cannot be reached.</source>
      <translation>L’archivio dei calendari del desktop (evolution-data-server) non è raggiungibile.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) is too old.</source>
      <translation>L’archivio dei calendari del desktop (evolution-data-server) è troppo vecchio.</translation>
    </message>
    <message>
      <source>The desktop's calendar store does not accept this one.</source>
      <translation>L’archivio dei calendari del desktop non accetta questo elemento.</translation>
    </message>
    <message>
      <source>The desktop's calendar store has not this collection any more.</source>
      <translation>L’archivio dei calendari del desktop non ha più questa raccolta.</translation>
    </message>
    <message>
      <source>The desktop's calendar store holds events, tasks, notes and contacts, not this.</source>
      <translation>L’archivio dei calendari del desktop contiene eventi, attività, note e contatti, non questo.</translation>
    </message>
    <message>
      <source>The desktop's calendar store stopped answering.</source>
      <translation>L’archivio dei calendari del desktop non risponde più.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Il disco è pieno.</translation>
    </message>
    <message>
      <source>The file has it twice, in two versions; the first one counts.</source>
      <translation>Il file lo contiene due volte, in due versioni; conta la prima.</translation>
    </message>
    <message>
      <source>The file's name cannot be used.</source>
      <translation>Il nome del file non si può usare.</translation>
    </message>
    <message>
      <source>The gateway runs already.</source>
      <translation>Il gateway è già in esecuzione.</translation>
    </message>
    <message>
      <source>The history has no such version.</source>
      <translation>La cronologia non ha questa versione.</translation>
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation>Il portachiavi non risponde.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>Il portachiavi è bloccato.</translation>
    </message>
    <message>
      <source>The keyring reported an error.</source>
      <translation>Il portachiavi ha segnalato un errore.</translation>
    </message>
    <message>
      <source>The local folder cannot be used.</source>
      <translation>La cartella locale non si può usare.</translation>
    </message>
    <message>
      <source>The local folder cannot be written.</source>
      <translation>Nella cartella locale non si può scrivere.</translation>
    </message>
    <message>
      <source>The local folder is not there.</source>
      <translation>La cartella locale non c’è.</translation>
    </message>
    <message>
      <source>The login was not tried yet.</source>
      <translation>L’accesso non è ancora stato provato.</translation>
    </message>
    <message>
      <source>The login was rejected by the server.</source>
      <translation>Il server ha rifiutato l’accesso.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network.</source>
      <translation>La guardia di rete non consente questa rete.</translation>
    </message>
    <message>
      <source>The network guard is off: kSync uses every network.</source>
      <translation>La guardia di rete è disattivata: kSync usa ogni rete.</translation>
    </message>
    <message>
      <source>The next sync compares everything.</source>
      <translation>La prossima sincronizzazione confronta tutto.</translation>
    </message>
    <message>
      <source>The next sync reads back what the server has before it does anything else.</source>
      <translation>La prossima sincronizzazione rilegge prima che cosa ha il server.</translation>
    </message>
    <message>
      <source>The next sync takes it.</source>
      <translation>La prossima sincronizzazione lo prende.</translation>
    </message>
    <message>
      <source>The old one was kept; the next sync compares everything and deletes nothing.</source>
      <translation>Il vecchio è stato conservato; la prossima sincronizzazione confronta tutto e non elimina niente.</translation>
    </message>
    <message>
      <source>The only keyring would store the password unprotected.</source>
      <translation>L’unico portachiavi salverebbe la password senza protezione.</translation>
    </message>
    <message>
      <source>The password command failed.</source>
      <translation>Il comando della password non è riuscito.</translation>
    </message>
    <message>
      <source>The program has edits that it has not sent yet ({detail}); nothing was changed.</source>
      <translation>Il programma ha modifiche che non ha ancora inviato ({detail}); nulla è stato cambiato.</translation>
    </message>
    <message>
      <source>The program's settings cannot be read or written: {detail}</source>
      <translation>Le impostazioni del programma non si possono leggere o scrivere: {detail}</translation>
    </message>
    <message>
      <source>The resource is locked on the server.</source>
      <translation>La risorsa è bloccata sul server.</translation>
    </message>
    <message>
      <source>The run ended before it was finished.</source>
      <translation>La sincronizzazione è finita prima del termine.</translation>
    </message>
    <message>
      <source>The server cannot be reached.</source>
      <translation>Il server non è raggiungibile.</translation>
    </message>
    <message>
      <source>The server does not accept what is in it.</source>
      <translation>Il server non accetta il contenuto.</translation>
    </message>
    <message>
      <source>The server does not list this collection any more.</source>
      <translation>Il server non elenca più questa raccolta.</translation>
    </message>
    <message>
      <source>The server does not permit this.</source>
      <translation>Il server non lo permette.</translation>
    </message>
    <message>
      <source>The server has a problem.</source>
      <translation>Il server ha un problema.</translation>
    </message>
    <message>
      <source>The server has nothing at this address.</source>
      <translation>Il server non ha niente a questo indirizzo.</translation>
    </message>
    <message>
      <source>The server is reached by several networks at once, and none of them is allowed.</source>
      <translation>Il server è raggiunto da più reti insieme, e nessuna è consentita.</translation>
    </message>
    <message>
      <source>The server names {detail} of this account, so none can be made from here.</source>
      <translation>Il server indica {detail} per questo account; quindi da qui non se ne possono creare.</translation>
    </message>
    <message>
      <source>The server no longer knows the last state.</source>
      <translation>Il server non conosce più l’ultimo stato.</translation>
    </message>
    <message>
      <source>The server refused the request.</source>
      <translation>Il server ha rifiutato la richiesta.</translation>
    </message>
    <message>
      <source>The server refused this change of the collection; nothing was changed.</source>
      <translation>Il server ha rifiutato questa modifica della raccolta; niente è stato cambiato.</translation>
    </message>
    <message>
      <source>The server sent kSync to a place that it must not follow to.</source>
      <translation>Il server ha mandato kSync in un posto dove non deve andare.</translation>
    </message>
    <message>
      <source>The server shows another collection or another account than before.</source>
      <translation>Il server mostra un’altra raccolta o un altro account rispetto a prima.</translation>
    </message>
    <message>
      <source>The server's answer is larger than kSync accepts.</source>
      <translation>La risposta del server è più grande di quanto kSync accetti.</translation>
    </message>
    <message>
      <source>The server's answer is not well-formed.</source>
      <translation>La risposta del server non è ben formata.</translation>
    </message>
    <message>
      <source>The server's answer is not what the protocol allows.</source>
      <translation>La risposta del server non è ciò che il protocollo consente.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted.</source>
      <translation>Il certificato del server non è affidabile.</translation>
    </message>
    <message>
      <source>The server's name has no address.</source>
      <translation>Il nome del server non ha un indirizzo.</translation>
    </message>
    <message>
      <source>The server's version stays as it is. Undo the edit, or make it again in another way.</source>
      <translation>La versione del server resta com’è. Annullate la modifica, o rifatela in altro modo.</translation>
    </message>
    <message>
      <source>The server, or the proxy to it, is on this computer, and what goes on from here cannot be judged.</source>
      <translation>Il server, o il suo proxy, è su questo computer; ciò che prosegue da qui non si può valutare.</translation>
    </message>
    <message>
      <source>The sync engine stopped.</source>
      <translation>Il motore di sincronizzazione si è fermato.</translation>
    </message>
    <message>
      <source>The sync state cannot be used.</source>
      <translation>Lo stato di sincronizzazione non si può usare.</translation>
    </message>
    <message>
      <source>The sync state is damaged.</source>
      <translation>Lo stato di sincronizzazione è danneggiato.</translation>
    </message>
    <message>
      <source>The sync state was damaged and has begun anew.</source>
      <translation>Lo stato di sincronizzazione era danneggiato ed è ricominciato.</translation>
    </message>
    <message>
      <source>The sync state was written by a later version of kSync.</source>
      <translation>Lo stato di sincronizzazione è stato scritto da una versione più recente di kSync.</translation>
    </message>
    <message>
      <source>The system does not let kSync know the Wi-Fi's name.</source>
      <translation>Il sistema non permette a kSync di conoscere il nome del Wi-Fi.</translation>
    </message>
    <message>
      <source>The system has not been asked yet whether kSync may know the Wi-Fi's name.</source>
      <translation>Al sistema non è ancora stato chiesto se kSync può conoscere il nome del Wi-Fi.</translation>
    </message>
    <message>
      <source>The systemd credential cannot be read.</source>
      <translation>La credenziale di systemd non si può leggere.</translation>
    </message>
    <message>
      <source>The text has control characters that servers do not take.</source>
      <translation>Il testo ha caratteri di controllo che i server non accettano.</translation>
    </message>
    <message>
      <source>The text is not UTF-8.</source>
      <translation>Il testo non è UTF-8.</translation>
    </message>
    <message>
      <source>The traffic goes by a mobile network or a phone, and those are not allowed.</source>
      <translation>Il traffico passa per una rete mobile o un telefono, e non è consentito.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and VPNs are not allowed.</source>
      <translation>Il traffico passa per una VPN, e le VPN non sono consentite.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and it is not known which network is below it.</source>
      <translation>Il traffico passa per una VPN, e la rete sottostante non è nota.</translation>
    </message>
    <message>
      <source>There is already an account named “{account}”.</source>
      <translation>C’è già un account chiamato “{account}”.</translation>
    </message>
    <message>
      <source>There is no account named “{account}”.</source>
      <translation>Non c’è nessun account chiamato “{account}”.</translation>
    </message>
    <message>
      <source>There is no collection “{collection}”.</source>
      <translation>Non c’è nessuna raccolta “{collection}”.</translation>
    </message>
    <message>
      <source>There is no conflict of this ID.</source>
      <translation>Non c’è nessun conflitto con questo identificativo.</translation>
    </message>
    <message>
      <source>There is no network to allow: this computer is offline, or the guard is off.</source>
      <translation>Non c’è nessuna rete da consentire: questo computer non è in linea, o la guardia è disattivata.</translation>
    </message>
    <message>
      <source>There is no run of this ID.</source>
      <translation>Non c’è nessuna sincronizzazione con questo identificativo.</translation>
    </message>
    <message>
      <source>There is no setting “{resource}”.</source>
      <translation>Non c’è nessuna impostazione “{resource}”.</translation>
    </message>
    <message>
      <source>There is no such secret.</source>
      <translation>Non c’è nessuna password salvata.</translation>
    </message>
    <message>
      <source>There is nothing to show yet: no calendar and no address book was synced.</source>
      <translation>Non c’è ancora nulla da mostrare: nessun calendario e nessuna rubrica è stata sincronizzata.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, or it is not known how: it may be an imitation.</source>
      <translation>Questo Wi-Fi ha il nome di uno consentito, ma la protezione è più debole o ignota: può essere un’imitazione.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but its access point is another.</source>
      <translation>Questo Wi-Fi ha il nome di uno consentito, ma il punto d’accesso è un altro.</translation>
    </message>
    <message>
      <source>This Wi-Fi is not one of those that are allowed.</source>
      <translation>Questo Wi-Fi non è tra quelli consentiti.</translation>
    </message>
    <message>
      <source>This Wi-Fi's name cannot be read at present.</source>
      <translation>Il nome di questo Wi-Fi non è leggibile al momento.</translation>
    </message>
    <message>
      <source>This address is not a CalDAV or CardDAV service.</source>
      <translation>Questo indirizzo non è un servizio CalDAV o CardDAV.</translation>
    </message>
    <message>
      <source>This calendar does not hold items of this kind.</source>
      <translation>Questo calendario non accoglie elementi di questo tipo.</translation>
    </message>
    <message>
      <source>This collection is shared with you for reading only.</source>
      <translation>Questa raccolta è condivisa con te in sola lettura.</translation>
    </message>
    <message>
      <source>This computer is itself the access point of this Wi-Fi.</source>
      <translation>Questo computer è esso stesso il punto d’accesso di questo Wi-Fi.</translation>
    </message>
    <message>
      <source>This computer is offline, or the server's name has no address.</source>
      <translation>Questo computer è offline, o il nome del server non ha un indirizzo.</translation>
    </message>
    <message>
      <source>This computer is on a wired network, and wired networks are not allowed.</source>
      <translation>Questo computer è su una rete cablata, e le reti cablate non sono consentite.</translation>
    </message>
    <message>
      <source>This computer is on no Wi-Fi whose name can be read now.</source>
      <translation>Questo computer non è su nessun Wi-Fi il cui nome si possa leggere.</translation>
    </message>
    <message>
      <source>This event recurs too often to be shown, or its rule cannot be read.</source>
      <translation>Questo evento si ripete troppo spesso per essere mostrato, o la sua regola è illeggibile.</translation>
    </message>
    <message>
      <source>This file changed a moment ago.</source>
      <translation>Questo file è cambiato un momento fa.</translation>
    </message>
    <message>
      <source>This file does not belong here: cards go into address books, all else into calendars.</source>
      <translation>Questo file non sta bene qui: le schede vanno nelle rubriche, tutto il resto nei calendari.</translation>
    </message>
    <message>
      <source>This file has no UID, so it cannot be told from others.</source>
      <translation>Questo file non ha un UID, quindi non si distingue dagli altri.</translation>
    </message>
    <message>
      <source>This file holds several calendars or cards, and a server takes one in each.</source>
      <translation>Questo file contiene più calendari o schede, e un server ne accetta uno per file.</translation>
    </message>
    <message>
      <source>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</source>
      <translation>Questo file contiene più eventi, attività o contatti (UID), e un server ne accetta uno per file.</translation>
    </message>
    <message>
      <source>This file is damaged: it is no whole calendar object or card.</source>
      <translation>Questo file è danneggiato: non è un oggetto di calendario completo né una scheda.</translation>
    </message>
    <message>
      <source>This file mixes events, tasks or notes, and a server takes one kind in each.</source>
      <translation>Questo file mescola eventi, attività o note, e un server ne accetta un tipo solo.</translation>
    </message>
    <message>
      <source>This is a bug in kSync: please report it with the reference and the log file.</source>
      <translation>È un difetto di kSync: segnalalo con il riferimento e il file di registro.</translation>
    </message>
    <message>
      <source>This is a link, a folder or a special file, and only plain files are synced.</source>
      <translation>È un collegamento, una cartella o un file speciale, e si sincronizzano solo i file normali.</translation>
    </message>
    <message>
      <source>This is an answer or a cancellation sent to somebody, and no event.</source>
      <translation>È una risposta o un annullamento inviato a qualcuno, non un evento.</translation>
    </message>
    <message>
      <source>This item is not there any more, or its file is damaged.</source>
      <translation>Questo elemento non c’è più, o il suo file è danneggiato.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is metered, and metered networks are not.</source>
      <translation>Questa rete è consentita, ma è a consumo, e quelle a consumo non lo sono.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is not known whether it is metered.</source>
      <translation>Questa rete è consentita, ma non si sa se è a consumo.</translation>
    </message>
    <message>
      <source>This network wants you to log in on a web page first.</source>
      <translation>Questa rete chiede prima l’accesso su una pagina web.</translation>
    </message>
    <message>
      <source>This one could not be read.</source>
      <translation>Non è stato possibile leggerlo.</translation>
    </message>
    <message>
      <source>This setting is not possible: {detail}.</source>
      <translation>Questa impostazione non è possibile: {detail}.</translation>
    </message>
    <message>
      <source>This version cannot be restored as things stand.</source>
      <translation>Questa versione non si può ripristinare così come stanno le cose.</translation>
    </message>
    <message>
      <source>This was decided already.</source>
      <translation>È già stato deciso.</translation>
    </message>
    <message>
      <source>This wired network's router is not one of those that are allowed, or it has not been heard of yet.</source>
      <translation>Il router di questa rete cablata non è tra quelli consentiti, o non è ancora noto.</translation>
    </message>
    <message>
      <source>Thunderbird has no such profile here.</source>
      <translation>Thunderbird non ha un tale profilo qui.</translation>
    </message>
    <message>
      <source>Thunderbird has several profiles, and nothing says which one is meant.</source>
      <translation>Thunderbird ha più profili, e nulla dice quale s’intende.</translation>
    </message>
    <message>
      <source>Thunderbird is running with this profile, and would overwrite what is written into it.</source>
      <translation>Thunderbird è in esecuzione con questo profilo, e sovrascriverebbe ciò che vi si scrive.</translation>
    </message>
    <message>
      <source>Turn its hotspot off, then sync again.</source>
      <translation>Disattivi l’hotspot, poi sincronizzi di nuovo.</translation>
    </message>
    <message>
      <source>Undone, but for what was changed since; see the list.</source>
      <translation>Ripristinato, tranne ciò che è cambiato nel frattempo; vedi l’elenco.</translation>
    </message>
    <message>
      <source>Update kSync.</source>
      <translation>Aggiorna kSync.</translation>
    </message>
    <message>
      <source>Use the https:// address; nothing was sent.</source>
      <translation>Usa l’indirizzo https://; non è stato inviato niente.</translation>
    </message>
    <message>
      <source>Wait until it is connected, then sync again.</source>
      <translation>Attenda la connessione, poi sincronizzi di nuovo.</translation>
    </message>
    <message>
      <source>What makes certificates is not installed.</source>
      <translation>Ciò che crea i certificati non è installato.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer, or connect to another network.</source>
      <translation>La sua organizzazione decide quali reti sono consentite. Chieda a chi gestisce questo computer, o cambi rete.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer.</source>
      <translation>La sua organizzazione decide quali reti sono consentite. Chieda a chi gestisce questo computer.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Set in the system's network settings that this network is not metered.</source>
      <translation>La sua organizzazione decide quali reti sono consentite. Imposti nel sistema che questa rete non è a consumo.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.</source>
      <translation>La sua organizzazione decide quali reti sono consentite. kSync interroga NetworkManager, iwd, wpa_supplicant e iw: ne avvii uno.</translation>
    </message>
    <message>
      <source>Your organisation's policy cannot be used as it is, so no network is allowed.</source>
      <translation>La policy della sua organizzazione non è utilizzabile così com’è: nessuna rete è consentita.</translation>
    </message>
    <message>
      <source>Your organisation's policy does not allow this.</source>
      <translation>I criteri della tua organizzazione non lo consentono.</translation>
    </message>
    <message>
      <source>deletes them on the server too (the history keeps them).</source>
      <translation>li elimina anche sul server (la cronologia li conserva).</translation>
    </message>
    <message>
      <source>deletes them on this computer (the history keeps them).</source>
      <translation>li elimina su questo computer (la cronologia li conserva).</translation>
    </message>
    <message>
      <source>deletes them on this computer too (the history keeps them).</source>
      <translation>li elimina anche su questo computer (la cronologia li conserva).</translation>
    </message>
    <message>
      <source>fetches the server's versions again.</source>
      <translation>riprende le versioni del server.</translation>
    </message>
    <message>
      <source>kSync is running here ({detail}), so nothing was done.</source>
      <translation>kSync è in esecuzione qui ({detail}); non è stato fatto nulla.</translation>
    </message>
    <message>
      <source>kSync met something unexpected.</source>
      <translation>kSync ha incontrato qualcosa di imprevisto.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on the server.</source>
      <translation>li tiene e li rimette sul server.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on this computer.</source>
      <translation>li tiene e li rimette su questo computer.</translation>
    </message>
    <message>
      <source>keeps them on this computer, too, until they change.</source>
      <translation>li tiene anche su questo computer, finché non cambiano.</translation>
    </message>
    <message>
      <source>makes them anew on the server.</source>
      <translation>li ricrea sul server.</translation>
    </message>
    <message>
      <source>sends these earlier versions to the server.</source>
      <translation>invia queste versioni precedenti al server.</translation>
    </message>
    <message>
      <source>sends this computer's versions to the server again.</source>
      <translation>invia di nuovo al server le versioni di questo computer.</translation>
    </message>
    <message>
      <source>takes them off this computer (the server keeps them).</source>
      <translation>li toglie da questo computer (il server li conserva).</translation>
    </message>
    <message>
      <source>takes these earlier versions over.</source>
      <translation>adotta queste versioni precedenti.</translation>
    </message>
    <message>
      <source>{count} became older than the past limit at once, as if the clock had jumped.</source>
      <translation>{count} sono diventati d’un colpo più vecchi del limite, come se l’orologio fosse saltato.</translation>
    </message>
    <message>
      <source>{count} on the server went back to earlier versions, as after a restored backup.</source>
      <translation>{count} sul server sono tornati a versioni precedenti, come dopo il ripristino di un backup.</translation>
    </message>
    <message>
      <source>{count} on this computer went back to earlier versions, as after a restored backup.</source>
      <translation>{count} su questo computer sono tornati a versioni precedenti, come dopo il ripristino di un backup.</translation>
    </message>
    <message>
      <source>{count} went from the server, which is a large part of the collection.</source>
      <translation>{count} sono spariti dal server, gran parte della raccolta.</translation>
    </message>
    <message>
      <source>{count} went from this computer, which is a large part of the collection.</source>
      <translation>{count} sono spariti da questo computer, gran parte della raccolta.</translation>
    </message>
    <message>
      <source>{count} with guests would be made anew on the server, which may send invitations again.</source>
      <translation>{count} con invitati verrebbero ricreati sul server, il che può inviare di nuovo gli inviti.</translation>
    </message>
    <message>
      <source>{detail} would be shown twice.</source>
      <translation>{detail} verrebbe mostrato due volte.</translation>
    </message>
    <message>
      <source>“{resource}” is not set by hand.</source>
      <translation>“{resource}” non si imposta a mano.</translation>
    </message>
  </context>
  <context>
    <name>ui.farewell</name>
    <message>
      <source>Everything of kSync on this computer is gone.</source>
      <translation>Tutto ciò che era di kSync su questo computer è cancellato.</translation>
    </message>
    <message>
      <source>It was looked for: nothing is left.</source>
      <translation>Controllato: non resta nulla.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Esci</translation>
    </message>
  </context>
  <context>
    <name>ui.notifications</name>
    <message>
      <source>Open</source>
      <translation>Apri</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.__init__</name>
    <message>
      <source>Activity</source>
      <translation>Attività</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendario</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Raccolte</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Conflitti</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Contatti</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Reti</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Panoramica</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Privacy</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Impostazioni</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.activity</name>
    <message>
      <source>No sync of this kind.</source>
      <translation>Nessuna sincronizzazione di questo tipo.</translation>
    </message>
    <message>
      <source>No sync yet</source>
      <translation>Ancora nessuna sincronizzazione</translation>
    </message>
    <message>
      <source>Syncs</source>
      <translation>Sincronizzazioni</translation>
    </message>
    <message>
      <source>This sync</source>
      <translation>Questa sincronizzazione</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annulla la sincronizzazione</translation>
    </message>
    <message>
      <source>Undo this sync?</source>
      <translation>Annullare questa sincronizzazione?</translation>
    </message>
    <message>
      <source>Undo this sync…</source>
      <translation>Annulla questa sincronizzazione…</translation>
    </message>
    <message>
      <source>What every sync did, item by item, is listed here, and can be undone.</source>
      <translation>Qui è elencato, voce per voce, ciò che ogni sincronizzazione ha fatto, e si può annullare.</translation>
    </message>
    <message numerus="yes">
      <source>What it did: {count} item(s)</source>
      <translation>
        <numerusform>Che cosa ha fatto: {count} elemento</numerusform>
        <numerusform>Che cosa ha fatto: {count} elementi</numerusform>
      </translation>
    </message>
    <message>
      <source>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</source>
      <translation>Ciò che c’era prima torna su questo computer, e la prossima sincronizzazione lo porta al server. Ciò che è stato modificato nel frattempo resta com’è.</translation>
    </message>
    <message>
      <source>Which syncs are shown</source>
      <translation>Quali sincronizzazioni mostrare</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.calendar</name>
    <message>
      <source>After the first sync its events and tasks are shown here, to look at.</source>
      <translation>Dopo la prima sincronizzazione i suoi eventi e le sue attività compaiono qui, in consultazione.</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>Agenda</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>Calendari</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Dettagli</translation>
    </message>
    <message>
      <source>Done ones too</source>
      <translation>Anche quelle completate</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mese</translation>
    </message>
    <message>
      <source>No calendar here yet</source>
      <translation>Ancora nessun calendario qui</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>Attività</translation>
    </message>
    <message>
      <source>The month after</source>
      <translation>Il mese dopo</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>Il mese prima</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Oggi</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s) to do</source>
      <translation>
        <numerusform>{count} attività da fare</numerusform>
        <numerusform>{count} attività da fare</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.collections</name>
    <message>
      <source>Changes go</source>
      <translation>Direzione delle modifiche</translation>
    </message>
    <message>
      <source>Choose a collection.</source>
      <translation>Scegli una raccolta.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Colore di {name}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Colore…</translation>
    </message>
    <message>
      <source>Days that are kept here</source>
      <translation>Giorni conservati qui</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Elimina</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>Eliminare {name} dal server?</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Elimina…</translation>
    </message>
    <message>
      <source>How it is synced</source>
      <translation>Come viene sincronizzata</translation>
    </message>
    <message>
      <source>If both sides changed the same thing</source>
      <translation>Se entrambi i lati hanno cambiato la stessa cosa</translation>
    </message>
    <message>
      <source>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</source>
      <translation>Viene eliminata per tutti i tuoi dispositivi e per tutti coloro con cui è condivisa. Il contenuto passa prima nella cronologia di questo computer.</translation>
    </message>
    <message>
      <source>It is not yours to change there.</source>
      <translation>Non puoi modificarla lì.</translation>
    </message>
    <message>
      <source>Keep only the newer ones on this computer:</source>
      <translation>Tieni su questo computer solo i più recenti:</translation>
    </message>
    <message>
      <source>Look on the server</source>
      <translation>Guarda sul server</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>Nuova…</translation>
    </message>
    <message>
      <source>No calendars yet</source>
      <translation>Ancora nessun calendario</translation>
    </message>
    <message>
      <source>On the server, for all your devices</source>
      <translation>Sul server, per tutti i tuoi dispositivi</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Apri la cartella</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Rinomina…</translation>
    </message>
    <message>
      <source>Sync it</source>
      <translation>Sincronizzala</translation>
    </message>
    <message>
      <source>The calendars, task lists and address books of your accounts are listed here.</source>
      <translation>Qui sono elencati i calendari, gli elenchi di attività e le rubriche dei tuoi account.</translation>
    </message>
    <message>
      <source>What is older stays on the server, and in the history here.</source>
      <translation>Ciò che è più vecchio resta sul server, e qui nella cronologia.</translation>
    </message>
    <message>
      <source>days</source>
      <translation>giorni</translation>
    </message>
    <message>
      <source>{name} was deleted; {count} of its items are in the history.</source>
      <translation>{name} è stata eliminata; {count} dei suoi elementi sono nella cronologia.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.conflicts</name>
    <message>
      <source>Holds are decided one by one.</source>
      <translation>Ciò che è in sospeso si decide caso per caso.</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Tienili</translation>
    </message>
    <message>
      <source>Let it happen</source>
      <translation>Lascia che accada</translation>
    </message>
    <message>
      <source>Let it happen?</source>
      <translation>Lasciare che accada?</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Niente ti aspetta</translation>
    </message>
    <message>
      <source>On hold: {collection}</source>
      <translation>In sospeso: {collection}</translation>
    </message>
    <message>
      <source>What is not kept goes to the history; nothing is lost.</source>
      <translation>Ciò che non si tiene va nella cronologia; niente si perde.</translation>
    </message>
    <message>
      <source>What is to be kept?</source>
      <translation>Che cosa va tenuto?</translation>
    </message>
    <message>
      <source>What shall happen?</source>
      <translation>Che cosa deve accadere?</translation>
    </message>
    <message>
      <source>What waits</source>
      <translation>Che cosa aspetta</translation>
    </message>
    <message>
      <source>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</source>
      <translation>Quando entrambi i lati hanno cambiato la stessa cosa in modo diverso, o molto verrebbe eliminato in una volta, decidi tu, e la decisione aspetta qui.</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) chosen</source>
      <translation>
        <numerusform>{count} conflitto scelto</numerusform>
        <numerusform>{count} conflitti scelti</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… e altri {count}</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.contacts</name>
    <message>
      <source>Address book</source>
      <translation>Rubrica</translation>
    </message>
    <message>
      <source>After the first sync the people of your address books are shown here.</source>
      <translation>Dopo la prima sincronizzazione qui compaiono le persone delle tue rubriche.</translation>
    </message>
    <message>
      <source>All categories</source>
      <translation>Tutte le categorie</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Categoria</translation>
    </message>
    <message>
      <source>File</source>
      <translation>File</translation>
    </message>
    <message>
      <source>No contacts here yet</source>
      <translation>Ancora nessun contatto qui</translation>
    </message>
    <message>
      <source>Nobody found</source>
      <translation>Nessuno trovato</translation>
    </message>
    <message>
      <source>Search by name, organisation, e-mail or telephone</source>
      <translation>Cerca per nome, organizzazione, e-mail o telefono</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Cerca contatti</translation>
    </message>
    <message>
      <source>Search for another word, or for a part of it; accents do not matter.</source>
      <translation>Cerca un’altra parola, o una parte; gli accenti non contano.</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>Da dove viene</translation>
    </message>
    <message numerus="yes">
      <source>{count} contact(s)</source>
      <translation>
        <numerusform>{count} contatto</numerusform>
        <numerusform>{count} contatti</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.networks</name>
    <message>
      <source>Add a network</source>
      <translation>Aggiungi una rete</translation>
    </message>
    <message>
      <source>Add a network…</source>
      <translation>Aggiungi una rete…</translation>
    </message>
    <message>
      <source>Allow for an hour</source>
      <translation>Consenti per un’ora</translation>
    </message>
    <message>
      <source>Allow this network?</source>
      <translation>Consentire questa rete?</translation>
    </message>
    <message>
      <source>Allow this network…</source>
      <translation>Consenti questa rete…</translation>
    </message>
    <message>
      <source>Allowed until {time}</source>
      <translation>Consentito fino a {time}</translation>
    </message>
    <message>
      <source>Edit a network</source>
      <translation>Modifica una rete</translation>
    </message>
    <message>
      <source>Edit {name}</source>
      <translation>Modifica {name}</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Modifica…</translation>
    </message>
    <message>
      <source>Networks that are allowed</source>
      <translation>Reti consentite</translation>
    </message>
    <message>
      <source>No network is listed. Listed networks count once kSync may sync on them only.</source>
      <translation>Nessuna rete in elenco. L’elenco conta quando kSync può sincronizzare solo lì.</translation>
    </message>
    <message>
      <source>Reads the name of the Wi-Fi that this computer is on.</source>
      <translation>Legge il nome del Wi-Fi di questo computer.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Rimuovi</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Rimuovi {name}</translation>
    </message>
    <message>
      <source>Where kSync may sync</source>
      <translation>Dove kSync può sincronizzare</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.overview</name>
    <message>
      <source>Add account…</source>
      <translation>Aggiungi account…</translation>
    </message>
    <message>
      <source>Add your account, and its calendars, tasks and contacts appear here.</source>
      <translation>Aggiungi il tuo account, e qui compaiono i suoi calendari, attività e contatti.</translation>
    </message>
    <message>
      <source>Enter the password of {account}</source>
      <translation>Inserisci la password di {account}</translation>
    </message>
    <message>
      <source>Enter the password…</source>
      <translation>Inserisci la password…</translation>
    </message>
    <message>
      <source>New password for {name}</source>
      <translation>Nuova password per {name}</translation>
    </message>
    <message>
      <source>New password…</source>
      <translation>Nuova password…</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>Ancora nessun account</translation>
    </message>
    <message>
      <source>Open networks</source>
      <translation>Apri le reti</translation>
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation>Avanzamento della sincronizzazione</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Ferma</translation>
    </message>
    <message>
      <source>Sync in progress</source>
      <translation>Sincronizzazione in corso</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Sincronizza ora</translation>
    </message>
    <message>
      <source>Sync {account} now</source>
      <translation>Sincronizza {account} ora</translation>
    </message>
    <message>
      <source>The last 30 days</source>
      <translation>Gli ultimi 30 giorni</translation>
    </message>
    <message>
      <source>came here</source>
      <translation>arrivati qui</translation>
    </message>
    <message>
      <source>went to the server</source>
      <translation>andati al server</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.privacy</name>
    <message>
      <source>A copy for you</source>
      <translation>Una copia per lei</translation>
    </message>
    <message>
      <source>All accounts, their passwords and files, and all settings of kSync go from this computer; afterwards it is looked for. The servers keep everything.</source>
      <translation>Tutti gli account, le loro password e i loro file, e tutte le impostazioni di kSync vanno via da questo computer; poi si controlla. I server conservano tutto.</translation>
    </message>
    <message>
      <source>Also erase its calendars and contacts from this computer</source>
      <translation>Cancellare anche i suoi calendari e contatti da questo computer</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>In corso</translation>
    </message>
    <message>
      <source>Erase account…</source>
      <translation>Cancella account…</translation>
    </message>
    <message>
      <source>Erase everything…</source>
      <translation>Cancella tutto…</translation>
    </message>
    <message>
      <source>Erase history…</source>
      <translation>Cancella cronologia…</translation>
    </message>
    <message>
      <source>Erase the history of {name}</source>
      <translation>Cancella la cronologia di {name}</translation>
    </message>
    <message>
      <source>Erase {name} from this computer</source>
      <translation>Cancella {name} da questo computer</translation>
    </message>
    <message>
      <source>Everything that is here, in formats that other programs read.</source>
      <translation>Tutto ciò che è qui, in formati che altri programmi leggono.</translation>
    </message>
    <message>
      <source>Leave no trace</source>
      <translation>Non lasciare tracce</translation>
    </message>
    <message>
      <source>Of all accounts</source>
      <translation>Di tutti gli account</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Salva una copia…</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Accedi…</translation>
    </message>
    <message>
      <source>Sign out of {name}</source>
      <translation>Esci da {name}</translation>
    </message>
    <message>
      <source>Sign out…</source>
      <translation>Esci…</translation>
    </message>
    <message>
      <source>Whoever has seen it since can still use it. A new one takes a minute.</source>
      <translation>Chi l’ha vista da allora può ancora usarla. Cambiarla richiede un minuto.</translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s) erased.</source>
      <translation>
        <numerusform>{count} versione precedente cancellata.</numerusform>
        <numerusform>{count} versioni precedenti cancellate.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} and everything of it is gone from this computer.</source>
      <translation>{name} e tutto ciò che ne era qui è cancellato da questo computer.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.settings</name>
    <message>
      <source>Accounts</source>
      <translation>Account</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzate</translation>
    </message>
    <message>
      <source>Calendars and address books</source>
      <translation>Calendari e rubriche</translation>
    </message>
    <message>
      <source>Change password…</source>
      <translation>Cambia password…</translation>
    </message>
    <message>
      <source>Change the password of {name}</source>
      <translation>Cambia la password di {name}</translation>
    </message>
    <message>
      <source>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</source>
      <translation>La password e le impostazioni vengono dimenticate. I file restano dove sono, e il server conserva tutto.</translation>
    </message>
    <message>
      <source>Open: {what}</source>
      <translation>Apri: {what}</translation>
    </message>
    <message>
      <source>Remove {name} from this computer?</source>
      <translation>Rimuovere {name} da questo computer?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Rimuovi…</translation>
    </message>
    <message>
      <source>Reports of unexpected errors</source>
      <translation>Rapporti di errori imprevisti</translation>
    </message>
    <message>
      <source>Settings file</source>
      <translation>File delle impostazioni</translation>
    </message>
    <message>
      <source>Start kSync when I log in</source>
      <translation>Avvia kSync all’accesso</translation>
    </message>
    <message>
      <source>There is no account yet.</source>
      <translation>Non c’è ancora nessun account.</translation>
    </message>
    <message>
      <source>Where the calendars and contacts of {name} are</source>
      <translation>Dove si trovano i calendari e i contatti di {name}</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} è stato rimosso.</translation>
    </message>
  </context>
  <context>
    <name>ui.program</name>
    <message>
      <source>This desktop shows no tray icons.</source>
      <translation>Questo desktop non mostra icone nella barra.</translation>
    </message>
    <message>
      <source>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</source>
      <translation>kSync continua finché questa finestra è aperta o ridotta a icona. In GNOME le mostra l’estensione “AppIndicator and KStatusNotifierItem Support”.</translation>
    </message>
  </context>
  <context>
    <name>ui.sidebar</name>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Pagine</translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting</source>
      <translation>
        <numerusform>{count} in attesa</numerusform>
        <numerusform>{count} in attesa</numerusform>
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
      <translation>Account</translation>
    </message>
    <message>
      <source>All syncs</source>
      <translation>Tutte</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fatto</translation>
    </message>
    <message>
      <source>Done, but not everything</source>
      <translation>Fatto, ma non tutto</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Non riuscita</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>Non terminata</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Richieste</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Fermata</translation>
    </message>
    <message>
      <source>That changed something</source>
      <translation>Che hanno cambiato qualcosa</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Durata</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Motivo</translation>
    </message>
    <message>
      <source>With problems</source>
      <translation>Con problemi</translation>
    </message>
    <message>
      <source>after a change here</source>
      <translation>dopo una modifica qui</translation>
    </message>
    <message>
      <source>after a change of the network</source>
      <translation>dopo un cambio di rete</translation>
    </message>
    <message>
      <source>after a change of the settings</source>
      <translation>dopo un cambio delle impostazioni</translation>
    </message>
    <message>
      <source>asked for</source>
      <translation>richiesta</translation>
    </message>
    <message>
      <source>at the interval</source>
      <translation>all’intervallo</translation>
    </message>
    <message>
      <source>both versions kept</source>
      <translation>tenute entrambe le versioni</translation>
    </message>
    <message>
      <source>came from the server</source>
      <translation>arrivato dal server</translation>
    </message>
    <message>
      <source>cannot be written and stays as it is</source>
      <translation>non si può scrivere e resta com’è</translation>
    </message>
    <message>
      <source>changed by the server</source>
      <translation>cambiato dal server</translation>
    </message>
    <message>
      <source>changed on the server</source>
      <translation>cambiato sul server</translation>
    </message>
    <message>
      <source>comes back</source>
      <translation>ritorna</translation>
    </message>
    <message>
      <source>deleted here</source>
      <translation>eliminato qui</translation>
    </message>
    <message>
      <source>deleted on the server</source>
      <translation>eliminato sul server</translation>
    </message>
    <message>
      <source>goes back to what it was</source>
      <translation>torna com’era</translation>
    </message>
    <message>
      <source>is as it was already</source>
      <translation>è già com’era</translation>
    </message>
    <message>
      <source>is taken away again</source>
      <translation>viene tolto di nuovo</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>unito</translation>
    </message>
    <message>
      <source>moved here</source>
      <translation>spostato qui</translation>
    </message>
    <message>
      <source>moved on the server</source>
      <translation>spostato sul server</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>niente da fare</translation>
    </message>
    <message>
      <source>past the limit: on the server only</source>
      <translation>oltre il limite: solo sul server</translation>
    </message>
    <message>
      <source>sent to the server</source>
      <translation>inviato al server</translation>
    </message>
    <message>
      <source>the first one</source>
      <translation>la prima</translation>
    </message>
    <message>
      <source>tried again</source>
      <translation>nuovo tentativo</translation>
    </message>
    <message>
      <source>was changed since and stays as it is</source>
      <translation>è stato cambiato nel frattempo e resta com’è</translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted here</source>
      <translation>
        <numerusform>{count} eliminato qui</numerusform>
        <numerusform>{count} eliminati qui</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted on the server</source>
      <translation>
        <numerusform>{count} eliminato sul server</numerusform>
        <numerusform>{count} eliminati sul server</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} downloaded</source>
      <translation>
        <numerusform>{count} scaricato</numerusform>
        <numerusform>{count} scaricati</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} non riuscito</numerusform>
        <numerusform>{count} non riusciti</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in conflict</source>
      <translation>
        <numerusform>{count} in conflitto</numerusform>
        <numerusform>{count} in conflitto</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) undone; the next sync takes it to the server.</source>
      <translation>
        <numerusform>{count} elemento ripristinato; la prossima sincronizzazione lo porta al server.</numerusform>
        <numerusform>{count} elementi ripristinati; la prossima sincronizzazione li porta al server.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} merged</source>
      <translation>
        <numerusform>{count} unito</numerusform>
        <numerusform>{count} uniti</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} uploaded</source>
      <translation>
        <numerusform>{count} caricato</numerusform>
        <numerusform>{count} caricati</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting for you</source>
      <translation>
        <numerusform>{count} ti aspetta</numerusform>
        <numerusform>{count} ti aspettano</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} undone; {left} left as they are.</source>
      <translation>{done} ripristinati; {left} lasciati come sono.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.calendar</name>
    <message>
      <source>(no title)</source>
      <translation>(senza titolo)</translation>
    </message>
    <message>
      <source>all day</source>
      <translation>tutto il giorno</translation>
    </message>
    <message>
      <source>done</source>
      <translation>fatto</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>scadenza {when}</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>dalle {time}</translation>
    </message>
    <message>
      <source>important</source>
      <translation>importante</translation>
    </message>
    <message>
      <source>overdue since {when}</source>
      <translation>scaduta dal {when}</translation>
    </message>
    <message>
      <source>repeats</source>
      <translation>si ripete</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>fino alle {time}</translation>
    </message>
    <message numerus="yes">
      <source>{count} event(s)</source>
      <translation>
        <numerusform>{count} evento</numerusform>
        <numerusform>{count} eventi</numerusform>
      </translation>
    </message>
    <message>
      <source>{percent} % done</source>
      <translation>{percent} % fatto</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.collections</name>
    <message>
      <source>As in the settings</source>
      <translation>Come nelle impostazioni</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation>Chiedi a me</translation>
    </message>
    <message>
      <source>Both ways</source>
      <translation>In entrambe le direzioni</translation>
    </message>
    <message>
      <source>From the server only</source>
      <translation>Solo dal server</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Tieni entrambe</translation>
    </message>
    <message>
      <source>Keep the server's</source>
      <translation>Tieni quella del server</translation>
    </message>
    <message>
      <source>Keep this computer's</source>
      <translation>Tieni quella di questo computer</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Unisci</translation>
    </message>
    <message>
      <source>To the server only</source>
      <translation>Solo verso il server</translation>
    </message>
    <message>
      <source>gone from the server</source>
      <translation>sparita dal server</translation>
    </message>
    <message>
      <source>off</source>
      <translation>disattivata</translation>
    </message>
    <message>
      <source>read only</source>
      <translation>sola lettura</translation>
    </message>
    <message numerus="yes">
      <source>the last {count} day(s)</source>
      <translation>
        <numerusform>l’ultimo giorno</numerusform>
        <numerusform>gli ultimi {count} giorni</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s)</source>
      <translation>
        <numerusform>{count} elemento</numerusform>
        <numerusform>{count} elementi</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older one(s) on the server alone</source>
      <translation>
        <numerusform>{count} più vecchio solo sul server</numerusform>
        <numerusform>{count} più vecchi solo sul server</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.conflicts</name>
    <message>
      <source>Address on the web</source>
      <translation>Indirizzo web</translation>
    </message>
    <message>
      <source>Begins</source>
      <translation>Inizio</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>Compleanno</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>Categorie</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Completata il</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Descrizione</translation>
    </message>
    <message>
      <source>Done in per cent</source>
      <translation>Avanzamento in percentuale</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Scadenza</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Fine</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Tutto</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; in what is in dispute the server's goes.</source>
      <translation>Tutto il resto di entrambi i lati si conserva; per ciò che è in conflitto vale il server.</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; what is in dispute goes as chosen above.</source>
      <translation>Tutto il resto di entrambi i lati si conserva; ciò che è in conflitto segue la scelta qui sopra.</translation>
    </message>
    <message>
      <source>Guests</source>
      <translation>Invitati</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Elementi</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Esclusi</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Lunghezza</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nome</translation>
    </message>
    <message>
      <source>Nickname</source>
      <translation>Soprannome</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organizzazione</translation>
    </message>
    <message>
      <source>Organiser</source>
      <translation>Organizzatore</translation>
    </message>
    <message>
      <source>Parts of the name</source>
      <translation>Parti del nome</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telefono</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Luogo</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Ruolo</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Indirizzo postale</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priorità</translation>
    </message>
    <message>
      <source>Reminder</source>
      <translation>Promemoria</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Ripetizione</translation>
    </message>
    <message>
      <source>Shown as busy</source>
      <translation>Mostrato come occupato</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Stato</translation>
    </message>
    <message>
      <source>The other one stays as a copy of its own.</source>
      <translation>L’altra resta come copia a sé.</translation>
    </message>
    <message>
      <source>The server gets this computer's version.</source>
      <translation>Il server riceve la versione di questo computer.</translation>
    </message>
    <message>
      <source>The whole event</source>
      <translation>L’intero evento</translation>
    </message>
    <message>
      <source>The whole task</source>
      <translation>L’intera attività</translation>
    </message>
    <message>
      <source>This computer gets the server's version.</source>
      <translation>Questo computer riceve la versione del server.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Ora</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titolo</translation>
    </message>
    <message>
      <source>a picture of {count} characters</source>
      <translation>un’immagine di {count} caratteri</translation>
    </message>
    <message>
      <source>being done</source>
      <translation>in corso</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>annullato</translation>
    </message>
    <message>
      <source>changed here, deleted on the server</source>
      <translation>cambiato qui, eliminato sul server</translation>
    </message>
    <message>
      <source>changed on both sides</source>
      <translation>cambiato da entrambi i lati</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confermato</translation>
    </message>
    <message>
      <source>deleted here, changed on the server</source>
      <translation>eliminato qui, cambiato sul server</translation>
    </message>
    <message>
      <source>new on both sides, and different</source>
      <translation>nuovo da entrambi i lati, e diverso</translation>
    </message>
    <message>
      <source>tentative</source>
      <translation>provvisorio</translation>
    </message>
    <message>
      <source>to be done</source>
      <translation>da fare</translation>
    </message>
    <message>
      <source>{property} of {occurrence}</source>
      <translation>{property} di {occurrence}</translation>
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
      <translation>(senza nome)</translation>
    </message>
    <message>
      <source>Anniversary</source>
      <translation>Anniversario</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppo</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membri</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>On the web</source>
      <translation>Sul web</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Telefono</translation>
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
      <translation>pagina personale</translation>
    </message>
    <message>
      <source>main</source>
      <translation>principale</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>cellulare</translation>
    </message>
    <message>
      <source>other</source>
      <translation>altro</translation>
    </message>
    <message>
      <source>pager</source>
      <translation>cercapersone</translation>
    </message>
    <message>
      <source>video</source>
      <translation>video</translation>
    </message>
    <message>
      <source>work</source>
      <translation>lavoro</translation>
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
      <translation>Indirizzo</translation>
    </message>
    <message>
      <source>Attachments</source>
      <translation>Allegati</translation>
    </message>
    <message>
      <source>Organised by</source>
      <translation>Organizzato da</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Avanzamento</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Promemoria</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Fuso orario</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accettato</translation>
    </message>
    <message>
      <source>after the beginning</source>
      <translation>dopo l’inizio</translation>
    </message>
    <message>
      <source>at the beginning</source>
      <translation>all’inizio</translation>
    </message>
    <message>
      <source>by a rule of its own</source>
      <translation>secondo una regola propria</translation>
    </message>
    <message>
      <source>declined</source>
      <translation>rifiutato</translation>
    </message>
    <message>
      <source>delegated</source>
      <translation>delegato</translation>
    </message>
    <message numerus="yes">
      <source>every {count} day(s)</source>
      <translation>
        <numerusform>ogni giorno</numerusform>
        <numerusform>ogni {count} giorni</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} month(s)</source>
      <translation>
        <numerusform>ogni mese</numerusform>
        <numerusform>ogni {count} mesi</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} week(s)</source>
      <translation>
        <numerusform>ogni settimana</numerusform>
        <numerusform>ogni {count} settimane</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} year(s)</source>
      <translation>
        <numerusform>ogni anno</numerusform>
        <numerusform>ogni {count} anni</numerusform>
      </translation>
    </message>
    <message>
      <source>no answer yet</source>
      <translation>ancora nessuna risposta</translation>
    </message>
    <message>
      <source>no due date</source>
      <translation>senza scadenza</translation>
    </message>
    <message>
      <source>not confirmed</source>
      <translation>non confermato</translation>
    </message>
    <message>
      <source>perhaps</source>
      <translation>forse</translation>
    </message>
    <message>
      <source>private</source>
      <translation>privato</translation>
    </message>
    <message numerus="yes">
      <source>{count} attachment(s), not downloaded</source>
      <translation>
        <numerusform>{count} allegato, non scaricato</numerusform>
        <numerusform>{count} allegati, non scaricati</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) before</source>
      <translation>
        <numerusform>{count} giorno prima</numerusform>
        <numerusform>{count} giorni prima</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) before</source>
      <translation>
        <numerusform>{count} ora prima</numerusform>
        <numerusform>{count} ore prima</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) before</source>
      <translation>
        <numerusform>{count} minuto prima</numerusform>
        <numerusform>{count} minuti prima</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}, optional: {answer}</source>
      <translation>{name}, facoltativo: {answer}</translation>
    </message>
    <message>
      <source>{name}: {answer}</source>
      <translation>{name}: {answer}</translation>
    </message>
    <message>
      <source>{often}, until {day}</source>
      <translation>{often}, fino al {day}</translation>
    </message>
    <message numerus="yes">
      <source>{often}, {count} time(s)</source>
      <translation>
        <numerusform>{often}, {count} volta</numerusform>
        <numerusform>{often}, {count} volte</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.help</name>
    <message>
      <source>All is up to date.</source>
      <translation>Tutto è aggiornato.</translation>
    </message>
    <message>
      <source>Both sides changed the same thing, and you are to decide.</source>
      <translation>Entrambe le parti hanno modificato la stessa cosa, e tocca a te decidere.</translation>
    </message>
    <message>
      <source>Much would be deleted at once. It waits for your yes or no.</source>
      <translation>Molto verrebbe eliminato in una volta. Aspetta il tuo sì o no.</translation>
    </message>
    <message>
      <source>Nothing runs by itself until the pause is over.</source>
      <translation>Niente parte da solo fino alla fine della pausa.</translation>
    </message>
    <message>
      <source>Something could not be synced. The window says what, and what to do.</source>
      <translation>Qualcosa non è stato sincronizzato. La finestra dice che cosa, e cosa fare.</translation>
    </message>
    <message>
      <source>The server cannot be reached. kSync tries again by itself.</source>
      <translation>Il server non è raggiungibile. kSync riprova da solo.</translation>
    </message>
    <message>
      <source>This network is not one on which kSync may sync.</source>
      <translation>Su questa rete kSync non può sincronizzare.</translation>
    </message>
    <message>
      <source>kSync is at work.</source>
      <translation>kSync è al lavoro.</translation>
    </message>
    <message>
      <source>kSync needs you: a password, or an open keyring.</source>
      <translation>kSync ha bisogno di te: una password, o un portachiavi aperto.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.left_out</name>
    <message numerus="yes">
      <source>{count} file(s) cannot be shown.</source>
      <translation>
        <numerusform>{count} file non può essere mostrato.</numerusform>
        <numerusform>{count} file non possono essere mostrati.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.menu</name>
    <message>
      <source>All accounts</source>
      <translation>Tutti gli account</translation>
    </message>
    <message numerus="yes">
      <source>Conflicts ({count})</source>
      <translation>
        <numerusform>Conflitto ({count})</numerusform>
        <numerusform>Conflitti ({count})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Deletions on hold ({count})</source>
      <translation>
        <numerusform>Eliminazione in sospeso ({count})</numerusform>
        <numerusform>Eliminazioni in sospeso ({count})</numerusform>
      </translation>
    </message>
    <message>
      <source>For an hour</source>
      <translation>Per un’ora</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aiuto</translation>
    </message>
    <message>
      <source>Open kSync</source>
      <translation>Apri kSync</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pausa</translation>
    </message>
    <message>
      <source>Recent activity</source>
      <translation>Attività recente</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Riprendi</translation>
    </message>
    <message>
      <source>Stop syncing</source>
      <translation>Ferma la sincronizzazione</translation>
    </message>
    <message>
      <source>Until I resume</source>
      <translation>Finché non riprendo</translation>
    </message>
    <message>
      <source>Until tomorrow morning</source>
      <translation>Fino a domani mattina</translation>
    </message>
    <message>
      <source>a password is missing</source>
      <translation>manca una password</translation>
    </message>
    <message>
      <source>no account yet</source>
      <translation>ancora nessun account</translation>
    </message>
    <message>
      <source>not on this network</source>
      <translation>non su questa rete</translation>
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
      <translation>Punto d’accesso</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Consentite</translation>
    </message>
    <message>
      <source>Any protection</source>
      <translation>Qualsiasi protezione</translation>
    </message>
    <message>
      <source>Anywhere (the guard is off)</source>
      <translation>Ovunque (guardia disattivata)</translation>
    </message>
    <message>
      <source>As for all accounts</source>
      <translation>Come per tutti gli account</translation>
    </message>
    <message>
      <source>At least: OWE</source>
      <translation>Almeno: OWE</translation>
    </message>
    <message>
      <source>At least: WEP</source>
      <translation>Almeno: WEP</translation>
    </message>
    <message>
      <source>At least: WPA Personal</source>
      <translation>Almeno: WPA Personal</translation>
    </message>
    <message>
      <source>At least: WPA2 Enterprise</source>
      <translation>Almeno: WPA2 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA2 Personal</source>
      <translation>Almeno: WPA2 Personal</translation>
    </message>
    <message>
      <source>At least: WPA3 Enterprise</source>
      <translation>Almeno: WPA3 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA3 Personal</source>
      <translation>Almeno: WPA3 Personal</translation>
    </message>
    <message>
      <source>At least: open</source>
      <translation>Almeno: aperta</translation>
    </message>
    <message>
      <source>Below it</source>
      <translation>Sotto</translation>
    </message>
    <message>
      <source>Bridge of virtual machines</source>
      <translation>Bridge di macchine virtuali</translation>
    </message>
    <message>
      <source>By the network below it</source>
      <translation>Secondo la rete sottostante</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, or allow this one.</source>
      <translation>Collegati a una rete consentita, o consenti questa.</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Connessione</translation>
    </message>
    <message>
      <source>Hardware addresses, separated by commas.</source>
      <translation>Indirizzi hardware, separati da virgole.</translation>
    </message>
    <message>
      <source>Inside of a container</source>
      <translation>Interno di un container</translation>
    </message>
    <message>
      <source>Interface</source>
      <translation>Interfaccia</translation>
    </message>
    <message>
      <source>Metered</source>
      <translation>A consumo</translation>
    </message>
    <message>
      <source>Metered networks</source>
      <translation>Reti a consumo</translation>
    </message>
    <message>
      <source>Mobile network</source>
      <translation>Rete mobile</translation>
    </message>
    <message>
      <source>Mobile networks and phones</source>
      <translation>Reti mobili e telefoni</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Rete</translation>
    </message>
    <message>
      <source>Network guard: off</source>
      <translation>Guardia di rete: disattivata</translation>
    </message>
    <message>
      <source>Network: offline</source>
      <translation>Rete: offline</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>Non consentite</translation>
    </message>
    <message>
      <source>On any Wi-Fi</source>
      <translation>Su qualsiasi Wi-Fi</translation>
    </message>
    <message>
      <source>Only behind these routers</source>
      <translation>Solo dietro questi router</translation>
    </message>
    <message>
      <source>Only on networks that I list</source>
      <translation>Solo sulle reti che elenco</translation>
    </message>
    <message>
      <source>Phone by Bluetooth</source>
      <translation>Telefono via Bluetooth</translation>
    </message>
    <message>
      <source>Phone by USB</source>
      <translation>Telefono via USB</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Protezione</translation>
    </message>
    <message>
      <source>Router</source>
      <translation>Router</translation>
    </message>
    <message>
      <source>Routers</source>
      <translation>Router</translation>
    </message>
    <message>
      <source>Their names in the network settings, separated by commas.</source>
      <translation>I loro nomi nelle impostazioni di rete, separati da virgole.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Questo computer</translation>
    </message>
    <message>
      <source>Unknown network</source>
      <translation>Rete sconosciuta</translation>
    </message>
    <message>
      <source>VPN</source>
      <translation>VPN</translation>
    </message>
    <message>
      <source>VPNs that are always allowed</source>
      <translation>VPN sempre consentite</translation>
    </message>
    <message>
      <source>Wi-Fi</source>
      <translation>Wi-Fi</translation>
    </message>
    <message>
      <source>Wired network</source>
      <translation>Rete cablata</translation>
    </message>
    <message>
      <source>Wired networks</source>
      <translation>Reti cablate</translation>
    </message>
    <message>
      <source>kSync may sync</source>
      <translation>kSync può sincronizzare</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non noto</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>sì</translation>
    </message>
    <message numerus="yes">
      <source>{count} access point(s)</source>
      <translation>
        <numerusform>{count} punto d’accesso</numerusform>
        <numerusform>{count} punti d’accesso</numerusform>
      </translation>
    </message>
    <message>
      <source>{network}: allowed</source>
      <translation>{network}: consentita</translation>
    </message>
    <message>
      <source>{network}: allowed for some accounts</source>
      <translation>{network}: consentita per alcuni account</translation>
    </message>
    <message>
      <source>{network}: not allowed</source>
      <translation>{network}: non consentita</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.overview</name>
    <message>
      <source>Checking uploads of {collection}</source>
      <translation>Verifica degli invii di {collection}</translation>
    </message>
    <message>
      <source>Downloading {collection}</source>
      <translation>Scaricamento di {collection}</translation>
    </message>
    <message>
      <source>Everything is up to date.</source>
      <translation>Tutto è aggiornato.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Contiene</translation>
    </message>
    <message>
      <source>In {days} days: {here} changes came here, {there} went to the server.</source>
      <translation>In {days} giorni: {here} modifiche sono arrivate qui, {there} sono andate al server.</translation>
    </message>
    <message>
      <source>Its password is more than a year old.</source>
      <translation>La sua password ha più di un anno.</translation>
    </message>
    <message>
      <source>Last sync</source>
      <translation>Ultima sincronizzazione</translation>
    </message>
    <message numerus="yes">
      <source>Looking at {count} collection(s)</source>
      <translation>
        <numerusform>Esame di {count} raccolta</numerusform>
        <numerusform>Esame di {count} raccolte</numerusform>
      </translation>
    </message>
    <message>
      <source>Next sync</source>
      <translation>Prossima sincronizzazione</translation>
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation>Non ancora sincronizzato.</translation>
    </message>
    <message>
      <source>The last sync was stopped; the next one goes on.</source>
      <translation>L’ultima sincronizzazione è stata fermata; la prossima continua.</translation>
    </message>
    <message>
      <source>This account waits for its password.</source>
      <translation>Questo account attende la sua password.</translation>
    </message>
    <message>
      <source>Uploading {collection}</source>
      <translation>Invio di {collection}</translation>
    </message>
    <message>
      <source>Writing files of {collection}</source>
      <translation>Scrittura dei file di {collection}</translation>
    </message>
    <message numerus="yes">
      <source>in {count} collection(s)</source>
      <translation>
        <numerusform>in {count} raccolta</numerusform>
        <numerusform>in {count} raccolte</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>mai</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>in pausa</translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) wait for you.</source>
      <translation>
        <numerusform>{count} decisione ti aspetta.</numerusform>
        <numerusform>{count} decisioni ti aspettano.</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} di {total}</translation>
    </message>
    <message numerus="yes">
      <source>{first} And {count} more.</source>
      <translation>
        <numerusform>{first} E {count} altro.</numerusform>
        <numerusform>{first} E altri {count}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.privacy</name>
    <message>
      <source>5 files of 1 MB, the oldest goes first</source>
      <translation>5 file da 1 MB, il più vecchio va per primo</translation>
    </message>
    <message>
      <source>Calendars, tasks and contacts</source>
      <translation>Calendari, attività e contatti</translation>
    </message>
    <message>
      <source>Connected program</source>
      <translation>Programma collegato</translation>
    </message>
    <message>
      <source>Earlier versions</source>
      <translation>Versioni precedenti</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Cancella</translation>
    </message>
    <message>
      <source>Erase everything</source>
      <translation>Cancella tutto</translation>
    </message>
    <message>
      <source>Erase everything of kSync on this computer?</source>
      <translation>Cancellare tutto ciò che è di kSync su questo computer?</translation>
    </message>
    <message>
      <source>Erase the history of {name}?</source>
      <translation>Cancellare la cronologia di {name}?</translation>
    </message>
    <message>
      <source>Erase {name} from this computer?</source>
      <translation>Cancellare {name} da questo computer?</translation>
    </message>
    <message>
      <source>Everything on the server, and on your other devices</source>
      <translation>Tutto sul server e sugli altri suoi dispositivi</translation>
    </message>
    <message>
      <source>Files in its folders that kSync did not put there; they are named</source>
      <translation>I file nelle sue cartelle che kSync non vi ha messo; vengono nominati</translation>
    </message>
    <message>
      <source>For you, and for your other programs: they can read these files.</source>
      <translation>Per lei e per gli altri suoi programmi: possono leggere questi file.</translation>
    </message>
    <message>
      <source>Its password comes from a command; kSync keeps none.</source>
      <translation>La sua password viene da un comando; kSync non ne conserva.</translation>
    </message>
    <message>
      <source>Its password comes from a command; that is still in the settings.</source>
      <translation>La sua password viene da un comando; è ancora nelle impostazioni.</translation>
    </message>
    <message>
      <source>Its password was stored in the keyring {when}.</source>
      <translation>La sua password è stata salvata nel portachiavi {when}.</translation>
    </message>
    <message>
      <source>Its password was stored {when}, more than a year. Providers advise a new one once a year.</source>
      <translation>La sua password è stata salvata {when}, più di un anno. I fornitori consigliano di cambiarla una volta all’anno.</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Registri</translation>
    </message>
    <message>
      <source>Notes of the program</source>
      <translation>Note del programma</translation>
    </message>
    <message>
      <source>Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. Pictures and attachments that an entry only names are not fetched.</source>
      <translation>Nulla viene inviato ad altri: né statistiche, né rapporti di errore, né ricerca di aggiornamenti. Le immagini e gli allegati che una voce nomina soltanto non vengono scaricati.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Reports of runs</source>
      <translation>Rapporti delle sincronizzazioni</translation>
    </message>
    <message>
      <source>Saved: {items} and {versions} in {folder}.</source>
      <translation>Salvato: {items} e {versions} in {folder}.</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Esci</translation>
    </message>
    <message>
      <source>Sign out and erase</source>
      <translation>Esci e cancella</translation>
    </message>
    <message>
      <source>Sign out of {name}?</source>
      <translation>Uscire da {name}?</translation>
    </message>
    <message>
      <source>Signed out of {name}.</source>
      <translation>Uscito da {name}.</translation>
    </message>
    <message>
      <source>State of the sync</source>
      <translation>Stato della sincronizzazione</translation>
    </message>
    <message>
      <source>Still here, as kSync did not put it there: {names}</source>
      <translation>Ancora qui, perché kSync non l’ha messo: {names}</translation>
    </message>
    <message>
      <source>Talks to {hosts}, and to nobody else.</source>
      <translation>Parla con {hosts} e con nessun altro.</translation>
    </message>
    <message>
      <source>The history, the reports, all settings and logs</source>
      <translation>La cronologia, i rapporti, tutte le impostazioni e i registri</translation>
    </message>
    <message>
      <source>The lines of the log about it</source>
      <translation>Le righe del registro che ne parlano</translation>
    </message>
    <message>
      <source>The password in the keyring</source>
      <translation>La password nel portachiavi</translation>
    </message>
    <message>
      <source>The settings of the account, and the lines of the log about it</source>
      <translation>Le impostazioni dell’account e le righe del registro che ne parlano</translation>
    </message>
    <message>
      <source>The settings of the account: signing in again is enough</source>
      <translation>Le impostazioni dell’account: basta accedere di nuovo</translation>
    </message>
    <message>
      <source>The size of the window, a pause, what was allowed for a while.</source>
      <translation>La dimensione della finestra, una pausa, ciò che è stato permesso per un po’.</translation>
    </message>
    <message>
      <source>Their passwords in the keyring</source>
      <translation>Le loro password nel portachiavi</translation>
    </message>
    <message>
      <source>These could not be read or joined: {names}.</source>
      <translation>Questi non si sono potuti leggere o unire: {names}.</translation>
    </message>
    <message>
      <source>These have no folder here: {names}.</source>
      <translation>Questi non hanno una cartella qui: {names}.</translation>
    </message>
    <message>
      <source>They cannot be brought back, and earlier runs cannot be undone.</source>
      <translation>Non si potranno recuperare, e le sincronizzazioni passate non si potranno annullare.</translation>
    </message>
    <message>
      <source>To log in to the server; it goes nowhere else.</source>
      <translation>Per accedere al server; non va altrove.</translation>
    </message>
    <message>
      <source>What a sync overwrote or deleted, so that nothing is lost.</source>
      <translation>Ciò che una sincronizzazione ha sovrascritto o eliminato, perché nulla vada perso.</translation>
    </message>
    <message>
      <source>What both sides last agreed on, so that a sync can tell what changed.</source>
      <translation>Ciò su cui i due lati concordavano, per capire che cosa è cambiato.</translation>
    </message>
    <message>
      <source>What each sync did, for the page Activity.</source>
      <translation>Ciò che ogni sincronizzazione ha fatto, per la pagina Attività.</translation>
    </message>
    <message>
      <source>What ran and what went wrong: no titles, names or addresses.</source>
      <translation>Che cosa è stato eseguito e che cosa è andato storto: né titoli, né nomi, né indirizzi.</translation>
    </message>
    <message>
      <source>What was changed here and is not on the server yet is lost. Sync before, if you are not sure.</source>
      <translation>Ciò che è stato cambiato qui e non è ancora sul server va perso. Nel dubbio, sincronizzi prima.</translation>
    </message>
    <message>
      <source>What was written into its settings, so that it can be undone.</source>
      <translation>Ciò che è stato scritto nelle sue impostazioni, per poterlo annullare.</translation>
    </message>
    <message>
      <source>What you chose: accounts, user names, addresses, listed networks. No password.</source>
      <translation>Ciò che ha scelto: account, nomi utente, indirizzi, reti elencate. Nessuna password.</translation>
    </message>
    <message>
      <source>You are signed out: kSync keeps no password of it.</source>
      <translation>È uscito: kSync non ne conserva la password.</translation>
    </message>
    <message>
      <source>as long as the account is here</source>
      <translation>finché l’account è qui</translation>
    </message>
    <message>
      <source>kSync ends afterwards.</source>
      <translation>Poi kSync si chiude.</translation>
    </message>
    <message>
      <source>the keyring of your desktop</source>
      <translation>il portachiavi del suo desktop</translation>
    </message>
    <message>
      <source>until you delete them</source>
      <translation>finché non li elimina</translation>
    </message>
    <message>
      <source>until you disconnect it</source>
      <translation>finché non lo scollegate</translation>
    </message>
    <message>
      <source>until you erase it</source>
      <translation>finché non lo cancella</translation>
    </message>
    <message>
      <source>until you sign out</source>
      <translation>finché non esce</translation>
    </message>
    <message numerus="yes">
      <source>{count} account(s): {names}</source>
      <translation>
        <numerusform>{count} account: {names}</numerusform>
        <numerusform>{count} account: {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} collection(s)</source>
      <translation>
        <numerusform>{count} raccolta</numerusform>
        <numerusform>{count} raccolte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s)</source>
      <translation>
        <numerusform>{count} versione precedente</numerusform>
        <numerusform>{count} versioni precedenti</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s), the reports and the state</source>
      <translation>
        <numerusform>{count} versione precedente, i rapporti e lo stato</numerusform>
        <numerusform>{count} versioni precedenti, i rapporti e lo stato</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} file(s)</source>
      <translation>
        <numerusform>{count} file</numerusform>
        <numerusform>{count} file</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) as they are now</source>
      <translation>
        <numerusform>{count} elemento così com’è ora</numerusform>
        <numerusform>{count} elementi così come sono ora</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in their folders</source>
      <translation>
        <numerusform>{count} elemento nelle loro cartelle</numerusform>
        <numerusform>{count} elementi nelle loro cartelle</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in {folder}</source>
      <translation>
        <numerusform>{count} elemento in {folder}</numerusform>
        <numerusform>{count} elementi in {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older item(s) are on the server alone.</source>
      <translation>
        <numerusform>{count} elemento più vecchio è solo sul server.</numerusform>
        <numerusform>{count} elementi più vecchi sono solo sul server.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} password(s) older than a year: {names}.</source>
      <translation>
        <numerusform>Una password ha più di un anno: {names}.</numerusform>
        <numerusform>{count} password hanno più di un anno: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} run(s)</source>
      <translation>
        <numerusform>{count} sincronizzazione</numerusform>
        <numerusform>{count} sincronizzazioni</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} version(s)</source>
      <translation>
        <numerusform>{count} versione</numerusform>
        <numerusform>{count} versioni</numerusform>
      </translation>
    </message>
    <message>
      <source>{days} days, at most {size} MB</source>
      <translation>{days} giorni, al massimo {size} MB</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.problems</name>
    <message>
      <source>A question for its password may be waiting on the desktop.</source>
      <translation>Forse sul desktop aspetta una richiesta della password.</translation>
    </message>
    <message>
      <source>Add one to begin.</source>
      <translation>Aggiungine uno per cominciare.</translation>
    </message>
    <message>
      <source>Check that this computer is online, and the server's address.</source>
      <translation>Controlla che questo computer sia in linea, e l’indirizzo del server.</translation>
    </message>
    <message>
      <source>Check the user name and the password. With two-step verification most providers want an application password.</source>
      <translation>Controlla nome utente e password. Con la verifica in due passaggi la maggior parte dei fornitori vuole una password per applicazioni.</translation>
    </message>
    <message>
      <source>Check this computer's clock, and ask who runs the server.</source>
      <translation>Controlla l’orologio di questo computer, e chiedi a chi gestisce il server.</translation>
    </message>
    <message>
      <source>If the collection is shared with you, its owner decides; here it can be read only.</source>
      <translation>Se la raccolta è condivisa con te, decide il proprietario; qui si può solo leggere.</translation>
    </message>
    <message>
      <source>Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC).</source>
      <translation>Installa un portachiavi che la protegga (gnome-keyring, KWallet, KeePassXC).</translation>
    </message>
    <message>
      <source>It is done in a moment.</source>
      <translation>Finirà tra un momento.</translation>
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good, switch it off.</source>
      <translation>I suoi file restano come sono. Se è sparita per sempre, disattivala.</translation>
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open.</source>
      <translation>Controlla che il portachiavi del desktop sia attivo e aperto.</translation>
    </message>
    <message>
      <source>Mend the line, or take it out, and save the file.</source>
      <translation>Correggi la riga, o toglila, e salva il file.</translation>
    </message>
    <message>
      <source>Open collections</source>
      <translation>Apri le raccolte</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Apri le impostazioni</translation>
    </message>
    <message>
      <source>Show the file</source>
      <translation>Mostra il file</translation>
    </message>
    <message>
      <source>Sign in, and the password is stored.</source>
      <translation>Accedi, e la password viene salvata.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</source>
      <translation>Avvia il portachiavi del desktop (gnome-keyring, KWallet, KeePassXC…).</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Riprova</translation>
    </message>
    <message>
      <source>Undo the change, or let this collection sync both ways.</source>
      <translation>Annulla la modifica, o lascia che questa raccolta si sincronizzi in entrambe le direzioni.</translation>
    </message>
    <message>
      <source>Unlock it here, or log in to the desktop with your password.</source>
      <translation>Sbloccalo qui, o accedi al desktop con la tua password.</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>Sblocca…</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.programs</name>
    <message>
      <source>Calendar and Contacts</source>
      <translation>Calendario e Contatti</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Collega</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and Evolution</source>
      <translation>Calendario e Contatti di GNOME, Evolution</translation>
    </message>
    <message>
      <source>KOrganizer, Merkuro and KAddressBook</source>
      <translation>KOrganizer, Merkuro e KAddressBook</translation>
    </message>
    <message>
      <source>Not connected.</source>
      <translation>Non collegato.</translation>
    </message>
    <message>
      <source>Set up by hand, in a few steps.</source>
      <translation>Da impostare a mano, in pochi passi.</translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync.</source>
      <translation>
        <numerusform>Mostra {count} raccolta di kSync.</numerusform>
        <numerusform>Mostra {count} raccolte di kSync.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync; not up to date.</source>
      <translation>
        <numerusform>Mostra {count} raccolta di kSync; non aggiornato.</numerusform>
        <numerusform>Mostra {count} raccolte di kSync; non aggiornato.</numerusform>
      </translation>
    </message>
    <message>
      <source>Steps…</source>
      <translation>Passi…</translation>
    </message>
    <message>
      <source>Thunderbird</source>
      <translation>Thunderbird</translation>
    </message>
    <message>
      <source>Update</source>
      <translation>Aggiorna</translation>
    </message>
    <message>
      <source>{name} is not connected any more.</source>
      <translation>{name} non è più collegato.</translation>
    </message>
    <message>
      <source>{name} shows all of it already.</source>
      <translation>{name} mostra già tutto.</translation>
    </message>
    <message numerus="yes">
      <source>{name} shows {count} collection(s) from its next start.</source>
      <translation>
        <numerusform>{name} mostra {count} raccolta dal prossimo avvio.</numerusform>
        <numerusform>{name} mostra {count} raccolte dal prossimo avvio.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.settings</name>
    <message>
      <source>A notification, once, when the state changes.</source>
      <translation>Una notifica, una volta, quando lo stato cambia.</translation>
    </message>
    <message>
      <source>As files</source>
      <translation>Come file</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>Come il desktop</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Come il sistema</translation>
    </message>
    <message>
      <source>Ask before this many are deleted at once</source>
      <translation>Chiedi prima di eliminarne così tanti in una volta</translation>
    </message>
    <message>
      <source>Both versions are kept</source>
      <translation>Si tengono entrambe le versioni</translation>
    </message>
    <message>
      <source>Changes on this computer go out at once, whatever this says.</source>
      <translation>Le modifiche su questo computer partono subito, qualunque cosa ci sia qui.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Colori</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Scuro</translation>
    </message>
    <message>
      <source>Every version that a sync overwrote or deleted can be brought back.</source>
      <translation>Ogni versione che una sincronizzazione ha sovrascritto o eliminato si può recuperare.</translation>
    </message>
    <message>
      <source>General</source>
      <translation>Generale</translation>
    </message>
    <message>
      <source>Icon for a panel that is</source>
      <translation>Icona per una barra</translation>
    </message>
    <message>
      <source>In GNOME’s programs</source>
      <translation>Nei programmi di GNOME</translation>
    </message>
    <message>
      <source>Keep old versions for</source>
      <translation>Conserva le vecchie versioni per</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Lingua</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Chiaro</translation>
    </message>
    <message>
      <source>MB for each account</source>
      <translation>MB per account</translation>
    </message>
    <message>
      <source>Managed by your organisation</source>
      <translation>Gestito dalla tua organizzazione</translation>
    </message>
    <message>
      <source>Managed by {organization}</source>
      <translation>Gestito da {organization}</translation>
    </message>
    <message>
      <source>Merge, and let the server decide the rest</source>
      <translation>Unisci, e per il resto decide il server</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>Sicurezza</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Orario</translation>
    </message>
    <message>
      <source>Sync every</source>
      <translation>Sincronizza ogni</translation>
    </message>
    <message>
      <source>Tell me when something needs me</source>
      <translation>Avvisami quando c’è bisogno di me</translation>
    </message>
    <message>
      <source>The server's version is kept</source>
      <translation>Si tiene la versione del server</translation>
    </message>
    <message>
      <source>This computer's version is kept</source>
      <translation>Si tiene la versione di questo computer</translation>
    </message>
    <message>
      <source>What is not kept goes to the history, whatever you choose.</source>
      <translation>Ciò che non si tiene va nella cronologia, qualunque cosa tu scelga.</translation>
    </message>
    <message>
      <source>Your organisation manages some settings.</source>
      <translation>La tua organizzazione gestisce alcune impostazioni.</translation>
    </message>
    <message>
      <source>and more than this share of a collection</source>
      <translation>e più di questa parte di una raccolta</translation>
    </message>
    <message>
      <source>but use at most</source>
      <translation>ma occupando al massimo</translation>
    </message>
    <message>
      <source>items</source>
      <translation>elementi</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minuti</translation>
    </message>
    <message>
      <source>{organization} manages some settings.</source>
      <translation>{organization} gestisce alcune impostazioni.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.status</name>
    <message>
      <source>No account yet.</source>
      <translation>Ancora nessun account.</translation>
    </message>
    <message>
      <source>Paused until you resume.</source>
      <translation>In pausa finché non riprendi.</translation>
    </message>
    <message>
      <source>Paused; goes on {when}.</source>
      <translation>In pausa; riprende {when}.</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Avvio…</translation>
    </message>
    <message>
      <source>Syncing …</source>
      <translation>Sincronizzazione…</translation>
    </message>
    <message>
      <source>Syncing: {done} of {total}.</source>
      <translation>Sincronizzazione: {done} di {total}.</translation>
    </message>
    <message>
      <source>Up to date; synced {when}.</source>
      <translation>Aggiornato; sincronizzato {when}.</translation>
    </message>
    <message>
      <source>{account} waits for its password.</source>
      <translation>{account} attende la sua password.</translation>
    </message>
    <message>
      <source>{account}: {message}</source>
      <translation>{account}: {message}</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) wait for you.</source>
      <translation>
        <numerusform>{count} conflitto ti aspetta.</numerusform>
        <numerusform>{count} conflitti ti aspettano.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) on deletions and returns wait for you.</source>
      <translation>
        <numerusform>{count} decisione su eliminazioni o ritorni ti aspetta.</numerusform>
        <numerusform>{count} decisioni su eliminazioni o ritorni ti aspettano.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) could not be synced.</source>
      <translation>
        <numerusform>Non è stato possibile sincronizzare {count} elemento.</numerusform>
        <numerusform>Non è stato possibile sincronizzare {count} elementi.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.when</name>
    <message>
      <source>in a moment</source>
      <translation>tra un momento</translation>
    </message>
    <message numerus="yes">
      <source>in {count} day(s)</source>
      <translation>
        <numerusform>tra {count} giorno</numerusform>
        <numerusform>tra {count} giorni</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} hour(s)</source>
      <translation>
        <numerusform>tra {count} ora</numerusform>
        <numerusform>tra {count} ore</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} minute(s)</source>
      <translation>
        <numerusform>tra {count} minuto</numerusform>
        <numerusform>tra {count} minuti</numerusform>
      </translation>
    </message>
    <message>
      <source>just now</source>
      <translation>proprio ora</translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) ago</source>
      <translation>
        <numerusform>{count} giorno fa</numerusform>
        <numerusform>{count} giorni fa</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) ago</source>
      <translation>
        <numerusform>{count} ora fa</numerusform>
        <numerusform>{count} ore fa</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) ago</source>
      <translation>
        <numerusform>{count} minuto fa</numerusform>
        <numerusform>{count} minuti fa</numerusform>
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
      <translation>Tutto pronto</translation>
    </message>
    <message>
      <source>Another server</source>
      <translation>Un altro server</translation>
    </message>
    <message>
      <source>Any CalDAV or CardDAV server; you need its address</source>
      <translation>Qualsiasi server CalDAV o CardDAV; serve il suo indirizzo</translation>
    </message>
    <message>
      <source>Any Nextcloud; you need its address</source>
      <translation>Qualsiasi Nextcloud; serve il suo indirizzo</translation>
    </message>
    <message>
      <source>Ask your provider whether calendars and contacts are part of your account.</source>
      <translation>Chiedi al fornitore se calendari e contatti fanno parte del tuo account.</translation>
    </message>
    <message>
      <source>Best is an application password: it can be withdrawn alone. With two-step verification nothing else works.</source>
      <translation>La cosa migliore è una password per applicazioni: si revoca da sola. Con la verifica in due passaggi non funziona altro.</translation>
    </message>
    <message>
      <source>Check both for slips; perhaps the server wants an application password.</source>
      <translation>Controlla entrambi; forse il server vuole una password per applicazioni.</translation>
    </message>
    <message>
      <source>Check both; with two-step verification it has to be an application password, not your main one.</source>
      <translation>Controlla entrambi; con la verifica in due passaggi serve una password per applicazioni, non quella principale.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again.</source>
      <translation>Controlla che questo computer sia in linea, poi riprova.</translation>
    </message>
    <message>
      <source>Check the address and this computer's clock; on a public network log in first.</source>
      <translation>Controlla l’indirizzo e l’orologio di questo computer; su una rete pubblica accedi prima.</translation>
    </message>
    <message>
      <source>Check the address for a slip, and that this computer is online.</source>
      <translation>Controlla l’indirizzo, e che questo computer sia in linea.</translation>
    </message>
    <message>
      <source>Check the address for a slip; often the name of the server alone is right.</source>
      <translation>Controlla l’indirizzo; spesso basta il nome del server.</translation>
    </message>
    <message>
      <source>Check the address, and that this computer is online; then try again.</source>
      <translation>Controlla l’indirizzo, e che questo computer sia in linea; poi riprova.</translation>
    </message>
    <message>
      <source>Check the address; on a public network log in to its start page first.</source>
      <translation>Controlla l’indirizzo; su una rete pubblica accedi prima alla sua pagina iniziale.</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, then try again.</source>
      <translation>Collegati a una rete consentita, poi riprova.</translation>
    </message>
    <message>
      <source>Give the address of that other host, if it is your provider's own.</source>
      <translation>Indica l’indirizzo di quell’altro server, se è del tuo fornitore.</translation>
    </message>
    <message>
      <source>If the server offers application passwords, take one.</source>
      <translation>Se il server offre password per applicazioni, usane una.</translation>
    </message>
    <message>
      <source>Infomaniak's short logins look like AB12345; this one does not.</source>
      <translation>I login brevi di Infomaniak somigliano a AB12345; questo no.</translation>
    </message>
    <message>
      <source>It is kept by {backend}.</source>
      <translation>È conservata da {backend}.</translation>
    </message>
    <message>
      <source>It is kept in KWallet.</source>
      <translation>È conservata in KWallet.</translation>
    </message>
    <message>
      <source>It is kept in the Windows Credential Manager.</source>
      <translation>È conservata in Gestione credenziali di Windows.</translation>
    </message>
    <message>
      <source>It is kept in the keyring of your desktop (Secret Service).</source>
      <translation>È conservata nel portachiavi del tuo desktop (Secret Service).</translation>
    </message>
    <message>
      <source>It is kept in your macOS keychain.</source>
      <translation>È conservata nel portachiavi di macOS.</translation>
    </message>
    <message>
      <source>It looks like https://cloud.example.org.</source>
      <translation>Somiglia a https://cloud.example.org.</translation>
    </message>
    <message>
      <source>Make an application password with the button, and paste it here.</source>
      <translation>Crea una password per applicazioni con il pulsante, e incollala qui.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found there.</source>
      <translation>Non è stato trovato nessun calendario e nessuna rubrica.</translation>
    </message>
    <message>
      <source>Open your calendar once in the web browser, check the user name, then try again.</source>
      <translation>Apri una volta il calendario nel browser, controlla il nome utente, poi riprova.</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Accedi</translation>
    </message>
    <message>
      <source>Start one (gnome-keyring, KWallet …), or name a command that prints the password.</source>
      <translation>Avviane uno (gnome-keyring, KWallet …), o indica un comando che stampi la password.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring, or name a command that prints the password.</source>
      <translation>Avvia il portachiavi del desktop, o indica un comando che stampi la password.</translation>
    </message>
    <message>
      <source>The address begins with http://, where a password could be read on its way.</source>
      <translation>L’indirizzo comincia con http://: la password potrebbe essere letta per strada.</translation>
    </message>
    <message>
      <source>The command did not print a password.</source>
      <translation>Il comando non ha stampato una password.</translation>
    </message>
    <message>
      <source>The connection to the server broke.</source>
      <translation>La connessione al server si è interrotta.</translation>
    </message>
    <message>
      <source>The first sync</source>
      <translation>La prima sincronizzazione</translation>
    </message>
    <message>
      <source>The keyring that is there would keep the password readable.</source>
      <translation>Il portachiavi presente terrebbe la password leggibile.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network, so nothing was sent.</source>
      <translation>Il guardiano di rete non consente questa rete; non è stato inviato nulla.</translation>
    </message>
    <message>
      <source>The server asks to be left alone for a while.</source>
      <translation>Il server chiede di essere lasciato in pace per un po’.</translation>
    </message>
    <message>
      <source>The server does not accept this user name with this password.</source>
      <translation>Il server non accetta questo nome utente con questa password.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>Il server non risponde.</translation>
    </message>
    <message>
      <source>The server has a problem of its own.</source>
      <translation>Il server ha un problema suo.</translation>
    </message>
    <message>
      <source>The server knows you, and does not let you in here.</source>
      <translation>Il server ti conosce, ma qui non ti lascia entrare.</translation>
    </message>
    <message>
      <source>The server sends kSync on to another host, where your password must not go.</source>
      <translation>Il server rimanda kSync a un altro host, dove la tua password non deve andare.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted, so nothing was sent.</source>
      <translation>Il certificato del server non è attendibile; non è stato inviato nulla.</translation>
    </message>
    <message>
      <source>The user name as the server knows it.</source>
      <translation>Il nome utente come lo conosce il server.</translation>
    </message>
    <message>
      <source>The user name is your whole e-mail address.</source>
      <translation>Il nome utente è il tuo indirizzo e-mail completo.</translation>
    </message>
    <message>
      <source>The user name looks like AB12345; it is not your e-mail address.</source>
      <translation>Il nome utente somiglia a AB12345; non è il tuo indirizzo e-mail.</translation>
    </message>
    <message>
      <source>There is a web server at this address, but no calendar service.</source>
      <translation>A questo indirizzo c’è un server web, ma nessun servizio di calendario.</translation>
    </message>
    <message>
      <source>There is no keyring in which the password could be kept.</source>
      <translation>Non c’è un portachiavi in cui conservare la password.</translation>
    </message>
    <message>
      <source>There is no server of this name.</source>
      <translation>Non c’è un server con questo nome.</translation>
    </message>
    <message>
      <source>There is nothing at this address.</source>
      <translation>A questo indirizzo non c’è nulla.</translation>
    </message>
    <message>
      <source>This is an e-mail address. Infomaniak wants the short login, like AB12345.</source>
      <translation>Questo è un indirizzo e-mail. Infomaniak vuole il login breve, come AB12345.</translation>
    </message>
    <message>
      <source>This is no address of a server.</source>
      <translation>Questo non è l’indirizzo di un server.</translation>
    </message>
    <message>
      <source>This is no whole e-mail address.</source>
      <translation>Non è un indirizzo e-mail completo.</translation>
    </message>
    <message>
      <source>Try again later; it is not your login.</source>
      <translation>Riprova più tardi; non è colpa del tuo accesso.</translation>
    </message>
    <message>
      <source>Try it in a terminal; its first line has to be the password.</source>
      <translation>Provalo in un terminale; la prima riga deve essere la password.</translation>
    </message>
    <message>
      <source>Use the address with https://.</source>
      <translation>Usa l’indirizzo con https://.</translation>
    </message>
    <message>
      <source>Wait a few minutes, then try again.</source>
      <translation>Aspetta qualche minuto, poi riprova.</translation>
    </message>
    <message>
      <source>Welcome to kSync</source>
      <translation>Benvenuto in kSync</translation>
    </message>
    <message>
      <source>What shall be synced?</source>
      <translation>Che cosa va sincronizzato?</translation>
    </message>
    <message>
      <source>Where is your account?</source>
      <translation>Dov’è il tuo account?</translation>
    </message>
    <message>
      <source>Where it appears</source>
      <translation>Dove appare</translation>
    </message>
    <message>
      <source>Where may kSync sync?</source>
      <translation>Dove può sincronizzare kSync?</translation>
    </message>
    <message>
      <source>Your organisation has set this account up.</source>
      <translation>La tua organizzazione ha predisposto questo account.</translation>
    </message>
    <message numerus="yes">
      <source>from {count} collection(s)</source>
      <translation>
        <numerusform>da {count} raccolta</numerusform>
        <numerusform>da {count} raccolte</numerusform>
      </translation>
    </message>
    <message>
      <source>kSuite, Calendar and Contacts of Infomaniak</source>
      <translation>kSuite, calendario e contatti di Infomaniak</translation>
    </message>
    <message>
      <source>your server</source>
      <translation>il tuo server</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s)</source>
      <translation>
        <numerusform>{count} attività</numerusform>
        <numerusform>{count} attività</numerusform>
      </translation>
    </message>
    <message>
      <source>{items} {places} will be copied to this computer.</source>
      <translation>{items} {places}: verranno copiati su questo computer.</translation>
    </message>
    <message>
      <source>{name} takes an application password only.</source>
      <translation>{name} accetta solo una password per applicazioni.</translation>
    </message>
    <message>
      <source>{organization} has set this account up; only your password is missing.</source>
      <translation>{organization} ha predisposto questo account; manca solo la tua password.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.chart</name>
    <message>
      <source>Changes of the last 30 days</source>
      <translation>Modifiche degli ultimi 30 giorni</translation>
    </message>
    <message>
      <source>{day}: {here} here, {there} to the server</source>
      <translation>{day}: {here} qui, {there} al server</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.columns</name>
    <message>
      <source>Before</source>
      <translation>Prima</translation>
    </message>
    <message>
      <source>Take this one</source>
      <translation>Prendi questa</translation>
    </message>
    <message>
      <source>Take {property} of: {side}</source>
      <translation>Prendi {property} da: {side}</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>Il server</translation>
    </message>
    <message>
      <source>The versions</source>
      <translation>Le versioni</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>cambiato</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>non c’è</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.copying</name>
    <message>
      <source>Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and the history, into a folder that is new or empty. The server is not asked.</source>
      <translation>Calendari e attività (.ics), contatti (.vcf), impostazioni senza nulla di segreto e la cronologia, in una cartella nuova o vuota. Il server non viene interrogato.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Scegli…</translation>
    </message>
    <message>
      <source>Copying …</source>
      <translation>Copia in corso…</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Cartella</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Salva</translation>
    </message>
    <message>
      <source>Save a copy of everything</source>
      <translation>Salvare una copia di tutto</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.dialogs</name>
    <message>
      <source>Cancel</source>
      <translation>Annulla</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.guard</name>
    <message>
      <source>Network guard</source>
      <translation>Guardia di rete</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.help</name>
    <message>
      <source>Close</source>
      <translation>Chiudi</translation>
    </message>
    <message>
      <source>Nothing is lost: what a sync replaces or deletes is kept. The page Activity brings it back.</source>
      <translation>Niente va perso: ciò che una sincronizzazione sostituisce o elimina viene conservato. La pagina Attività lo riporta.</translation>
    </message>
    <message>
      <source>What the pictures mean</source>
      <translation>Che cosa significano le immagini</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.leaving</name>
    <message>
      <source>This goes:</source>
      <translation>Questo va via:</translation>
    </message>
    <message>
      <source>This stays:</source>
      <translation>Questo resta:</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.listing</name>
    <message>
      <source>Access points (optional)</source>
      <translation>Punti d’accesso (facoltativo)</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>Consenti</translation>
    </message>
    <message>
      <source>Name of the network</source>
      <translation>Nome della rete</translation>
    </message>
    <message>
      <source>What you call it (optional)</source>
      <translation>Come la chiama (facoltativo)</translation>
    </message>
    <message>
      <source>Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker imitations out; access points keep out all others.</source>
      <translation>Chi conosce il nome di un Wi-Fi può imitarlo. La protezione minima esclude le imitazioni più deboli; i punti d’accesso escludono tutti gli altri.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.month</name>
    <message numerus="yes">
      <source>{count} more</source>
      <translation>
        <numerusform>{count} altro</numerusform>
        <numerusform>altri {count}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.naming</name>
    <message>
      <source>Create</source>
      <translation>Crea</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Tipo</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>Nuova raccolta</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Rinomina</translation>
    </message>
    <message>
      <source>Rename {name}</source>
      <translation>Rinomina {name}</translation>
    </message>
    <message>
      <source>Task list</source>
      <translation>Elenco di attività</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.programs</name>
    <message>
      <source>Calendars and contacts appear there without a password, by an address of this computer alone. Thunderbird has to be closed while it is connected.</source>
      <translation>Calendari e contatti vi appaiono senza password, tramite un indirizzo di questo solo computer. Thunderbird deve essere chiuso mentre lo si collega.</translation>
    </message>
    <message>
      <source>Connect {name}</source>
      <translation>Collega {name}</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>Scollega</translation>
    </message>
    <message>
      <source>Disconnect: {name}</source>
      <translation>Scollega: {name}</translation>
    </message>
    <message>
      <source>In your other programs</source>
      <translation>Negli altri programmi</translation>
    </message>
    <message>
      <source>No such program was found on this computer.</source>
      <translation>Su questo computer non è stato trovato alcun programma del genere.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Scarta</translation>
    </message>
    <message>
      <source>Throw these edits away?</source>
      <translation>Scartare queste modifiche?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.reading</name>
    <message>
      <source>Reading</source>
      <translation>Lettura</translation>
    </message>
    <message>
      <source>Reading: {done} of {total}</source>
      <translation>Lettura: {done} di {total}</translation>
    </message>
    <message>
      <source>They are synced and kept as they are; they are only not shown here.</source>
      <translation>Vengono sincronizzati e conservati come sono; solo non compaiono qui.</translation>
    </message>
    <message>
      <source>Which?</source>
      <translation>Quali?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sheet</name>
    <message>
      <source>Close the details</source>
      <translation>Chiudi i dettagli</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sign_in</name>
    <message>
      <source>It is tried at once, and kept in the keyring of your desktop.</source>
      <translation>Viene provata subito, e custodita nel portachiavi del tuo desktop.</translation>
    </message>
    <message>
      <source>Make an application password in the browser…</source>
      <translation>Crea una password per applicazioni nel browser…</translation>
    </message>
    <message>
      <source>Password, better an application password</source>
      <translation>Password, meglio una per applicazioni</translation>
    </message>
    <message>
      <source>Sign in to {account}</source>
      <translation>Accedi a {account}</translation>
    </message>
    <message>
      <source>User name: {name}</source>
      <translation>Nome utente: {name}</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.stored</name>
    <message>
      <source>Open the folder: {what}</source>
      <translation>Apri la cartella: {what}</translation>
    </message>
    <message>
      <source>Where, and how long: {text}</source>
      <translation>Dove, e per quanto: {text}</translation>
    </message>
  </context>
  <context>
    <name>ui.window</name>
    <message>
      <source>Close this message</source>
      <translation>Chiudi questo messaggio</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.begin</name>
    <message>
      <source>Calendars, tasks and contacts are the same here and on your server.</source>
      <translation>Calendari, attività e contatti sono gli stessi qui e sul tuo server.</translation>
    </message>
    <message>
      <source>If you want, it syncs only on the networks that you choose.</source>
      <translation>Se vuoi, sincronizza solo sulle reti che scegli.</translation>
    </message>
    <message>
      <source>In a few steps your account is on this computer. Until the last one nothing is kept: you can cancel at any time.</source>
      <translation>In pochi passi il tuo account è su questo computer. Fino all’ultimo non viene conservato nulla: puoi annullare in ogni momento.</translation>
    </message>
    <message>
      <source>Let’s begin</source>
      <translation>Cominciamo</translation>
    </message>
    <message>
      <source>Nothing is lost: every version that is overwritten can be brought back.</source>
      <translation>Nulla va perso: ogni versione sovrascritta si può recuperare.</translation>
    </message>
    <message>
      <source>What kSync does</source>
      <translation>Che cosa fa kSync</translation>
    </message>
    <message>
      <source>Your password goes to the keyring, and from there to your server alone.</source>
      <translation>La tua password va nel portachiavi, e da lì soltanto al tuo server.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.choose</name>
    <message>
      <source>Allow the Wi-Fi that I am on</source>
      <translation>Consenti il Wi-Fi attuale</translation>
    </message>
    <message>
      <source>Allowed: {names}</source>
      <translation>Consentite: {names}</translation>
    </message>
    <message>
      <source>Anywhere</source>
      <translation>Ovunque</translation>
    </message>
    <message>
      <source>Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, khard, todoman and many editors read and write them. Only you can open them, and every program that you start.</source>
      <translation>Ogni calendario e ogni rubrica è una cartella, ogni voce un file (.ics, .vcf), come li leggono e li scrivono khal, khard, todoman e molti editor. Solo tu puoi aprirli, e ogni programma che avvii.</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, as calendars and address books of their own.</source>
      <translation>GNOME Calendario, Contatti e To Do, Evolution e l’orologio del desktop li mostrano, come calendari e rubriche a sé.</translation>
    </message>
    <message>
      <source>It is not on this computer: evolution-data-server does not answer.</source>
      <translation>Non è su questo computer: evolution-data-server non risponde.</translation>
    </message>
    <message>
      <source>Not over a cable or a mobile network. Names of networks are never read.</source>
      <translation>Non via cavo o rete mobile. I nomi delle reti non vengono mai letti.</translation>
    </message>
    <message>
      <source>Of what you leave out nothing is fetched. You can change it at any time.</source>
      <translation>Di ciò che escludi non viene scaricato nulla. Puoi cambiarlo in ogni momento.</translation>
    </message>
    <message>
      <source>On every network, wired or not.</source>
      <translation>Su ogni rete, con o senza cavo.</translation>
    </message>
    <message>
      <source>Only on networks that I choose</source>
      <translation>Solo sulle reti che scelgo</translation>
    </message>
    <message>
      <source>The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may ask whether kSync may know your location: the name of a Wi-Fi tells it.</source>
      <translation>Il nome del Wi-Fi su cui sei viene letto, confrontato e dimenticato. Il sistema può chiedere se kSync può conoscere la tua posizione: il nome di un Wi-Fi la rivela.</translation>
    </message>
    <message>
      <source>The pages Calendar and Contacts of this window show everything in any case. Thunderbird, KOrganizer and others are connected on the page Settings. You can change it at any time; nothing is lost by it.</source>
      <translation>Le pagine Calendario e Contatti di questa finestra mostrano comunque tutto. Thunderbird, KOrganizer e altri si collegano nella pagina Impostazioni. Potete cambiare in ogni momento; nulla va perso.</translation>
    </message>
    <message>
      <source>Until a network is allowed, nothing is synced.</source>
      <translation>Finché nessuna rete è consentita, non si sincronizza nulla.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.finish</name>
    <message>
      <source>Asking the server what there is …</source>
      <translation>Si chiede al server che cosa c’è …</translation>
    </message>
    <message>
      <source>From now on kSync syncs by itself, and at once when something changes here.</source>
      <translation>Da adesso kSync sincronizza da solo, e subito quando qui cambia qualcosa.</translation>
    </message>
    <message>
      <source>It could not be looked at now; it is tried again when it syncs.</source>
      <translation>Ora non si è potuto guardare; si riprova alla sincronizzazione.</translation>
    </message>
    <message>
      <source>Nothing on the server is changed by it. Afterwards changes go both ways.</source>
      <translation>Sul server non cambia nulla. Poi le modifiche vanno in entrambe le direzioni.</translation>
    </message>
    <message>
      <source>Nothing was kept; it can be tried again.</source>
      <translation>Non è stato conservato nulla; puoi riprovare.</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Mostra la cartella</translation>
    </message>
    <message>
      <source>Start syncing</source>
      <translation>Inizia a sincronizzare</translation>
    </message>
    <message>
      <source>The files will be in {folder}; only you can open them, and every program that you start.</source>
      <translation>I file saranno in {folder}; solo lei può aprirli, e ogni programma che avvia.</translation>
    </message>
    <message>
      <source>What comes</source>
      <translation>Che cosa arriva</translation>
    </message>
    <message>
      <source>What happens now</source>
      <translation>Che cosa succede ora</translation>
    </message>
    <message>
      <source>{name} is added, and its first sync is on its way.</source>
      <translation>{name} è aggiunto; la prima sincronizzazione è in corso.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.sign_in</name>
    <message>
      <source>Address of the server</source>
      <translation>Indirizzo del server</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Comando</translation>
    </message>
    <message>
      <source>Command that prints the password</source>
      <translation>Comando che stampa la password</translation>
    </message>
    <message>
      <source>Sign in to {name}</source>
      <translation>Accedi a {name}</translation>
    </message>
    <message>
      <source>The password is not kept: the command is run when it is needed.</source>
      <translation>La password non viene conservata: il comando è eseguito quando serve.</translation>
    </message>
    <message>
      <source>Use a command that prints the password instead</source>
      <translation>Usa invece un comando che stampi la password</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Nome utente</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.step</name>
    <message>
      <source>Next</source>
      <translation>Avanti</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>In corso</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.wizard</name>
    <message>
      <source>Add an account</source>
      <translation>Aggiungi un account</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Indietro</translation>
    </message>
    <message>
      <source>Step {number} of {total}</source>
      <translation>Passo {number} di {total}</translation>
    </message>
  </context>
</TS>
