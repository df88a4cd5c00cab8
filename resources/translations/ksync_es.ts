<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>ksync.reporting</name>
    <message>
      <source>A change was sent and the connection broke before the server answered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file could not be written as planned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A policy file is not to be trusted: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A policy file is not valid: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A question for its password may be waiting on the desktop. Other sources for the password: a command (`password_command`, or --password-command with `ksync account add`), or a systemd credential named ksync-ACCOUNT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add one: `ksync account add --username AB12345` for Infomaniak, or `ksync account add --url ADDRESS --username NAME` for another server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An answer is needed: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another kSync works on this account.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another one in this collection has the same UID.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program is writing this file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask who looks after this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check LoadCredential= or SetCredentialEncrypted= of the unit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check its owner and its permissions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the address. On a public network, log in to its start page first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the clock and the server's address. For a server with an own certificate authority: `ksync account set {account} ca_file=FILE`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the disk and the folder. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the disk, and the permissions of the folder that is named.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the server's address with `ksync account show {account}`, and that this computer is online.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the user name, then store the password again: `ksync account set-password {account}`. With two-step verification most providers want an application password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close it there, then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connect to a network that the settings allow, then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, and decisions wait for you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, but something failed; see the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the name: `ksync network allow NAME`, or --hex for one that is no text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If the collection is shared with you, its owner decides; `ksync collection set {collection} direction=pull` only reads.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If the other host is the provider's own, allow it: `ksync account set {account} trusted_hosts=HOST`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install a real keyring, or, knowing what it means, set general.allow_plaintext_keyring to true. Other sources for the password: a command (`password_command`, or --password-command with `ksync account add`), or a systemd credential named ksync-ACCOUNT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interrupted; nothing is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It changed here, and this collection is only read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It changed on the server in the meantime.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is too large.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stays as it is, here only. Delete one of the two, or give one another UID.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was set aside; the next sync compares everything and deletes nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good: `ksync collection disable {collection}`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its owner can change it. `ksync collection set {collection} name=… color=…` changes how it is shown here, `ksync collection disable {collection}` leaves it out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at it in the web calendar or address book; delete it there if it is broken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open. Other sources for the password: a command (`password_command`, or --password-command with `ksync account add`), or a systemd credential named ksync-ACCOUNT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make it in the provider's web calendar or address book; `ksync collection refresh` finds it then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make it smaller, for instance with a smaller photo or attachment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make room there. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make room. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mend the file, or delete it, in the program that wrote it; then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move it to a folder of the right kind, then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No calendar and no address book was found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No decision waits under this ID.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No such network is listed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is synced until who looks after this computer has mended it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed. If this is intended, remove the account and add it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was deleted on the server. Mount or restore the folder, then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was deleted: there are changes here that the server does not have ({detail}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put a copy of the file in its place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove them (they often come with text that was pasted), then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename it to letters and digits with the ending .ics or .vcf.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run it again. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run it on a terminal, or add --yes where that is what you want.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run the command of `password_command` by hand; its first line of output must be the password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save it anew as UTF-8, then sync again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save it anew in a calendar or contacts program, which gives it one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split it: one event, task or contact in each file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …). Other sources for the password: a command (`password_command`, or --password-command with `ksync account add`), or a systemd credential named ksync-ACCOUNT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped on request; nothing is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Store it: `ksync account set-password {account}`.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync again. Nothing was lost; the next sync tries again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync first, then try again; `ksync history show` prints the version meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync first: `ksync sync {collection}`. With --yes it is deleted all the same; these versions go to the history, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account “{account}” is prepared by your organisation and waits for its password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account's space on the server is full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The address begins with http://, and a password is sent over https only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The configuration file cannot be read or written: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The configuration is not valid: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The connection to the server failed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The demo expected: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The demo needs Radicale, a small server, which is not installed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The demo's server does not answer: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The doctor found problems; see the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file's name cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The history has no such version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring reported an error.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The local folder cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The local folder cannot be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The local folder is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The login was rejected by the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The network guard does not allow this network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next sync compares everything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next sync reads back what the server has before it does anything else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next sync takes it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The old one was kept; the next sync compares everything and deletes nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The only keyring would store the password unprotected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The password command failed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The resource is locked on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The run ended before it was finished.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server asks to be left alone for a while.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server cannot be reached.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server does not accept what is in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server does not list this collection any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server does not permit this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has a problem.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server has nothing at this address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server names {detail} of this account, so none can be made from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server no longer knows the last state.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server refused the request.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server refused this change of the collection; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server sent kSync to a place that it must not follow to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server shows another collection or another account than before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's answer is larger than kSync accepts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's answer is not well-formed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's answer is not what the protocol allows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's certificate is not trusted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's name has no address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sync engine stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sync state cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sync state is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sync state was damaged and has begun anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sync state was written by a later version of kSync.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The systemd credential cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text has control characters that servers do not take.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The text is not UTF-8.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is already an account named “{account}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no account named “{account}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no collection “{collection}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no conflict of this ID.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no network to allow: this computer is offline, or the guard is off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no run of this ID.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no setting “{resource}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no such secret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This address is not a CalDAV or CardDAV service.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This collection is shared with you for reading only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer is on no Wi-Fi whose name can be read now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file changed a moment ago.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file does not belong here: cards go into address books, all else into calendars.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file has no UID, so it cannot be told from others.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file holds several calendars or cards, and a server takes one in each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is damaged: it is no whole calendar object or card.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file mixes events, tasks or notes, and a server takes one kind in each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a bug in kSync: please report it with the reference and the log file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a link, a folder or a special file, and only plain files are synced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This one could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This setting is not possible: {detail}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This version cannot be restored as things stand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was decided already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again; another program may have taken its port.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo the change, or allow writing: `ksync collection set {collection} direction=two-way` (if the collection is shared, its owner has to).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undone, but for what was changed since; see the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock it by logging in to the desktop, or with its password manager. Other sources for the password: a command (`password_command`, or --password-command with `ksync account add`), or a systemd credential named ksync-ACCOUNT.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Update kSync.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use the https:// address; nothing was sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait for it, or give more time with --wait SECONDS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What to do stands below each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your organisation's policy does not allow this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`--help` after any command explains it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync account list` shows the names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync account set-password {account}` asks for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync collection list` shows the IDs; `ksync collection refresh` asks the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync collection refresh` lists what is there now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync config path` names the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync config show` lists the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync conflict list --all` shows them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync conflict list` shows the rest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync history list` has the versions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync history list` shows the versions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync hold list` and `ksync conflict list` show them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync hold list` shows the rest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync hold list` shows what waits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync network explain` has the reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync network list` shows those that are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync network status` tells.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>`ksync report list` shows the runs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deletes them on the server too (the history keeps them).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deletes them on this computer (the history keeps them).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deletes them on this computer too (the history keeps them).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>fetches the server's versions again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kSync met something unexpected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>keeps them and puts them back on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>keeps them and puts them back on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>keeps them on this computer, too, until they change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>makes them anew on the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sends these earlier versions to the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sends this computer's versions to the server again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>takes them off this computer (the server keeps them).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>takes these earlier versions over.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} became older than the past limit at once, as if the clock had jumped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} on the server went back to earlier versions, as after a restored backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} on this computer went back to earlier versions, as after a restored backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} went from the server, which is a large part of the collection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} went from this computer, which is a large part of the collection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} with guests would be made anew on the server, which may send invitations again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{resource}” is not set by hand.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.pages.__init__</name>
    <message>
      <source>Activity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collections</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conflicts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.pages.activity</name>
    <message>
      <source>No sync of this kind.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No sync yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Syncs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This sync</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo this sync?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo this sync…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What every sync did, item by item, is listed here, and can be undone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it did</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which syncs are shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>… and {count} more</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.pages.collections</name>
    <message>
      <source>Changes go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a collection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Days that are kept here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How it is synced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If both sides changed the same thing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not yours to change there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep only the newer ones on this computer:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No calendars yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On the server, for all your devices</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The calendars, task lists and address books of your accounts are listed here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is older stays on the server, and in the history here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was deleted; {count} of its items are in the history.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.pages.conflicts</name>
    <message>
      <source>Holds are decided one by one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let it happen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let it happen?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On hold: {collection}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is not kept goes to the history; nothing is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is to be kept?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What shall happen?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What waits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) chosen</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.overview</name>
    <message>
      <source>Add your account, and its calendars, tasks and contacts appear here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No account yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync in progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync {account} now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last 30 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>came here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>went to the server</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.pages.settings</name>
    <message>
      <source>Accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Advanced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calendars and address books</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change password…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the password of {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open: {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {name} from this computer?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reports of unexpected errors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start kSync when I log in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no account yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.program</name>
    <message>
      <source>This desktop shows no tray icons.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.sidebar</name>
    <message>
      <source>Menu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{count} waiting</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>{page} (Ctrl+{number})</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.viewmodels.activity</name>
    <message>
      <source>Account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All syncs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done, but not everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Requests</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That changed something</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Took</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With problems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>after a change here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>after a change of the network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>after a change of the settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asked for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>at the interval</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>both versions kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>came from the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be written and stays as it is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changed by the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changed on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>comes back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deleted here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deleted on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>goes back to what it was</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is as it was already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is taken away again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>merged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>moved here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>moved on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>past the limit: on the server only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sent to the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the first one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tried again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>was changed since and stays as it is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} deleted here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} deleted on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} downloaded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} in conflict</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{count} item(s) undone; the next sync takes it to the server.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>{count} merged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} uploaded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} waiting for you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} undone; {left} left as they are.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.viewmodels.collections</name>
    <message>
      <source>Address book</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As in the settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask me</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both ways</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calendar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From the server only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep both</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep the server's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep this computer's</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tasks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To the server only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gone from the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>read only</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>the last {count} day(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older one(s) on the server alone</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.conflicts</name>
    <message>
      <source>Address on the web</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Birthday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Categories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Completed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Description</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done in per cent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>E-mail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything else of both sides is kept; in what is in dispute the server's goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guests</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Items</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Length</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nickname</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Organiser</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parts of the name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Photo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Position</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Postal address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Priority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reminder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repeats</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shown as busy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other one stays as a copy of its own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server gets this computer's version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole event</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole task</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer gets the server's version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a picture of {count} characters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>being done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cancelled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changed here, deleted on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changed on both sides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>confirmed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deleted here, changed on the server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>new on both sides, and different</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tentative</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to be done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{property} of {occurrence}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what}: {properties}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.viewmodels.menu</name>
    <message>
      <source>All accounts</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Conflicts ({count})</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>Deletions on hold ({count})</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>For an hour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open kSync</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent activity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop syncing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync now (no account yet)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until I resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until tomorrow morning</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.viewmodels.overview</name>
    <message>
      <source>Checking uploads of {collection}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Downloading {collection}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is up to date.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Holds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In {days} days: {here} changes came here, {there} went to the server.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last sync</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Looking at {count} collection(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Next sync</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last sync was stopped; the next one goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Uploading {collection}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing files of {collection}</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>in {count} collection(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>paused</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{count} decision(s) wait for you.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{first} And {count} more.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.problems</name>
    <message>
      <source>A question for its password may be waiting on the desktop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add one to begin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is done in a moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good, switch it off.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mend the line, or take it out, and save the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open collections</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open networks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in, and the password is stored.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo the change, or let this collection sync both ways.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock it here, or log in to the desktop with your password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.viewmodels.settings</name>
    <message>
      <source>A notification, once, when the state changes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask before this many are deleted at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both versions are kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changes on this computer go out at once, whatever this says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every version that a sync overwrote or deleted can be brought back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>General</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Icon for a panel that is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep old versions for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>MB for each account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Managed by your organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Managed by {organization}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge, and let the server decide the rest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Safety</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Schedule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync every</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tell me when something needs me</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server's version is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer's version is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is not kept goes to the history, whatever you choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your organisation manages some settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and more than this share of a collection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>but use at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>items</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{organization} manages some settings.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.viewmodels.status</name>
    <message>
      <source>No account yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused until you resume.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused; goes on {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Syncing …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Syncing: {done} of {total}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up to date; synced {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{account}: {message}</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) wait for you.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) on deletions and returns wait for you.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) could not be synced.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.when</name>
    <message>
      <source>in a moment</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>in {count} day(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} hour(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} minute(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>just now</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>{count} day(s) ago</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) ago</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) ago</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>{minutes} min {seconds} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{seconds} s</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.widgets.chart</name>
    <message>
      <source>Changes of the last 30 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day}: {here} here, {there} to the server</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.widgets.columns</name>
    <message>
      <source>Before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The server</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The versions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not there</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.widgets.dialogs</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.widgets.naming</name>
    <message>
      <source>Create</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New collection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Task list</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.widgets.sign_in</name>
    <message>
      <source>It is tried at once, and kept in the keyring of your desktop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make an application password in the browser…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Password, better an application password</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign in to {account}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>User name: {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ui.window</name>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
