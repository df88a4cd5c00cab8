<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>ksync.connect</name>
    <message>
      <source>Add a server with the protocol CalDAV and the address {address}, then fetch and accept.</source>
      <translation>Fügen Sie einen Server mit dem Protokoll CalDAV und der Adresse {address} hinzu, dann abrufen und annehmen.</translation>
    </message>
    <message>
      <source>Add another one with the protocol CardDAV and the same address, then fetch and accept.</source>
      <translation>Fügen Sie einen weiteren mit dem Protokoll CardDAV und derselben Adresse hinzu, dann abrufen und annehmen.</translation>
    </message>
    <message>
      <source>For “{name}”, add a CardDAV address book in Thunderbird: no user name, and the address {address}.</source>
      <translation>Fügen Sie für „{name}“ in Thunderbird ein CardDAV-Adressbuch hinzu: ohne Benutzernamen, mit der Adresse {address}.</translation>
    </message>
    <message>
      <source>For “{name}”, add a new calendar on the network in Thunderbird: no user name, and the address {address}.</source>
      <translation>Fügen Sie für „{name}“ in Thunderbird einen neuen Kalender im Netzwerk hinzu: ohne Benutzernamen, mit der Adresse {address}.</translation>
    </message>
    <message>
      <source>In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware resource”. In KAddressBook the same resource serves contacts.</source>
      <translation>Fügen Sie in KOrganizer oder Merkuro, in den Einstellungen unter Kalender (oder Konten), eine „DAV-Groupware-Ressource“ hinzu. In KAddressBook dient dieselbe Ressource den Kontakten.</translation>
    </message>
    <message>
      <source>In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type Advanced.</source>
      <translation>Fügen Sie in den Einstellungen von Kalender, unter Accounts, einen „Anderen CalDAV-Account“ der Art Erweitert hinzu.</translation>
    </message>
    <message>
      <source>In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.</source>
      <translation>Fügen Sie in den Einstellungen von Kontakte einen „Anderen Kontakte-Account“, CardDAV, mit denselben Werten hinzu.</translation>
    </message>
    <message>
      <source>Install it there. The certificate is this computer's alone, and so is the password.</source>
      <translation>Installieren Sie es dort. Das Zertifikat gehört diesem Computer allein, ebenso das Passwort.</translation>
    </message>
    <message>
      <source>Name: kSync. User name: {username}. Password: {password}.</source>
      <translation>Name: kSync. Benutzername: {username}. Passwort: {password}.</translation>
    </message>
    <message>
      <source>Open {file}: macOS shows it in System Settings, General, Device Management.</source>
      <translation>Öffnen Sie {file}: macOS zeigt es in den Systemeinstellungen, Allgemein, Geräteverwaltung.</translation>
    </message>
    <message>
      <source>Then delete the file. To undo it all, remove the profile in the same place.</source>
      <translation>Löschen Sie dann die Datei. Um alles zurückzunehmen, entfernen Sie das Profil an derselben Stelle.</translation>
    </message>
    <message>
      <source>User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. Port: {port}. Use SSL.</source>
      <translation>Benutzername: {username}. Passwort: {password}. Serveradresse: {host}. Serverpfad: {path}. Port: {port}. Mit SSL.</translation>
    </message>
    <message>
      <source>When an assistant asks for a user name and a password, cancel it: the window behind it takes an address.</source>
      <translation>Wenn ein Assistent nach Benutzername und Passwort fragt, brechen Sie ihn ab: Das Fenster dahinter nimmt eine Adresse an.</translation>
    </message>
    <message>
      <source>macOS asks once whether the certificate of this computer is to be trusted.</source>
      <translation>macOS fragt einmal, ob dem Zertifikat dieses Computers zu trauen ist.</translation>
    </message>
  </context>
  <context>
    <name>ksync.reporting</name>
    <message>
      <source>A change was sent and the connection broke before the server answered.</source>
      <translation>Eine Änderung wurde gesendet, und die Verbindung brach ab, bevor der Server antwortete.</translation>
    </message>
    <message>
      <source>A file could not be written as planned.</source>
      <translation>Eine Datei konnte nicht wie geplant geschrieben werden.</translation>
    </message>
    <message>
      <source>A policy file is not to be trusted: {detail}</source>
      <translation>Einer Richtliniendatei ist nicht zu trauen: {detail}</translation>
    </message>
    <message>
      <source>A policy file is not valid: {detail}</source>
      <translation>Eine Richtliniendatei ist nicht gültig: {detail}</translation>
    </message>
    <message>
      <source>Allow kSync the location, and turn the location service on, in the system's settings.</source>
      <translation>Erlauben Sie kSync den Standort und schalten Sie den Ortungsdienst in den Systemeinstellungen ein.</translation>
    </message>
    <message>
      <source>Allowed for a while, because you said so.</source>
      <translation>Für eine Weile erlaubt, weil Sie es so wollten.</translation>
    </message>
    <message>
      <source>Allowed. (It is not known whether this network is metered.)</source>
      <translation>Erlaubt. (Es ist nicht bekannt, ob dieses Netzwerk getaktet ist.)</translation>
    </message>
    <message>
      <source>Allowed: the server is on this computer.</source>
      <translation>Erlaubt: Der Server ist auf diesem Computer.</translation>
    </message>
    <message>
      <source>Allowed: this VPN is named in the settings.</source>
      <translation>Erlaubt: Dieses VPN ist in den Einstellungen genannt.</translation>
    </message>
    <message>
      <source>Allowed: this network is one that may be used.</source>
      <translation>Erlaubt: Dieses Netzwerk darf benutzt werden.</translation>
    </message>
    <message>
      <source>Allowed: this wired network is one that may be used.</source>
      <translation>Erlaubt: Dieses Kabelnetz darf benutzt werden.</translation>
    </message>
    <message>
      <source>An edit in the desktop's calendar store cannot be applied to the server's text.</source>
      <translation>Eine Änderung im Kalenderspeicher des Desktops lässt sich nicht auf den Text des Servers anwenden.</translation>
    </message>
    <message>
      <source>Another item stands under this name now.</source>
      <translation>Unter diesem Namen steht jetzt etwas anderes.</translation>
    </message>
    <message>
      <source>Another kSync works on this account.</source>
      <translation>Ein anderes kSync arbeitet an diesem Konto.</translation>
    </message>
    <message>
      <source>Another one in this collection has the same UID.</source>
      <translation>Ein anderer Eintrag dieser Sammlung hat dieselbe UID.</translation>
    </message>
    <message>
      <source>Another program is writing this file.</source>
      <translation>Ein anderes Programm schreibt gerade diese Datei.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer to mend the policy's files.</source>
      <translation>Bitten Sie die Betreuung dieses Computers, die Dateien der Richtlinie zu berichtigen.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer.</source>
      <translation>Fragen Sie, wer diesen Computer betreut.</translation>
    </message>
    <message>
      <source>Check LoadCredential= or SetCredentialEncrypted= of the unit.</source>
      <translation>Prüfen Sie LoadCredential= oder SetCredentialEncrypted= der Unit.</translation>
    </message>
    <message>
      <source>Check its owner and its permissions.</source>
      <translation>Prüfen Sie Eigentümer und Rechte.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</source>
      <translation>Prüfen Sie, ob dieser Computer online ist, und versuchen Sie es noch einmal. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</source>
      <translation>Prüfen Sie Adresse und Benutzernamen. Bei manchen Anbietern gibt es den Dienst erst, wenn der Kalender einmal im Browser geöffnet wurde.</translation>
    </message>
    <message>
      <source>Check the address. On a public network, log in to its start page first.</source>
      <translation>Prüfen Sie die Adresse. In einem öffentlichen Netz melden Sie sich zuerst auf dessen Startseite an.</translation>
    </message>
    <message>
      <source>Check the disk and the folder. Nothing was lost; the next sync tries again.</source>
      <translation>Prüfen Sie Datenträger und Ordner. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Check the disk, and the permissions of the folder that is named.</source>
      <translation>Prüfen Sie den Datenträger und die Rechte des genannten Ordners.</translation>
    </message>
    <message>
      <source>Check the owner and the permissions of the folder, and the disk.</source>
      <translation>Prüfen Sie Besitzer und Rechte des Ordners, und die Festplatte.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>Close Thunderbird, then try again. Nothing was changed.</source>
      <translation>Schließen Sie Thunderbird, und versuchen Sie es noch einmal. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Close it there, then sync again.</source>
      <translation>Schließen Sie sie dort und gleichen Sie dann noch einmal ab.</translation>
    </message>
    <message>
      <source>Connect to a network that the settings allow, then sync again.</source>
      <translation>Verbinden Sie sich mit einem Netzwerk, das die Einstellungen erlauben, und gleichen Sie noch einmal ab.</translation>
    </message>
    <message>
      <source>Done, and decisions wait for you.</source>
      <translation>Fertig, und Entscheidungen warten auf Sie.</translation>
    </message>
    <message>
      <source>Done, but something failed; see the list.</source>
      <translation>Fertig, aber etwas schlug fehl; siehe die Liste.</translation>
    </message>
    <message>
      <source>Erased, but for what is listed.</source>
      <translation>Gelöscht, außer dem, was aufgeführt ist.</translation>
    </message>
    <message>
      <source>Exported, but for what is listed.</source>
      <translation>Exportiert, außer was aufgeführt ist.</translation>
    </message>
    <message>
      <source>GNOME's data server (evolution-data-server) does not answer.</source>
      <translation>Der Datenserver von GNOME (evolution-data-server) antwortet nicht.</translation>
    </message>
    <message>
      <source>Give the server's own address instead.</source>
      <translation>Geben Sie stattdessen die eigene Adresse des Servers an.</translation>
    </message>
    <message>
      <source>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</source>
      <translation>Bleibt es so, fragen Sie mit der Einzelheit oben, wer den Server betreibt. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Imported, but for what is listed.</source>
      <translation>Importiert, außer was aufgeführt ist.</translation>
    </message>
    <message>
      <source>Install it, or log in to the desktop first; it answers on the session's bus alone.</source>
      <translation>Installieren Sie ihn, oder melden Sie sich zuerst am Desktop an; er antwortet nur auf dem Bus der Sitzung.</translation>
    </message>
    <message>
      <source>Interrupted; nothing is lost.</source>
      <translation>Unterbrochen; nichts ging verloren.</translation>
    </message>
    <message>
      <source>It cannot be told what kind of network this is, so it is not allowed.</source>
      <translation>Die Art dieses Netzwerks ist nicht erkennbar, daher ist es nicht erlaubt.</translation>
    </message>
    <message>
      <source>It changed here, and this collection is only read.</source>
      <translation>Es wurde hier geändert, und diese Sammlung wird nur gelesen.</translation>
    </message>
    <message>
      <source>It changed on the server in the meantime.</source>
      <translation>Es wurde inzwischen auf dem Server geändert.</translation>
    </message>
    <message>
      <source>It is synced all the same. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Es wird trotzdem synchronisiert. Sehen Sie es im Web-Kalender oder -Adressbuch an, speichern Sie es dort neu und synchronisieren Sie wieder.</translation>
    </message>
    <message>
      <source>It is too large.</source>
      <translation>Es ist zu groß.</translation>
    </message>
    <message>
      <source>It stays as it is, here only. Delete one of the two, or give one another UID.</source>
      <translation>Er bleibt, wie er ist, nur hier. Löschen Sie einen der beiden, oder geben Sie einem eine andere UID.</translation>
    </message>
    <message>
      <source>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Er bleibt hier, wie er ist, und wird nach einer Änderung wieder gesendet. Sehen Sie ihn im Webkalender oder Webadressbuch an, speichern Sie ihn dort neu, und gleichen Sie dann ab.</translation>
    </message>
    <message>
      <source>It stays on the server as it is.</source>
      <translation>Es bleibt auf dem Server, wie es ist.</translation>
    </message>
    <message>
      <source>It was changed since it was listed; look again in a moment.</source>
      <translation>Es hat sich geändert, seit es aufgelistet wurde; sehen Sie gleich noch einmal nach.</translation>
    </message>
    <message>
      <source>It was set aside; the next sync compares everything and deletes nothing.</source>
      <translation>Er wurde beiseitegelegt; der nächste Abgleich vergleicht alles und löscht nichts.</translation>
    </message>
    <message>
      <source>Look at it and delete it by hand, if it is yours to delete.</source>
      <translation>Sehen Sie es an und löschen Sie es von Hand, wenn es Ihnen gehört.</translation>
    </message>
    <message>
      <source>Look at it in the web calendar or address book; delete it there if it is broken.</source>
      <translation>Sehen Sie ihn im Webkalender oder Webadressbuch an; löschen Sie ihn dort, wenn er kaputt ist.</translation>
    </message>
    <message>
      <source>Make it smaller, for instance with a smaller photo or attachment.</source>
      <translation>Machen Sie ihn kleiner, etwa mit einem kleineren Foto oder Anhang.</translation>
    </message>
    <message>
      <source>Make room there. Nothing was lost; the next sync tries again.</source>
      <translation>Schaffen Sie dort Platz. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Make room. Nothing was lost; the next sync tries again.</source>
      <translation>Schaffen Sie Platz. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Mend the file, or delete it, in the program that wrote it; then sync again.</source>
      <translation>Bringen Sie die Datei in dem Programm, das sie schrieb, in Ordnung, oder löschen Sie sie; gleichen Sie dann noch einmal ab.</translation>
    </message>
    <message>
      <source>Mend these in the file, or leave them out.</source>
      <translation>Bringen Sie diese in der Datei in Ordnung, oder lassen Sie sie weg.</translation>
    </message>
    <message>
      <source>Move it to a folder of the right kind, then sync again.</source>
      <translation>Verschieben Sie sie in einen Ordner der richtigen Art, und gleichen Sie dann noch einmal ab.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found.</source>
      <translation>Es wurden weder Kalender noch Adressbücher gefunden.</translation>
    </message>
    <message>
      <source>No decision waits under this ID.</source>
      <translation>Unter dieser Kennung wartet keine Entscheidung.</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>Es wurde kein Schlüsselbund gefunden.</translation>
    </message>
    <message>
      <source>No such network is listed.</source>
      <translation>Ein solches Netzwerk steht nicht in der Liste.</translation>
    </message>
    <message>
      <source>Nothing is synced until who looks after this computer has mended it.</source>
      <translation>Es wird nichts abgeglichen, bis es in Ordnung gebracht hat, wer diesen Computer betreut.</translation>
    </message>
    <message>
      <source>Nothing on this computer tells kSync which Wi-Fi this is.</source>
      <translation>Nichts auf diesem Computer sagt kSync, welches WLAN das ist.</translation>
    </message>
    <message>
      <source>Nothing was changed. If this is intended, remove the account and add it again.</source>
      <translation>Nichts wurde geändert. Ist das gewollt, entfernen Sie das Konto und fügen Sie es neu hinzu.</translation>
    </message>
    <message>
      <source>Nothing was deleted on the server. Mount or restore the folder, then sync again.</source>
      <translation>Auf dem Server wurde nichts gelöscht. Hängen Sie den Ordner ein oder stellen Sie ihn wieder her, und gleichen Sie dann noch einmal ab.</translation>
    </message>
    <message>
      <source>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</source>
      <translation>Nichts wurde gelöscht: Ein Eintrag darin lässt sich nicht lesen, also auch nicht aufheben.</translation>
    </message>
    <message>
      <source>Nothing was deleted: there are changes here that the server does not have ({detail}).</source>
      <translation>Nichts wurde gelöscht: Hier gibt es Änderungen, die der Server nicht hat ({detail}).</translation>
    </message>
    <message>
      <source>Nothing was lost; the next sync tries again.</source>
      <translation>Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Open a browser, log in there, then sync again.</source>
      <translation>Öffnen Sie einen Browser, melden Sie sich dort an und synchronisieren Sie erneut.</translation>
    </message>
    <message>
      <source>Open it in a mail program that knows invitations.</source>
      <translation>Öffnen Sie sie in einem Mailprogramm, das Einladungen kennt.</translation>
    </message>
    <message>
      <source>Open kSync's window: it asks for the location permission, which is what that is.</source>
      <translation>Öffnen Sie das Fenster von kSync: Es fragt nach der Standortfreigabe, um die es geht.</translation>
    </message>
    <message>
      <source>Programs that take http need none.</source>
      <translation>Programme, die http annehmen, brauchen keines.</translation>
    </message>
    <message>
      <source>Put a copy of the file in its place.</source>
      <translation>Legen Sie eine Kopie der Datei an ihre Stelle.</translation>
    </message>
    <message>
      <source>Remove them (they often come with text that was pasted), then sync again.</source>
      <translation>Entfernen Sie sie (sie kommen oft mit eingefügtem Text), und gleichen Sie dann noch einmal ab.</translation>
    </message>
    <message>
      <source>Rename it to letters and digits with the ending .ics or .vcf.</source>
      <translation>Benennen Sie sie um, mit Buchstaben und Ziffern und der Endung .ics oder .vcf.</translation>
    </message>
    <message>
      <source>Run it again. Nothing was lost; the next sync tries again.</source>
      <translation>Starten Sie ihn noch einmal. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Save it anew as UTF-8, then sync again.</source>
      <translation>Speichern Sie ihn neu als UTF-8, und gleichen Sie dann noch einmal ab.</translation>
    </message>
    <message>
      <source>Save it anew in a calendar or contacts program, which gives it one.</source>
      <translation>Speichern Sie sie neu in einem Kalender- oder Kontaktprogramm, das ihr eine gibt.</translation>
    </message>
    <message>
      <source>Sign in first.</source>
      <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
      <source>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</source>
      <translation>Manche Server behalten ihren ersten Kalender, manche kennen keine Farben. Vielleicht geht es im Webkalender oder Webadressbuch des Anbieters.</translation>
    </message>
    <message>
      <source>Split it: one event, task or contact in each file.</source>
      <translation>Teilen Sie sie: ein Termin, eine Aufgabe oder ein Kontakt je Datei.</translation>
    </message>
    <message>
      <source>Stopped on request; nothing is lost.</source>
      <translation>Auf Wunsch angehalten; nichts ging verloren.</translation>
    </message>
    <message>
      <source>Sync again. Nothing was lost; the next sync tries again.</source>
      <translation>Gleichen Sie noch einmal ab. Nichts ging verloren; der nächste Abgleich versucht es wieder.</translation>
    </message>
    <message>
      <source>Sync, then export into another folder.</source>
      <translation>Gleichen Sie ab, und exportieren Sie dann in einen anderen Ordner.</translation>
    </message>
    <message>
      <source>The account “{account}” is prepared by your organisation and waits for its password.</source>
      <translation>Das Konto „{account}“ ist von Ihrer Organisation vorbereitet und wartet auf sein Passwort.</translation>
    </message>
    <message>
      <source>The account's space on the server is full.</source>
      <translation>Der Platz des Kontos auf dem Server ist voll.</translation>
    </message>
    <message>
      <source>The address begins with http://, and a password is sent over https only.</source>
      <translation>Die Adresse beginnt mit http://, und ein Passwort wird nur über https gesendet.</translation>
    </message>
    <message>
      <source>The collection stays in the store that it is in.</source>
      <translation>Die Sammlung bleibt in dem Speicher, in dem sie ist.</translation>
    </message>
    <message>
      <source>The configuration file cannot be read or written: {detail}</source>
      <translation>Die Einstellungsdatei lässt sich nicht lesen oder schreiben: {detail}</translation>
    </message>
    <message>
      <source>The configuration is not valid: {detail}</source>
      <translation>Die Einstellungen sind nicht gültig: {detail}</translation>
    </message>
    <message>
      <source>The connection to the server failed.</source>
      <translation>Die Verbindung zum Server schlug fehl.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) cannot be reached.</source>
      <translation>Der Kalenderspeicher des Desktops (evolution-data-server) ist nicht erreichbar.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) is too old.</source>
      <translation>Der Kalenderspeicher des Desktops (evolution-data-server) ist zu alt.</translation>
    </message>
    <message>
      <source>The desktop's calendar store does not accept this one.</source>
      <translation>Der Kalenderspeicher des Desktops nimmt dies nicht an.</translation>
    </message>
    <message>
      <source>The desktop's calendar store has not this collection any more.</source>
      <translation>Der Kalenderspeicher des Desktops hat diese Sammlung nicht mehr.</translation>
    </message>
    <message>
      <source>The desktop's calendar store holds events, tasks, notes and contacts, not this.</source>
      <translation>Der Kalenderspeicher des Desktops hält Termine, Aufgaben, Notizen und Kontakte, nicht dies.</translation>
    </message>
    <message>
      <source>The desktop's calendar store stopped answering.</source>
      <translation>Der Kalenderspeicher des Desktops antwortet nicht mehr.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
      <source>The file has it twice, in two versions; the first one counts.</source>
      <translation>Die Datei enthält ihn zweimal, in zwei Fassungen; die erste zählt.</translation>
    </message>
    <message>
      <source>The file's name cannot be used.</source>
      <translation>Der Name der Datei ist nicht verwendbar.</translation>
    </message>
    <message>
      <source>The gateway runs already.</source>
      <translation>Das Gateway läuft bereits.</translation>
    </message>
    <message>
      <source>The history has no such version.</source>
      <translation>Der Verlauf hat keine solche Fassung.</translation>
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
      <source>The keyring reported an error.</source>
      <translation>Der Schlüsselbund meldete einen Fehler.</translation>
    </message>
    <message>
      <source>The local folder cannot be used.</source>
      <translation>Der lokale Ordner ist nicht verwendbar.</translation>
    </message>
    <message>
      <source>The local folder cannot be written.</source>
      <translation>In den lokalen Ordner lässt sich nicht schreiben.</translation>
    </message>
    <message>
      <source>The local folder is not there.</source>
      <translation>Der lokale Ordner ist nicht da.</translation>
    </message>
    <message>
      <source>The login was not tried yet.</source>
      <translation>Die Anmeldung wurde noch nicht versucht.</translation>
    </message>
    <message>
      <source>The login was rejected by the server.</source>
      <translation>Der Server hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network.</source>
      <translation>Der Netzwerkwächter erlaubt dieses Netzwerk nicht.</translation>
    </message>
    <message>
      <source>The network guard is off: kSync uses every network.</source>
      <translation>Der Netzwerkwächter ist aus: kSync nutzt jedes Netzwerk.</translation>
    </message>
    <message>
      <source>The next sync compares everything.</source>
      <translation>Der nächste Abgleich vergleicht alles.</translation>
    </message>
    <message>
      <source>The next sync reads back what the server has before it does anything else.</source>
      <translation>Der nächste Abgleich liest zuerst, was der Server hat.</translation>
    </message>
    <message>
      <source>The next sync takes it.</source>
      <translation>Der nächste Abgleich nimmt sie mit.</translation>
    </message>
    <message>
      <source>The old one was kept; the next sync compares everything and deletes nothing.</source>
      <translation>Der alte wurde aufgehoben; der nächste Abgleich vergleicht alles und löscht nichts.</translation>
    </message>
    <message>
      <source>The only keyring would store the password unprotected.</source>
      <translation>Der einzige Schlüsselbund würde das Passwort ungeschützt speichern.</translation>
    </message>
    <message>
      <source>The password command failed.</source>
      <translation>Der Befehl für das Passwort schlug fehl.</translation>
    </message>
    <message>
      <source>The program has edits that it has not sent yet ({detail}); nothing was changed.</source>
      <translation>Das Programm hat Änderungen, die es noch nicht gesendet hat ({detail}); nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The program's settings cannot be read or written: {detail}</source>
      <translation>Die Einstellungen des Programms lassen sich nicht lesen oder schreiben: {detail}</translation>
    </message>
    <message>
      <source>The resource is locked on the server.</source>
      <translation>Der Eintrag ist auf dem Server gesperrt.</translation>
    </message>
    <message>
      <source>The run ended before it was finished.</source>
      <translation>Der Abgleich endete, bevor er fertig war.</translation>
    </message>
    <message>
      <source>The server cannot be reached.</source>
      <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
      <source>The server does not accept what is in it.</source>
      <translation>Der Server nimmt nicht an, was darin steht.</translation>
    </message>
    <message>
      <source>The server does not list this collection any more.</source>
      <translation>Der Server führt diese Sammlung nicht mehr auf.</translation>
    </message>
    <message>
      <source>The server does not permit this.</source>
      <translation>Der Server erlaubt das nicht.</translation>
    </message>
    <message>
      <source>The server has a problem.</source>
      <translation>Der Server hat ein Problem.</translation>
    </message>
    <message>
      <source>The server has nothing at this address.</source>
      <translation>Unter dieser Adresse hat der Server nichts.</translation>
    </message>
    <message>
      <source>The server is reached by several networks at once, and none of them is allowed.</source>
      <translation>Der Server wird über mehrere Netzwerke zugleich erreicht, und keines ist erlaubt.</translation>
    </message>
    <message>
      <source>The server names {detail} of this account, so none can be made from here.</source>
      <translation>Der Server nennt {detail} für dieses Konto; so lässt sich von hier aus nichts anlegen.</translation>
    </message>
    <message>
      <source>The server no longer knows the last state.</source>
      <translation>Der Server kennt den letzten Stand nicht mehr.</translation>
    </message>
    <message>
      <source>The server refused the request.</source>
      <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
      <source>The server refused this change of the collection; nothing was changed.</source>
      <translation>Der Server hat diese Änderung der Sammlung abgelehnt; nichts wurde geändert.</translation>
    </message>
    <message>
      <source>The server sent kSync to a place that it must not follow to.</source>
      <translation>Der Server schickte kSync an einen Ort, wohin es nicht folgen darf.</translation>
    </message>
    <message>
      <source>The server shows another collection or another account than before.</source>
      <translation>Der Server zeigt eine andere Sammlung oder ein anderes Konto als zuvor.</translation>
    </message>
    <message>
      <source>The server's answer is larger than kSync accepts.</source>
      <translation>Die Antwort des Servers ist größer, als kSync annimmt.</translation>
    </message>
    <message>
      <source>The server's answer is not well-formed.</source>
      <translation>Die Antwort des Servers ist nicht wohlgeformt.</translation>
    </message>
    <message>
      <source>The server's answer is not what the protocol allows.</source>
      <translation>Die Antwort des Servers ist nicht, was das Protokoll zulässt.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted.</source>
      <translation>Dem Zertifikat des Servers wird nicht vertraut.</translation>
    </message>
    <message>
      <source>The server's name has no address.</source>
      <translation>Der Name des Servers hat keine Adresse.</translation>
    </message>
    <message>
      <source>The server's version stays as it is. Undo the edit, or make it again in another way.</source>
      <translation>Die Fassung des Servers bleibt, wie sie ist. Nehmen Sie die Änderung zurück, oder machen Sie sie auf andere Weise noch einmal.</translation>
    </message>
    <message>
      <source>The server, or the proxy to it, is on this computer, and what goes on from here cannot be judged.</source>
      <translation>Der Server oder sein Proxy ist auf diesem Computer; wohin es von hier weitergeht, lässt sich nicht beurteilen.</translation>
    </message>
    <message>
      <source>The sync engine stopped.</source>
      <translation>Der Abgleich blieb stehen.</translation>
    </message>
    <message>
      <source>The sync state cannot be used.</source>
      <translation>Der Stand des Abgleichs ist nicht verwendbar.</translation>
    </message>
    <message>
      <source>The sync state is damaged.</source>
      <translation>Der Stand des Abgleichs ist beschädigt.</translation>
    </message>
    <message>
      <source>The sync state was damaged and has begun anew.</source>
      <translation>Der Stand des Abgleichs war beschädigt und hat neu begonnen.</translation>
    </message>
    <message>
      <source>The sync state was written by a later version of kSync.</source>
      <translation>Den Stand des Abgleichs hat eine neuere Version von kSync geschrieben.</translation>
    </message>
    <message>
      <source>The system does not let kSync know the Wi-Fi's name.</source>
      <translation>Das System lässt kSync den Namen des WLANs nicht wissen.</translation>
    </message>
    <message>
      <source>The system has not been asked yet whether kSync may know the Wi-Fi's name.</source>
      <translation>Das System wurde noch nicht gefragt, ob kSync den Namen des WLANs kennen darf.</translation>
    </message>
    <message>
      <source>The systemd credential cannot be read.</source>
      <translation>Das systemd-Credential lässt sich nicht lesen.</translation>
    </message>
    <message>
      <source>The text has control characters that servers do not take.</source>
      <translation>Der Text hat Steuerzeichen, die Server nicht annehmen.</translation>
    </message>
    <message>
      <source>The text is not UTF-8.</source>
      <translation>Der Text ist nicht UTF-8.</translation>
    </message>
    <message>
      <source>The traffic goes by a mobile network or a phone, and those are not allowed.</source>
      <translation>Der Verkehr geht über Mobilfunk oder ein Telefon, und das ist nicht erlaubt.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and VPNs are not allowed.</source>
      <translation>Der Verkehr geht durch ein VPN, und VPNs sind nicht erlaubt.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and it is not known which network is below it.</source>
      <translation>Der Verkehr geht durch ein VPN, und das Netzwerk darunter ist nicht bekannt.</translation>
    </message>
    <message>
      <source>There is already an account named “{account}”.</source>
      <translation>Es gibt schon ein Konto namens „{account}“.</translation>
    </message>
    <message>
      <source>There is no account named “{account}”.</source>
      <translation>Es gibt kein Konto namens „{account}“.</translation>
    </message>
    <message>
      <source>There is no collection “{collection}”.</source>
      <translation>Es gibt keine Sammlung „{collection}“.</translation>
    </message>
    <message>
      <source>There is no conflict of this ID.</source>
      <translation>Es gibt keinen Konflikt mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is no network to allow: this computer is offline, or the guard is off.</source>
      <translation>Es gibt kein Netzwerk zu erlauben: Dieser Computer ist offline, oder der Wächter ist aus.</translation>
    </message>
    <message>
      <source>There is no run of this ID.</source>
      <translation>Es gibt keinen Abgleich mit dieser Kennung.</translation>
    </message>
    <message>
      <source>There is no setting “{resource}”.</source>
      <translation>Es gibt keine Einstellung „{resource}“.</translation>
    </message>
    <message>
      <source>There is no such secret.</source>
      <translation>Es ist kein Passwort gespeichert.</translation>
    </message>
    <message>
      <source>There is nothing to show yet: no calendar and no address book was synced.</source>
      <translation>Es gibt noch nichts zu zeigen: Kein Kalender und kein Adressbuch wurde abgeglichen.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, or it is not known how: it may be an imitation.</source>
      <translation>Dieses WLAN heißt wie ein erlaubtes, ist aber schwächer oder unbekannt geschützt: Es könnte eine Nachahmung sein.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but its access point is another.</source>
      <translation>Dieses WLAN heißt wie ein erlaubtes, hat aber einen anderen Zugangspunkt.</translation>
    </message>
    <message>
      <source>This Wi-Fi is not one of those that are allowed.</source>
      <translation>Dieses WLAN gehört nicht zu den erlaubten.</translation>
    </message>
    <message>
      <source>This Wi-Fi's name cannot be read at present.</source>
      <translation>Der Name dieses WLANs ist derzeit nicht lesbar.</translation>
    </message>
    <message>
      <source>This address is not a CalDAV or CardDAV service.</source>
      <translation>Diese Adresse ist kein CalDAV- oder CardDAV-Dienst.</translation>
    </message>
    <message>
      <source>This calendar does not hold items of this kind.</source>
      <translation>Dieser Kalender nimmt keine Einträge dieser Art auf.</translation>
    </message>
    <message>
      <source>This collection is shared with you for reading only.</source>
      <translation>Diese Sammlung ist nur zum Lesen mit Ihnen geteilt.</translation>
    </message>
    <message>
      <source>This computer is itself the access point of this Wi-Fi.</source>
      <translation>Dieser Computer ist selbst der Zugangspunkt dieses WLANs.</translation>
    </message>
    <message>
      <source>This computer is offline, or the server's name has no address.</source>
      <translation>Dieser Computer ist offline, oder der Name des Servers hat keine Adresse.</translation>
    </message>
    <message>
      <source>This computer is on a wired network, and wired networks are not allowed.</source>
      <translation>Dieser Computer hängt an einem Kabelnetz, und Kabelnetze sind nicht erlaubt.</translation>
    </message>
    <message>
      <source>This computer is on no Wi-Fi whose name can be read now.</source>
      <translation>Dieser Computer ist in keinem WLAN, dessen Name sich lesen lässt.</translation>
    </message>
    <message>
      <source>This event recurs too often to be shown, or its rule cannot be read.</source>
      <translation>Dieser Termin wiederholt sich zu oft, um gezeigt zu werden, oder seine Regel ist unlesbar.</translation>
    </message>
    <message>
      <source>This file changed a moment ago.</source>
      <translation>Diese Datei hat sich eben erst geändert.</translation>
    </message>
    <message>
      <source>This file does not belong here: cards go into address books, all else into calendars.</source>
      <translation>Diese Datei gehört nicht hierher: Karten kommen in Adressbücher, alles andere in Kalender.</translation>
    </message>
    <message>
      <source>This file has no UID, so it cannot be told from others.</source>
      <translation>Diese Datei hat keine UID und lässt sich so nicht von anderen unterscheiden.</translation>
    </message>
    <message>
      <source>This file holds several calendars or cards, and a server takes one in each.</source>
      <translation>Diese Datei enthält mehrere Kalender oder Karten, und ein Server nimmt je Datei eines.</translation>
    </message>
    <message>
      <source>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</source>
      <translation>Diese Datei enthält mehrere Termine, Aufgaben oder Kontakte (UIDs), und ein Server nimmt je Datei eines.</translation>
    </message>
    <message>
      <source>This file is damaged: it is no whole calendar object or card.</source>
      <translation>Diese Datei ist beschädigt: Sie ist weder ein ganzer Kalendereintrag noch eine Karte.</translation>
    </message>
    <message>
      <source>This file mixes events, tasks or notes, and a server takes one kind in each.</source>
      <translation>Diese Datei mischt Termine, Aufgaben oder Notizen, und ein Server nimmt je Datei eine Art.</translation>
    </message>
    <message>
      <source>This is a bug in kSync: please report it with the reference and the log file.</source>
      <translation>Das ist ein Fehler in kSync: Bitte melden Sie ihn mit der Kennung und der Protokolldatei.</translation>
    </message>
    <message>
      <source>This is a link, a folder or a special file, and only plain files are synced.</source>
      <translation>Das ist eine Verknüpfung, ein Ordner oder eine besondere Datei; nur gewöhnliche Dateien werden abgeglichen.</translation>
    </message>
    <message>
      <source>This is an answer or a cancellation sent to somebody, and no event.</source>
      <translation>Das ist eine Antwort oder Absage an jemanden, und kein Termin.</translation>
    </message>
    <message>
      <source>This item is not there any more, or its file is damaged.</source>
      <translation>Dieses Element ist nicht mehr da, oder seine Datei ist beschädigt.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is metered, and metered networks are not.</source>
      <translation>Dieses Netzwerk ist erlaubt, aber getaktet, und getaktete Netzwerke sind es nicht.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is not known whether it is metered.</source>
      <translation>Dieses Netzwerk ist erlaubt, aber es ist nicht bekannt, ob es getaktet ist.</translation>
    </message>
    <message>
      <source>This network wants you to log in on a web page first.</source>
      <translation>Dieses Netzwerk verlangt zuerst eine Anmeldung auf einer Webseite.</translation>
    </message>
    <message>
      <source>This one could not be read.</source>
      <translation>Dieser Eintrag konnte nicht gelesen werden.</translation>
    </message>
    <message>
      <source>This setting is not possible: {detail}.</source>
      <translation>Diese Einstellung ist nicht möglich: {detail}.</translation>
    </message>
    <message>
      <source>This version cannot be restored as things stand.</source>
      <translation>Diese Fassung lässt sich so, wie es steht, nicht wiederherstellen.</translation>
    </message>
    <message>
      <source>This was decided already.</source>
      <translation>Das wurde schon entschieden.</translation>
    </message>
    <message>
      <source>This wired network's router is not one of those that are allowed, or it has not been heard of yet.</source>
      <translation>Der Router dieses Kabelnetzes ist nicht erlaubt oder noch nicht bekannt.</translation>
    </message>
    <message>
      <source>Thunderbird has no such profile here.</source>
      <translation>Thunderbird hat hier kein solches Profil.</translation>
    </message>
    <message>
      <source>Thunderbird has several profiles, and nothing says which one is meant.</source>
      <translation>Thunderbird hat mehrere Profile, und nichts sagt, welches gemeint ist.</translation>
    </message>
    <message>
      <source>Thunderbird is running with this profile, and would overwrite what is written into it.</source>
      <translation>Thunderbird läuft mit diesem Profil und würde überschreiben, was hineingeschrieben wird.</translation>
    </message>
    <message>
      <source>Turn its hotspot off, then sync again.</source>
      <translation>Schalten Sie den Hotspot aus und synchronisieren Sie erneut.</translation>
    </message>
    <message>
      <source>Undone, but for what was changed since; see the list.</source>
      <translation>Rückgängig gemacht bis auf das, was seither geändert wurde; siehe die Liste.</translation>
    </message>
    <message>
      <source>Update kSync.</source>
      <translation>Aktualisieren Sie kSync.</translation>
    </message>
    <message>
      <source>Use the https:// address; nothing was sent.</source>
      <translation>Verwenden Sie die Adresse mit https://; es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>Wait until it is connected, then sync again.</source>
      <translation>Warten Sie, bis es verbunden ist, und synchronisieren Sie erneut.</translation>
    </message>
    <message>
      <source>What makes certificates is not installed.</source>
      <translation>Was Zertifikate erstellt, ist nicht installiert.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer, or connect to another network.</source>
      <translation>Ihre Organisation entscheidet, welche Netzwerke erlaubt sind. Fragen Sie die Betreuung dieses Computers, oder wechseln Sie das Netzwerk.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer.</source>
      <translation>Ihre Organisation entscheidet, welche Netzwerke erlaubt sind. Fragen Sie die Betreuung dieses Computers.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Set in the system's network settings that this network is not metered.</source>
      <translation>Ihre Organisation entscheidet, welche Netzwerke erlaubt sind. Stellen Sie im System ein, dass dieses Netzwerk nicht getaktet ist.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.</source>
      <translation>Ihre Organisation entscheidet, welche Netzwerke erlaubt sind. kSync fragt NetworkManager, iwd, wpa_supplicant und iw: Starten Sie eines davon.</translation>
    </message>
    <message>
      <source>Your organisation's policy cannot be used as it is, so no network is allowed.</source>
      <translation>Die Richtlinie Ihrer Organisation ist so nicht brauchbar, daher ist kein Netzwerk erlaubt.</translation>
    </message>
    <message>
      <source>Your organisation's policy does not allow this.</source>
      <translation>Die Richtlinie Ihrer Organisation erlaubt das nicht.</translation>
    </message>
    <message>
      <source>deletes them on the server too (the history keeps them).</source>
      <translation>löscht sie auch auf dem Server (der Verlauf hebt sie auf).</translation>
    </message>
    <message>
      <source>deletes them on this computer (the history keeps them).</source>
      <translation>löscht sie auf diesem Computer (der Verlauf hebt sie auf).</translation>
    </message>
    <message>
      <source>deletes them on this computer too (the history keeps them).</source>
      <translation>löscht sie auch auf diesem Computer (der Verlauf hebt sie auf).</translation>
    </message>
    <message>
      <source>fetches the server's versions again.</source>
      <translation>holt wieder die Fassungen des Servers.</translation>
    </message>
    <message>
      <source>kSync is running here ({detail}), so nothing was done.</source>
      <translation>kSync läuft hier ({detail}); es wurde nichts getan.</translation>
    </message>
    <message>
      <source>kSync met something unexpected.</source>
      <translation>kSync ist auf etwas Unerwartetes gestoßen.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on the server.</source>
      <translation>behält sie und legt sie wieder auf den Server.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on this computer.</source>
      <translation>behält sie und legt sie wieder auf diesen Computer.</translation>
    </message>
    <message>
      <source>keeps them on this computer, too, until they change.</source>
      <translation>behält sie auch auf diesem Computer, bis sie sich ändern.</translation>
    </message>
    <message>
      <source>makes them anew on the server.</source>
      <translation>legt sie auf dem Server neu an.</translation>
    </message>
    <message>
      <source>sends these earlier versions to the server.</source>
      <translation>schickt diese früheren Fassungen zum Server.</translation>
    </message>
    <message>
      <source>sends this computer's versions to the server again.</source>
      <translation>schickt die Fassungen dieses Computers wieder zum Server.</translation>
    </message>
    <message>
      <source>takes them off this computer (the server keeps them).</source>
      <translation>nimmt sie von diesem Computer (der Server behält sie).</translation>
    </message>
    <message>
      <source>takes these earlier versions over.</source>
      <translation>übernimmt diese früheren Fassungen.</translation>
    </message>
    <message>
      <source>{count} became older than the past limit at once, as if the clock had jumped.</source>
      <translation>{count} wurden auf einmal älter als die Grenze, als wäre die Uhr gesprungen.</translation>
    </message>
    <message>
      <source>{count} on the server went back to earlier versions, as after a restored backup.</source>
      <translation>{count} auf dem Server kehrten zu früheren Fassungen zurück, wie nach dem Einspielen einer Sicherung.</translation>
    </message>
    <message>
      <source>{count} on this computer went back to earlier versions, as after a restored backup.</source>
      <translation>{count} auf diesem Computer kehrten zu früheren Fassungen zurück, wie nach dem Einspielen einer Sicherung.</translation>
    </message>
    <message>
      <source>{count} went from the server, which is a large part of the collection.</source>
      <translation>{count} sind vom Server verschwunden, ein großer Teil der Sammlung.</translation>
    </message>
    <message>
      <source>{count} went from this computer, which is a large part of the collection.</source>
      <translation>{count} sind von diesem Computer verschwunden, ein großer Teil der Sammlung.</translation>
    </message>
    <message>
      <source>{count} with guests would be made anew on the server, which may send invitations again.</source>
      <translation>{count} mit Gästen würden auf dem Server neu angelegt, was wieder Einladungen verschicken kann.</translation>
    </message>
    <message>
      <source>{detail} would be shown twice.</source>
      <translation>{detail} würde zweimal gezeigt.</translation>
    </message>
    <message>
      <source>“{resource}” is not set by hand.</source>
      <translation>„{resource}“ wird nicht von Hand eingestellt.</translation>
    </message>
  </context>
  <context>
    <name>ui.farewell</name>
    <message>
      <source>Everything of kSync on this computer is gone.</source>
      <translation>Alles von kSync auf diesem Computer ist gelöscht.</translation>
    </message>
    <message>
      <source>It was looked for: nothing is left.</source>
      <translation>Es wurde nachgesehen: Nichts ist übrig.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
  </context>
  <context>
    <name>ui.notifications</name>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.__init__</name>
    <message>
      <source>Activity</source>
      <translation>Aktivität</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Sammlungen</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Konflikte</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontakte</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Netzwerke</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Übersicht</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Datenschutz</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.activity</name>
    <message>
      <source>No sync of this kind.</source>
      <translation>Kein Abgleich dieser Art.</translation>
    </message>
    <message>
      <source>No sync yet</source>
      <translation>Noch kein Abgleich</translation>
    </message>
    <message>
      <source>Syncs</source>
      <translation>Abgleiche</translation>
    </message>
    <message>
      <source>This sync</source>
      <translation>Dieser Abgleich</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig machen</translation>
    </message>
    <message>
      <source>Undo this sync?</source>
      <translation>Diesen Abgleich rückgängig machen?</translation>
    </message>
    <message>
      <source>Undo this sync…</source>
      <translation>Abgleich rückgängig machen …</translation>
    </message>
    <message>
      <source>What every sync did, item by item, is listed here, and can be undone.</source>
      <translation>Was jeder Abgleich getan hat, steht hier Eintrag für Eintrag und lässt sich rückgängig machen.</translation>
    </message>
    <message numerus="yes">
      <source>What it did: {count} item(s)</source>
      <translation>
        <numerusform>Was geschehen ist: {count} Eintrag</numerusform>
        <numerusform>Was geschehen ist: {count} Einträge</numerusform>
      </translation>
    </message>
    <message>
      <source>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</source>
      <translation>Was vorher da war, kommt auf diesem Computer zurück, und der nächste Abgleich bringt es zum Server. Was seither bearbeitet wurde, bleibt unberührt.</translation>
    </message>
    <message>
      <source>Which syncs are shown</source>
      <translation>Welche Abgleiche gezeigt werden</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.calendar</name>
    <message>
      <source>After the first sync its events and tasks are shown here, to look at.</source>
      <translation>Nach der ersten Synchronisierung stehen seine Termine und Aufgaben hier, zum Ansehen.</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>Agenda</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Einzelheiten</translation>
    </message>
    <message>
      <source>Done ones too</source>
      <translation>Auch erledigte</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Monat</translation>
    </message>
    <message>
      <source>No calendar here yet</source>
      <translation>Noch kein Kalender hier</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>Aufgaben</translation>
    </message>
    <message>
      <source>The month after</source>
      <translation>Der Monat danach</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>Der Monat davor</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s) to do</source>
      <translation>
        <numerusform>{count} Aufgabe zu erledigen</numerusform>
        <numerusform>{count} Aufgaben zu erledigen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.collections</name>
    <message>
      <source>Changes go</source>
      <translation>Änderungen gehen</translation>
    </message>
    <message>
      <source>Choose a collection.</source>
      <translation>Wählen Sie eine Sammlung.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Farbe von {name}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Farbe …</translation>
    </message>
    <message>
      <source>Days that are kept here</source>
      <translation>Tage, die hier bleiben</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>{name} auf dem Server löschen?</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Löschen …</translation>
    </message>
    <message>
      <source>How it is synced</source>
      <translation>Wie abgeglichen wird</translation>
    </message>
    <message>
      <source>If both sides changed the same thing</source>
      <translation>Wenn beide Seiten dasselbe geändert haben</translation>
    </message>
    <message>
      <source>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</source>
      <translation>Sie wird für alle Ihre Geräte gelöscht und für alle, mit denen sie geteilt ist. Was darin ist, kommt vorher in den Verlauf dieses Computers.</translation>
    </message>
    <message>
      <source>It is not yours to change there.</source>
      <translation>Dort dürfen Sie sie nicht ändern.</translation>
    </message>
    <message>
      <source>Keep only the newer ones on this computer:</source>
      <translation>Nur die neueren auf diesem Computer behalten:</translation>
    </message>
    <message>
      <source>Look on the server</source>
      <translation>Auf dem Server nachsehen</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>Neu …</translation>
    </message>
    <message>
      <source>No calendars yet</source>
      <translation>Noch keine Kalender</translation>
    </message>
    <message>
      <source>On the server, for all your devices</source>
      <translation>Auf dem Server, für alle Ihre Geräte</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ordner öffnen</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Umbenennen …</translation>
    </message>
    <message>
      <source>Sync it</source>
      <translation>Abgleichen</translation>
    </message>
    <message>
      <source>The calendars, task lists and address books of your accounts are listed here.</source>
      <translation>Hier stehen die Kalender, Aufgabenlisten und Adressbücher Ihrer Konten.</translation>
    </message>
    <message>
      <source>What is older stays on the server, and in the history here.</source>
      <translation>Was älter ist, bleibt auf dem Server und hier im Verlauf.</translation>
    </message>
    <message>
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <source>{name} was deleted; {count} of its items are in the history.</source>
      <translation>{name} wurde gelöscht; {count} Einträge daraus sind im Verlauf.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.conflicts</name>
    <message>
      <source>Holds are decided one by one.</source>
      <translation>Was zurückgehalten wird, wird einzeln entschieden.</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Let it happen</source>
      <translation>Geschehen lassen</translation>
    </message>
    <message>
      <source>Let it happen?</source>
      <translation>Geschehen lassen?</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
      <source>On hold: {collection}</source>
      <translation>Zurückgehalten: {collection}</translation>
    </message>
    <message>
      <source>What is not kept goes to the history; nothing is lost.</source>
      <translation>Was nicht behalten wird, kommt in den Verlauf; nichts geht verloren.</translation>
    </message>
    <message>
      <source>What is to be kept?</source>
      <translation>Was soll bleiben?</translation>
    </message>
    <message>
      <source>What shall happen?</source>
      <translation>Was soll geschehen?</translation>
    </message>
    <message>
      <source>What waits</source>
      <translation>Was wartet</translation>
    </message>
    <message>
      <source>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</source>
      <translation>Wo beide Seiten dasselbe verschieden geändert haben oder viel auf einmal gelöscht würde, entscheiden Sie; das wartet dann hier.</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) chosen</source>
      <translation>
        <numerusform>{count} Konflikt gewählt</numerusform>
        <numerusform>{count} Konflikte gewählt</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… und {count} weitere</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.contacts</name>
    <message>
      <source>Address book</source>
      <translation>Adressbuch</translation>
    </message>
    <message>
      <source>After the first sync the people of your address books are shown here.</source>
      <translation>Nach der ersten Synchronisierung stehen hier die Personen aus Ihren Adressbüchern.</translation>
    </message>
    <message>
      <source>All categories</source>
      <translation>Alle Kategorien</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Kategorie</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>No contacts here yet</source>
      <translation>Noch keine Kontakte hier</translation>
    </message>
    <message>
      <source>Nobody found</source>
      <translation>Niemand gefunden</translation>
    </message>
    <message>
      <source>Search by name, organisation, e-mail or telephone</source>
      <translation>Suchen nach Name, Organisation, E-Mail oder Telefon</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Kontakte suchen</translation>
    </message>
    <message>
      <source>Search for another word, or for a part of it; accents do not matter.</source>
      <translation>Suchen Sie ein anderes Wort oder einen Teil davon; Akzente spielen keine Rolle.</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>Woher es kommt</translation>
    </message>
    <message numerus="yes">
      <source>{count} contact(s)</source>
      <translation>
        <numerusform>{count} Kontakt</numerusform>
        <numerusform>{count} Kontakte</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.networks</name>
    <message>
      <source>Add a network</source>
      <translation>Netzwerk hinzufügen</translation>
    </message>
    <message>
      <source>Add a network…</source>
      <translation>Netzwerk hinzufügen…</translation>
    </message>
    <message>
      <source>Allow for an hour</source>
      <translation>Für eine Stunde erlauben</translation>
    </message>
    <message>
      <source>Allow this network?</source>
      <translation>Dieses Netzwerk erlauben?</translation>
    </message>
    <message>
      <source>Allow this network…</source>
      <translation>Dieses Netzwerk erlauben…</translation>
    </message>
    <message>
      <source>Allowed until {time}</source>
      <translation>Erlaubt bis {time}</translation>
    </message>
    <message>
      <source>Edit a network</source>
      <translation>Netzwerk bearbeiten</translation>
    </message>
    <message>
      <source>Edit {name}</source>
      <translation>{name} bearbeiten</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Bearbeiten…</translation>
    </message>
    <message>
      <source>Networks that are allowed</source>
      <translation>Erlaubte Netzwerke</translation>
    </message>
    <message>
      <source>No network is listed. Listed networks count once kSync may sync on them only.</source>
      <translation>Die Liste ist leer. Sie zählt, sobald kSync nur in diesen Netzwerken synchronisieren darf.</translation>
    </message>
    <message>
      <source>Reads the name of the Wi-Fi that this computer is on.</source>
      <translation>Liest den Namen des WLANs, in dem dieser Computer ist.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>{name} entfernen</translation>
    </message>
    <message>
      <source>Where kSync may sync</source>
      <translation>Wo kSync synchronisieren darf</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.overview</name>
    <message>
      <source>Add account…</source>
      <translation>Konto hinzufügen…</translation>
    </message>
    <message>
      <source>Add your account, and its calendars, tasks and contacts appear here.</source>
      <translation>Fügen Sie Ihr Konto hinzu, dann erscheinen hier seine Kalender, Aufgaben und Kontakte.</translation>
    </message>
    <message>
      <source>Enter the password of {account}</source>
      <translation>Passwort von {account} eingeben</translation>
    </message>
    <message>
      <source>Enter the password…</source>
      <translation>Passwort eingeben …</translation>
    </message>
    <message>
      <source>New password for {name}</source>
      <translation>Neues Passwort für {name}</translation>
    </message>
    <message>
      <source>New password…</source>
      <translation>Neues Passwort …</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>Noch kein Konto</translation>
    </message>
    <message>
      <source>Open networks</source>
      <translation>Netzwerke öffnen</translation>
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Sync in progress</source>
      <translation>Abgleich läuft</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Jetzt abgleichen</translation>
    </message>
    <message>
      <source>Sync {account} now</source>
      <translation>{account} jetzt abgleichen</translation>
    </message>
    <message>
      <source>The last 30 days</source>
      <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
      <source>came here</source>
      <translation>kamen hierher</translation>
    </message>
    <message>
      <source>went to the server</source>
      <translation>gingen zum Server</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.privacy</name>
    <message>
      <source>A copy for you</source>
      <translation>Eine Kopie für Sie</translation>
    </message>
    <message>
      <source>All accounts, their passwords and files, and all settings of kSync go from this computer; afterwards it is looked for. The servers keep everything.</source>
      <translation>Alle Konten, ihre Passwörter und Dateien und alle Einstellungen von kSync verschwinden von diesem Computer; danach wird nachgesehen. Die Server behalten alles.</translation>
    </message>
    <message>
      <source>Also erase its calendars and contacts from this computer</source>
      <translation>Auch seine Kalender und Kontakte von diesem Computer löschen</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>Wird ausgeführt</translation>
    </message>
    <message>
      <source>Erase account…</source>
      <translation>Konto löschen …</translation>
    </message>
    <message>
      <source>Erase everything…</source>
      <translation>Alles löschen …</translation>
    </message>
    <message>
      <source>Erase history…</source>
      <translation>Verlauf löschen …</translation>
    </message>
    <message>
      <source>Erase the history of {name}</source>
      <translation>Verlauf von {name} löschen</translation>
    </message>
    <message>
      <source>Erase {name} from this computer</source>
      <translation>{name} von diesem Computer löschen</translation>
    </message>
    <message>
      <source>Everything that is here, in formats that other programs read.</source>
      <translation>Alles, was hier ist, in Formaten, die andere Programme lesen.</translation>
    </message>
    <message>
      <source>Leave no trace</source>
      <translation>Keine Spur hinterlassen</translation>
    </message>
    <message>
      <source>Of all accounts</source>
      <translation>Von allen Konten</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Kopie speichern …</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Anmelden …</translation>
    </message>
    <message>
      <source>Sign out of {name}</source>
      <translation>Von {name} abmelden</translation>
    </message>
    <message>
      <source>Sign out…</source>
      <translation>Abmelden …</translation>
    </message>
    <message>
      <source>Whoever has seen it since can still use it. A new one takes a minute.</source>
      <translation>Wer es seither gesehen hat, kann es noch benutzen. Ein neues dauert eine Minute.</translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s) erased.</source>
      <translation>
        <numerusform>{count} frühere Fassung gelöscht.</numerusform>
        <numerusform>{count} frühere Fassungen gelöscht.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} and everything of it is gone from this computer.</source>
      <translation>{name} und alles davon ist von diesem Computer verschwunden.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.settings</name>
    <message>
      <source>Accounts</source>
      <translation>Konten</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>Calendars and address books</source>
      <translation>Kalender und Adressbücher</translation>
    </message>
    <message>
      <source>Change password…</source>
      <translation>Passwort ändern …</translation>
    </message>
    <message>
      <source>Change the password of {name}</source>
      <translation>Passwort von {name} ändern</translation>
    </message>
    <message>
      <source>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</source>
      <translation>Passwort und Einstellungen werden vergessen. Die Dateien bleiben, wo sie sind, und der Server behält alles.</translation>
    </message>
    <message>
      <source>Open: {what}</source>
      <translation>Öffnen: {what}</translation>
    </message>
    <message>
      <source>Remove {name} from this computer?</source>
      <translation>{name} von diesem Computer entfernen?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Entfernen …</translation>
    </message>
    <message>
      <source>Reports of unexpected errors</source>
      <translation>Berichte über unerwartete Fehler</translation>
    </message>
    <message>
      <source>Settings file</source>
      <translation>Datei mit den Einstellungen</translation>
    </message>
    <message>
      <source>Start kSync when I log in</source>
      <translation>kSync bei der Anmeldung starten</translation>
    </message>
    <message>
      <source>There is no account yet.</source>
      <translation>Es gibt noch kein Konto.</translation>
    </message>
    <message>
      <source>Where the calendars and contacts of {name} are</source>
      <translation>Wo die Kalender und Kontakte von {name} sind</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} wurde entfernt.</translation>
    </message>
  </context>
  <context>
    <name>ui.program</name>
    <message>
      <source>This desktop shows no tray icons.</source>
      <translation>Dieser Desktop zeigt keine Symbole in der Leiste.</translation>
    </message>
    <message>
      <source>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</source>
      <translation>kSync läuft weiter, solange dieses Fenster offen oder minimiert ist. Unter GNOME zeigt sie die Erweiterung „AppIndicator and KStatusNotifierItem Support“.</translation>
    </message>
  </context>
  <context>
    <name>ui.sidebar</name>
    <message>
      <source>Menu</source>
      <translation>Menü</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting</source>
      <translation>
        <numerusform>{count} wartet</numerusform>
        <numerusform>{count} warten</numerusform>
      </translation>
    </message>
    <message>
      <source>{page} (Ctrl+{number})</source>
      <translation>{page} (Strg+{number})</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.activity</name>
    <message>
      <source>Account</source>
      <translation>Konto</translation>
    </message>
    <message>
      <source>All syncs</source>
      <translation>Alle Abgleiche</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Done, but not everything</source>
      <translation>Fertig, aber nicht alles</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>Nicht beendet</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>That changed something</source>
      <translation>Die etwas geändert haben</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Dauer</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Anlass</translation>
    </message>
    <message>
      <source>With problems</source>
      <translation>Mit Problemen</translation>
    </message>
    <message>
      <source>after a change here</source>
      <translation>nach einer Änderung hier</translation>
    </message>
    <message>
      <source>after a change of the network</source>
      <translation>nach einem Wechsel des Netzwerks</translation>
    </message>
    <message>
      <source>after a change of the settings</source>
      <translation>nach einer Änderung der Einstellungen</translation>
    </message>
    <message>
      <source>asked for</source>
      <translation>auf Wunsch</translation>
    </message>
    <message>
      <source>at the interval</source>
      <translation>im Takt</translation>
    </message>
    <message>
      <source>both versions kept</source>
      <translation>beide Fassungen behalten</translation>
    </message>
    <message>
      <source>came from the server</source>
      <translation>kam vom Server</translation>
    </message>
    <message>
      <source>cannot be written and stays as it is</source>
      <translation>lässt sich nicht schreiben und bleibt, wie es ist</translation>
    </message>
    <message>
      <source>changed by the server</source>
      <translation>vom Server geändert</translation>
    </message>
    <message>
      <source>changed on the server</source>
      <translation>auf dem Server geändert</translation>
    </message>
    <message>
      <source>comes back</source>
      <translation>kommt zurück</translation>
    </message>
    <message>
      <source>deleted here</source>
      <translation>hier gelöscht</translation>
    </message>
    <message>
      <source>deleted on the server</source>
      <translation>auf dem Server gelöscht</translation>
    </message>
    <message>
      <source>goes back to what it was</source>
      <translation>wird wieder, was es war</translation>
    </message>
    <message>
      <source>is as it was already</source>
      <translation>ist schon wie zuvor</translation>
    </message>
    <message>
      <source>is taken away again</source>
      <translation>wird wieder weggenommen</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>zusammengeführt</translation>
    </message>
    <message>
      <source>moved here</source>
      <translation>hier verschoben</translation>
    </message>
    <message>
      <source>moved on the server</source>
      <translation>auf dem Server verschoben</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>nichts zu tun</translation>
    </message>
    <message>
      <source>past the limit: on the server only</source>
      <translation>jenseits der Grenze: nur auf dem Server</translation>
    </message>
    <message>
      <source>sent to the server</source>
      <translation>zum Server geschickt</translation>
    </message>
    <message>
      <source>the first one</source>
      <translation>der erste</translation>
    </message>
    <message>
      <source>tried again</source>
      <translation>noch einmal versucht</translation>
    </message>
    <message>
      <source>was changed since and stays as it is</source>
      <translation>wurde seither geändert und bleibt, wie es ist</translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted here</source>
      <translation>
        <numerusform>{count} hier gelöscht</numerusform>
        <numerusform>{count} hier gelöscht</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted on the server</source>
      <translation>
        <numerusform>{count} auf dem Server gelöscht</numerusform>
        <numerusform>{count} auf dem Server gelöscht</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} downloaded</source>
      <translation>
        <numerusform>{count} heruntergeladen</numerusform>
        <numerusform>{count} heruntergeladen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} fehlgeschlagen</numerusform>
        <numerusform>{count} fehlgeschlagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in conflict</source>
      <translation>
        <numerusform>{count} im Konflikt</numerusform>
        <numerusform>{count} im Konflikt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) undone; the next sync takes it to the server.</source>
      <translation>
        <numerusform>{count} Eintrag zurückgesetzt; der nächste Abgleich bringt ihn zum Server.</numerusform>
        <numerusform>{count} Einträge zurückgesetzt; der nächste Abgleich bringt sie zum Server.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} merged</source>
      <translation>
        <numerusform>{count} zusammengeführt</numerusform>
        <numerusform>{count} zusammengeführt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} uploaded</source>
      <translation>
        <numerusform>{count} hochgeladen</numerusform>
        <numerusform>{count} hochgeladen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting for you</source>
      <translation>
        <numerusform>{count} wartet auf Sie</numerusform>
        <numerusform>{count} warten auf Sie</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} undone; {left} left as they are.</source>
      <translation>{done} zurückgesetzt; {left} blieben, wie sie sind.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.calendar</name>
    <message>
      <source>(no title)</source>
      <translation>(ohne Titel)</translation>
    </message>
    <message>
      <source>all day</source>
      <translation>ganztägig</translation>
    </message>
    <message>
      <source>done</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>fällig {when}</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>ab {time}</translation>
    </message>
    <message>
      <source>important</source>
      <translation>wichtig</translation>
    </message>
    <message>
      <source>overdue since {when}</source>
      <translation>überfällig seit {when}</translation>
    </message>
    <message>
      <source>repeats</source>
      <translation>wiederholt sich</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>bis {time}</translation>
    </message>
    <message numerus="yes">
      <source>{count} event(s)</source>
      <translation>
        <numerusform>{count} Termin</numerusform>
        <numerusform>{count} Termine</numerusform>
      </translation>
    </message>
    <message>
      <source>{percent} % done</source>
      <translation>{percent} % erledigt</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.collections</name>
    <message>
      <source>As in the settings</source>
      <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation>Mich fragen</translation>
    </message>
    <message>
      <source>Both ways</source>
      <translation>In beide Richtungen</translation>
    </message>
    <message>
      <source>From the server only</source>
      <translation>Nur vom Server</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Beide behalten</translation>
    </message>
    <message>
      <source>Keep the server's</source>
      <translation>Die vom Server behalten</translation>
    </message>
    <message>
      <source>Keep this computer's</source>
      <translation>Die von hier behalten</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>To the server only</source>
      <translation>Nur zum Server</translation>
    </message>
    <message>
      <source>gone from the server</source>
      <translation>vom Server verschwunden</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>read only</source>
      <translation>nur lesen</translation>
    </message>
    <message numerus="yes">
      <source>the last {count} day(s)</source>
      <translation>
        <numerusform>der letzte Tag</numerusform>
        <numerusform>die letzten {count} Tage</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s)</source>
      <translation>
        <numerusform>{count} Eintrag</numerusform>
        <numerusform>{count} Einträge</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older one(s) on the server alone</source>
      <translation>
        <numerusform>{count} älterer nur auf dem Server</numerusform>
        <numerusform>{count} ältere nur auf dem Server</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.conflicts</name>
    <message>
      <source>Address on the web</source>
      <translation>Webadresse</translation>
    </message>
    <message>
      <source>Begins</source>
      <translation>Beginn</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>Geburtstag</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>Kategorien</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Erledigt am</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <source>Done in per cent</source>
      <translation>Erledigt in Prozent</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Fällig</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-Mail</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Ende</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; in what is in dispute the server's goes.</source>
      <translation>Alles andere von beiden Seiten bleibt; im Streitfall gilt, was der Server hat.</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; what is in dispute goes as chosen above.</source>
      <translation>Alles andere von beiden Seiten bleibt; im Streitfall gilt die Wahl oben.</translation>
    </message>
    <message>
      <source>Guests</source>
      <translation>Gäste</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgenommen</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nickname</source>
      <translation>Spitzname</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Organiser</source>
      <translation>Veranstalter</translation>
    </message>
    <message>
      <source>Parts of the name</source>
      <translation>Teile des Namens</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Foto</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Funktion</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Postadresse</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priorität</translation>
    </message>
    <message>
      <source>Reminder</source>
      <translation>Erinnerung</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Wiederholung</translation>
    </message>
    <message>
      <source>Shown as busy</source>
      <translation>Als belegt gezeigt</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>The other one stays as a copy of its own.</source>
      <translation>Die andere bleibt als eigene Kopie.</translation>
    </message>
    <message>
      <source>The server gets this computer's version.</source>
      <translation>Der Server bekommt die Fassung dieses Computers.</translation>
    </message>
    <message>
      <source>The whole event</source>
      <translation>Der ganze Termin</translation>
    </message>
    <message>
      <source>The whole task</source>
      <translation>Die ganze Aufgabe</translation>
    </message>
    <message>
      <source>This computer gets the server's version.</source>
      <translation>Dieser Computer bekommt die Fassung des Servers.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>a picture of {count} characters</source>
      <translation>ein Bild von {count} Zeichen</translation>
    </message>
    <message>
      <source>being done</source>
      <translation>in Arbeit</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>abgesagt</translation>
    </message>
    <message>
      <source>changed here, deleted on the server</source>
      <translation>hier geändert, auf dem Server gelöscht</translation>
    </message>
    <message>
      <source>changed on both sides</source>
      <translation>auf beiden Seiten geändert</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>bestätigt</translation>
    </message>
    <message>
      <source>deleted here, changed on the server</source>
      <translation>hier gelöscht, auf dem Server geändert</translation>
    </message>
    <message>
      <source>new on both sides, and different</source>
      <translation>auf beiden Seiten neu und verschieden</translation>
    </message>
    <message>
      <source>tentative</source>
      <translation>unter Vorbehalt</translation>
    </message>
    <message>
      <source>to be done</source>
      <translation>zu erledigen</translation>
    </message>
    <message>
      <source>{property} of {occurrence}</source>
      <translation>{property} am {occurrence}</translation>
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
      <translation>(ohne Namen)</translation>
    </message>
    <message>
      <source>Anniversary</source>
      <translation>Jahrestag</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Mitglieder</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>On the web</source>
      <translation>Im Web</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Telefon</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>Fax</translation>
    </message>
    <message>
      <source>home</source>
      <translation>privat</translation>
    </message>
    <message>
      <source>home page</source>
      <translation>Homepage</translation>
    </message>
    <message>
      <source>main</source>
      <translation>Hauptnummer</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>mobil</translation>
    </message>
    <message>
      <source>other</source>
      <translation>andere</translation>
    </message>
    <message>
      <source>pager</source>
      <translation>Pager</translation>
    </message>
    <message>
      <source>video</source>
      <translation>Video</translation>
    </message>
    <message>
      <source>work</source>
      <translation>Arbeit</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.event_details</name>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Attachments</source>
      <translation>Anhänge</translation>
    </message>
    <message>
      <source>Organised by</source>
      <translation>Organisiert von</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Erinnerungen</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zeitzone</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>zugesagt</translation>
    </message>
    <message>
      <source>after the beginning</source>
      <translation>nach dem Beginn</translation>
    </message>
    <message>
      <source>at the beginning</source>
      <translation>zu Beginn</translation>
    </message>
    <message>
      <source>by a rule of its own</source>
      <translation>nach einer eigenen Regel</translation>
    </message>
    <message>
      <source>declined</source>
      <translation>abgesagt</translation>
    </message>
    <message>
      <source>delegated</source>
      <translation>delegiert</translation>
    </message>
    <message numerus="yes">
      <source>every {count} day(s)</source>
      <translation>
        <numerusform>jeden Tag</numerusform>
        <numerusform>alle {count} Tage</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} month(s)</source>
      <translation>
        <numerusform>jeden Monat</numerusform>
        <numerusform>alle {count} Monate</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} week(s)</source>
      <translation>
        <numerusform>jede Woche</numerusform>
        <numerusform>alle {count} Wochen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} year(s)</source>
      <translation>
        <numerusform>jedes Jahr</numerusform>
        <numerusform>alle {count} Jahre</numerusform>
      </translation>
    </message>
    <message>
      <source>no answer yet</source>
      <translation>noch keine Antwort</translation>
    </message>
    <message>
      <source>no due date</source>
      <translation>ohne Fälligkeit</translation>
    </message>
    <message>
      <source>not confirmed</source>
      <translation>nicht bestätigt</translation>
    </message>
    <message>
      <source>perhaps</source>
      <translation>vielleicht</translation>
    </message>
    <message>
      <source>private</source>
      <translation>privat</translation>
    </message>
    <message numerus="yes">
      <source>{count} attachment(s), not downloaded</source>
      <translation>
        <numerusform>{count} Anhang, nicht heruntergeladen</numerusform>
        <numerusform>{count} Anhänge, nicht heruntergeladen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) before</source>
      <translation>
        <numerusform>{count} Tag vorher</numerusform>
        <numerusform>{count} Tage vorher</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) before</source>
      <translation>
        <numerusform>{count} Stunde vorher</numerusform>
        <numerusform>{count} Stunden vorher</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) before</source>
      <translation>
        <numerusform>{count} Minute vorher</numerusform>
        <numerusform>{count} Minuten vorher</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}, optional: {answer}</source>
      <translation>{name}, optional: {answer}</translation>
    </message>
    <message>
      <source>{name}: {answer}</source>
      <translation>{name}: {answer}</translation>
    </message>
    <message>
      <source>{often}, until {day}</source>
      <translation>{often}, bis {day}</translation>
    </message>
    <message numerus="yes">
      <source>{often}, {count} time(s)</source>
      <translation>
        <numerusform>{often}, {count}-mal</numerusform>
        <numerusform>{often}, {count}-mal</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.help</name>
    <message>
      <source>All is up to date.</source>
      <translation>Alles ist auf dem neuesten Stand.</translation>
    </message>
    <message>
      <source>Both sides changed the same thing, and you are to decide.</source>
      <translation>Beide Seiten haben dasselbe geändert, und Sie entscheiden.</translation>
    </message>
    <message>
      <source>Much would be deleted at once. It waits for your yes or no.</source>
      <translation>Vieles würde auf einmal gelöscht. Es wartet auf Ihr Ja oder Nein.</translation>
    </message>
    <message>
      <source>Nothing runs by itself until the pause is over.</source>
      <translation>Bis zum Ende der Pause läuft nichts von selbst.</translation>
    </message>
    <message>
      <source>Something could not be synced. The window says what, and what to do.</source>
      <translation>Etwas konnte nicht abgeglichen werden. Das Fenster sagt, was, und was zu tun ist.</translation>
    </message>
    <message>
      <source>The server cannot be reached. kSync tries again by itself.</source>
      <translation>Der Server ist nicht erreichbar. kSync versucht es von selbst wieder.</translation>
    </message>
    <message>
      <source>This network is not one on which kSync may sync.</source>
      <translation>In diesem Netz darf kSync nicht abgleichen.</translation>
    </message>
    <message>
      <source>kSync is at work.</source>
      <translation>kSync arbeitet.</translation>
    </message>
    <message>
      <source>kSync needs you: a password, or an open keyring.</source>
      <translation>kSync braucht Sie: ein Passwort oder einen offenen Schlüsselbund.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.left_out</name>
    <message numerus="yes">
      <source>{count} file(s) cannot be shown.</source>
      <translation>
        <numerusform>{count} Datei kann nicht gezeigt werden.</numerusform>
        <numerusform>{count} Dateien können nicht gezeigt werden.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.menu</name>
    <message>
      <source>All accounts</source>
      <translation>Alle Konten</translation>
    </message>
    <message numerus="yes">
      <source>Conflicts ({count})</source>
      <translation>
        <numerusform>Konflikt ({count})</numerusform>
        <numerusform>Konflikte ({count})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Deletions on hold ({count})</source>
      <translation>
        <numerusform>Zurückgehaltene Löschung ({count})</numerusform>
        <numerusform>Zurückgehaltene Löschungen ({count})</numerusform>
      </translation>
    </message>
    <message>
      <source>For an hour</source>
      <translation>Für eine Stunde</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Open kSync</source>
      <translation>kSync öffnen</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Recent activity</source>
      <translation>Letzte Aktivität</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Stop syncing</source>
      <translation>Abgleich anhalten</translation>
    </message>
    <message>
      <source>Until I resume</source>
      <translation>Bis ich fortsetze</translation>
    </message>
    <message>
      <source>Until tomorrow morning</source>
      <translation>Bis morgen früh</translation>
    </message>
    <message>
      <source>a password is missing</source>
      <translation>ein Passwort fehlt</translation>
    </message>
    <message>
      <source>no account yet</source>
      <translation>noch kein Konto</translation>
    </message>
    <message>
      <source>not on this network</source>
      <translation>nicht in diesem Netz</translation>
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
      <translation>Zugangspunkt</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Erlaubt</translation>
    </message>
    <message>
      <source>Any protection</source>
      <translation>Jeder Schutz</translation>
    </message>
    <message>
      <source>Anywhere (the guard is off)</source>
      <translation>Überall (Wächter aus)</translation>
    </message>
    <message>
      <source>As for all accounts</source>
      <translation>Wie für alle Konten</translation>
    </message>
    <message>
      <source>At least: OWE</source>
      <translation>Mindestens: OWE</translation>
    </message>
    <message>
      <source>At least: WEP</source>
      <translation>Mindestens: WEP</translation>
    </message>
    <message>
      <source>At least: WPA Personal</source>
      <translation>Mindestens: WPA Personal</translation>
    </message>
    <message>
      <source>At least: WPA2 Enterprise</source>
      <translation>Mindestens: WPA2 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA2 Personal</source>
      <translation>Mindestens: WPA2 Personal</translation>
    </message>
    <message>
      <source>At least: WPA3 Enterprise</source>
      <translation>Mindestens: WPA3 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA3 Personal</source>
      <translation>Mindestens: WPA3 Personal</translation>
    </message>
    <message>
      <source>At least: open</source>
      <translation>Mindestens: offen</translation>
    </message>
    <message>
      <source>Below it</source>
      <translation>Darunter</translation>
    </message>
    <message>
      <source>Bridge of virtual machines</source>
      <translation>Brücke virtueller Maschinen</translation>
    </message>
    <message>
      <source>By the network below it</source>
      <translation>Nach dem Netzwerk darunter</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, or allow this one.</source>
      <translation>Verbinden Sie sich mit einem erlaubten Netzwerk, oder erlauben Sie dieses.</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Verbindung</translation>
    </message>
    <message>
      <source>Hardware addresses, separated by commas.</source>
      <translation>Hardwareadressen, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>Inside of a container</source>
      <translation>Inneres eines Containers</translation>
    </message>
    <message>
      <source>Interface</source>
      <translation>Schnittstelle</translation>
    </message>
    <message>
      <source>Metered</source>
      <translation>Getaktet</translation>
    </message>
    <message>
      <source>Metered networks</source>
      <translation>Getaktete Netzwerke</translation>
    </message>
    <message>
      <source>Mobile network</source>
      <translation>Mobilfunk</translation>
    </message>
    <message>
      <source>Mobile networks and phones</source>
      <translation>Mobilfunk und Telefone</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
    <message>
      <source>Network guard: off</source>
      <translation>Netzwerkwächter: aus</translation>
    </message>
    <message>
      <source>Network: offline</source>
      <translation>Netzwerk: offline</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>Nicht erlaubt</translation>
    </message>
    <message>
      <source>On any Wi-Fi</source>
      <translation>In jedem WLAN</translation>
    </message>
    <message>
      <source>Only behind these routers</source>
      <translation>Nur hinter diesen Routern</translation>
    </message>
    <message>
      <source>Only on networks that I list</source>
      <translation>Nur in Netzwerken meiner Liste</translation>
    </message>
    <message>
      <source>Phone by Bluetooth</source>
      <translation>Telefon über Bluetooth</translation>
    </message>
    <message>
      <source>Phone by USB</source>
      <translation>Telefon über USB</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Schutz</translation>
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
      <translation>Ihre Namen in den Netzwerkeinstellungen, durch Kommas getrennt.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <source>Unknown network</source>
      <translation>Unbekanntes Netzwerk</translation>
    </message>
    <message>
      <source>VPN</source>
      <translation>VPN</translation>
    </message>
    <message>
      <source>VPNs that are always allowed</source>
      <translation>Immer erlaubte VPNs</translation>
    </message>
    <message>
      <source>Wi-Fi</source>
      <translation>WLAN</translation>
    </message>
    <message>
      <source>Wired network</source>
      <translation>Kabelnetz</translation>
    </message>
    <message>
      <source>Wired networks</source>
      <translation>Kabelnetze</translation>
    </message>
    <message>
      <source>kSync may sync</source>
      <translation>kSync darf synchronisieren</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>nicht bekannt</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message numerus="yes">
      <source>{count} access point(s)</source>
      <translation>
        <numerusform>{count} Zugangspunkt</numerusform>
        <numerusform>{count} Zugangspunkte</numerusform>
      </translation>
    </message>
    <message>
      <source>{network}: allowed</source>
      <translation>{network}: erlaubt</translation>
    </message>
    <message>
      <source>{network}: allowed for some accounts</source>
      <translation>{network}: für manche Konten erlaubt</translation>
    </message>
    <message>
      <source>{network}: not allowed</source>
      <translation>{network}: nicht erlaubt</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.overview</name>
    <message>
      <source>Checking uploads of {collection}</source>
      <translation>Hochgeladenes von {collection} wird geprüft</translation>
    </message>
    <message>
      <source>Downloading {collection}</source>
      <translation>{collection} wird heruntergeladen</translation>
    </message>
    <message>
      <source>Everything is up to date.</source>
      <translation>Alles ist auf dem neuesten Stand.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Enthält</translation>
    </message>
    <message>
      <source>In {days} days: {here} changes came here, {there} went to the server.</source>
      <translation>In {days} Tagen: {here} Änderungen kamen hierher, {there} gingen zum Server.</translation>
    </message>
    <message>
      <source>Its password is more than a year old.</source>
      <translation>Sein Passwort ist älter als ein Jahr.</translation>
    </message>
    <message>
      <source>Last sync</source>
      <translation>Letzter Abgleich</translation>
    </message>
    <message numerus="yes">
      <source>Looking at {count} collection(s)</source>
      <translation>
        <numerusform>{count} Sammlung wird angesehen</numerusform>
        <numerusform>{count} Sammlungen werden angesehen</numerusform>
      </translation>
    </message>
    <message>
      <source>Next sync</source>
      <translation>Nächster Abgleich</translation>
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation>Noch nicht abgeglichen.</translation>
    </message>
    <message>
      <source>The last sync was stopped; the next one goes on.</source>
      <translation>Der letzte Abgleich wurde angehalten; der nächste macht weiter.</translation>
    </message>
    <message>
      <source>This account waits for its password.</source>
      <translation>Dieses Konto wartet auf sein Passwort.</translation>
    </message>
    <message>
      <source>Uploading {collection}</source>
      <translation>{collection} wird hochgeladen</translation>
    </message>
    <message>
      <source>Writing files of {collection}</source>
      <translation>Dateien von {collection} werden geschrieben</translation>
    </message>
    <message numerus="yes">
      <source>in {count} collection(s)</source>
      <translation>
        <numerusform>in {count} Sammlung</numerusform>
        <numerusform>in {count} Sammlungen</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>pausiert</translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) wait for you.</source>
      <translation>
        <numerusform>{count} Entscheidung wartet auf Sie.</numerusform>
        <numerusform>{count} Entscheidungen warten auf Sie.</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message numerus="yes">
      <source>{first} And {count} more.</source>
      <translation>
        <numerusform>{first} Und {count} weiteres.</numerusform>
        <numerusform>{first} Und {count} weitere.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.privacy</name>
    <message>
      <source>5 files of 1 MB, the oldest goes first</source>
      <translation>5 Dateien zu 1 MB, die älteste geht zuerst</translation>
    </message>
    <message>
      <source>Calendars, tasks and contacts</source>
      <translation>Kalender, Aufgaben und Kontakte</translation>
    </message>
    <message>
      <source>Connected program</source>
      <translation>Verbundenes Programm</translation>
    </message>
    <message>
      <source>Earlier versions</source>
      <translation>Frühere Fassungen</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Erase everything</source>
      <translation>Alles löschen</translation>
    </message>
    <message>
      <source>Erase everything of kSync on this computer?</source>
      <translation>Alles von kSync auf diesem Computer löschen?</translation>
    </message>
    <message>
      <source>Erase the history of {name}?</source>
      <translation>Den Verlauf von {name} löschen?</translation>
    </message>
    <message>
      <source>Erase {name} from this computer?</source>
      <translation>{name} von diesem Computer löschen?</translation>
    </message>
    <message>
      <source>Everything on the server, and on your other devices</source>
      <translation>Alles auf dem Server und auf Ihren anderen Geräten</translation>
    </message>
    <message>
      <source>Files in its folders that kSync did not put there; they are named</source>
      <translation>Dateien in seinen Ordnern, die nicht von kSync sind; sie werden genannt</translation>
    </message>
    <message>
      <source>For you, and for your other programs: they can read these files.</source>
      <translation>Für Sie und für Ihre anderen Programme: Sie können diese Dateien lesen.</translation>
    </message>
    <message>
      <source>Its password comes from a command; kSync keeps none.</source>
      <translation>Sein Passwort kommt von einem Befehl; kSync bewahrt keines auf.</translation>
    </message>
    <message>
      <source>Its password comes from a command; that is still in the settings.</source>
      <translation>Sein Passwort kommt von einem Befehl; der steht noch in den Einstellungen.</translation>
    </message>
    <message>
      <source>Its password was stored in the keyring {when}.</source>
      <translation>Sein Passwort wurde {when} im Schlüsselbund gespeichert.</translation>
    </message>
    <message>
      <source>Its password was stored {when}, more than a year. Providers advise a new one once a year.</source>
      <translation>Sein Passwort wurde {when} gespeichert, vor mehr als einem Jahr. Anbieter raten zu einem neuen einmal im Jahr.</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Protokolle</translation>
    </message>
    <message>
      <source>Notes of the program</source>
      <translation>Notizen des Programms</translation>
    </message>
    <message>
      <source>Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. Pictures and attachments that an entry only names are not fetched.</source>
      <translation>An niemanden sonst wird etwas gesendet: keine Statistik, keine Absturzberichte, keine Suche nach Aktualisierungen. Bilder und Anhänge, die ein Eintrag nur nennt, werden nicht geholt.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Passwort</translation>
    </message>
    <message>
      <source>Reports of runs</source>
      <translation>Berichte der Läufe</translation>
    </message>
    <message>
      <source>Saved: {items} and {versions} in {folder}.</source>
      <translation>Gespeichert: {items} und {versions} in {folder}.</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Abmelden</translation>
    </message>
    <message>
      <source>Sign out and erase</source>
      <translation>Abmelden und löschen</translation>
    </message>
    <message>
      <source>Sign out of {name}?</source>
      <translation>Von {name} abmelden?</translation>
    </message>
    <message>
      <source>Signed out of {name}.</source>
      <translation>Von {name} abgemeldet.</translation>
    </message>
    <message>
      <source>State of the sync</source>
      <translation>Stand des Abgleichs</translation>
    </message>
    <message>
      <source>Still here, as kSync did not put it there: {names}</source>
      <translation>Noch hier, da es nicht von kSync ist: {names}</translation>
    </message>
    <message>
      <source>Talks to {hosts}, and to nobody else.</source>
      <translation>Spricht mit {hosts} und mit niemandem sonst.</translation>
    </message>
    <message>
      <source>The history, the reports, all settings and logs</source>
      <translation>Der Verlauf, die Berichte, alle Einstellungen und Protokolle</translation>
    </message>
    <message>
      <source>The lines of the log about it</source>
      <translation>Die Zeilen des Protokolls darüber</translation>
    </message>
    <message>
      <source>The password in the keyring</source>
      <translation>Das Passwort im Schlüsselbund</translation>
    </message>
    <message>
      <source>The settings of the account, and the lines of the log about it</source>
      <translation>Die Einstellungen des Kontos und die Zeilen des Protokolls darüber</translation>
    </message>
    <message>
      <source>The settings of the account: signing in again is enough</source>
      <translation>Die Einstellungen des Kontos: Es genügt, sich wieder anzumelden</translation>
    </message>
    <message>
      <source>The size of the window, a pause, what was allowed for a while.</source>
      <translation>Die Größe des Fensters, eine Pause, was für eine Weile erlaubt war.</translation>
    </message>
    <message>
      <source>Their passwords in the keyring</source>
      <translation>Ihre Passwörter im Schlüsselbund</translation>
    </message>
    <message>
      <source>These could not be read or joined: {names}.</source>
      <translation>Diese konnten nicht gelesen oder zusammengefügt werden: {names}.</translation>
    </message>
    <message>
      <source>These have no folder here: {names}.</source>
      <translation>Diese haben hier keinen Ordner: {names}.</translation>
    </message>
    <message>
      <source>They cannot be brought back, and earlier runs cannot be undone.</source>
      <translation>Sie lassen sich nicht zurückholen, und frühere Läufe lassen sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
      <source>To log in to the server; it goes nowhere else.</source>
      <translation>Um sich beim Server anzumelden; sonst geht es nirgendwohin.</translation>
    </message>
    <message>
      <source>What a sync overwrote or deleted, so that nothing is lost.</source>
      <translation>Was ein Abgleich überschrieben oder gelöscht hat, damit nichts verloren geht.</translation>
    </message>
    <message>
      <source>What both sides last agreed on, so that a sync can tell what changed.</source>
      <translation>Worin beide Seiten zuletzt übereinstimmten, damit ein Abgleich sieht, was sich geändert hat.</translation>
    </message>
    <message>
      <source>What each sync did, for the page Activity.</source>
      <translation>Was jeder Abgleich getan hat, für die Seite Aktivität.</translation>
    </message>
    <message>
      <source>What ran and what went wrong: no titles, names or addresses.</source>
      <translation>Was lief und was schiefging: keine Titel, Namen oder Adressen.</translation>
    </message>
    <message>
      <source>What was changed here and is not on the server yet is lost. Sync before, if you are not sure.</source>
      <translation>Was hier geändert wurde und noch nicht auf dem Server ist, geht verloren. Gleichen Sie im Zweifel vorher ab.</translation>
    </message>
    <message>
      <source>What was written into its settings, so that it can be undone.</source>
      <translation>Was in seine Einstellungen geschrieben wurde, damit es sich zurücknehmen lässt.</translation>
    </message>
    <message>
      <source>What you chose: accounts, user names, addresses, listed networks. No password.</source>
      <translation>Was Sie gewählt haben: Konten, Benutzernamen, Adressen, gelistete Netze. Kein Passwort.</translation>
    </message>
    <message>
      <source>You are signed out: kSync keeps no password of it.</source>
      <translation>Sie sind abgemeldet: kSync bewahrt kein Passwort davon auf.</translation>
    </message>
    <message>
      <source>as long as the account is here</source>
      <translation>solange das Konto hier ist</translation>
    </message>
    <message>
      <source>kSync ends afterwards.</source>
      <translation>kSync endet danach.</translation>
    </message>
    <message>
      <source>the keyring of your desktop</source>
      <translation>der Schlüsselbund Ihres Desktops</translation>
    </message>
    <message>
      <source>until you delete them</source>
      <translation>bis Sie sie löschen</translation>
    </message>
    <message>
      <source>until you disconnect it</source>
      <translation>bis Sie es trennen</translation>
    </message>
    <message>
      <source>until you erase it</source>
      <translation>bis Sie es löschen</translation>
    </message>
    <message>
      <source>until you sign out</source>
      <translation>bis Sie sich abmelden</translation>
    </message>
    <message numerus="yes">
      <source>{count} account(s): {names}</source>
      <translation>
        <numerusform>{count} Konto: {names}</numerusform>
        <numerusform>{count} Konten: {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} collection(s)</source>
      <translation>
        <numerusform>{count} Sammlung</numerusform>
        <numerusform>{count} Sammlungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s)</source>
      <translation>
        <numerusform>{count} frühere Fassung</numerusform>
        <numerusform>{count} frühere Fassungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s), the reports and the state</source>
      <translation>
        <numerusform>{count} frühere Fassung, die Berichte und der Stand</numerusform>
        <numerusform>{count} frühere Fassungen, die Berichte und der Stand</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} file(s)</source>
      <translation>
        <numerusform>{count} Datei</numerusform>
        <numerusform>{count} Dateien</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) as they are now</source>
      <translation>
        <numerusform>{count} Eintrag, wie er jetzt ist</numerusform>
        <numerusform>{count} Einträge, wie sie jetzt sind</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in their folders</source>
      <translation>
        <numerusform>{count} Eintrag in ihren Ordnern</numerusform>
        <numerusform>{count} Einträge in ihren Ordnern</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in {folder}</source>
      <translation>
        <numerusform>{count} Eintrag in {folder}</numerusform>
        <numerusform>{count} Einträge in {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older item(s) are on the server alone.</source>
      <translation>
        <numerusform>{count} älterer Eintrag ist nur auf dem Server.</numerusform>
        <numerusform>{count} ältere Einträge sind nur auf dem Server.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} password(s) older than a year: {names}.</source>
      <translation>
        <numerusform>Ein Passwort ist älter als ein Jahr: {names}.</numerusform>
        <numerusform>{count} Passwörter sind älter als ein Jahr: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} run(s)</source>
      <translation>
        <numerusform>{count} Lauf</numerusform>
        <numerusform>{count} Läufe</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} version(s)</source>
      <translation>
        <numerusform>{count} Fassung</numerusform>
        <numerusform>{count} Fassungen</numerusform>
      </translation>
    </message>
    <message>
      <source>{days} days, at most {size} MB</source>
      <translation>{days} Tage, höchstens {size} MB</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.problems</name>
    <message>
      <source>A question for its password may be waiting on the desktop.</source>
      <translation>Vielleicht wartet auf dem Desktop eine Frage nach dem Passwort.</translation>
    </message>
    <message>
      <source>Add one to begin.</source>
      <translation>Fügen Sie eines hinzu, um zu beginnen.</translation>
    </message>
    <message>
      <source>Check that this computer is online, and the server's address.</source>
      <translation>Prüfen Sie, ob dieser Computer online ist, und die Adresse des Servers.</translation>
    </message>
    <message>
      <source>Check the user name and the password. With two-step verification most providers want an application password.</source>
      <translation>Prüfen Sie Benutzernamen und Passwort. Bei der Anmeldung in zwei Schritten verlangen die meisten Anbieter ein Anwendungspasswort.</translation>
    </message>
    <message>
      <source>Check this computer's clock, and ask who runs the server.</source>
      <translation>Prüfen Sie die Uhr dieses Computers, und fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
      <source>If the collection is shared with you, its owner decides; here it can be read only.</source>
      <translation>Ist die Sammlung mit Ihnen geteilt, entscheidet ihr Eigentümer; hier lässt sie sich nur lesen.</translation>
    </message>
    <message>
      <source>Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC).</source>
      <translation>Installieren Sie einen Schlüsselbund, der es schützt (gnome-keyring, KWallet, KeePassXC).</translation>
    </message>
    <message>
      <source>It is done in a moment.</source>
      <translation>Gleich ist es fertig.</translation>
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good, switch it off.</source>
      <translation>Ihre Dateien bleiben, wie sie sind. Ist sie endgültig weg, schalten Sie sie aus.</translation>
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open.</source>
      <translation>Sehen Sie nach, ob der Schlüsselbund des Desktops läuft und offen ist.</translation>
    </message>
    <message>
      <source>Mend the line, or take it out, and save the file.</source>
      <translation>Berichtigen Sie die Zeile oder nehmen Sie sie heraus, und speichern Sie die Datei.</translation>
    </message>
    <message>
      <source>Open collections</source>
      <translation>Sammlungen öffnen</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <source>Show the file</source>
      <translation>Datei zeigen</translation>
    </message>
    <message>
      <source>Sign in, and the password is stored.</source>
      <translation>Melden Sie sich an, dann wird das Passwort gespeichert.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</source>
      <translation>Starten Sie den Schlüsselbund des Desktops (gnome-keyring, KWallet, KeePassXC …).</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Undo the change, or let this collection sync both ways.</source>
      <translation>Nehmen Sie die Änderung zurück, oder lassen Sie diese Sammlung in beide Richtungen abgleichen.</translation>
    </message>
    <message>
      <source>Unlock it here, or log in to the desktop with your password.</source>
      <translation>Entsperren Sie ihn hier, oder melden Sie sich mit Ihrem Passwort am Desktop an.</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>Entsperren …</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.programs</name>
    <message>
      <source>Calendar and Contacts</source>
      <translation>Kalender und Kontakte</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and Evolution</source>
      <translation>GNOME Kalender, Kontakte und Evolution</translation>
    </message>
    <message>
      <source>KOrganizer, Merkuro and KAddressBook</source>
      <translation>KOrganizer, Merkuro und KAddressBook</translation>
    </message>
    <message>
      <source>Not connected.</source>
      <translation>Nicht verbunden.</translation>
    </message>
    <message>
      <source>Set up by hand, in a few steps.</source>
      <translation>Von Hand einzurichten, in wenigen Schritten.</translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync.</source>
      <translation>
        <numerusform>Zeigt {count} Sammlung von kSync.</numerusform>
        <numerusform>Zeigt {count} Sammlungen von kSync.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync; not up to date.</source>
      <translation>
        <numerusform>Zeigt {count} Sammlung von kSync; nicht auf dem neuesten Stand.</numerusform>
        <numerusform>Zeigt {count} Sammlungen von kSync; nicht auf dem neuesten Stand.</numerusform>
      </translation>
    </message>
    <message>
      <source>Steps…</source>
      <translation>Schritte…</translation>
    </message>
    <message>
      <source>Thunderbird</source>
      <translation>Thunderbird</translation>
    </message>
    <message>
      <source>Update</source>
      <translation>Aktualisieren</translation>
    </message>
    <message>
      <source>{name} is not connected any more.</source>
      <translation>{name} ist nicht mehr verbunden.</translation>
    </message>
    <message>
      <source>{name} shows all of it already.</source>
      <translation>{name} zeigt schon alles.</translation>
    </message>
    <message numerus="yes">
      <source>{name} shows {count} collection(s) from its next start.</source>
      <translation>
        <numerusform>{name} zeigt ab dem nächsten Start {count} Sammlung.</numerusform>
        <numerusform>{name} zeigt ab dem nächsten Start {count} Sammlungen.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.settings</name>
    <message>
      <source>A notification, once, when the state changes.</source>
      <translation>Eine Benachrichtigung, einmal, wenn sich der Zustand ändert.</translation>
    </message>
    <message>
      <source>As files</source>
      <translation>Als Dateien</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>Wie der Desktop</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Ask before this many are deleted at once</source>
      <translation>Fragen, bevor so viele auf einmal gelöscht werden</translation>
    </message>
    <message>
      <source>Both versions are kept</source>
      <translation>Beide Fassungen bleiben</translation>
    </message>
    <message>
      <source>Changes on this computer go out at once, whatever this says.</source>
      <translation>Änderungen auf diesem Computer gehen sofort hinaus, was immer hier steht.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Every version that a sync overwrote or deleted can be brought back.</source>
      <translation>Jede Fassung, die ein Abgleich überschrieben oder gelöscht hat, lässt sich zurückholen.</translation>
    </message>
    <message>
      <source>General</source>
      <translation>Allgemein</translation>
    </message>
    <message>
      <source>Icon for a panel that is</source>
      <translation>Symbol für eine Leiste, die so ist</translation>
    </message>
    <message>
      <source>In GNOME’s programs</source>
      <translation>In den Programmen von GNOME</translation>
    </message>
    <message>
      <source>Keep old versions for</source>
      <translation>Alte Fassungen behalten</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>MB for each account</source>
      <translation>MB je Konto</translation>
    </message>
    <message>
      <source>Managed by your organisation</source>
      <translation>Von Ihrer Organisation verwaltet</translation>
    </message>
    <message>
      <source>Managed by {organization}</source>
      <translation>Von {organization} verwaltet</translation>
    </message>
    <message>
      <source>Merge, and let the server decide the rest</source>
      <translation>Zusammenführen, im Übrigen gilt der Server</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Zeitplan</translation>
    </message>
    <message>
      <source>Sync every</source>
      <translation>Abgleichen alle</translation>
    </message>
    <message>
      <source>Tell me when something needs me</source>
      <translation>Mir sagen, wenn mich etwas braucht</translation>
    </message>
    <message>
      <source>The server's version is kept</source>
      <translation>Die Fassung des Servers bleibt</translation>
    </message>
    <message>
      <source>This computer's version is kept</source>
      <translation>Die Fassung dieses Computers bleibt</translation>
    </message>
    <message>
      <source>What is not kept goes to the history, whatever you choose.</source>
      <translation>Was nicht behalten wird, kommt in den Verlauf, was immer Sie wählen.</translation>
    </message>
    <message>
      <source>Your organisation manages some settings.</source>
      <translation>Ihre Organisation verwaltet einige Einstellungen.</translation>
    </message>
    <message>
      <source>and more than this share of a collection</source>
      <translation>und mehr als dieser Anteil einer Sammlung</translation>
    </message>
    <message>
      <source>but use at most</source>
      <translation>aber höchstens</translation>
    </message>
    <message>
      <source>items</source>
      <translation>Einträge</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>Minuten</translation>
    </message>
    <message>
      <source>{organization} manages some settings.</source>
      <translation>{organization} verwaltet einige Einstellungen.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.status</name>
    <message>
      <source>No account yet.</source>
      <translation>Noch kein Konto.</translation>
    </message>
    <message>
      <source>Paused until you resume.</source>
      <translation>Pausiert, bis Sie fortsetzen.</translation>
    </message>
    <message>
      <source>Paused; goes on {when}.</source>
      <translation>Pausiert; es geht weiter {when}.</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Startet …</translation>
    </message>
    <message>
      <source>Syncing …</source>
      <translation>Abgleich läuft …</translation>
    </message>
    <message>
      <source>Syncing: {done} of {total}.</source>
      <translation>Abgleich: {done} von {total}.</translation>
    </message>
    <message>
      <source>Up to date; synced {when}.</source>
      <translation>Aktuell; abgeglichen {when}.</translation>
    </message>
    <message>
      <source>{account} waits for its password.</source>
      <translation>{account} wartet auf sein Passwort.</translation>
    </message>
    <message>
      <source>{account}: {message}</source>
      <translation>{account}: {message}</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) wait for you.</source>
      <translation>
        <numerusform>{count} Konflikt wartet auf Sie.</numerusform>
        <numerusform>{count} Konflikte warten auf Sie.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) on deletions and returns wait for you.</source>
      <translation>
        <numerusform>{count} Entscheidung über Löschungen oder Wiederkehr wartet auf Sie.</numerusform>
        <numerusform>{count} Entscheidungen über Löschungen oder Wiederkehr warten auf Sie.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) could not be synced.</source>
      <translation>
        <numerusform>{count} Eintrag konnte nicht abgeglichen werden.</numerusform>
        <numerusform>{count} Einträge konnten nicht abgeglichen werden.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.when</name>
    <message>
      <source>in a moment</source>
      <translation>gleich</translation>
    </message>
    <message numerus="yes">
      <source>in {count} day(s)</source>
      <translation>
        <numerusform>in {count} Tag</numerusform>
        <numerusform>in {count} Tagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} hour(s)</source>
      <translation>
        <numerusform>in {count} Stunde</numerusform>
        <numerusform>in {count} Stunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} minute(s)</source>
      <translation>
        <numerusform>in {count} Minute</numerusform>
        <numerusform>in {count} Minuten</numerusform>
      </translation>
    </message>
    <message>
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) ago</source>
      <translation>
        <numerusform>vor {count} Tag</numerusform>
        <numerusform>vor {count} Tagen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) ago</source>
      <translation>
        <numerusform>vor {count} Stunde</numerusform>
        <numerusform>vor {count} Stunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) ago</source>
      <translation>
        <numerusform>vor {count} Minute</numerusform>
        <numerusform>vor {count} Minuten</numerusform>
      </translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation>{minutes} Min. {seconds} s</translation>
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
      <translation>Alles bereit</translation>
    </message>
    <message>
      <source>Another server</source>
      <translation>Ein anderer Server</translation>
    </message>
    <message>
      <source>Any CalDAV or CardDAV server; you need its address</source>
      <translation>Jeder CalDAV- oder CardDAV-Server; Sie brauchen seine Adresse</translation>
    </message>
    <message>
      <source>Any Nextcloud; you need its address</source>
      <translation>Jede Nextcloud; Sie brauchen ihre Adresse</translation>
    </message>
    <message>
      <source>Ask your provider whether calendars and contacts are part of your account.</source>
      <translation>Fragen Sie Ihren Anbieter, ob Kalender und Kontakte zu Ihrem Konto gehören.</translation>
    </message>
    <message>
      <source>Best is an application password: it can be withdrawn alone. With two-step verification nothing else works.</source>
      <translation>Am besten ist ein Anwendungspasswort: Es lässt sich einzeln widerrufen. Mit Zwei-Faktor-Anmeldung geht nichts anderes.</translation>
    </message>
    <message>
      <source>Check both for slips; perhaps the server wants an application password.</source>
      <translation>Prüfen Sie beides auf Tippfehler; vielleicht will der Server ein Anwendungspasswort.</translation>
    </message>
    <message>
      <source>Check both; with two-step verification it has to be an application password, not your main one.</source>
      <translation>Prüfen Sie beides; mit Zwei-Faktor-Anmeldung muss es ein Anwendungspasswort sein, nicht Ihr Hauptpasswort.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again.</source>
      <translation>Prüfen Sie, ob dieser Computer online ist, und versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>Check the address and this computer's clock; on a public network log in first.</source>
      <translation>Prüfen Sie die Adresse und die Uhr dieses Computers; melden Sie sich in einem öffentlichen Netz erst an.</translation>
    </message>
    <message>
      <source>Check the address for a slip, and that this computer is online.</source>
      <translation>Prüfen Sie die Adresse auf Tippfehler und ob dieser Computer online ist.</translation>
    </message>
    <message>
      <source>Check the address for a slip; often the name of the server alone is right.</source>
      <translation>Prüfen Sie die Adresse; oft genügt der Name des Servers allein.</translation>
    </message>
    <message>
      <source>Check the address, and that this computer is online; then try again.</source>
      <translation>Prüfen Sie die Adresse und ob dieser Computer online ist; versuchen Sie es dann wieder.</translation>
    </message>
    <message>
      <source>Check the address; on a public network log in to its start page first.</source>
      <translation>Prüfen Sie die Adresse; melden Sie sich in einem öffentlichen Netz erst auf dessen Startseite an.</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, then try again.</source>
      <translation>Verbinden Sie sich mit einem erlaubten Netz und versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>Give the address of that other host, if it is your provider's own.</source>
      <translation>Geben Sie die Adresse jenes anderen Servers an, wenn er Ihrem Anbieter gehört.</translation>
    </message>
    <message>
      <source>If the server offers application passwords, take one.</source>
      <translation>Wenn der Server Anwendungspasswörter anbietet, nehmen Sie eines.</translation>
    </message>
    <message>
      <source>Infomaniak's short logins look like AB12345; this one does not.</source>
      <translation>Die kurzen Logins von Infomaniak sehen aus wie AB12345; dieser nicht.</translation>
    </message>
    <message>
      <source>It is kept by {backend}.</source>
      <translation>Es wird von {backend} aufbewahrt.</translation>
    </message>
    <message>
      <source>It is kept in KWallet.</source>
      <translation>Es wird in KWallet aufbewahrt.</translation>
    </message>
    <message>
      <source>It is kept in the Windows Credential Manager.</source>
      <translation>Es wird in der Windows-Anmeldeinformationsverwaltung aufbewahrt.</translation>
    </message>
    <message>
      <source>It is kept in the keyring of your desktop (Secret Service).</source>
      <translation>Es wird im Schlüsselbund Ihres Desktops aufbewahrt (Secret Service).</translation>
    </message>
    <message>
      <source>It is kept in your macOS keychain.</source>
      <translation>Es wird in Ihrem macOS-Schlüsselbund aufbewahrt.</translation>
    </message>
    <message>
      <source>It looks like https://cloud.example.org.</source>
      <translation>Sie sieht aus wie https://cloud.example.org.</translation>
    </message>
    <message>
      <source>Make an application password with the button, and paste it here.</source>
      <translation>Erstellen Sie mit dem Knopf ein Anwendungspasswort und fügen Sie es hier ein.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found there.</source>
      <translation>Dort wurden weder Kalender noch Adressbuch gefunden.</translation>
    </message>
    <message>
      <source>Open your calendar once in the web browser, check the user name, then try again.</source>
      <translation>Öffnen Sie Ihren Kalender einmal im Browser, prüfen Sie den Benutzernamen und versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Anmelden</translation>
    </message>
    <message>
      <source>Start one (gnome-keyring, KWallet …), or name a command that prints the password.</source>
      <translation>Starten Sie einen (gnome-keyring, KWallet …) oder nennen Sie einen Befehl, der das Passwort ausgibt.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring, or name a command that prints the password.</source>
      <translation>Starten Sie den Schlüsselbund des Desktops oder nennen Sie einen Befehl, der das Passwort ausgibt.</translation>
    </message>
    <message>
      <source>The address begins with http://, where a password could be read on its way.</source>
      <translation>Die Adresse beginnt mit http://; ein Passwort ließe sich unterwegs mitlesen.</translation>
    </message>
    <message>
      <source>The command did not print a password.</source>
      <translation>Der Befehl hat kein Passwort ausgegeben.</translation>
    </message>
    <message>
      <source>The connection to the server broke.</source>
      <translation>Die Verbindung zum Server brach ab.</translation>
    </message>
    <message>
      <source>The first sync</source>
      <translation>Der erste Abgleich</translation>
    </message>
    <message>
      <source>The keyring that is there would keep the password readable.</source>
      <translation>Der vorhandene Schlüsselbund würde das Passwort lesbar aufbewahren.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network, so nothing was sent.</source>
      <translation>Der Netzwächter erlaubt dieses Netz nicht; es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>The server asks to be left alone for a while.</source>
      <translation>Der Server möchte eine Weile in Ruhe gelassen werden.</translation>
    </message>
    <message>
      <source>The server does not accept this user name with this password.</source>
      <translation>Der Server nimmt diesen Benutzernamen mit diesem Passwort nicht an.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
      <source>The server has a problem of its own.</source>
      <translation>Der Server hat selbst ein Problem.</translation>
    </message>
    <message>
      <source>The server knows you, and does not let you in here.</source>
      <translation>Der Server kennt Sie, lässt Sie hier aber nicht hinein.</translation>
    </message>
    <message>
      <source>The server sends kSync on to another host, where your password must not go.</source>
      <translation>Der Server schickt kSync zu einem anderen Host, wohin Ihr Passwort nicht gehen darf.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted, so nothing was sent.</source>
      <translation>Dem Zertifikat des Servers wird nicht vertraut; es wurde nichts gesendet.</translation>
    </message>
    <message>
      <source>The user name as the server knows it.</source>
      <translation>Der Benutzername, wie ihn der Server kennt.</translation>
    </message>
    <message>
      <source>The user name is your whole e-mail address.</source>
      <translation>Der Benutzername ist Ihre ganze E-Mail-Adresse.</translation>
    </message>
    <message>
      <source>The user name looks like AB12345; it is not your e-mail address.</source>
      <translation>Der Benutzername sieht aus wie AB12345; es ist nicht Ihre E-Mail-Adresse.</translation>
    </message>
    <message>
      <source>There is a web server at this address, but no calendar service.</source>
      <translation>Unter dieser Adresse ist ein Webserver, aber kein Kalenderdienst.</translation>
    </message>
    <message>
      <source>There is no keyring in which the password could be kept.</source>
      <translation>Es gibt keinen Schlüsselbund, der das Passwort aufbewahren könnte.</translation>
    </message>
    <message>
      <source>There is no server of this name.</source>
      <translation>Es gibt keinen Server dieses Namens.</translation>
    </message>
    <message>
      <source>There is nothing at this address.</source>
      <translation>Unter dieser Adresse ist nichts.</translation>
    </message>
    <message>
      <source>This is an e-mail address. Infomaniak wants the short login, like AB12345.</source>
      <translation>Das ist eine E-Mail-Adresse. Infomaniak will den kurzen Login, wie AB12345.</translation>
    </message>
    <message>
      <source>This is no address of a server.</source>
      <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
      <source>This is no whole e-mail address.</source>
      <translation>Das ist keine vollständige E-Mail-Adresse.</translation>
    </message>
    <message>
      <source>Try again later; it is not your login.</source>
      <translation>Versuchen Sie es später wieder; an Ihrer Anmeldung liegt es nicht.</translation>
    </message>
    <message>
      <source>Try it in a terminal; its first line has to be the password.</source>
      <translation>Versuchen Sie ihn in einem Terminal; seine erste Zeile muss das Passwort sein.</translation>
    </message>
    <message>
      <source>Use the address with https://.</source>
      <translation>Verwenden Sie die Adresse mit https://.</translation>
    </message>
    <message>
      <source>Wait a few minutes, then try again.</source>
      <translation>Warten Sie ein paar Minuten und versuchen Sie es wieder.</translation>
    </message>
    <message>
      <source>Welcome to kSync</source>
      <translation>Willkommen bei kSync</translation>
    </message>
    <message>
      <source>What shall be synced?</source>
      <translation>Was soll abgeglichen werden?</translation>
    </message>
    <message>
      <source>Where is your account?</source>
      <translation>Wo ist Ihr Konto?</translation>
    </message>
    <message>
      <source>Where it appears</source>
      <translation>Wo es erscheint</translation>
    </message>
    <message>
      <source>Where may kSync sync?</source>
      <translation>Wo darf kSync abgleichen?</translation>
    </message>
    <message>
      <source>Your organisation has set this account up.</source>
      <translation>Ihre Organisation hat dieses Konto eingerichtet.</translation>
    </message>
    <message numerus="yes">
      <source>from {count} collection(s)</source>
      <translation>
        <numerusform>aus {count} Sammlung</numerusform>
        <numerusform>aus {count} Sammlungen</numerusform>
      </translation>
    </message>
    <message>
      <source>kSuite, Calendar and Contacts of Infomaniak</source>
      <translation>kSuite, Kalender und Kontakte von Infomaniak</translation>
    </message>
    <message>
      <source>your server</source>
      <translation>Ihrem Server</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s)</source>
      <translation>
        <numerusform>{count} Aufgabe</numerusform>
        <numerusform>{count} Aufgaben</numerusform>
      </translation>
    </message>
    <message>
      <source>{items} {places} will be copied to this computer.</source>
      <translation>{items} {places} werden auf diesen Computer kopiert.</translation>
    </message>
    <message>
      <source>{name} takes an application password only.</source>
      <translation>{name} nimmt nur ein Anwendungspasswort.</translation>
    </message>
    <message>
      <source>{organization} has set this account up; only your password is missing.</source>
      <translation>{organization} hat dieses Konto eingerichtet; nur Ihr Passwort fehlt.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.chart</name>
    <message>
      <source>Changes of the last 30 days</source>
      <translation>Änderungen der letzten 30 Tage</translation>
    </message>
    <message>
      <source>{day}: {here} here, {there} to the server</source>
      <translation>{day}: {here} hierher, {there} zum Server</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.columns</name>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Take this one</source>
      <translation>Diese nehmen</translation>
    </message>
    <message>
      <source>Take {property} of: {side}</source>
      <translation>{property} nehmen von: {side}</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>Der Server</translation>
    </message>
    <message>
      <source>The versions</source>
      <translation>Die Fassungen</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>nicht vorhanden</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.copying</name>
    <message>
      <source>Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and the history, into a folder that is new or empty. The server is not asked.</source>
      <translation>Kalender und Aufgaben (.ics), Kontakte (.vcf), Einstellungen ohne Geheimnisse und der Verlauf, in einen neuen oder leeren Ordner. Der Server wird nicht gefragt.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Auswählen …</translation>
    </message>
    <message>
      <source>Copying …</source>
      <translation>Wird kopiert …</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save a copy of everything</source>
      <translation>Eine Kopie von allem speichern</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.dialogs</name>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.guard</name>
    <message>
      <source>Network guard</source>
      <translation>Netzwerkwächter</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.help</name>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Nothing is lost: what a sync replaces or deletes is kept. The page Activity brings it back.</source>
      <translation>Nichts geht verloren: Was ein Abgleich ersetzt oder löscht, bleibt erhalten. Die Seite Aktivität bringt es zurück.</translation>
    </message>
    <message>
      <source>What the pictures mean</source>
      <translation>Was die Bilder bedeuten</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.leaving</name>
    <message>
      <source>This goes:</source>
      <translation>Das geht:</translation>
    </message>
    <message>
      <source>This stays:</source>
      <translation>Das bleibt:</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.listing</name>
    <message>
      <source>Access points (optional)</source>
      <translation>Zugangspunkte (optional)</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>Erlauben</translation>
    </message>
    <message>
      <source>Name of the network</source>
      <translation>Name des Netzwerks</translation>
    </message>
    <message>
      <source>What you call it (optional)</source>
      <translation>Ihre Bezeichnung (optional)</translation>
    </message>
    <message>
      <source>Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker imitations out; access points keep out all others.</source>
      <translation>Wer den Namen eines WLANs kennt, kann es nachahmen. Der Mindestschutz hält schwächere Nachahmungen fern, Zugangspunkte alle anderen.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.month</name>
    <message numerus="yes">
      <source>{count} more</source>
      <translation>
        <numerusform>{count} weiterer</numerusform>
        <numerusform>{count} weitere</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.naming</name>
    <message>
      <source>Create</source>
      <translation>Anlegen</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>Neue Sammlung</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename {name}</source>
      <translation>{name} umbenennen</translation>
    </message>
    <message>
      <source>Task list</source>
      <translation>Aufgabenliste</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.programs</name>
    <message>
      <source>Calendars and contacts appear there without a password, by an address of this computer alone. Thunderbird has to be closed while it is connected.</source>
      <translation>Kalender und Kontakte erscheinen dort ohne Passwort, über eine Adresse nur dieses Computers. Thunderbird muss geschlossen sein, während es verbunden wird.</translation>
    </message>
    <message>
      <source>Connect {name}</source>
      <translation>{name} verbinden</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>Trennen</translation>
    </message>
    <message>
      <source>Disconnect: {name}</source>
      <translation>Trennen: {name}</translation>
    </message>
    <message>
      <source>In your other programs</source>
      <translation>In Ihren anderen Programmen</translation>
    </message>
    <message>
      <source>No such program was found on this computer.</source>
      <translation>Auf diesem Computer wurde kein solches Programm gefunden.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Throw these edits away?</source>
      <translation>Diese Änderungen verwerfen?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.reading</name>
    <message>
      <source>Reading</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Reading: {done} of {total}</source>
      <translation>Lesen: {done} von {total}</translation>
    </message>
    <message>
      <source>They are synced and kept as they are; they are only not shown here.</source>
      <translation>Sie werden synchronisiert und bleiben, wie sie sind; nur gezeigt werden sie hier nicht.</translation>
    </message>
    <message>
      <source>Which?</source>
      <translation>Welche?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sheet</name>
    <message>
      <source>Close the details</source>
      <translation>Einzelheiten schließen</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sign_in</name>
    <message>
      <source>It is tried at once, and kept in the keyring of your desktop.</source>
      <translation>Es wird sofort ausprobiert und im Schlüsselbund Ihres Desktops aufbewahrt.</translation>
    </message>
    <message>
      <source>Make an application password in the browser…</source>
      <translation>Im Browser ein Anwendungspasswort anlegen …</translation>
    </message>
    <message>
      <source>Password, better an application password</source>
      <translation>Passwort, am besten ein Anwendungspasswort</translation>
    </message>
    <message>
      <source>Sign in to {account}</source>
      <translation>Bei {account} anmelden</translation>
    </message>
    <message>
      <source>User name: {name}</source>
      <translation>Benutzername: {name}</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.stored</name>
    <message>
      <source>Open the folder: {what}</source>
      <translation>Ordner öffnen: {what}</translation>
    </message>
    <message>
      <source>Where, and how long: {text}</source>
      <translation>Wo, und wie lange: {text}</translation>
    </message>
  </context>
  <context>
    <name>ui.window</name>
    <message>
      <source>Close this message</source>
      <translation>Diese Nachricht schließen</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.begin</name>
    <message>
      <source>Calendars, tasks and contacts are the same here and on your server.</source>
      <translation>Kalender, Aufgaben und Kontakte sind hier und auf Ihrem Server dieselben.</translation>
    </message>
    <message>
      <source>If you want, it syncs only on the networks that you choose.</source>
      <translation>Auf Wunsch gleicht es nur in den Netzen ab, die Sie wählen.</translation>
    </message>
    <message>
      <source>In a few steps your account is on this computer. Until the last one nothing is kept: you can cancel at any time.</source>
      <translation>In wenigen Schritten ist Ihr Konto auf diesem Computer. Bis zum letzten wird nichts behalten: Sie können jederzeit abbrechen.</translation>
    </message>
    <message>
      <source>Let’s begin</source>
      <translation>Los geht’s</translation>
    </message>
    <message>
      <source>Nothing is lost: every version that is overwritten can be brought back.</source>
      <translation>Nichts geht verloren: Jede überschriebene Fassung lässt sich zurückholen.</translation>
    </message>
    <message>
      <source>What kSync does</source>
      <translation>Was kSync tut</translation>
    </message>
    <message>
      <source>Your password goes to the keyring, and from there to your server alone.</source>
      <translation>Ihr Passwort geht in den Schlüsselbund und von dort nur zu Ihrem Server.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.choose</name>
    <message>
      <source>Allow the Wi-Fi that I am on</source>
      <translation>Mein jetziges WLAN erlauben</translation>
    </message>
    <message>
      <source>Allowed: {names}</source>
      <translation>Erlaubt: {names}</translation>
    </message>
    <message>
      <source>Anywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, khard, todoman and many editors read and write them. Only you can open them, and every program that you start.</source>
      <translation>Jeder Kalender und jedes Adressbuch ist ein Ordner, jeder Eintrag eine Datei (.ics, .vcf), wie khal, khard, todoman und viele Editoren sie lesen und schreiben. Nur Sie können sie öffnen, und jedes Programm, das Sie starten.</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, as calendars and address books of their own.</source>
      <translation>GNOME-Kalender, -Kontakte und -Aufgaben, Evolution und die Uhr des Desktops zeigen sie als eigene Kalender und Adressbücher.</translation>
    </message>
    <message>
      <source>It is not on this computer: evolution-data-server does not answer.</source>
      <translation>Nicht auf diesem Computer: evolution-data-server antwortet nicht.</translation>
    </message>
    <message>
      <source>Not over a cable or a mobile network. Names of networks are never read.</source>
      <translation>Nicht über Kabel oder Mobilfunk. Namen von Netzen werden nie gelesen.</translation>
    </message>
    <message>
      <source>Of what you leave out nothing is fetched. You can change it at any time.</source>
      <translation>Was Sie weglassen, wird nicht geholt. Sie können es jederzeit ändern.</translation>
    </message>
    <message>
      <source>On every network, wired or not.</source>
      <translation>In jedem Netz, mit oder ohne Kabel.</translation>
    </message>
    <message>
      <source>Only on networks that I choose</source>
      <translation>Nur in Netzen, die ich wähle</translation>
    </message>
    <message>
      <source>The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may ask whether kSync may know your location: the name of a Wi-Fi tells it.</source>
      <translation>Der Name Ihres WLANs wird gelesen, verglichen und vergessen. Ihr System fragt vielleicht, ob kSync Ihren Standort kennen darf: Der Name eines WLANs verrät ihn.</translation>
    </message>
    <message>
      <source>The pages Calendar and Contacts of this window show everything in any case. Thunderbird, KOrganizer and others are connected on the page Settings. You can change it at any time; nothing is lost by it.</source>
      <translation>Die Seiten Kalender und Kontakte dieses Fensters zeigen auf jeden Fall alles. Thunderbird, KOrganizer und andere werden auf der Seite Einstellungen verbunden. Sie können es jederzeit ändern; nichts geht dabei verloren.</translation>
    </message>
    <message>
      <source>Until a network is allowed, nothing is synced.</source>
      <translation>Solange kein Netz erlaubt ist, wird nichts abgeglichen.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.finish</name>
    <message>
      <source>Asking the server what there is …</source>
      <translation>Der Server wird gefragt, was da ist …</translation>
    </message>
    <message>
      <source>From now on kSync syncs by itself, and at once when something changes here.</source>
      <translation>Ab jetzt gleicht kSync von selbst ab, und sofort, wenn sich hier etwas ändert.</translation>
    </message>
    <message>
      <source>It could not be looked at now; it is tried again when it syncs.</source>
      <translation>Es ließ sich jetzt nicht ansehen; beim Abgleich wird es wieder versucht.</translation>
    </message>
    <message>
      <source>Nothing on the server is changed by it. Afterwards changes go both ways.</source>
      <translation>Auf dem Server ändert es nichts. Danach gehen Änderungen in beide Richtungen.</translation>
    </message>
    <message>
      <source>Nothing was kept; it can be tried again.</source>
      <translation>Es wurde nichts behalten; Sie können es wieder versuchen.</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Start syncing</source>
      <translation>Abgleich starten</translation>
    </message>
    <message>
      <source>The files will be in {folder}; only you can open them, and every program that you start.</source>
      <translation>Die Dateien werden in {folder} sein; nur Sie können sie öffnen, und jedes Programm, das Sie starten.</translation>
    </message>
    <message>
      <source>What comes</source>
      <translation>Was kommt</translation>
    </message>
    <message>
      <source>What happens now</source>
      <translation>Was jetzt geschieht</translation>
    </message>
    <message>
      <source>{name} is added, and its first sync is on its way.</source>
      <translation>{name} ist hinzugefügt; der erste Abgleich ist unterwegs.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.sign_in</name>
    <message>
      <source>Address of the server</source>
      <translation>Adresse des Servers</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Command that prints the password</source>
      <translation>Befehl, der das Passwort ausgibt</translation>
    </message>
    <message>
      <source>Sign in to {name}</source>
      <translation>Bei {name} anmelden</translation>
    </message>
    <message>
      <source>The password is not kept: the command is run when it is needed.</source>
      <translation>Das Passwort wird nicht aufbewahrt: Der Befehl läuft, wenn es gebraucht wird.</translation>
    </message>
    <message>
      <source>Use a command that prints the password instead</source>
      <translation>Stattdessen einen Befehl verwenden, der das Passwort ausgibt</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Benutzername</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.step</name>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>In Arbeit</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.wizard</name>
    <message>
      <source>Add an account</source>
      <translation>Konto hinzufügen</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Step {number} of {total}</source>
      <translation>Schritt {number} von {total}</translation>
    </message>
  </context>
</TS>
