<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>ksync.connect</name>
    <message>
      <source>Add a server with the protocol CalDAV and the address {address}, then fetch and accept.</source>
      <translation>Ajoutez un serveur avec le protocole CalDAV et l’adresse {address}, puis récupérez et acceptez.</translation>
    </message>
    <message>
      <source>Add another one with the protocol CardDAV and the same address, then fetch and accept.</source>
      <translation>Ajoutez-en un autre avec le protocole CardDAV et la même adresse, puis récupérez et acceptez.</translation>
    </message>
    <message>
      <source>For “{name}”, add a CardDAV address book in Thunderbird: no user name, and the address {address}.</source>
      <translation>Pour « {name} », ajoutez dans Thunderbird un carnet d’adresses CardDAV : sans nom d’utilisateur, avec l’adresse {address}.</translation>
    </message>
    <message>
      <source>For “{name}”, add a new calendar on the network in Thunderbird: no user name, and the address {address}.</source>
      <translation>Pour « {name} », ajoutez dans Thunderbird un nouvel agenda sur le réseau : sans nom d’utilisateur, avec l’adresse {address}.</translation>
    </message>
    <message>
      <source>In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware resource”. In KAddressBook the same resource serves contacts.</source>
      <translation>Dans KOrganizer ou Merkuro, dans les réglages sous Calendriers (ou Comptes), ajoutez une « ressource de collaboration DAV ». Dans KAddressBook, la même ressource sert les contacts.</translation>
    </message>
    <message>
      <source>In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type Advanced.</source>
      <translation>Dans les réglages de Calendrier, sous Comptes, ajoutez un « Autre compte CalDAV » de type Avancé.</translation>
    </message>
    <message>
      <source>In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.</source>
      <translation>Dans les réglages de Contacts, ajoutez un « Autre compte Contacts », CardDAV, avec les mêmes valeurs.</translation>
    </message>
    <message>
      <source>Install it there. The certificate is this computer's alone, and so is the password.</source>
      <translation>Installez-le à cet endroit. Le certificat n’appartient qu’à cet ordinateur, tout comme le mot de passe.</translation>
    </message>
    <message>
      <source>Name: kSync. User name: {username}. Password: {password}.</source>
      <translation>Nom : kSync. Nom d’utilisateur : {username}. Mot de passe : {password}.</translation>
    </message>
    <message>
      <source>Open {file}: macOS shows it in System Settings, General, Device Management.</source>
      <translation>Ouvrez {file} : macOS le montre dans Réglages Système, Général, Gestion des appareils.</translation>
    </message>
    <message>
      <source>Then delete the file. To undo it all, remove the profile in the same place.</source>
      <translation>Supprimez ensuite le fichier. Pour tout annuler, retirez le profil au même endroit.</translation>
    </message>
    <message>
      <source>User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. Port: {port}. Use SSL.</source>
      <translation>Nom d’utilisateur : {username}. Mot de passe : {password}. Adresse du serveur : {host}. Chemin du serveur : {path}. Port : {port}. Utilisez SSL.</translation>
    </message>
    <message>
      <source>When an assistant asks for a user name and a password, cancel it: the window behind it takes an address.</source>
      <translation>Si un assistant demande un nom d’utilisateur et un mot de passe, annulez-le : la fenêtre derrière lui accepte une adresse.</translation>
    </message>
    <message>
      <source>macOS asks once whether the certificate of this computer is to be trusted.</source>
      <translation>macOS demande une fois s’il faut faire confiance au certificat de cet ordinateur.</translation>
    </message>
  </context>
  <context>
    <name>ksync.reporting</name>
    <message>
      <source>A change was sent and the connection broke before the server answered.</source>
      <translation>Un changement a été envoyé et la connexion s’est rompue avant la réponse du serveur.</translation>
    </message>
    <message>
      <source>A file could not be written as planned.</source>
      <translation>Un fichier n’a pas pu être écrit comme prévu.</translation>
    </message>
    <message>
      <source>A policy file is not to be trusted: {detail}</source>
      <translation>Un fichier de règles n’est pas digne de confiance : {detail}</translation>
    </message>
    <message>
      <source>A policy file is not valid: {detail}</source>
      <translation>Un fichier de règles n’est pas valide : {detail}</translation>
    </message>
    <message>
      <source>Allow kSync the location, and turn the location service on, in the system's settings.</source>
      <translation>Autorisez la localisation pour kSync et activez ce service dans les réglages du système.</translation>
    </message>
    <message>
      <source>Allowed for a while, because you said so.</source>
      <translation>Autorisé pour un moment, à votre demande.</translation>
    </message>
    <message>
      <source>Allowed. (It is not known whether this network is metered.)</source>
      <translation>Autorisé. (On ignore si le volume de ce réseau est limité.)</translation>
    </message>
    <message>
      <source>Allowed: the server is on this computer.</source>
      <translation>Autorisé : le serveur est sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Allowed: this VPN is named in the settings.</source>
      <translation>Autorisé : ce VPN est nommé dans les réglages.</translation>
    </message>
    <message>
      <source>Allowed: this network is one that may be used.</source>
      <translation>Autorisé : ce réseau peut être utilisé.</translation>
    </message>
    <message>
      <source>Allowed: this wired network is one that may be used.</source>
      <translation>Autorisé : ce réseau filaire peut être utilisé.</translation>
    </message>
    <message>
      <source>An edit in the desktop's calendar store cannot be applied to the server's text.</source>
      <translation>Une modification dans la base de calendriers du bureau ne peut pas être appliquée au texte du serveur.</translation>
    </message>
    <message>
      <source>Another item stands under this name now.</source>
      <translation>Un autre élément se trouve maintenant sous ce nom.</translation>
    </message>
    <message>
      <source>Another kSync works on this account.</source>
      <translation>Un autre kSync travaille sur ce compte.</translation>
    </message>
    <message>
      <source>Another one in this collection has the same UID.</source>
      <translation>Un autre élément de cette collection a le même UID.</translation>
    </message>
    <message>
      <source>Another program is writing this file.</source>
      <translation>Un autre programme écrit ce fichier.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer to mend the policy's files.</source>
      <translation>Demandez à la personne qui gère cet ordinateur de corriger les fichiers de la politique.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer.</source>
      <translation>Demandez à la personne qui s’occupe de cet ordinateur.</translation>
    </message>
    <message>
      <source>Check LoadCredential= or SetCredentialEncrypted= of the unit.</source>
      <translation>Vérifiez LoadCredential= ou SetCredentialEncrypted= de l’unité.</translation>
    </message>
    <message>
      <source>Check its owner and its permissions.</source>
      <translation>Vérifiez son propriétaire et ses droits.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</source>
      <translation>Vérifiez que cet ordinateur est en ligne, puis réessayez. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</source>
      <translation>Vérifiez l’adresse et le nom d’utilisateur. Chez certains fournisseurs, le service n’existe qu’une fois l’agenda ouvert dans le navigateur.</translation>
    </message>
    <message>
      <source>Check the address. On a public network, log in to its start page first.</source>
      <translation>Vérifiez l’adresse. Sur un réseau public, connectez-vous d’abord sur sa page d’accueil.</translation>
    </message>
    <message>
      <source>Check the disk and the folder. Nothing was lost; the next sync tries again.</source>
      <translation>Vérifiez le disque et le dossier. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Check the disk, and the permissions of the folder that is named.</source>
      <translation>Vérifiez le disque et les droits du dossier indiqué.</translation>
    </message>
    <message>
      <source>Check the owner and the permissions of the folder, and the disk.</source>
      <translation>Vérifiez le propriétaire et les droits du dossier, et le disque.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>Close Thunderbird, then try again. Nothing was changed.</source>
      <translation>Fermez Thunderbird, puis réessayez. Rien n’a été changé.</translation>
    </message>
    <message>
      <source>Close it there, then sync again.</source>
      <translation>Fermez-le là-bas, puis synchronisez de nouveau.</translation>
    </message>
    <message>
      <source>Connect to a network that the settings allow, then sync again.</source>
      <translation>Connectez-vous à un réseau que les réglages autorisent, puis synchronisez de nouveau.</translation>
    </message>
    <message>
      <source>Done, and decisions wait for you.</source>
      <translation>Terminé, et des décisions vous attendent.</translation>
    </message>
    <message>
      <source>Done, but something failed; see the list.</source>
      <translation>Terminé, mais quelque chose a échoué ; voir la liste.</translation>
    </message>
    <message>
      <source>Erased, but for what is listed.</source>
      <translation>Effacé, sauf ce qui est indiqué.</translation>
    </message>
    <message>
      <source>Exported, but for what is listed.</source>
      <translation>Exporté, sauf ce qui est listé.</translation>
    </message>
    <message>
      <source>GNOME's data server (evolution-data-server) does not answer.</source>
      <translation>Le serveur de données de GNOME (evolution-data-server) ne répond pas.</translation>
    </message>
    <message>
      <source>Give the server's own address instead.</source>
      <translation>Indiquez plutôt l’adresse du serveur lui-même.</translation>
    </message>
    <message>
      <source>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</source>
      <translation>Si cela persiste, demandez à l’exploitant du serveur, avec le détail ci-dessus. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Imported, but for what is listed.</source>
      <translation>Importé, sauf ce qui est listé.</translation>
    </message>
    <message>
      <source>Install it, or log in to the desktop first; it answers on the session's bus alone.</source>
      <translation>Installez-le, ou ouvrez d’abord une session de bureau ; il ne répond que sur le bus de la session.</translation>
    </message>
    <message>
      <source>Interrupted; nothing is lost.</source>
      <translation>Interrompu ; rien n’est perdu.</translation>
    </message>
    <message>
      <source>It cannot be told what kind of network this is, so it is not allowed.</source>
      <translation>Le type de ce réseau est inconnu, il n’est donc pas autorisé.</translation>
    </message>
    <message>
      <source>It changed here, and this collection is only read.</source>
      <translation>Modifié ici, alors que cette collection est seulement lue.</translation>
    </message>
    <message>
      <source>It changed on the server in the meantime.</source>
      <translation>Modifié entre-temps sur le serveur.</translation>
    </message>
    <message>
      <source>It is synced all the same. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Il est synchronisé malgré tout. Regardez-le dans l’agenda ou le carnet d’adresses en ligne, enregistrez-le à nouveau, puis synchronisez.</translation>
    </message>
    <message>
      <source>It is too large.</source>
      <translation>C’est trop grand.</translation>
    </message>
    <message>
      <source>It stays as it is, here only. Delete one of the two, or give one another UID.</source>
      <translation>Il reste tel quel, ici seulement. Supprimez l’un des deux, ou donnez à l’un un autre UID.</translation>
    </message>
    <message>
      <source>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>Il reste ici tel quel et sera renvoyé une fois modifié. Regardez-le dans l’agenda ou le carnet d’adresses en ligne, enregistrez-le là à nouveau, puis synchronisez.</translation>
    </message>
    <message>
      <source>It stays on the server as it is.</source>
      <translation>Il reste sur le serveur tel quel.</translation>
    </message>
    <message>
      <source>It was changed since it was listed; look again in a moment.</source>
      <translation>Il a changé depuis qu’il a été listé ; regardez à nouveau dans un instant.</translation>
    </message>
    <message>
      <source>It was set aside; the next sync compares everything and deletes nothing.</source>
      <translation>Il a été mis de côté ; la prochaine synchronisation compare tout et ne supprime rien.</translation>
    </message>
    <message>
      <source>Look at it and delete it by hand, if it is yours to delete.</source>
      <translation>Regardez-le et supprimez-le à la main, s’il est à vous.</translation>
    </message>
    <message>
      <source>Look at it in the web calendar or address book; delete it there if it is broken.</source>
      <translation>Regardez-le dans l’agenda ou le carnet d’adresses en ligne ; supprimez-le là s’il est abîmé.</translation>
    </message>
    <message>
      <source>Make it smaller, for instance with a smaller photo or attachment.</source>
      <translation>Réduisez-le, par exemple avec une photo ou une pièce jointe plus petite.</translation>
    </message>
    <message>
      <source>Make room there. Nothing was lost; the next sync tries again.</source>
      <translation>Faites de la place là-bas. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Make room. Nothing was lost; the next sync tries again.</source>
      <translation>Faites de la place. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Mend the file, or delete it, in the program that wrote it; then sync again.</source>
      <translation>Réparez le fichier, ou supprimez-le, dans le programme qui l’a écrit ; puis synchronisez de nouveau.</translation>
    </message>
    <message>
      <source>Mend these in the file, or leave them out.</source>
      <translation>Corrigez-les dans le fichier, ou laissez-les de côté.</translation>
    </message>
    <message>
      <source>Move it to a folder of the right kind, then sync again.</source>
      <translation>Déplacez-le dans un dossier du bon type, puis synchronisez de nouveau.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found.</source>
      <translation>Ni agenda ni carnet d’adresses n’a été trouvé.</translation>
    </message>
    <message>
      <source>No decision waits under this ID.</source>
      <translation>Aucune décision n’attend sous ce numéro.</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>Aucun trousseau n’a été trouvé.</translation>
    </message>
    <message>
      <source>No such network is listed.</source>
      <translation>Ce réseau ne figure pas dans la liste.</translation>
    </message>
    <message>
      <source>Nothing is synced until who looks after this computer has mended it.</source>
      <translation>Rien n’est synchronisé tant que la personne qui s’occupe de cet ordinateur ne l’a pas réparé.</translation>
    </message>
    <message>
      <source>Nothing on this computer tells kSync which Wi-Fi this is.</source>
      <translation>Rien sur cet ordinateur ne dit à kSync de quel Wi-Fi il s’agit.</translation>
    </message>
    <message>
      <source>Nothing was changed. If this is intended, remove the account and add it again.</source>
      <translation>Rien n’a été changé. Si c’est voulu, retirez le compte et ajoutez-le de nouveau.</translation>
    </message>
    <message>
      <source>Nothing was deleted on the server. Mount or restore the folder, then sync again.</source>
      <translation>Rien n’a été supprimé sur le serveur. Montez ou rétablissez le dossier, puis synchronisez de nouveau.</translation>
    </message>
    <message>
      <source>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</source>
      <translation>Rien n’a été supprimé : un de ses éléments ne peut pas être lu, donc pas conservé.</translation>
    </message>
    <message>
      <source>Nothing was deleted: there are changes here that the server does not have ({detail}).</source>
      <translation>Rien n’a été supprimé : il y a ici des changements que le serveur n’a pas ({detail}).</translation>
    </message>
    <message>
      <source>Nothing was lost; the next sync tries again.</source>
      <translation>Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Open a browser, log in there, then sync again.</source>
      <translation>Ouvrez un navigateur, connectez-vous, puis resynchronisez.</translation>
    </message>
    <message>
      <source>Open it in a mail program that knows invitations.</source>
      <translation>Ouvrez-le dans un programme de courrier qui connaît les invitations.</translation>
    </message>
    <message>
      <source>Open kSync's window: it asks for the location permission, which is what that is.</source>
      <translation>Ouvrez la fenêtre de kSync : elle demande l’autorisation de localisation, dont il s’agit.</translation>
    </message>
    <message>
      <source>Programs that take http need none.</source>
      <translation>Les programmes qui acceptent http n’en ont pas besoin.</translation>
    </message>
    <message>
      <source>Put a copy of the file in its place.</source>
      <translation>Mettez une copie du fichier à sa place.</translation>
    </message>
    <message>
      <source>Remove them (they often come with text that was pasted), then sync again.</source>
      <translation>Retirez-les (ils viennent souvent d’un texte collé), puis synchronisez de nouveau.</translation>
    </message>
    <message>
      <source>Rename it to letters and digits with the ending .ics or .vcf.</source>
      <translation>Renommez-le avec des lettres et des chiffres et la terminaison .ics ou .vcf.</translation>
    </message>
    <message>
      <source>Run it again. Nothing was lost; the next sync tries again.</source>
      <translation>Relancez-la. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Save it anew as UTF-8, then sync again.</source>
      <translation>Enregistrez-le à nouveau en UTF-8, puis synchronisez.</translation>
    </message>
    <message>
      <source>Save it anew in a calendar or contacts program, which gives it one.</source>
      <translation>Enregistrez-le à nouveau dans un programme d’agenda ou de contacts, qui lui en donne un.</translation>
    </message>
    <message>
      <source>Sign in first.</source>
      <translation>Connectez-vous d’abord.</translation>
    </message>
    <message>
      <source>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</source>
      <translation>Certains serveurs gardent leur premier agenda, et certains ne connaissent pas les couleurs. C’est peut-être possible dans l’agenda ou le carnet d’adresses en ligne du fournisseur.</translation>
    </message>
    <message>
      <source>Split it: one event, task or contact in each file.</source>
      <translation>Séparez-le : un événement, une tâche ou un contact par fichier.</translation>
    </message>
    <message>
      <source>Stopped on request; nothing is lost.</source>
      <translation>Arrêté sur demande ; rien n’est perdu.</translation>
    </message>
    <message>
      <source>Sync again. Nothing was lost; the next sync tries again.</source>
      <translation>Synchronisez de nouveau. Rien n’est perdu ; la prochaine synchronisation réessaie.</translation>
    </message>
    <message>
      <source>Sync, then export into another folder.</source>
      <translation>Synchronisez, puis exportez dans un autre dossier.</translation>
    </message>
    <message>
      <source>The account “{account}” is prepared by your organisation and waits for its password.</source>
      <translation>Le compte « {account} » est préparé par votre organisation et attend son mot de passe.</translation>
    </message>
    <message>
      <source>The account's space on the server is full.</source>
      <translation>L’espace du compte sur le serveur est plein.</translation>
    </message>
    <message>
      <source>The address begins with http://, and a password is sent over https only.</source>
      <translation>L’adresse commence par http://, et un mot de passe ne part qu’en https.</translation>
    </message>
    <message>
      <source>The collection stays in the store that it is in.</source>
      <translation>La collection reste dans le magasin où elle se trouve.</translation>
    </message>
    <message>
      <source>The configuration file cannot be read or written: {detail}</source>
      <translation>Le fichier des réglages ne peut pas être lu ou écrit : {detail}</translation>
    </message>
    <message>
      <source>The configuration is not valid: {detail}</source>
      <translation>Les réglages ne sont pas valides : {detail}</translation>
    </message>
    <message>
      <source>The connection to the server failed.</source>
      <translation>La connexion au serveur a échoué.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) cannot be reached.</source>
      <translation>La base de calendriers du bureau (evolution-data-server) est injoignable.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) is too old.</source>
      <translation>La base de calendriers du bureau (evolution-data-server) est trop ancienne.</translation>
    </message>
    <message>
      <source>The desktop's calendar store does not accept this one.</source>
      <translation>La base de calendriers du bureau n’accepte pas celui-ci.</translation>
    </message>
    <message>
      <source>The desktop's calendar store has not this collection any more.</source>
      <translation>La base de calendriers du bureau n’a plus cette collection.</translation>
    </message>
    <message>
      <source>The desktop's calendar store holds events, tasks, notes and contacts, not this.</source>
      <translation>La base de calendriers du bureau contient des événements, des tâches, des notes et des contacts, pas ceci.</translation>
    </message>
    <message>
      <source>The desktop's calendar store stopped answering.</source>
      <translation>La base de calendriers du bureau ne répond plus.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Le disque est plein.</translation>
    </message>
    <message>
      <source>The file has it twice, in two versions; the first one counts.</source>
      <translation>Le fichier le contient deux fois, en deux versions ; la première compte.</translation>
    </message>
    <message>
      <source>The file's name cannot be used.</source>
      <translation>Le nom du fichier ne convient pas.</translation>
    </message>
    <message>
      <source>The gateway runs already.</source>
      <translation>La passerelle tourne déjà.</translation>
    </message>
    <message>
      <source>The history has no such version.</source>
      <translation>L’historique n’a pas cette version.</translation>
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation>Le trousseau ne répond pas.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
      <source>The keyring reported an error.</source>
      <translation>Le trousseau a signalé une erreur.</translation>
    </message>
    <message>
      <source>The local folder cannot be used.</source>
      <translation>Le dossier local ne peut pas être utilisé.</translation>
    </message>
    <message>
      <source>The local folder cannot be written.</source>
      <translation>Le dossier local ne peut pas être écrit.</translation>
    </message>
    <message>
      <source>The local folder is not there.</source>
      <translation>Le dossier local n’est pas là.</translation>
    </message>
    <message>
      <source>The login was not tried yet.</source>
      <translation>La connexion n’a pas encore été essayée.</translation>
    </message>
    <message>
      <source>The login was rejected by the server.</source>
      <translation>Le serveur a refusé la connexion.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network.</source>
      <translation>La garde réseau n’autorise pas ce réseau.</translation>
    </message>
    <message>
      <source>The network guard is off: kSync uses every network.</source>
      <translation>Le garde-réseau est désactivé : kSync utilise tous les réseaux.</translation>
    </message>
    <message>
      <source>The next sync compares everything.</source>
      <translation>La prochaine synchronisation compare tout.</translation>
    </message>
    <message>
      <source>The next sync reads back what the server has before it does anything else.</source>
      <translation>La prochaine synchronisation relit d’abord ce que le serveur possède.</translation>
    </message>
    <message>
      <source>The next sync takes it.</source>
      <translation>La prochaine synchronisation le prend.</translation>
    </message>
    <message>
      <source>The old one was kept; the next sync compares everything and deletes nothing.</source>
      <translation>L’ancien a été gardé ; la prochaine synchronisation compare tout et ne supprime rien.</translation>
    </message>
    <message>
      <source>The only keyring would store the password unprotected.</source>
      <translation>Le seul trousseau garderait le mot de passe sans protection.</translation>
    </message>
    <message>
      <source>The password command failed.</source>
      <translation>La commande du mot de passe a échoué.</translation>
    </message>
    <message>
      <source>The program has edits that it has not sent yet ({detail}); nothing was changed.</source>
      <translation>Le programme a des modifications qu’il n’a pas encore envoyées ({detail}) ; rien n’a été changé.</translation>
    </message>
    <message>
      <source>The program's settings cannot be read or written: {detail}</source>
      <translation>Les réglages du programme ne peuvent être lus ou écrits : {detail}</translation>
    </message>
    <message>
      <source>The resource is locked on the server.</source>
      <translation>La ressource est verrouillée sur le serveur.</translation>
    </message>
    <message>
      <source>The run ended before it was finished.</source>
      <translation>La synchronisation s’est terminée avant la fin.</translation>
    </message>
    <message>
      <source>The server cannot be reached.</source>
      <translation>Le serveur est injoignable.</translation>
    </message>
    <message>
      <source>The server does not accept what is in it.</source>
      <translation>Le serveur n’accepte pas son contenu.</translation>
    </message>
    <message>
      <source>The server does not list this collection any more.</source>
      <translation>Le serveur n’annonce plus cette collection.</translation>
    </message>
    <message>
      <source>The server does not permit this.</source>
      <translation>Le serveur ne le permet pas.</translation>
    </message>
    <message>
      <source>The server has a problem.</source>
      <translation>Le serveur a un problème.</translation>
    </message>
    <message>
      <source>The server has nothing at this address.</source>
      <translation>Le serveur n’a rien à cette adresse.</translation>
    </message>
    <message>
      <source>The server is reached by several networks at once, and none of them is allowed.</source>
      <translation>Le serveur est joint par plusieurs réseaux à la fois, et aucun n’est autorisé.</translation>
    </message>
    <message>
      <source>The server names {detail} of this account, so none can be made from here.</source>
      <translation>Le serveur indique {detail} pour ce compte ; on ne peut donc pas en créer d’ici.</translation>
    </message>
    <message>
      <source>The server no longer knows the last state.</source>
      <translation>Le serveur ne connaît plus le dernier état.</translation>
    </message>
    <message>
      <source>The server refused the request.</source>
      <translation>Le serveur a refusé la requête.</translation>
    </message>
    <message>
      <source>The server refused this change of the collection; nothing was changed.</source>
      <translation>Le serveur a refusé ce changement de la collection ; rien n’a été changé.</translation>
    </message>
    <message>
      <source>The server sent kSync to a place that it must not follow to.</source>
      <translation>Le serveur a envoyé kSync à un endroit où il ne doit pas aller.</translation>
    </message>
    <message>
      <source>The server shows another collection or another account than before.</source>
      <translation>Le serveur montre une autre collection ou un autre compte qu’avant.</translation>
    </message>
    <message>
      <source>The server's answer is larger than kSync accepts.</source>
      <translation>La réponse du serveur est plus grande que ce que kSync accepte.</translation>
    </message>
    <message>
      <source>The server's answer is not well-formed.</source>
      <translation>La réponse du serveur est mal formée.</translation>
    </message>
    <message>
      <source>The server's answer is not what the protocol allows.</source>
      <translation>La réponse du serveur n’est pas conforme au protocole.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted.</source>
      <translation>Le certificat du serveur n’est pas digne de confiance.</translation>
    </message>
    <message>
      <source>The server's name has no address.</source>
      <translation>Le nom du serveur n’a pas d’adresse.</translation>
    </message>
    <message>
      <source>The server's version stays as it is. Undo the edit, or make it again in another way.</source>
      <translation>La version du serveur reste telle quelle. Annulez la modification, ou refaites-la autrement.</translation>
    </message>
    <message>
      <source>The server, or the proxy to it, is on this computer, and what goes on from here cannot be judged.</source>
      <translation>Le serveur, ou son proxy, est sur cet ordinateur ; la suite du trajet ne peut pas être jugée.</translation>
    </message>
    <message>
      <source>The sync engine stopped.</source>
      <translation>Le moteur de synchronisation s’est arrêté.</translation>
    </message>
    <message>
      <source>The sync state cannot be used.</source>
      <translation>L’état de synchronisation ne peut pas être utilisé.</translation>
    </message>
    <message>
      <source>The sync state is damaged.</source>
      <translation>L’état de synchronisation est abîmé.</translation>
    </message>
    <message>
      <source>The sync state was damaged and has begun anew.</source>
      <translation>L’état de synchronisation était abîmé et a été recommencé.</translation>
    </message>
    <message>
      <source>The sync state was written by a later version of kSync.</source>
      <translation>L’état de synchronisation a été écrit par une version plus récente de kSync.</translation>
    </message>
    <message>
      <source>The system does not let kSync know the Wi-Fi's name.</source>
      <translation>Le système ne laisse pas kSync connaître le nom du Wi-Fi.</translation>
    </message>
    <message>
      <source>The system has not been asked yet whether kSync may know the Wi-Fi's name.</source>
      <translation>Le système n’a pas encore été interrogé : kSync peut-il connaître le nom du Wi-Fi ?</translation>
    </message>
    <message>
      <source>The systemd credential cannot be read.</source>
      <translation>L’identifiant systemd ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The text has control characters that servers do not take.</source>
      <translation>Le texte contient des caractères de contrôle que les serveurs n’acceptent pas.</translation>
    </message>
    <message>
      <source>The text is not UTF-8.</source>
      <translation>Le texte n’est pas en UTF-8.</translation>
    </message>
    <message>
      <source>The traffic goes by a mobile network or a phone, and those are not allowed.</source>
      <translation>Le trafic passe par un réseau mobile ou un téléphone, ce qui n’est pas autorisé.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and VPNs are not allowed.</source>
      <translation>Le trafic passe par un VPN, et les VPN ne sont pas autorisés.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and it is not known which network is below it.</source>
      <translation>Le trafic passe par un VPN, et le réseau sous-jacent n’est pas connu.</translation>
    </message>
    <message>
      <source>There is already an account named “{account}”.</source>
      <translation>Il y a déjà un compte nommé « {account} ».</translation>
    </message>
    <message>
      <source>There is no account named “{account}”.</source>
      <translation>Il n’y a pas de compte nommé « {account} ».</translation>
    </message>
    <message>
      <source>There is no collection “{collection}”.</source>
      <translation>Il n’y a pas de collection « {collection} ».</translation>
    </message>
    <message>
      <source>There is no conflict of this ID.</source>
      <translation>Il n’y a pas de conflit de ce numéro.</translation>
    </message>
    <message>
      <source>There is no network to allow: this computer is offline, or the guard is off.</source>
      <translation>Il n’y a pas de réseau à autoriser : cet ordinateur est hors ligne, ou la garde est désactivée.</translation>
    </message>
    <message>
      <source>There is no run of this ID.</source>
      <translation>Il n’y a pas de synchronisation de ce numéro.</translation>
    </message>
    <message>
      <source>There is no setting “{resource}”.</source>
      <translation>Il n’y a pas de réglage « {resource} ».</translation>
    </message>
    <message>
      <source>There is no such secret.</source>
      <translation>Il n’y a pas de mot de passe enregistré.</translation>
    </message>
    <message>
      <source>There is nothing to show yet: no calendar and no address book was synced.</source>
      <translation>Il n’y a encore rien à montrer : aucun calendrier ni carnet d’adresses n’a été synchronisé.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, or it is not known how: it may be an imitation.</source>
      <translation>Ce Wi-Fi porte le nom d’un réseau autorisé, mais sa protection est plus faible ou inconnue : c’est peut-être une imitation.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but its access point is another.</source>
      <translation>Ce Wi-Fi porte le nom d’un réseau autorisé, mais son point d’accès est un autre.</translation>
    </message>
    <message>
      <source>This Wi-Fi is not one of those that are allowed.</source>
      <translation>Ce Wi-Fi ne fait pas partie de ceux qui sont autorisés.</translation>
    </message>
    <message>
      <source>This Wi-Fi's name cannot be read at present.</source>
      <translation>Le nom de ce Wi-Fi est illisible pour le moment.</translation>
    </message>
    <message>
      <source>This address is not a CalDAV or CardDAV service.</source>
      <translation>Cette adresse n’est pas un service CalDAV ou CardDAV.</translation>
    </message>
    <message>
      <source>This calendar does not hold items of this kind.</source>
      <translation>Cet agenda n’accueille pas d’éléments de ce type.</translation>
    </message>
    <message>
      <source>This collection is shared with you for reading only.</source>
      <translation>Cette collection est partagée avec vous en lecture seule.</translation>
    </message>
    <message>
      <source>This computer is itself the access point of this Wi-Fi.</source>
      <translation>Cet ordinateur est lui-même le point d’accès de ce Wi-Fi.</translation>
    </message>
    <message>
      <source>This computer is offline, or the server's name has no address.</source>
      <translation>Cet ordinateur est hors ligne, ou le nom du serveur n’a pas d’adresse.</translation>
    </message>
    <message>
      <source>This computer is on a wired network, and wired networks are not allowed.</source>
      <translation>Cet ordinateur est sur un réseau filaire, et ceux-ci ne sont pas autorisés.</translation>
    </message>
    <message>
      <source>This computer is on no Wi-Fi whose name can be read now.</source>
      <translation>Cet ordinateur n’est sur aucun Wi-Fi dont le nom puisse être lu.</translation>
    </message>
    <message>
      <source>This event recurs too often to be shown, or its rule cannot be read.</source>
      <translation>Cet événement se répète trop souvent pour être affiché, ou sa règle est illisible.</translation>
    </message>
    <message>
      <source>This file changed a moment ago.</source>
      <translation>Ce fichier vient de changer.</translation>
    </message>
    <message>
      <source>This file does not belong here: cards go into address books, all else into calendars.</source>
      <translation>Ce fichier n’a pas sa place ici : les fiches vont dans les carnets d’adresses, le reste dans les agendas.</translation>
    </message>
    <message>
      <source>This file has no UID, so it cannot be told from others.</source>
      <translation>Ce fichier n’a pas d’UID ; on ne peut le distinguer des autres.</translation>
    </message>
    <message>
      <source>This file holds several calendars or cards, and a server takes one in each.</source>
      <translation>Ce fichier contient plusieurs agendas ou fiches, et un serveur en prend un par fichier.</translation>
    </message>
    <message>
      <source>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</source>
      <translation>Ce fichier contient plusieurs événements, tâches ou contacts (UID), et un serveur en prend un par fichier.</translation>
    </message>
    <message>
      <source>This file is damaged: it is no whole calendar object or card.</source>
      <translation>Ce fichier est abîmé : ce n’est ni un objet d’agenda complet ni une fiche.</translation>
    </message>
    <message>
      <source>This file mixes events, tasks or notes, and a server takes one kind in each.</source>
      <translation>Ce fichier mêle événements, tâches ou notes, et un serveur n’en prend qu’un type.</translation>
    </message>
    <message>
      <source>This is a bug in kSync: please report it with the reference and the log file.</source>
      <translation>C’est un défaut de kSync : signalez-le avec la référence et le fichier journal.</translation>
    </message>
    <message>
      <source>This is a link, a folder or a special file, and only plain files are synced.</source>
      <translation>C’est un lien, un dossier ou un fichier spécial, et seuls les fichiers ordinaires sont synchronisés.</translation>
    </message>
    <message>
      <source>This is an answer or a cancellation sent to somebody, and no event.</source>
      <translation>C’est une réponse ou une annulation envoyée à quelqu’un, pas un événement.</translation>
    </message>
    <message>
      <source>This item is not there any more, or its file is damaged.</source>
      <translation>Cet élément n’est plus là, ou son fichier est endommagé.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is metered, and metered networks are not.</source>
      <translation>Ce réseau est autorisé, mais son volume est limité, ce qui ne l’est pas.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is not known whether it is metered.</source>
      <translation>Ce réseau est autorisé, mais on ignore si son volume est limité.</translation>
    </message>
    <message>
      <source>This network wants you to log in on a web page first.</source>
      <translation>Ce réseau demande d’abord une connexion sur une page web.</translation>
    </message>
    <message>
      <source>This one could not be read.</source>
      <translation>Celui-ci n’a pas pu être lu.</translation>
    </message>
    <message>
      <source>This setting is not possible: {detail}.</source>
      <translation>Ce réglage n’est pas possible : {detail}.</translation>
    </message>
    <message>
      <source>This version cannot be restored as things stand.</source>
      <translation>Cette version ne peut pas être rétablie en l’état.</translation>
    </message>
    <message>
      <source>This was decided already.</source>
      <translation>Cela a déjà été décidé.</translation>
    </message>
    <message>
      <source>This wired network's router is not one of those that are allowed, or it has not been heard of yet.</source>
      <translation>Le routeur de ce réseau filaire n’est pas autorisé, ou n’est pas encore connu.</translation>
    </message>
    <message>
      <source>Thunderbird has no such profile here.</source>
      <translation>Thunderbird n’a pas de tel profil ici.</translation>
    </message>
    <message>
      <source>Thunderbird has several profiles, and nothing says which one is meant.</source>
      <translation>Thunderbird a plusieurs profils, et rien ne dit lequel est visé.</translation>
    </message>
    <message>
      <source>Thunderbird is running with this profile, and would overwrite what is written into it.</source>
      <translation>Thunderbird tourne avec ce profil, et écraserait ce qu’on y écrit.</translation>
    </message>
    <message>
      <source>Turn its hotspot off, then sync again.</source>
      <translation>Désactivez son point d’accès, puis resynchronisez.</translation>
    </message>
    <message>
      <source>Undone, but for what was changed since; see the list.</source>
      <translation>Rétabli, sauf ce qui a été changé depuis ; voir la liste.</translation>
    </message>
    <message>
      <source>Update kSync.</source>
      <translation>Mettez kSync à jour.</translation>
    </message>
    <message>
      <source>Use the https:// address; nothing was sent.</source>
      <translation>Utilisez l’adresse https:// ; rien n’a été envoyé.</translation>
    </message>
    <message>
      <source>Wait until it is connected, then sync again.</source>
      <translation>Attendez la connexion, puis resynchronisez.</translation>
    </message>
    <message>
      <source>What makes certificates is not installed.</source>
      <translation>Ce qui crée les certificats n’est pas installé.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer, or connect to another network.</source>
      <translation>Votre organisation décide des réseaux autorisés. Demandez à la personne qui gère cet ordinateur, ou changez de réseau.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer.</source>
      <translation>Votre organisation décide des réseaux autorisés. Demandez à la personne qui gère cet ordinateur.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Set in the system's network settings that this network is not metered.</source>
      <translation>Votre organisation décide des réseaux autorisés. Indiquez dans les réglages réseau du système que celui-ci n’est pas limité.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.</source>
      <translation>Votre organisation décide des réseaux autorisés. kSync interroge NetworkManager, iwd, wpa_supplicant et iw : démarrez l’un d’eux.</translation>
    </message>
    <message>
      <source>Your organisation's policy cannot be used as it is, so no network is allowed.</source>
      <translation>La politique de votre organisation est inutilisable en l’état : aucun réseau n’est autorisé.</translation>
    </message>
    <message>
      <source>Your organisation's policy does not allow this.</source>
      <translation>La règle de votre organisation ne le permet pas.</translation>
    </message>
    <message>
      <source>deletes them on the server too (the history keeps them).</source>
      <translation>les supprime aussi sur le serveur (l’historique les garde).</translation>
    </message>
    <message>
      <source>deletes them on this computer (the history keeps them).</source>
      <translation>les supprime sur cet ordinateur (l’historique les garde).</translation>
    </message>
    <message>
      <source>deletes them on this computer too (the history keeps them).</source>
      <translation>les supprime aussi sur cet ordinateur (l’historique les garde).</translation>
    </message>
    <message>
      <source>fetches the server's versions again.</source>
      <translation>reprend les versions du serveur.</translation>
    </message>
    <message>
      <source>kSync is running here ({detail}), so nothing was done.</source>
      <translation>kSync fonctionne ici ({detail}) ; rien n'a été fait.</translation>
    </message>
    <message>
      <source>kSync met something unexpected.</source>
      <translation>kSync a rencontré quelque chose d’inattendu.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on the server.</source>
      <translation>les garde et les remet sur le serveur.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on this computer.</source>
      <translation>les garde et les remet sur cet ordinateur.</translation>
    </message>
    <message>
      <source>keeps them on this computer, too, until they change.</source>
      <translation>les garde aussi sur cet ordinateur, jusqu’à ce qu’ils changent.</translation>
    </message>
    <message>
      <source>makes them anew on the server.</source>
      <translation>les recrée sur le serveur.</translation>
    </message>
    <message>
      <source>sends these earlier versions to the server.</source>
      <translation>envoie ces versions antérieures au serveur.</translation>
    </message>
    <message>
      <source>sends this computer's versions to the server again.</source>
      <translation>renvoie au serveur les versions de cet ordinateur.</translation>
    </message>
    <message>
      <source>takes them off this computer (the server keeps them).</source>
      <translation>les retire de cet ordinateur (le serveur les garde).</translation>
    </message>
    <message>
      <source>takes these earlier versions over.</source>
      <translation>adopte ces versions antérieures.</translation>
    </message>
    <message>
      <source>{count} became older than the past limit at once, as if the clock had jumped.</source>
      <translation>{count} ont dépassé la limite d’un coup, comme si l’horloge avait sauté.</translation>
    </message>
    <message>
      <source>{count} on the server went back to earlier versions, as after a restored backup.</source>
      <translation>{count} sur le serveur sont revenus à des versions antérieures, comme après la restauration d’une sauvegarde.</translation>
    </message>
    <message>
      <source>{count} on this computer went back to earlier versions, as after a restored backup.</source>
      <translation>{count} sur cet ordinateur sont revenus à des versions antérieures, comme après la restauration d’une sauvegarde.</translation>
    </message>
    <message>
      <source>{count} went from the server, which is a large part of the collection.</source>
      <translation>{count} ont disparu du serveur, une grande partie de la collection.</translation>
    </message>
    <message>
      <source>{count} went from this computer, which is a large part of the collection.</source>
      <translation>{count} ont disparu de cet ordinateur, une grande partie de la collection.</translation>
    </message>
    <message>
      <source>{count} with guests would be made anew on the server, which may send invitations again.</source>
      <translation>{count} avec des invités seraient recréés sur le serveur, ce qui peut renvoyer des invitations.</translation>
    </message>
    <message>
      <source>{detail} would be shown twice.</source>
      <translation>{detail} serait affiché deux fois.</translation>
    </message>
    <message>
      <source>“{resource}” is not set by hand.</source>
      <translation>« {resource} » ne se règle pas à la main.</translation>
    </message>
  </context>
  <context>
    <name>ui.farewell</name>
    <message>
      <source>Everything of kSync on this computer is gone.</source>
      <translation>Tout ce qui était de kSync sur cet ordinateur est effacé.</translation>
    </message>
    <message>
      <source>It was looked for: nothing is left.</source>
      <translation>Vérifié : il ne reste rien.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
  </context>
  <context>
    <name>ui.notifications</name>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.__init__</name>
    <message>
      <source>Activity</source>
      <translation>Activité</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Agenda</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Collections</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Conflits</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Contacts</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Réseaux</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Vue d’ensemble</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Vie privée</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.activity</name>
    <message>
      <source>No sync of this kind.</source>
      <translation>Aucune synchronisation de ce type.</translation>
    </message>
    <message>
      <source>No sync yet</source>
      <translation>Pas encore de synchronisation</translation>
    </message>
    <message>
      <source>Syncs</source>
      <translation>Synchronisations</translation>
    </message>
    <message>
      <source>This sync</source>
      <translation>Cette synchronisation</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Annuler la synchronisation</translation>
    </message>
    <message>
      <source>Undo this sync?</source>
      <translation>Annuler cette synchronisation ?</translation>
    </message>
    <message>
      <source>Undo this sync…</source>
      <translation>Annuler cette synchronisation…</translation>
    </message>
    <message>
      <source>What every sync did, item by item, is listed here, and can be undone.</source>
      <translation>Ce que chaque synchronisation a fait, élément par élément, figure ici et peut être annulé.</translation>
    </message>
    <message numerus="yes">
      <source>What it did: {count} item(s)</source>
      <translation>
        <numerusform>Ce qu’elle a fait : {count} élément</numerusform>
        <numerusform>Ce qu’elle a fait : {count} éléments</numerusform>
      </translation>
    </message>
    <message>
      <source>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</source>
      <translation>Ce qui existait avant revient sur cet ordinateur, et la prochaine synchronisation l’envoie au serveur. Ce qui a été modifié depuis n’est pas touché.</translation>
    </message>
    <message>
      <source>Which syncs are shown</source>
      <translation>Synchronisations affichées</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.calendar</name>
    <message>
      <source>After the first sync its events and tasks are shown here, to look at.</source>
      <translation>Après la première synchronisation, ses événements et ses tâches s’affichent ici, pour consultation.</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>Planning</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>Agendas</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <source>Done ones too</source>
      <translation>Aussi celles qui sont faites</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Mois</translation>
    </message>
    <message>
      <source>No calendar here yet</source>
      <translation>Pas encore d’agenda ici</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>Tâches</translation>
    </message>
    <message>
      <source>The month after</source>
      <translation>Le mois suivant</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>Le mois précédent</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Aujourd’hui</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s) to do</source>
      <translation>
        <numerusform>{count} tâche à faire</numerusform>
        <numerusform>{count} tâches à faire</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.collections</name>
    <message>
      <source>Changes go</source>
      <translation>Sens des changements</translation>
    </message>
    <message>
      <source>Choose a collection.</source>
      <translation>Choisissez une collection.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Couleur de {name}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Couleur…</translation>
    </message>
    <message>
      <source>Days that are kept here</source>
      <translation>Jours conservés ici</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>Supprimer {name} sur le serveur ?</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <source>How it is synced</source>
      <translation>Manière de synchroniser</translation>
    </message>
    <message>
      <source>If both sides changed the same thing</source>
      <translation>Si les deux côtés ont changé la même chose</translation>
    </message>
    <message>
      <source>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</source>
      <translation>Elle est supprimée pour tous vos appareils et pour toutes les personnes avec qui elle est partagée. Son contenu va d’abord dans l’historique de cet ordinateur.</translation>
    </message>
    <message>
      <source>It is not yours to change there.</source>
      <translation>Vous ne pouvez pas la modifier là-bas.</translation>
    </message>
    <message>
      <source>Keep only the newer ones on this computer:</source>
      <translation>Garder sur cet ordinateur seulement les plus récents :</translation>
    </message>
    <message>
      <source>Look on the server</source>
      <translation>Regarder sur le serveur</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>Nouvelle…</translation>
    </message>
    <message>
      <source>No calendars yet</source>
      <translation>Pas encore d’agenda</translation>
    </message>
    <message>
      <source>On the server, for all your devices</source>
      <translation>Sur le serveur, pour tous vos appareils</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Renommer…</translation>
    </message>
    <message>
      <source>Sync it</source>
      <translation>La synchroniser</translation>
    </message>
    <message>
      <source>The calendars, task lists and address books of your accounts are listed here.</source>
      <translation>Les agendas, listes de tâches et carnets d’adresses de vos comptes figurent ici.</translation>
    </message>
    <message>
      <source>What is older stays on the server, and in the history here.</source>
      <translation>Ce qui est plus ancien reste sur le serveur, et ici dans l’historique.</translation>
    </message>
    <message>
      <source>days</source>
      <translation>jours</translation>
    </message>
    <message>
      <source>{name} was deleted; {count} of its items are in the history.</source>
      <translation>{name} a été supprimée ; {count} de ses éléments sont dans l’historique.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.conflicts</name>
    <message>
      <source>Holds are decided one by one.</source>
      <translation>Les suppressions en attente se décident une à une.</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Les garder</translation>
    </message>
    <message>
      <source>Let it happen</source>
      <translation>Laisser faire</translation>
    </message>
    <message>
      <source>Let it happen?</source>
      <translation>Laisser faire ?</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Rien n’attend votre décision</translation>
    </message>
    <message>
      <source>On hold: {collection}</source>
      <translation>En attente : {collection}</translation>
    </message>
    <message>
      <source>What is not kept goes to the history; nothing is lost.</source>
      <translation>Ce qui n’est pas gardé va dans l’historique ; rien n’est perdu.</translation>
    </message>
    <message>
      <source>What is to be kept?</source>
      <translation>Que faut-il garder ?</translation>
    </message>
    <message>
      <source>What shall happen?</source>
      <translation>Que doit-il se passer ?</translation>
    </message>
    <message>
      <source>What waits</source>
      <translation>Ce qui attend</translation>
    </message>
    <message>
      <source>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</source>
      <translation>Quand les deux côtés ont changé la même chose différemment, ou que beaucoup serait supprimé d’un coup, c’est à vous de décider, et cela attend ici.</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) chosen</source>
      <translation>
        <numerusform>{count} conflit choisi</numerusform>
        <numerusform>{count} conflits choisis</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… et {count} de plus</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.contacts</name>
    <message>
      <source>Address book</source>
      <translation>Carnet d’adresses</translation>
    </message>
    <message>
      <source>After the first sync the people of your address books are shown here.</source>
      <translation>Après la première synchronisation, les personnes de vos carnets d’adresses s’affichent ici.</translation>
    </message>
    <message>
      <source>All categories</source>
      <translation>Toutes les catégories</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Catégorie</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>No contacts here yet</source>
      <translation>Pas encore de contacts ici</translation>
    </message>
    <message>
      <source>Nobody found</source>
      <translation>Aucune personne trouvée</translation>
    </message>
    <message>
      <source>Search by name, organisation, e-mail or telephone</source>
      <translation>Chercher par nom, organisation, e-mail ou téléphone</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Chercher des contacts</translation>
    </message>
    <message>
      <source>Search for another word, or for a part of it; accents do not matter.</source>
      <translation>Cherchez un autre mot, ou une partie du mot ; les accents ne comptent pas.</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>Provenance</translation>
    </message>
    <message numerus="yes">
      <source>{count} contact(s)</source>
      <translation>
        <numerusform>{count} contact</numerusform>
        <numerusform>{count} contacts</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.networks</name>
    <message>
      <source>Add a network</source>
      <translation>Ajouter un réseau</translation>
    </message>
    <message>
      <source>Add a network…</source>
      <translation>Ajouter un réseau…</translation>
    </message>
    <message>
      <source>Allow for an hour</source>
      <translation>Autoriser une heure</translation>
    </message>
    <message>
      <source>Allow this network?</source>
      <translation>Autoriser ce réseau ?</translation>
    </message>
    <message>
      <source>Allow this network…</source>
      <translation>Autoriser ce réseau…</translation>
    </message>
    <message>
      <source>Allowed until {time}</source>
      <translation>Autorisé jusqu’à {time}</translation>
    </message>
    <message>
      <source>Edit a network</source>
      <translation>Modifier un réseau</translation>
    </message>
    <message>
      <source>Edit {name}</source>
      <translation>Modifier {name}</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <source>Networks that are allowed</source>
      <translation>Réseaux autorisés</translation>
    </message>
    <message>
      <source>No network is listed. Listed networks count once kSync may sync on them only.</source>
      <translation>Aucun réseau n’est listé. La liste compte dès que kSync est limité à celle-ci.</translation>
    </message>
    <message>
      <source>Reads the name of the Wi-Fi that this computer is on.</source>
      <translation>Lit le nom du Wi-Fi de cet ordinateur.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Retirer {name}</translation>
    </message>
    <message>
      <source>Where kSync may sync</source>
      <translation>Où kSync peut synchroniser</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.overview</name>
    <message>
      <source>Add account…</source>
      <translation>Ajouter un compte…</translation>
    </message>
    <message>
      <source>Add your account, and its calendars, tasks and contacts appear here.</source>
      <translation>Ajoutez votre compte, et ses agendas, tâches et contacts apparaissent ici.</translation>
    </message>
    <message>
      <source>Enter the password of {account}</source>
      <translation>Saisir le mot de passe de {account}</translation>
    </message>
    <message>
      <source>Enter the password…</source>
      <translation>Saisir le mot de passe…</translation>
    </message>
    <message>
      <source>New password for {name}</source>
      <translation>Nouveau mot de passe pour {name}</translation>
    </message>
    <message>
      <source>New password…</source>
      <translation>Nouveau mot de passe…</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>Pas encore de compte</translation>
    </message>
    <message>
      <source>Open networks</source>
      <translation>Ouvrir les réseaux</translation>
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation>Progression de la synchronisation</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Sync in progress</source>
      <translation>Synchronisation en cours</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Synchroniser</translation>
    </message>
    <message>
      <source>Sync {account} now</source>
      <translation>Synchroniser {account}</translation>
    </message>
    <message>
      <source>The last 30 days</source>
      <translation>Les 30 derniers jours</translation>
    </message>
    <message>
      <source>came here</source>
      <translation>arrivés ici</translation>
    </message>
    <message>
      <source>went to the server</source>
      <translation>envoyés au serveur</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.privacy</name>
    <message>
      <source>A copy for you</source>
      <translation>Une copie pour vous</translation>
    </message>
    <message>
      <source>All accounts, their passwords and files, and all settings of kSync go from this computer; afterwards it is looked for. The servers keep everything.</source>
      <translation>Tous les comptes, leurs mots de passe et leurs fichiers, et tous les réglages de kSync quittent cet ordinateur ; ensuite, on vérifie. Les serveurs gardent tout.</translation>
    </message>
    <message>
      <source>Also erase its calendars and contacts from this computer</source>
      <translation>Effacer aussi ses calendriers et contacts de cet ordinateur</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>En cours</translation>
    </message>
    <message>
      <source>Erase account…</source>
      <translation>Effacer le compte…</translation>
    </message>
    <message>
      <source>Erase everything…</source>
      <translation>Tout effacer…</translation>
    </message>
    <message>
      <source>Erase history…</source>
      <translation>Effacer l’historique…</translation>
    </message>
    <message>
      <source>Erase the history of {name}</source>
      <translation>Effacer l’historique de {name}</translation>
    </message>
    <message>
      <source>Erase {name} from this computer</source>
      <translation>Effacer {name} de cet ordinateur</translation>
    </message>
    <message>
      <source>Everything that is here, in formats that other programs read.</source>
      <translation>Tout ce qui est ici, dans des formats que d’autres programmes lisent.</translation>
    </message>
    <message>
      <source>Leave no trace</source>
      <translation>Ne laisser aucune trace</translation>
    </message>
    <message>
      <source>Of all accounts</source>
      <translation>De tous les comptes</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Enregistrer une copie…</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Se connecter…</translation>
    </message>
    <message>
      <source>Sign out of {name}</source>
      <translation>Se déconnecter de {name}</translation>
    </message>
    <message>
      <source>Sign out…</source>
      <translation>Se déconnecter…</translation>
    </message>
    <message>
      <source>Whoever has seen it since can still use it. A new one takes a minute.</source>
      <translation>Qui l’a vu depuis peut encore s’en servir. En changer prend une minute.</translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s) erased.</source>
      <translation>
        <numerusform>{count} version antérieure effacée.</numerusform>
        <numerusform>{count} versions antérieures effacées.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} and everything of it is gone from this computer.</source>
      <translation>{name} et tout ce qui en était ici est effacé de cet ordinateur.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.settings</name>
    <message>
      <source>Accounts</source>
      <translation>Comptes</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avancé</translation>
    </message>
    <message>
      <source>Calendars and address books</source>
      <translation>Agendas et carnets d’adresses</translation>
    </message>
    <message>
      <source>Change password…</source>
      <translation>Changer le mot de passe…</translation>
    </message>
    <message>
      <source>Change the password of {name}</source>
      <translation>Changer le mot de passe de {name}</translation>
    </message>
    <message>
      <source>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</source>
      <translation>Son mot de passe et ses réglages sont oubliés. Ses fichiers restent où ils sont, et le serveur garde tout.</translation>
    </message>
    <message>
      <source>Open: {what}</source>
      <translation>Ouvrir : {what}</translation>
    </message>
    <message>
      <source>Remove {name} from this computer?</source>
      <translation>Retirer {name} de cet ordinateur ?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Retirer…</translation>
    </message>
    <message>
      <source>Reports of unexpected errors</source>
      <translation>Rapports d’erreurs inattendues</translation>
    </message>
    <message>
      <source>Settings file</source>
      <translation>Fichier des réglages</translation>
    </message>
    <message>
      <source>Start kSync when I log in</source>
      <translation>Démarrer kSync à l’ouverture de session</translation>
    </message>
    <message>
      <source>There is no account yet.</source>
      <translation>Il n’y a pas encore de compte.</translation>
    </message>
    <message>
      <source>Where the calendars and contacts of {name} are</source>
      <translation>Où se trouvent les agendas et contacts de {name}</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} a été retiré.</translation>
    </message>
  </context>
  <context>
    <name>ui.program</name>
    <message>
      <source>This desktop shows no tray icons.</source>
      <translation>Ce bureau n’affiche pas d’icônes dans la barre.</translation>
    </message>
    <message>
      <source>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</source>
      <translation>kSync continue tant que cette fenêtre est ouverte ou réduite. Sous GNOME, l’extension « AppIndicator and KStatusNotifierItem Support » les affiche.</translation>
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
      <translation>Pages</translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting</source>
      <translation>
        <numerusform>{count} en attente</numerusform>
        <numerusform>{count} en attente</numerusform>
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
      <translation>Compte</translation>
    </message>
    <message>
      <source>All syncs</source>
      <translation>Toutes</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Terminé</translation>
    </message>
    <message>
      <source>Done, but not everything</source>
      <translation>Terminé, mais pas tout</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Échec</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>Pas terminé</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Requêtes</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Arrêtée</translation>
    </message>
    <message>
      <source>That changed something</source>
      <translation>Qui ont changé quelque chose</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Raison</translation>
    </message>
    <message>
      <source>With problems</source>
      <translation>Avec des problèmes</translation>
    </message>
    <message>
      <source>after a change here</source>
      <translation>après un changement ici</translation>
    </message>
    <message>
      <source>after a change of the network</source>
      <translation>après un changement de réseau</translation>
    </message>
    <message>
      <source>after a change of the settings</source>
      <translation>après un changement des réglages</translation>
    </message>
    <message>
      <source>asked for</source>
      <translation>demandée</translation>
    </message>
    <message>
      <source>at the interval</source>
      <translation>à l’intervalle</translation>
    </message>
    <message>
      <source>both versions kept</source>
      <translation>les deux versions gardées</translation>
    </message>
    <message>
      <source>came from the server</source>
      <translation>venu du serveur</translation>
    </message>
    <message>
      <source>cannot be written and stays as it is</source>
      <translation>ne peut pas être écrit et reste tel quel</translation>
    </message>
    <message>
      <source>changed by the server</source>
      <translation>modifié par le serveur</translation>
    </message>
    <message>
      <source>changed on the server</source>
      <translation>modifié sur le serveur</translation>
    </message>
    <message>
      <source>comes back</source>
      <translation>revient</translation>
    </message>
    <message>
      <source>deleted here</source>
      <translation>supprimé ici</translation>
    </message>
    <message>
      <source>deleted on the server</source>
      <translation>supprimé sur le serveur</translation>
    </message>
    <message>
      <source>goes back to what it was</source>
      <translation>redevient ce qu’il était</translation>
    </message>
    <message>
      <source>is as it was already</source>
      <translation>est déjà comme avant</translation>
    </message>
    <message>
      <source>is taken away again</source>
      <translation>est de nouveau retiré</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>fusionné</translation>
    </message>
    <message>
      <source>moved here</source>
      <translation>déplacé ici</translation>
    </message>
    <message>
      <source>moved on the server</source>
      <translation>déplacé sur le serveur</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>rien à faire</translation>
    </message>
    <message>
      <source>past the limit: on the server only</source>
      <translation>au-delà de la limite : sur le serveur seulement</translation>
    </message>
    <message>
      <source>sent to the server</source>
      <translation>envoyé au serveur</translation>
    </message>
    <message>
      <source>the first one</source>
      <translation>la première</translation>
    </message>
    <message>
      <source>tried again</source>
      <translation>nouvel essai</translation>
    </message>
    <message>
      <source>was changed since and stays as it is</source>
      <translation>a été modifié depuis et reste tel quel</translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted here</source>
      <translation>
        <numerusform>{count} supprimé ici</numerusform>
        <numerusform>{count} supprimés ici</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted on the server</source>
      <translation>
        <numerusform>{count} supprimé sur le serveur</numerusform>
        <numerusform>{count} supprimés sur le serveur</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} downloaded</source>
      <translation>
        <numerusform>{count} reçu</numerusform>
        <numerusform>{count} reçus</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} en échec</numerusform>
        <numerusform>{count} en échec</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in conflict</source>
      <translation>
        <numerusform>{count} en conflit</numerusform>
        <numerusform>{count} en conflit</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) undone; the next sync takes it to the server.</source>
      <translation>
        <numerusform>{count} élément rétabli ; la prochaine synchronisation l’envoie au serveur.</numerusform>
        <numerusform>{count} éléments rétablis ; la prochaine synchronisation les envoie au serveur.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} merged</source>
      <translation>
        <numerusform>{count} fusionné</numerusform>
        <numerusform>{count} fusionnés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} uploaded</source>
      <translation>
        <numerusform>{count} envoyé</numerusform>
        <numerusform>{count} envoyés</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting for you</source>
      <translation>
        <numerusform>{count} attend votre décision</numerusform>
        <numerusform>{count} attendent votre décision</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} undone; {left} left as they are.</source>
      <translation>{done} rétablis ; {left} laissés tels quels.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.calendar</name>
    <message>
      <source>(no title)</source>
      <translation>(sans titre)</translation>
    </message>
    <message>
      <source>all day</source>
      <translation>toute la journée</translation>
    </message>
    <message>
      <source>done</source>
      <translation>fait</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>échéance : {when}</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>dès {time}</translation>
    </message>
    <message>
      <source>important</source>
      <translation>important</translation>
    </message>
    <message>
      <source>overdue since {when}</source>
      <translation>en retard depuis : {when}</translation>
    </message>
    <message>
      <source>repeats</source>
      <translation>se répète</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>jusqu’à {time}</translation>
    </message>
    <message numerus="yes">
      <source>{count} event(s)</source>
      <translation>
        <numerusform>{count} événement</numerusform>
        <numerusform>{count} événements</numerusform>
      </translation>
    </message>
    <message>
      <source>{percent} % done</source>
      <translation>{percent} % fait</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.collections</name>
    <message>
      <source>As in the settings</source>
      <translation>Comme dans les réglages</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation>Me demander</translation>
    </message>
    <message>
      <source>Both ways</source>
      <translation>Dans les deux sens</translation>
    </message>
    <message>
      <source>From the server only</source>
      <translation>Du serveur seulement</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Garder les deux</translation>
    </message>
    <message>
      <source>Keep the server's</source>
      <translation>Garder celle du serveur</translation>
    </message>
    <message>
      <source>Keep this computer's</source>
      <translation>Garder celle de cet ordinateur</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Fusionner</translation>
    </message>
    <message>
      <source>To the server only</source>
      <translation>Vers le serveur seulement</translation>
    </message>
    <message>
      <source>gone from the server</source>
      <translation>disparue du serveur</translation>
    </message>
    <message>
      <source>off</source>
      <translation>désactivée</translation>
    </message>
    <message>
      <source>read only</source>
      <translation>lecture seule</translation>
    </message>
    <message numerus="yes">
      <source>the last {count} day(s)</source>
      <translation>
        <numerusform>le dernier jour</numerusform>
        <numerusform>les {count} derniers jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s)</source>
      <translation>
        <numerusform>{count} élément</numerusform>
        <numerusform>{count} éléments</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older one(s) on the server alone</source>
      <translation>
        <numerusform>{count} plus ancien sur le serveur seulement</numerusform>
        <numerusform>{count} plus anciens sur le serveur seulement</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.conflicts</name>
    <message>
      <source>Address on the web</source>
      <translation>Adresse web</translation>
    </message>
    <message>
      <source>Begins</source>
      <translation>Début</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>Anniversaire</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>Catégories</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Terminé le</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>Done in per cent</source>
      <translation>Avancement en pour cent</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Échéance</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Fin</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Tout</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; in what is in dispute the server's goes.</source>
      <translation>Tout le reste des deux côtés est gardé ; pour ce qui est en litige, c’est le serveur qui l’emporte.</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; what is in dispute goes as chosen above.</source>
      <translation>Tout le reste des deux côtés est gardé ; ce qui est en litige suit le choix ci-dessus.</translation>
    </message>
    <message>
      <source>Guests</source>
      <translation>Invités</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Des éléments</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Exclus</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Durée prévue</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Nickname</source>
      <translation>Surnom</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Organiser</source>
      <translation>Organisateur</translation>
    </message>
    <message>
      <source>Parts of the name</source>
      <translation>Parties du nom</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Téléphone</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Photo</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Fonction</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Adresse postale</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priorité</translation>
    </message>
    <message>
      <source>Reminder</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Répétition</translation>
    </message>
    <message>
      <source>Shown as busy</source>
      <translation>Indiqué comme occupé</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Statut</translation>
    </message>
    <message>
      <source>The other one stays as a copy of its own.</source>
      <translation>L’autre reste comme copie à part.</translation>
    </message>
    <message>
      <source>The server gets this computer's version.</source>
      <translation>Le serveur reçoit la version de cet ordinateur.</translation>
    </message>
    <message>
      <source>The whole event</source>
      <translation>Tout l’événement</translation>
    </message>
    <message>
      <source>The whole task</source>
      <translation>Toute la tâche</translation>
    </message>
    <message>
      <source>This computer gets the server's version.</source>
      <translation>Cet ordinateur reçoit la version du serveur.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Heure</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>a picture of {count} characters</source>
      <translation>une image de {count} caractères</translation>
    </message>
    <message>
      <source>being done</source>
      <translation>en cours</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>annulé</translation>
    </message>
    <message>
      <source>changed here, deleted on the server</source>
      <translation>modifié ici, supprimé sur le serveur</translation>
    </message>
    <message>
      <source>changed on both sides</source>
      <translation>modifié des deux côtés</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confirmé</translation>
    </message>
    <message>
      <source>deleted here, changed on the server</source>
      <translation>supprimé ici, modifié sur le serveur</translation>
    </message>
    <message>
      <source>new on both sides, and different</source>
      <translation>nouveau des deux côtés, et différent</translation>
    </message>
    <message>
      <source>tentative</source>
      <translation>provisoire</translation>
    </message>
    <message>
      <source>to be done</source>
      <translation>à faire</translation>
    </message>
    <message>
      <source>{property} of {occurrence}</source>
      <translation>{property} de {occurrence}</translation>
    </message>
    <message>
      <source>{what}: {properties}</source>
      <translation>{what} : {properties}</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.contacts</name>
    <message>
      <source>(no name)</source>
      <translation>(sans nom)</translation>
    </message>
    <message>
      <source>Anniversary</source>
      <translation>Anniversaire (fête)</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Dates</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Membres</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>On the web</source>
      <translation>Sur le web</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Téléphone</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>fax</translation>
    </message>
    <message>
      <source>home</source>
      <translation>domicile</translation>
    </message>
    <message>
      <source>home page</source>
      <translation>page personnelle</translation>
    </message>
    <message>
      <source>main</source>
      <translation>principal</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>mobile</translation>
    </message>
    <message>
      <source>other</source>
      <translation>autre</translation>
    </message>
    <message>
      <source>pager</source>
      <translation>pager</translation>
    </message>
    <message>
      <source>video</source>
      <translation>vidéo</translation>
    </message>
    <message>
      <source>work</source>
      <translation>travail</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>« {name} »</translation>
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
      <translation>Pièces jointes</translation>
    </message>
    <message>
      <source>Organised by</source>
      <translation>Organisé par</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Avancement</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Rappels</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Fuseau horaire</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <source>after the beginning</source>
      <translation>après le début</translation>
    </message>
    <message>
      <source>at the beginning</source>
      <translation>au début</translation>
    </message>
    <message>
      <source>by a rule of its own</source>
      <translation>selon une règle particulière</translation>
    </message>
    <message>
      <source>declined</source>
      <translation>refusé</translation>
    </message>
    <message>
      <source>delegated</source>
      <translation>délégué</translation>
    </message>
    <message numerus="yes">
      <source>every {count} day(s)</source>
      <translation>
        <numerusform>chaque jour</numerusform>
        <numerusform>tous les {count} jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} month(s)</source>
      <translation>
        <numerusform>chaque mois</numerusform>
        <numerusform>tous les {count} mois</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} week(s)</source>
      <translation>
        <numerusform>chaque semaine</numerusform>
        <numerusform>toutes les {count} semaines</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} year(s)</source>
      <translation>
        <numerusform>chaque année</numerusform>
        <numerusform>tous les {count} ans</numerusform>
      </translation>
    </message>
    <message>
      <source>no answer yet</source>
      <translation>pas encore de réponse</translation>
    </message>
    <message>
      <source>no due date</source>
      <translation>sans échéance</translation>
    </message>
    <message>
      <source>not confirmed</source>
      <translation>non confirmé</translation>
    </message>
    <message>
      <source>perhaps</source>
      <translation>peut-être</translation>
    </message>
    <message>
      <source>private</source>
      <translation>privé</translation>
    </message>
    <message numerus="yes">
      <source>{count} attachment(s), not downloaded</source>
      <translation>
        <numerusform>{count} pièce jointe, non téléchargée</numerusform>
        <numerusform>{count} pièces jointes, non téléchargées</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) before</source>
      <translation>
        <numerusform>{count} jour avant</numerusform>
        <numerusform>{count} jours avant</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) before</source>
      <translation>
        <numerusform>{count} heure avant</numerusform>
        <numerusform>{count} heures avant</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) before</source>
      <translation>
        <numerusform>{count} minute avant</numerusform>
        <numerusform>{count} minutes avant</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}, optional: {answer}</source>
      <translation>{name}, facultatif : {answer}</translation>
    </message>
    <message>
      <source>{name}: {answer}</source>
      <translation>{name} : {answer}</translation>
    </message>
    <message>
      <source>{often}, until {day}</source>
      <translation>{often}, jusqu’au {day}</translation>
    </message>
    <message numerus="yes">
      <source>{often}, {count} time(s)</source>
      <translation>
        <numerusform>{often}, {count} fois</numerusform>
        <numerusform>{often}, {count} fois</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.help</name>
    <message>
      <source>All is up to date.</source>
      <translation>Tout est à jour.</translation>
    </message>
    <message>
      <source>Both sides changed the same thing, and you are to decide.</source>
      <translation>Les deux côtés ont modifié la même chose, et c’est à vous de décider.</translation>
    </message>
    <message>
      <source>Much would be deleted at once. It waits for your yes or no.</source>
      <translation>Beaucoup serait supprimé d’un coup. Cela attend votre oui ou votre non.</translation>
    </message>
    <message>
      <source>Nothing runs by itself until the pause is over.</source>
      <translation>Rien ne démarre tout seul jusqu’à la fin de la pause.</translation>
    </message>
    <message>
      <source>Something could not be synced. The window says what, and what to do.</source>
      <translation>Quelque chose n’a pas pu être synchronisé. La fenêtre dit quoi, et que faire.</translation>
    </message>
    <message>
      <source>The server cannot be reached. kSync tries again by itself.</source>
      <translation>Le serveur est injoignable. kSync réessaie tout seul.</translation>
    </message>
    <message>
      <source>This network is not one on which kSync may sync.</source>
      <translation>kSync n’a pas le droit de synchroniser sur ce réseau.</translation>
    </message>
    <message>
      <source>kSync is at work.</source>
      <translation>kSync travaille.</translation>
    </message>
    <message>
      <source>kSync needs you: a password, or an open keyring.</source>
      <translation>kSync a besoin de vous : un mot de passe, ou un trousseau ouvert.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.left_out</name>
    <message numerus="yes">
      <source>{count} file(s) cannot be shown.</source>
      <translation>
        <numerusform>{count} fichier ne peut pas être affiché.</numerusform>
        <numerusform>{count} fichiers ne peuvent pas être affichés.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.menu</name>
    <message>
      <source>All accounts</source>
      <translation>Tous les comptes</translation>
    </message>
    <message numerus="yes">
      <source>Conflicts ({count})</source>
      <translation>
        <numerusform>Conflit ({count})</numerusform>
        <numerusform>Conflits ({count})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Deletions on hold ({count})</source>
      <translation>
        <numerusform>Suppression en attente ({count})</numerusform>
        <numerusform>Suppressions en attente ({count})</numerusform>
      </translation>
    </message>
    <message>
      <source>For an hour</source>
      <translation>Pendant une heure</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Open kSync</source>
      <translation>Ouvrir kSync</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Recent activity</source>
      <translation>Activité récente</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Reprendre</translation>
    </message>
    <message>
      <source>Stop syncing</source>
      <translation>Arrêter la synchronisation</translation>
    </message>
    <message>
      <source>Until I resume</source>
      <translation>Jusqu’à ce que je reprenne</translation>
    </message>
    <message>
      <source>Until tomorrow morning</source>
      <translation>Jusqu’à demain matin</translation>
    </message>
    <message>
      <source>a password is missing</source>
      <translation>un mot de passe manque</translation>
    </message>
    <message>
      <source>no account yet</source>
      <translation>pas encore de compte</translation>
    </message>
    <message>
      <source>not on this network</source>
      <translation>pas sur ce réseau</translation>
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
      <translation>Point d’accès</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Autorisés</translation>
    </message>
    <message>
      <source>Any protection</source>
      <translation>Toute protection</translation>
    </message>
    <message>
      <source>Anywhere (the guard is off)</source>
      <translation>Partout (garde désactivé)</translation>
    </message>
    <message>
      <source>As for all accounts</source>
      <translation>Comme pour tous les comptes</translation>
    </message>
    <message>
      <source>At least: OWE</source>
      <translation>Au moins : OWE</translation>
    </message>
    <message>
      <source>At least: WEP</source>
      <translation>Au moins : WEP</translation>
    </message>
    <message>
      <source>At least: WPA Personal</source>
      <translation>Au moins : WPA Personal</translation>
    </message>
    <message>
      <source>At least: WPA2 Enterprise</source>
      <translation>Au moins : WPA2 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA2 Personal</source>
      <translation>Au moins : WPA2 Personal</translation>
    </message>
    <message>
      <source>At least: WPA3 Enterprise</source>
      <translation>Au moins : WPA3 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA3 Personal</source>
      <translation>Au moins : WPA3 Personal</translation>
    </message>
    <message>
      <source>At least: open</source>
      <translation>Au moins : ouvert</translation>
    </message>
    <message>
      <source>Below it</source>
      <translation>En dessous</translation>
    </message>
    <message>
      <source>Bridge of virtual machines</source>
      <translation>Pont de machines virtuelles</translation>
    </message>
    <message>
      <source>By the network below it</source>
      <translation>Selon le réseau sous-jacent</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, or allow this one.</source>
      <translation>Connectez-vous à un réseau autorisé, ou autorisez celui-ci.</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Connexion</translation>
    </message>
    <message>
      <source>Hardware addresses, separated by commas.</source>
      <translation>Adresses matérielles, séparées par des virgules.</translation>
    </message>
    <message>
      <source>Inside of a container</source>
      <translation>Intérieur d’un conteneur</translation>
    </message>
    <message>
      <source>Interface</source>
      <translation>Interface</translation>
    </message>
    <message>
      <source>Metered</source>
      <translation>Volume limité</translation>
    </message>
    <message>
      <source>Metered networks</source>
      <translation>Réseaux à volume limité</translation>
    </message>
    <message>
      <source>Mobile network</source>
      <translation>Réseau mobile</translation>
    </message>
    <message>
      <source>Mobile networks and phones</source>
      <translation>Réseaux mobiles et téléphones</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <source>Network guard: off</source>
      <translation>Garde-réseau : désactivé</translation>
    </message>
    <message>
      <source>Network: offline</source>
      <translation>Réseau : hors ligne</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>Non autorisés</translation>
    </message>
    <message>
      <source>On any Wi-Fi</source>
      <translation>Sur tout Wi-Fi</translation>
    </message>
    <message>
      <source>Only behind these routers</source>
      <translation>Seulement derrière ces routeurs</translation>
    </message>
    <message>
      <source>Only on networks that I list</source>
      <translation>Seulement sur les réseaux que je liste</translation>
    </message>
    <message>
      <source>Phone by Bluetooth</source>
      <translation>Téléphone par Bluetooth</translation>
    </message>
    <message>
      <source>Phone by USB</source>
      <translation>Téléphone par USB</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Protection</translation>
    </message>
    <message>
      <source>Router</source>
      <translation>Routeur</translation>
    </message>
    <message>
      <source>Routers</source>
      <translation>Routeurs</translation>
    </message>
    <message>
      <source>Their names in the network settings, separated by commas.</source>
      <translation>Leurs noms dans les réglages réseau, séparés par des virgules.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Cet ordinateur</translation>
    </message>
    <message>
      <source>Unknown network</source>
      <translation>Réseau inconnu</translation>
    </message>
    <message>
      <source>VPN</source>
      <translation>VPN</translation>
    </message>
    <message>
      <source>VPNs that are always allowed</source>
      <translation>VPN toujours autorisés</translation>
    </message>
    <message>
      <source>Wi-Fi</source>
      <translation>Wi-Fi</translation>
    </message>
    <message>
      <source>Wired network</source>
      <translation>Réseau filaire</translation>
    </message>
    <message>
      <source>Wired networks</source>
      <translation>Réseaux filaires</translation>
    </message>
    <message>
      <source>kSync may sync</source>
      <translation>kSync peut synchroniser</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>inconnu</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message numerus="yes">
      <source>{count} access point(s)</source>
      <translation>
        <numerusform>{count} point d’accès</numerusform>
        <numerusform>{count} points d’accès</numerusform>
      </translation>
    </message>
    <message>
      <source>{network}: allowed</source>
      <translation>{network} : autorisé</translation>
    </message>
    <message>
      <source>{network}: allowed for some accounts</source>
      <translation>{network} : autorisé pour certains comptes</translation>
    </message>
    <message>
      <source>{network}: not allowed</source>
      <translation>{network} : non autorisé</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.overview</name>
    <message>
      <source>Checking uploads of {collection}</source>
      <translation>Vérification des envois de {collection}</translation>
    </message>
    <message>
      <source>Downloading {collection}</source>
      <translation>Téléchargement de {collection}</translation>
    </message>
    <message>
      <source>Everything is up to date.</source>
      <translation>Tout est à jour.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Contient</translation>
    </message>
    <message>
      <source>In {days} days: {here} changes came here, {there} went to the server.</source>
      <translation>En {days} jours : {here} changements arrivés ici, {there} envoyés au serveur.</translation>
    </message>
    <message>
      <source>Its password is more than a year old.</source>
      <translation>Son mot de passe a plus d’un an.</translation>
    </message>
    <message>
      <source>Last sync</source>
      <translation>Dernière synchronisation</translation>
    </message>
    <message numerus="yes">
      <source>Looking at {count} collection(s)</source>
      <translation>
        <numerusform>Examen de {count} collection</numerusform>
        <numerusform>Examen de {count} collections</numerusform>
      </translation>
    </message>
    <message>
      <source>Next sync</source>
      <translation>Prochaine synchronisation</translation>
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation>Pas encore synchronisé.</translation>
    </message>
    <message>
      <source>The last sync was stopped; the next one goes on.</source>
      <translation>La dernière synchronisation a été arrêtée ; la prochaine continue.</translation>
    </message>
    <message>
      <source>This account waits for its password.</source>
      <translation>Ce compte attend son mot de passe.</translation>
    </message>
    <message>
      <source>Uploading {collection}</source>
      <translation>Envoi de {collection}</translation>
    </message>
    <message>
      <source>Writing files of {collection}</source>
      <translation>Écriture des fichiers de {collection}</translation>
    </message>
    <message numerus="yes">
      <source>in {count} collection(s)</source>
      <translation>
        <numerusform>dans {count} collection</numerusform>
        <numerusform>dans {count} collections</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>jamais</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>en pause</translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) wait for you.</source>
      <translation>
        <numerusform>{count} décision vous attend.</numerusform>
        <numerusform>{count} décisions vous attendent.</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} sur {total}</translation>
    </message>
    <message numerus="yes">
      <source>{first} And {count} more.</source>
      <translation>
        <numerusform>{first} Et {count} autre.</numerusform>
        <numerusform>{first} Et {count} autres.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.privacy</name>
    <message>
      <source>5 files of 1 MB, the oldest goes first</source>
      <translation>5 fichiers de 1 Mo, le plus ancien part d’abord</translation>
    </message>
    <message>
      <source>Calendars, tasks and contacts</source>
      <translation>Calendriers, tâches et contacts</translation>
    </message>
    <message>
      <source>Connected program</source>
      <translation>Programme connecté</translation>
    </message>
    <message>
      <source>Earlier versions</source>
      <translation>Versions antérieures</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <source>Erase everything</source>
      <translation>Tout effacer</translation>
    </message>
    <message>
      <source>Erase everything of kSync on this computer?</source>
      <translation>Effacer tout ce qui est de kSync sur cet ordinateur ?</translation>
    </message>
    <message>
      <source>Erase the history of {name}?</source>
      <translation>Effacer l’historique de {name} ?</translation>
    </message>
    <message>
      <source>Erase {name} from this computer?</source>
      <translation>Effacer {name} de cet ordinateur ?</translation>
    </message>
    <message>
      <source>Everything on the server, and on your other devices</source>
      <translation>Tout sur le serveur et sur vos autres appareils</translation>
    </message>
    <message>
      <source>Files in its folders that kSync did not put there; they are named</source>
      <translation>Les fichiers de ses dossiers que kSync n’y a pas mis ; ils sont nommés</translation>
    </message>
    <message>
      <source>For you, and for your other programs: they can read these files.</source>
      <translation>Pour vous, et pour vos autres programmes : ils peuvent lire ces fichiers.</translation>
    </message>
    <message>
      <source>Its password comes from a command; kSync keeps none.</source>
      <translation>Son mot de passe vient d’une commande ; kSync n’en garde aucun.</translation>
    </message>
    <message>
      <source>Its password comes from a command; that is still in the settings.</source>
      <translation>Son mot de passe vient d’une commande ; elle est encore dans les réglages.</translation>
    </message>
    <message>
      <source>Its password was stored in the keyring {when}.</source>
      <translation>Son mot de passe a été enregistré dans le trousseau {when}.</translation>
    </message>
    <message>
      <source>Its password was stored {when}, more than a year. Providers advise a new one once a year.</source>
      <translation>Son mot de passe a été enregistré {when}, il y a plus d’un an. Les fournisseurs conseillent d’en changer chaque année.</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Journaux</translation>
    </message>
    <message>
      <source>Notes of the program</source>
      <translation>Notes du programme</translation>
    </message>
    <message>
      <source>Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. Pictures and attachments that an entry only names are not fetched.</source>
      <translation>Rien n’est envoyé à personne d’autre : ni statistiques, ni rapports de plantage, ni recherche de mises à jour. Les images et pièces jointes qu’une entrée ne fait que nommer ne sont pas chargées.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Mot de passe</translation>
    </message>
    <message>
      <source>Reports of runs</source>
      <translation>Rapports des synchronisations</translation>
    </message>
    <message>
      <source>Saved: {items} and {versions} in {folder}.</source>
      <translation>Enregistré : {items} et {versions} dans {folder}.</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Se déconnecter</translation>
    </message>
    <message>
      <source>Sign out and erase</source>
      <translation>Se déconnecter et effacer</translation>
    </message>
    <message>
      <source>Sign out of {name}?</source>
      <translation>Se déconnecter de {name} ?</translation>
    </message>
    <message>
      <source>Signed out of {name}.</source>
      <translation>Déconnecté de {name}.</translation>
    </message>
    <message>
      <source>State of the sync</source>
      <translation>État de la synchronisation</translation>
    </message>
    <message>
      <source>Still here, as kSync did not put it there: {names}</source>
      <translation>Encore ici, car kSync ne l’y a pas mis : {names}</translation>
    </message>
    <message>
      <source>Talks to {hosts}, and to nobody else.</source>
      <translation>Parle à {hosts}, et à personne d’autre.</translation>
    </message>
    <message>
      <source>The history, the reports, all settings and logs</source>
      <translation>L’historique, les rapports, tous les réglages et journaux</translation>
    </message>
    <message>
      <source>The lines of the log about it</source>
      <translation>Les lignes du journal qui en parlent</translation>
    </message>
    <message>
      <source>The password in the keyring</source>
      <translation>Le mot de passe dans le trousseau</translation>
    </message>
    <message>
      <source>The settings of the account, and the lines of the log about it</source>
      <translation>Les réglages du compte, et les lignes du journal qui en parlent</translation>
    </message>
    <message>
      <source>The settings of the account: signing in again is enough</source>
      <translation>Les réglages du compte : il suffit de se reconnecter</translation>
    </message>
    <message>
      <source>The size of the window, a pause, what was allowed for a while.</source>
      <translation>La taille de la fenêtre, une pause, ce qui a été permis pour un temps.</translation>
    </message>
    <message>
      <source>Their passwords in the keyring</source>
      <translation>Leurs mots de passe dans le trousseau</translation>
    </message>
    <message>
      <source>These could not be read or joined: {names}.</source>
      <translation>Ceux-ci n’ont pas pu être lus ou réunis : {names}.</translation>
    </message>
    <message>
      <source>These have no folder here: {names}.</source>
      <translation>Ceux-ci n’ont pas de dossier ici : {names}.</translation>
    </message>
    <message>
      <source>They cannot be brought back, and earlier runs cannot be undone.</source>
      <translation>Elles ne pourront plus être rétablies, et les synchronisations passées ne pourront plus être annulées.</translation>
    </message>
    <message>
      <source>To log in to the server; it goes nowhere else.</source>
      <translation>Pour se connecter au serveur ; il ne va nulle part ailleurs.</translation>
    </message>
    <message>
      <source>What a sync overwrote or deleted, so that nothing is lost.</source>
      <translation>Ce qu’une synchronisation a remplacé ou supprimé, pour que rien ne se perde.</translation>
    </message>
    <message>
      <source>What both sides last agreed on, so that a sync can tell what changed.</source>
      <translation>Ce sur quoi les deux côtés étaient d’accord, pour savoir ce qui a changé.</translation>
    </message>
    <message>
      <source>What each sync did, for the page Activity.</source>
      <translation>Ce que chaque synchronisation a fait, pour la page Activité.</translation>
    </message>
    <message>
      <source>What ran and what went wrong: no titles, names or addresses.</source>
      <translation>Ce qui a tourné et ce qui a échoué : ni titres, ni noms, ni adresses.</translation>
    </message>
    <message>
      <source>What was changed here and is not on the server yet is lost. Sync before, if you are not sure.</source>
      <translation>Ce qui a été changé ici et n’est pas encore sur le serveur est perdu. En cas de doute, synchronisez d’abord.</translation>
    </message>
    <message>
      <source>What was written into its settings, so that it can be undone.</source>
      <translation>Ce qui a été écrit dans ses réglages, pour pouvoir l’annuler.</translation>
    </message>
    <message>
      <source>What you chose: accounts, user names, addresses, listed networks. No password.</source>
      <translation>Ce que vous avez choisi : comptes, noms d’utilisateur, adresses, réseaux listés. Aucun mot de passe.</translation>
    </message>
    <message>
      <source>You are signed out: kSync keeps no password of it.</source>
      <translation>Vous êtes déconnecté : kSync ne garde pas de mot de passe de ce compte.</translation>
    </message>
    <message>
      <source>as long as the account is here</source>
      <translation>tant que le compte est ici</translation>
    </message>
    <message>
      <source>kSync ends afterwards.</source>
      <translation>kSync se ferme ensuite.</translation>
    </message>
    <message>
      <source>the keyring of your desktop</source>
      <translation>le trousseau de votre bureau</translation>
    </message>
    <message>
      <source>until you delete them</source>
      <translation>jusqu’à ce que vous les supprimiez</translation>
    </message>
    <message>
      <source>until you disconnect it</source>
      <translation>jusqu’à ce que vous le déconnectiez</translation>
    </message>
    <message>
      <source>until you erase it</source>
      <translation>jusqu’à ce que vous l’effaciez</translation>
    </message>
    <message>
      <source>until you sign out</source>
      <translation>jusqu’à ce que vous vous déconnectiez</translation>
    </message>
    <message numerus="yes">
      <source>{count} account(s): {names}</source>
      <translation>
        <numerusform>{count} compte : {names}</numerusform>
        <numerusform>{count} comptes : {names}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} collection(s)</source>
      <translation>
        <numerusform>{count} collection</numerusform>
        <numerusform>{count} collections</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s)</source>
      <translation>
        <numerusform>{count} version antérieure</numerusform>
        <numerusform>{count} versions antérieures</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s), the reports and the state</source>
      <translation>
        <numerusform>{count} version antérieure, les rapports et l’état</numerusform>
        <numerusform>{count} versions antérieures, les rapports et l’état</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} file(s)</source>
      <translation>
        <numerusform>{count} fichier</numerusform>
        <numerusform>{count} fichiers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) as they are now</source>
      <translation>
        <numerusform>{count} élément tel qu’il est maintenant</numerusform>
        <numerusform>{count} éléments tels qu’ils sont maintenant</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in their folders</source>
      <translation>
        <numerusform>{count} élément dans leurs dossiers</numerusform>
        <numerusform>{count} éléments dans leurs dossiers</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in {folder}</source>
      <translation>
        <numerusform>{count} élément dans {folder}</numerusform>
        <numerusform>{count} éléments dans {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older item(s) are on the server alone.</source>
      <translation>
        <numerusform>{count} élément plus ancien n’est que sur le serveur.</numerusform>
        <numerusform>{count} éléments plus anciens ne sont que sur le serveur.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} password(s) older than a year: {names}.</source>
      <translation>
        <numerusform>Un mot de passe a plus d’un an : {names}.</numerusform>
        <numerusform>{count} mots de passe ont plus d’un an : {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} run(s)</source>
      <translation>
        <numerusform>{count} synchronisation</numerusform>
        <numerusform>{count} synchronisations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} version(s)</source>
      <translation>
        <numerusform>{count} version</numerusform>
        <numerusform>{count} versions</numerusform>
      </translation>
    </message>
    <message>
      <source>{days} days, at most {size} MB</source>
      <translation>{days} jours, au plus {size} Mo</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.problems</name>
    <message>
      <source>A question for its password may be waiting on the desktop.</source>
      <translation>Une demande de mot de passe attend peut-être sur le bureau.</translation>
    </message>
    <message>
      <source>Add one to begin.</source>
      <translation>Ajoutez-en un pour commencer.</translation>
    </message>
    <message>
      <source>Check that this computer is online, and the server's address.</source>
      <translation>Vérifiez que cet ordinateur est en ligne, et l’adresse du serveur.</translation>
    </message>
    <message>
      <source>Check the user name and the password. With two-step verification most providers want an application password.</source>
      <translation>Vérifiez le nom d’utilisateur et le mot de passe. Avec la validation en deux étapes, la plupart des fournisseurs exigent un mot de passe d’application.</translation>
    </message>
    <message>
      <source>Check this computer's clock, and ask who runs the server.</source>
      <translation>Vérifiez l’horloge de cet ordinateur, et demandez à l’exploitant du serveur.</translation>
    </message>
    <message>
      <source>If the collection is shared with you, its owner decides; here it can be read only.</source>
      <translation>Si la collection est partagée avec vous, son propriétaire décide ; ici on peut seulement la lire.</translation>
    </message>
    <message>
      <source>Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC).</source>
      <translation>Installez un trousseau qui le protège (gnome-keyring, KWallet, KeePassXC).</translation>
    </message>
    <message>
      <source>It is done in a moment.</source>
      <translation>Ce sera fini dans un instant.</translation>
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good, switch it off.</source>
      <translation>Ses fichiers restent tels quels. Si elle a disparu pour de bon, désactivez-la.</translation>
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open.</source>
      <translation>Vérifiez que le trousseau du bureau fonctionne et est ouvert.</translation>
    </message>
    <message>
      <source>Mend the line, or take it out, and save the file.</source>
      <translation>Corrigez la ligne, ou retirez-la, et enregistrez le fichier.</translation>
    </message>
    <message>
      <source>Open collections</source>
      <translation>Ouvrir les collections</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Ouvrir les réglages</translation>
    </message>
    <message>
      <source>Show the file</source>
      <translation>Montrer le fichier</translation>
    </message>
    <message>
      <source>Sign in, and the password is stored.</source>
      <translation>Connectez-vous, et le mot de passe est enregistré.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</source>
      <translation>Démarrez le trousseau du bureau (gnome-keyring, KWallet, KeePassXC…).</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Undo the change, or let this collection sync both ways.</source>
      <translation>Annulez le changement, ou laissez cette collection se synchroniser dans les deux sens.</translation>
    </message>
    <message>
      <source>Unlock it here, or log in to the desktop with your password.</source>
      <translation>Déverrouillez-le ici, ou ouvrez votre session avec votre mot de passe.</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>Déverrouiller…</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.programs</name>
    <message>
      <source>Calendar and Contacts</source>
      <translation>Calendrier et Contacts</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Connecter</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and Evolution</source>
      <translation>Agenda et Contacts de GNOME, Evolution</translation>
    </message>
    <message>
      <source>KOrganizer, Merkuro and KAddressBook</source>
      <translation>KOrganizer, Merkuro et KAddressBook</translation>
    </message>
    <message>
      <source>Not connected.</source>
      <translation>Pas connecté.</translation>
    </message>
    <message>
      <source>Set up by hand, in a few steps.</source>
      <translation>À configurer à la main, en quelques étapes.</translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync.</source>
      <translation>
        <numerusform>Montre {count} collection de kSync.</numerusform>
        <numerusform>Montre {count} collections de kSync.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync; not up to date.</source>
      <translation>
        <numerusform>Montre {count} collection de kSync ; pas à jour.</numerusform>
        <numerusform>Montre {count} collections de kSync ; pas à jour.</numerusform>
      </translation>
    </message>
    <message>
      <source>Steps…</source>
      <translation>Étapes…</translation>
    </message>
    <message>
      <source>Thunderbird</source>
      <translation>Thunderbird</translation>
    </message>
    <message>
      <source>Update</source>
      <translation>Mettre à jour</translation>
    </message>
    <message>
      <source>{name} is not connected any more.</source>
      <translation>{name} n’est plus connecté.</translation>
    </message>
    <message>
      <source>{name} shows all of it already.</source>
      <translation>{name} montre déjà tout.</translation>
    </message>
    <message numerus="yes">
      <source>{name} shows {count} collection(s) from its next start.</source>
      <translation>
        <numerusform>{name} montre {count} collection dès son prochain démarrage.</numerusform>
        <numerusform>{name} montre {count} collections dès son prochain démarrage.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.settings</name>
    <message>
      <source>A notification, once, when the state changes.</source>
      <translation>Une notification, une fois, quand l’état change.</translation>
    </message>
    <message>
      <source>As files</source>
      <translation>Comme fichiers</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>Comme le bureau</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>Ask before this many are deleted at once</source>
      <translation>Demander avant d’en supprimer autant d’un coup</translation>
    </message>
    <message>
      <source>Both versions are kept</source>
      <translation>Les deux versions sont gardées</translation>
    </message>
    <message>
      <source>Changes on this computer go out at once, whatever this says.</source>
      <translation>Les changements sur cet ordinateur partent aussitôt, quoi qu’il soit indiqué ici.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Every version that a sync overwrote or deleted can be brought back.</source>
      <translation>Chaque version qu’une synchronisation a écrasée ou supprimée peut être rétablie.</translation>
    </message>
    <message>
      <source>General</source>
      <translation>Général</translation>
    </message>
    <message>
      <source>Icon for a panel that is</source>
      <translation>Icône pour une barre</translation>
    </message>
    <message>
      <source>In GNOME’s programs</source>
      <translation>Dans les programmes de GNOME</translation>
    </message>
    <message>
      <source>Keep old versions for</source>
      <translation>Garder les anciennes versions</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>MB for each account</source>
      <translation>Mo par compte</translation>
    </message>
    <message>
      <source>Managed by your organisation</source>
      <translation>Géré par votre organisation</translation>
    </message>
    <message>
      <source>Managed by {organization}</source>
      <translation>Géré par {organization}</translation>
    </message>
    <message>
      <source>Merge, and let the server decide the rest</source>
      <translation>Fusionner, et laisser le serveur décider du reste</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>Sécurité</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Horaire</translation>
    </message>
    <message>
      <source>Sync every</source>
      <translation>Synchroniser toutes les</translation>
    </message>
    <message>
      <source>Tell me when something needs me</source>
      <translation>M’avertir quand quelque chose a besoin de moi</translation>
    </message>
    <message>
      <source>The server's version is kept</source>
      <translation>La version du serveur est gardée</translation>
    </message>
    <message>
      <source>This computer's version is kept</source>
      <translation>La version de cet ordinateur est gardée</translation>
    </message>
    <message>
      <source>What is not kept goes to the history, whatever you choose.</source>
      <translation>Ce qui n’est pas gardé va dans l’historique, quel que soit votre choix.</translation>
    </message>
    <message>
      <source>Your organisation manages some settings.</source>
      <translation>Votre organisation gère certains réglages.</translation>
    </message>
    <message>
      <source>and more than this share of a collection</source>
      <translation>et plus que cette part d’une collection</translation>
    </message>
    <message>
      <source>but use at most</source>
      <translation>mais en occupant au plus</translation>
    </message>
    <message>
      <source>items</source>
      <translation>éléments</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minutes</translation>
    </message>
    <message>
      <source>{organization} manages some settings.</source>
      <translation>{organization} gère certains réglages.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.status</name>
    <message>
      <source>No account yet.</source>
      <translation>Pas encore de compte.</translation>
    </message>
    <message>
      <source>Paused until you resume.</source>
      <translation>En pause jusqu’à ce que vous repreniez.</translation>
    </message>
    <message>
      <source>Paused; goes on {when}.</source>
      <translation>En pause ; reprise {when}.</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <source>Syncing …</source>
      <translation>Synchronisation…</translation>
    </message>
    <message>
      <source>Syncing: {done} of {total}.</source>
      <translation>Synchronisation : {done} sur {total}.</translation>
    </message>
    <message>
      <source>Up to date; synced {when}.</source>
      <translation>À jour ; synchronisé {when}.</translation>
    </message>
    <message>
      <source>{account} waits for its password.</source>
      <translation>{account} attend son mot de passe.</translation>
    </message>
    <message>
      <source>{account}: {message}</source>
      <translation>{account} : {message}</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) wait for you.</source>
      <translation>
        <numerusform>{count} conflit vous attend.</numerusform>
        <numerusform>{count} conflits vous attendent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) on deletions and returns wait for you.</source>
      <translation>
        <numerusform>{count} décision sur des suppressions ou des retours vous attend.</numerusform>
        <numerusform>{count} décisions sur des suppressions ou des retours vous attendent.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) could not be synced.</source>
      <translation>
        <numerusform>{count} élément n’a pas pu être synchronisé.</numerusform>
        <numerusform>{count} éléments n’ont pas pu être synchronisés.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.when</name>
    <message>
      <source>in a moment</source>
      <translation>dans un instant</translation>
    </message>
    <message numerus="yes">
      <source>in {count} day(s)</source>
      <translation>
        <numerusform>dans {count} jour</numerusform>
        <numerusform>dans {count} jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} hour(s)</source>
      <translation>
        <numerusform>dans {count} heure</numerusform>
        <numerusform>dans {count} heures</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} minute(s)</source>
      <translation>
        <numerusform>dans {count} minute</numerusform>
        <numerusform>dans {count} minutes</numerusform>
      </translation>
    </message>
    <message>
      <source>just now</source>
      <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) ago</source>
      <translation>
        <numerusform>il y a {count} jour</numerusform>
        <numerusform>il y a {count} jours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) ago</source>
      <translation>
        <numerusform>il y a {count} heure</numerusform>
        <numerusform>il y a {count} heures</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) ago</source>
      <translation>
        <numerusform>il y a {count} minute</numerusform>
        <numerusform>il y a {count} minutes</numerusform>
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
      <translation>Tout est prêt</translation>
    </message>
    <message>
      <source>Another server</source>
      <translation>Un autre serveur</translation>
    </message>
    <message>
      <source>Any CalDAV or CardDAV server; you need its address</source>
      <translation>Tout serveur CalDAV ou CardDAV ; il faut son adresse</translation>
    </message>
    <message>
      <source>Any Nextcloud; you need its address</source>
      <translation>Tout Nextcloud ; il faut son adresse</translation>
    </message>
    <message>
      <source>Ask your provider whether calendars and contacts are part of your account.</source>
      <translation>Demandez à votre fournisseur si agendas et contacts font partie de votre compte.</translation>
    </message>
    <message>
      <source>Best is an application password: it can be withdrawn alone. With two-step verification nothing else works.</source>
      <translation>Le mieux est un mot de passe d’application : il se révoque seul. Avec la validation en deux étapes, rien d’autre ne fonctionne.</translation>
    </message>
    <message>
      <source>Check both for slips; perhaps the server wants an application password.</source>
      <translation>Vérifiez les deux ; le serveur veut peut-être un mot de passe d’application.</translation>
    </message>
    <message>
      <source>Check both; with two-step verification it has to be an application password, not your main one.</source>
      <translation>Vérifiez les deux ; avec la validation en deux étapes, il faut un mot de passe d’application, pas le principal.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again.</source>
      <translation>Vérifiez que cet ordinateur est en ligne, puis réessayez.</translation>
    </message>
    <message>
      <source>Check the address and this computer's clock; on a public network log in first.</source>
      <translation>Vérifiez l’adresse et l’horloge de cet ordinateur ; sur un réseau public, connectez-vous d’abord.</translation>
    </message>
    <message>
      <source>Check the address for a slip, and that this computer is online.</source>
      <translation>Vérifiez l’adresse, et que cet ordinateur est en ligne.</translation>
    </message>
    <message>
      <source>Check the address for a slip; often the name of the server alone is right.</source>
      <translation>Vérifiez l’adresse ; souvent, le nom du serveur seul suffit.</translation>
    </message>
    <message>
      <source>Check the address, and that this computer is online; then try again.</source>
      <translation>Vérifiez l’adresse, et que cet ordinateur est en ligne ; puis réessayez.</translation>
    </message>
    <message>
      <source>Check the address; on a public network log in to its start page first.</source>
      <translation>Vérifiez l’adresse ; sur un réseau public, connectez-vous d’abord à sa page d’accueil.</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, then try again.</source>
      <translation>Connectez-vous à un réseau autorisé, puis réessayez.</translation>
    </message>
    <message>
      <source>Give the address of that other host, if it is your provider's own.</source>
      <translation>Indiquez l’adresse de cet autre serveur, s’il appartient à votre fournisseur.</translation>
    </message>
    <message>
      <source>If the server offers application passwords, take one.</source>
      <translation>Si le serveur propose des mots de passe d’application, prenez-en un.</translation>
    </message>
    <message>
      <source>Infomaniak's short logins look like AB12345; this one does not.</source>
      <translation>Les identifiants courts d’Infomaniak ressemblent à AB12345 ; celui-ci non.</translation>
    </message>
    <message>
      <source>It is kept by {backend}.</source>
      <translation>Il est gardé par {backend}.</translation>
    </message>
    <message>
      <source>It is kept in KWallet.</source>
      <translation>Il est gardé dans KWallet.</translation>
    </message>
    <message>
      <source>It is kept in the Windows Credential Manager.</source>
      <translation>Il est gardé dans le gestionnaire d’identification de Windows.</translation>
    </message>
    <message>
      <source>It is kept in the keyring of your desktop (Secret Service).</source>
      <translation>Il est gardé dans le trousseau de votre bureau (Secret Service).</translation>
    </message>
    <message>
      <source>It is kept in your macOS keychain.</source>
      <translation>Il est gardé dans votre trousseau macOS.</translation>
    </message>
    <message>
      <source>It looks like https://cloud.example.org.</source>
      <translation>Elle ressemble à https://cloud.example.org.</translation>
    </message>
    <message>
      <source>Make an application password with the button, and paste it here.</source>
      <translation>Créez un mot de passe d’application avec le bouton, et collez-le ici.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found there.</source>
      <translation>Aucun agenda ni carnet d’adresses n’a été trouvé.</translation>
    </message>
    <message>
      <source>Open your calendar once in the web browser, check the user name, then try again.</source>
      <translation>Ouvrez une fois votre agenda dans le navigateur, vérifiez le nom d’utilisateur, puis réessayez.</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Se connecter</translation>
    </message>
    <message>
      <source>Start one (gnome-keyring, KWallet …), or name a command that prints the password.</source>
      <translation>Démarrez-en un (gnome-keyring, KWallet …), ou indiquez une commande qui affiche le mot de passe.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring, or name a command that prints the password.</source>
      <translation>Démarrez le trousseau du bureau, ou indiquez une commande qui affiche le mot de passe.</translation>
    </message>
    <message>
      <source>The address begins with http://, where a password could be read on its way.</source>
      <translation>L’adresse commence par http:// ; le mot de passe pourrait être lu en chemin.</translation>
    </message>
    <message>
      <source>The command did not print a password.</source>
      <translation>La commande n’a pas affiché de mot de passe.</translation>
    </message>
    <message>
      <source>The connection to the server broke.</source>
      <translation>La connexion au serveur s’est interrompue.</translation>
    </message>
    <message>
      <source>The first sync</source>
      <translation>La première synchronisation</translation>
    </message>
    <message>
      <source>The keyring that is there would keep the password readable.</source>
      <translation>Le trousseau présent garderait le mot de passe en clair.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network, so nothing was sent.</source>
      <translation>Le gardien de réseau n’autorise pas ce réseau ; rien n’a été envoyé.</translation>
    </message>
    <message>
      <source>The server asks to be left alone for a while.</source>
      <translation>Le serveur demande à être laissé tranquille un moment.</translation>
    </message>
    <message>
      <source>The server does not accept this user name with this password.</source>
      <translation>Le serveur n’accepte pas ce nom d’utilisateur avec ce mot de passe.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>Le serveur ne répond pas.</translation>
    </message>
    <message>
      <source>The server has a problem of its own.</source>
      <translation>Le serveur a lui-même un problème.</translation>
    </message>
    <message>
      <source>The server knows you, and does not let you in here.</source>
      <translation>Le serveur vous connaît, mais ne vous laisse pas entrer ici.</translation>
    </message>
    <message>
      <source>The server sends kSync on to another host, where your password must not go.</source>
      <translation>Le serveur renvoie kSync à un autre hôte, où votre mot de passe ne doit pas aller.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted, so nothing was sent.</source>
      <translation>Le certificat du serveur n’est pas fiable ; rien n’a été envoyé.</translation>
    </message>
    <message>
      <source>The user name as the server knows it.</source>
      <translation>Le nom d’utilisateur tel que le serveur le connaît.</translation>
    </message>
    <message>
      <source>The user name is your whole e-mail address.</source>
      <translation>Le nom d’utilisateur est votre adresse e-mail complète.</translation>
    </message>
    <message>
      <source>The user name looks like AB12345; it is not your e-mail address.</source>
      <translation>Le nom d’utilisateur ressemble à AB12345 ; ce n’est pas votre adresse e-mail.</translation>
    </message>
    <message>
      <source>There is a web server at this address, but no calendar service.</source>
      <translation>Il y a un serveur web à cette adresse, mais pas de service d’agenda.</translation>
    </message>
    <message>
      <source>There is no keyring in which the password could be kept.</source>
      <translation>Il n’y a pas de trousseau où garder le mot de passe.</translation>
    </message>
    <message>
      <source>There is no server of this name.</source>
      <translation>Il n’y a pas de serveur de ce nom.</translation>
    </message>
    <message>
      <source>There is nothing at this address.</source>
      <translation>Il n’y a rien à cette adresse.</translation>
    </message>
    <message>
      <source>This is an e-mail address. Infomaniak wants the short login, like AB12345.</source>
      <translation>C’est une adresse e-mail. Infomaniak veut l’identifiant court, comme AB12345.</translation>
    </message>
    <message>
      <source>This is no address of a server.</source>
      <translation>Ce n’est pas l’adresse d’un serveur.</translation>
    </message>
    <message>
      <source>This is no whole e-mail address.</source>
      <translation>Ce n’est pas une adresse e-mail complète.</translation>
    </message>
    <message>
      <source>Try again later; it is not your login.</source>
      <translation>Réessayez plus tard ; ce n’est pas votre connexion.</translation>
    </message>
    <message>
      <source>Try it in a terminal; its first line has to be the password.</source>
      <translation>Essayez-la dans un terminal ; sa première ligne doit être le mot de passe.</translation>
    </message>
    <message>
      <source>Use the address with https://.</source>
      <translation>Utilisez l’adresse en https://.</translation>
    </message>
    <message>
      <source>Wait a few minutes, then try again.</source>
      <translation>Attendez quelques minutes, puis réessayez.</translation>
    </message>
    <message>
      <source>Welcome to kSync</source>
      <translation>Bienvenue dans kSync</translation>
    </message>
    <message>
      <source>What shall be synced?</source>
      <translation>Que faut-il synchroniser ?</translation>
    </message>
    <message>
      <source>Where is your account?</source>
      <translation>Où est votre compte ?</translation>
    </message>
    <message>
      <source>Where it appears</source>
      <translation>Où cela apparaît</translation>
    </message>
    <message>
      <source>Where may kSync sync?</source>
      <translation>Où kSync peut-il synchroniser ?</translation>
    </message>
    <message>
      <source>Your organisation has set this account up.</source>
      <translation>Votre organisation a préparé ce compte.</translation>
    </message>
    <message numerus="yes">
      <source>from {count} collection(s)</source>
      <translation>
        <numerusform>de {count} collection</numerusform>
        <numerusform>de {count} collections</numerusform>
      </translation>
    </message>
    <message>
      <source>kSuite, Calendar and Contacts of Infomaniak</source>
      <translation>kSuite, agenda et contacts d’Infomaniak</translation>
    </message>
    <message>
      <source>your server</source>
      <translation>votre serveur</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s)</source>
      <translation>
        <numerusform>{count} tâche</numerusform>
        <numerusform>{count} tâches</numerusform>
      </translation>
    </message>
    <message>
      <source>{items} {places} will be copied to this computer.</source>
      <translation>{items} {places} : à copier sur cet ordinateur.</translation>
    </message>
    <message>
      <source>{name} takes an application password only.</source>
      <translation>{name} n’accepte qu’un mot de passe d’application.</translation>
    </message>
    <message>
      <source>{organization} has set this account up; only your password is missing.</source>
      <translation>{organization} a préparé ce compte ; il ne manque que votre mot de passe.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.chart</name>
    <message>
      <source>Changes of the last 30 days</source>
      <translation>Changements des 30 derniers jours</translation>
    </message>
    <message>
      <source>{day}: {here} here, {there} to the server</source>
      <translation>{day} : {here} ici, {there} vers le serveur</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.columns</name>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>Take this one</source>
      <translation>Prendre celle-ci</translation>
    </message>
    <message>
      <source>Take {property} of: {side}</source>
      <translation>Prendre {property} de : {side}</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>Le serveur</translation>
    </message>
    <message>
      <source>The versions</source>
      <translation>Les versions</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>modifié</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>absent</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.copying</name>
    <message>
      <source>Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and the history, into a folder that is new or empty. The server is not asked.</source>
      <translation>Calendriers et tâches (.ics), contacts (.vcf), réglages sans rien de secret, et l’historique, dans un dossier nouveau ou vide. Le serveur n’est pas interrogé.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choisir…</translation>
    </message>
    <message>
      <source>Copying …</source>
      <translation>Copie en cours…</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <source>Save a copy of everything</source>
      <translation>Enregistrer une copie de tout</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.dialogs</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.guard</name>
    <message>
      <source>Network guard</source>
      <translation>Garde-réseau</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.help</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Nothing is lost: what a sync replaces or deletes is kept. The page Activity brings it back.</source>
      <translation>Rien n’est perdu : ce qu’une synchronisation remplace ou supprime est conservé. La page Activité le fait revenir.</translation>
    </message>
    <message>
      <source>What the pictures mean</source>
      <translation>Ce que disent les images</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.leaving</name>
    <message>
      <source>This goes:</source>
      <translation>Ceci disparaît :</translation>
    </message>
    <message>
      <source>This stays:</source>
      <translation>Ceci reste :</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.listing</name>
    <message>
      <source>Access points (optional)</source>
      <translation>Points d’accès (facultatif)</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>Autoriser</translation>
    </message>
    <message>
      <source>Name of the network</source>
      <translation>Nom du réseau</translation>
    </message>
    <message>
      <source>What you call it (optional)</source>
      <translation>Son nom pour vous (facultatif)</translation>
    </message>
    <message>
      <source>Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker imitations out; access points keep out all others.</source>
      <translation>Qui connaît le nom d’un Wi-Fi peut l’imiter. La protection minimale écarte les imitations plus faibles ; les points d’accès écartent tous les autres.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.month</name>
    <message numerus="yes">
      <source>{count} more</source>
      <translation>
        <numerusform>{count} de plus</numerusform>
        <numerusform>{count} de plus</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.naming</name>
    <message>
      <source>Create</source>
      <translation>Créer</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>Nouvelle collection</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <source>Rename {name}</source>
      <translation>Renommer {name}</translation>
    </message>
    <message>
      <source>Task list</source>
      <translation>Liste de tâches</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.programs</name>
    <message>
      <source>Calendars and contacts appear there without a password, by an address of this computer alone. Thunderbird has to be closed while it is connected.</source>
      <translation>Les calendriers et les contacts y apparaissent sans mot de passe, par une adresse de cet ordinateur seul. Thunderbird doit être fermé pendant qu’on le connecte.</translation>
    </message>
    <message>
      <source>Connect {name}</source>
      <translation>Connecter {name}</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>Déconnecter</translation>
    </message>
    <message>
      <source>Disconnect: {name}</source>
      <translation>Déconnecter : {name}</translation>
    </message>
    <message>
      <source>In your other programs</source>
      <translation>Dans vos autres programmes</translation>
    </message>
    <message>
      <source>No such program was found on this computer.</source>
      <translation>Aucun programme de ce genre n’a été trouvé sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Abandonner</translation>
    </message>
    <message>
      <source>Throw these edits away?</source>
      <translation>Abandonner ces modifications ?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.reading</name>
    <message>
      <source>Reading</source>
      <translation>Lecture</translation>
    </message>
    <message>
      <source>Reading: {done} of {total}</source>
      <translation>Lecture : {done} sur {total}</translation>
    </message>
    <message>
      <source>They are synced and kept as they are; they are only not shown here.</source>
      <translation>Ils sont synchronisés et gardés tels quels ; ils ne sont simplement pas affichés ici.</translation>
    </message>
    <message>
      <source>Which?</source>
      <translation>Lesquels ?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sheet</name>
    <message>
      <source>Close the details</source>
      <translation>Fermer les détails</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sign_in</name>
    <message>
      <source>It is tried at once, and kept in the keyring of your desktop.</source>
      <translation>Il est essayé aussitôt, et gardé dans le trousseau de votre bureau.</translation>
    </message>
    <message>
      <source>Make an application password in the browser…</source>
      <translation>Créer un mot de passe d’application dans le navigateur…</translation>
    </message>
    <message>
      <source>Password, better an application password</source>
      <translation>Mot de passe, de préférence d’application</translation>
    </message>
    <message>
      <source>Sign in to {account}</source>
      <translation>Se connecter à {account}</translation>
    </message>
    <message>
      <source>User name: {name}</source>
      <translation>Nom d’utilisateur : {name}</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.stored</name>
    <message>
      <source>Open the folder: {what}</source>
      <translation>Ouvrir le dossier : {what}</translation>
    </message>
    <message>
      <source>Where, and how long: {text}</source>
      <translation>Où, et combien de temps : {text}</translation>
    </message>
  </context>
  <context>
    <name>ui.window</name>
    <message>
      <source>Close this message</source>
      <translation>Fermer ce message</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.begin</name>
    <message>
      <source>Calendars, tasks and contacts are the same here and on your server.</source>
      <translation>Agendas, tâches et contacts sont les mêmes ici et sur votre serveur.</translation>
    </message>
    <message>
      <source>If you want, it syncs only on the networks that you choose.</source>
      <translation>Si vous le souhaitez, il ne synchronise que sur les réseaux que vous choisissez.</translation>
    </message>
    <message>
      <source>In a few steps your account is on this computer. Until the last one nothing is kept: you can cancel at any time.</source>
      <translation>En quelques étapes, votre compte est sur cet ordinateur. Rien n’est gardé avant la dernière : vous pouvez annuler à tout moment.</translation>
    </message>
    <message>
      <source>Let’s begin</source>
      <translation>Commencer</translation>
    </message>
    <message>
      <source>Nothing is lost: every version that is overwritten can be brought back.</source>
      <translation>Rien n’est perdu : chaque version écrasée peut être rétablie.</translation>
    </message>
    <message>
      <source>What kSync does</source>
      <translation>Ce que fait kSync</translation>
    </message>
    <message>
      <source>Your password goes to the keyring, and from there to your server alone.</source>
      <translation>Votre mot de passe va dans le trousseau, et de là à votre seul serveur.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.choose</name>
    <message>
      <source>Allow the Wi-Fi that I am on</source>
      <translation>Autoriser mon Wi-Fi actuel</translation>
    </message>
    <message>
      <source>Allowed: {names}</source>
      <translation>Autorisés : {names}</translation>
    </message>
    <message>
      <source>Anywhere</source>
      <translation>Partout</translation>
    </message>
    <message>
      <source>Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, khard, todoman and many editors read and write them. Only you can open them, and every program that you start.</source>
      <translation>Chaque agenda et carnet d’adresses est un dossier, chaque entrée un fichier (.ics, .vcf), comme khal, khard, todoman et bien des éditeurs les lisent et les écrivent. Vous seul pouvez les ouvrir, et tout programme que vous lancez.</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, as calendars and address books of their own.</source>
      <translation>GNOME Agenda, Contacts et To Do, Evolution et l’horloge du bureau les affichent, comme agendas et carnets d’adresses à part entière.</translation>
    </message>
    <message>
      <source>It is not on this computer: evolution-data-server does not answer.</source>
      <translation>Absent de cet ordinateur : evolution-data-server ne répond pas.</translation>
    </message>
    <message>
      <source>Not over a cable or a mobile network. Names of networks are never read.</source>
      <translation>Pas par câble ni par réseau mobile. Les noms des réseaux ne sont jamais lus.</translation>
    </message>
    <message>
      <source>Of what you leave out nothing is fetched. You can change it at any time.</source>
      <translation>De ce que vous laissez de côté, rien n’est téléchargé. Vous pouvez le changer à tout moment.</translation>
    </message>
    <message>
      <source>On every network, wired or not.</source>
      <translation>Sur tout réseau, avec ou sans fil.</translation>
    </message>
    <message>
      <source>Only on networks that I choose</source>
      <translation>Seulement sur les réseaux que je choisis</translation>
    </message>
    <message>
      <source>The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may ask whether kSync may know your location: the name of a Wi-Fi tells it.</source>
      <translation>Le nom du Wi-Fi où vous êtes est lu, comparé et oublié. Votre système peut demander si kSync peut connaître votre position : le nom d’un Wi-Fi la révèle.</translation>
    </message>
    <message>
      <source>The pages Calendar and Contacts of this window show everything in any case. Thunderbird, KOrganizer and others are connected on the page Settings. You can change it at any time; nothing is lost by it.</source>
      <translation>Les pages Agenda et Contacts de cette fenêtre affichent tout dans tous les cas. Thunderbird, KOrganizer et d’autres se connectent à la page Réglages. Vous pouvez changer à tout moment ; rien n’est perdu.</translation>
    </message>
    <message>
      <source>Until a network is allowed, nothing is synced.</source>
      <translation>Tant qu’aucun réseau n’est autorisé, rien n’est synchronisé.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.finish</name>
    <message>
      <source>Asking the server what there is …</source>
      <translation>Le serveur est interrogé …</translation>
    </message>
    <message>
      <source>From now on kSync syncs by itself, and at once when something changes here.</source>
      <translation>Désormais kSync synchronise de lui-même, et aussitôt que quelque chose change ici.</translation>
    </message>
    <message>
      <source>It could not be looked at now; it is tried again when it syncs.</source>
      <translation>Impossible de regarder maintenant ; ce sera réessayé à la synchronisation.</translation>
    </message>
    <message>
      <source>Nothing on the server is changed by it. Afterwards changes go both ways.</source>
      <translation>Rien n’est modifié sur le serveur. Ensuite, les changements vont dans les deux sens.</translation>
    </message>
    <message>
      <source>Nothing was kept; it can be tried again.</source>
      <translation>Rien n’a été gardé ; vous pouvez réessayer.</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Montrer le dossier</translation>
    </message>
    <message>
      <source>Start syncing</source>
      <translation>Commencer la synchronisation</translation>
    </message>
    <message>
      <source>The files will be in {folder}; only you can open them, and every program that you start.</source>
      <translation>Les fichiers seront dans {folder} ; vous seul pouvez les ouvrir, et tout programme que vous lancez.</translation>
    </message>
    <message>
      <source>What comes</source>
      <translation>Ce qui arrive</translation>
    </message>
    <message>
      <source>What happens now</source>
      <translation>Ce qui se passe maintenant</translation>
    </message>
    <message>
      <source>{name} is added, and its first sync is on its way.</source>
      <translation>{name} est ajouté ; sa première synchronisation est en route.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.sign_in</name>
    <message>
      <source>Address of the server</source>
      <translation>Adresse du serveur</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Commande</translation>
    </message>
    <message>
      <source>Command that prints the password</source>
      <translation>Commande qui affiche le mot de passe</translation>
    </message>
    <message>
      <source>Sign in to {name}</source>
      <translation>Se connecter à {name}</translation>
    </message>
    <message>
      <source>The password is not kept: the command is run when it is needed.</source>
      <translation>Le mot de passe n’est pas gardé : la commande est lancée quand il le faut.</translation>
    </message>
    <message>
      <source>Use a command that prints the password instead</source>
      <translation>Utiliser plutôt une commande qui affiche le mot de passe</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>Nom d’utilisateur</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.step</name>
    <message>
      <source>Next</source>
      <translation>Suivant</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>En cours</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.wizard</name>
    <message>
      <source>Add an account</source>
      <translation>Ajouter un compte</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>Step {number} of {total}</source>
      <translation>Étape {number} sur {total}</translation>
    </message>
  </context>
</TS>
