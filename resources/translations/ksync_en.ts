<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>ksync.connect</name>
    <message>
      <source>Add a server with the protocol CalDAV and the address {address}, then fetch and accept.</source>
      <translation>Add a server with the protocol CalDAV and the address {address}, then fetch and accept.</translation>
    </message>
    <message>
      <source>Add another one with the protocol CardDAV and the same address, then fetch and accept.</source>
      <translation>Add another one with the protocol CardDAV and the same address, then fetch and accept.</translation>
    </message>
    <message>
      <source>For “{name}”, add a CardDAV address book in Thunderbird: no user name, and the address {address}.</source>
      <translation>For “{name}”, add a CardDAV address book in Thunderbird: no user name, and the address {address}.</translation>
    </message>
    <message>
      <source>For “{name}”, add a new calendar on the network in Thunderbird: no user name, and the address {address}.</source>
      <translation>For “{name}”, add a new calendar on the network in Thunderbird: no user name, and the address {address}.</translation>
    </message>
    <message>
      <source>In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware resource”. In KAddressBook the same resource serves contacts.</source>
      <translation>In KOrganizer or Merkuro, in the settings under Calendars (or Accounts), add a “DAV groupware resource”. In KAddressBook the same resource serves contacts.</translation>
    </message>
    <message>
      <source>In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type Advanced.</source>
      <translation>In the settings of Calendar, under Accounts, add an “Other CalDAV account” of the type Advanced.</translation>
    </message>
    <message>
      <source>In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.</source>
      <translation>In the settings of Contacts, add an “Other contacts account”, CardDAV, with the same values.</translation>
    </message>
    <message>
      <source>Install it there. The certificate is this computer's alone, and so is the password.</source>
      <translation>Install it there. The certificate is this computer's alone, and so is the password.</translation>
    </message>
    <message>
      <source>Name: kSync. User name: {username}. Password: {password}.</source>
      <translation>Name: kSync. User name: {username}. Password: {password}.</translation>
    </message>
    <message>
      <source>Open {file}: macOS shows it in System Settings, General, Device Management.</source>
      <translation>Open {file}: macOS shows it in System Settings, General, Device Management.</translation>
    </message>
    <message>
      <source>Then delete the file. To undo it all, remove the profile in the same place.</source>
      <translation>Then delete the file. To undo it all, remove the profile in the same place.</translation>
    </message>
    <message>
      <source>User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. Port: {port}. Use SSL.</source>
      <translation>User name: {username}. Password: {password}. Server address: {host}. Server path: {path}. Port: {port}. Use SSL.</translation>
    </message>
    <message>
      <source>When an assistant asks for a user name and a password, cancel it: the window behind it takes an address.</source>
      <translation>When an assistant asks for a user name and a password, cancel it: the window behind it takes an address.</translation>
    </message>
    <message>
      <source>macOS asks once whether the certificate of this computer is to be trusted.</source>
      <translation>macOS asks once whether the certificate of this computer is to be trusted.</translation>
    </message>
  </context>
  <context>
    <name>ksync.reporting</name>
    <message>
      <source>A change was sent and the connection broke before the server answered.</source>
      <translation>A change was sent and the connection broke before the server answered.</translation>
    </message>
    <message>
      <source>A file could not be written as planned.</source>
      <translation>A file could not be written as planned.</translation>
    </message>
    <message>
      <source>A policy file is not to be trusted: {detail}</source>
      <translation>A policy file is not to be trusted: {detail}</translation>
    </message>
    <message>
      <source>A policy file is not valid: {detail}</source>
      <translation>A policy file is not valid: {detail}</translation>
    </message>
    <message>
      <source>Allow kSync the location, and turn the location service on, in the system's settings.</source>
      <translation>Allow kSync the location, and turn the location service on, in the system's settings.</translation>
    </message>
    <message>
      <source>Allowed for a while, because you said so.</source>
      <translation>Allowed for a while, because you said so.</translation>
    </message>
    <message>
      <source>Allowed. (It is not known whether this network is metered.)</source>
      <translation>Allowed. (It is not known whether this network is metered.)</translation>
    </message>
    <message>
      <source>Allowed: the server is on this computer.</source>
      <translation>Allowed: the server is on this computer.</translation>
    </message>
    <message>
      <source>Allowed: this VPN is named in the settings.</source>
      <translation>Allowed: this VPN is named in the settings.</translation>
    </message>
    <message>
      <source>Allowed: this network is one that may be used.</source>
      <translation>Allowed: this network is one that may be used.</translation>
    </message>
    <message>
      <source>Allowed: this wired network is one that may be used.</source>
      <translation>Allowed: this wired network is one that may be used.</translation>
    </message>
    <message>
      <source>An edit in the desktop's calendar store cannot be applied to the server's text.</source>
      <translation>An edit in the desktop's calendar store cannot be applied to the server's text.</translation>
    </message>
    <message>
      <source>Another item stands under this name now.</source>
      <translation>Another item stands under this name now.</translation>
    </message>
    <message>
      <source>Another kSync works on this account.</source>
      <translation>Another kSync works on this account.</translation>
    </message>
    <message>
      <source>Another one in this collection has the same UID.</source>
      <translation>Another one in this collection has the same UID.</translation>
    </message>
    <message>
      <source>Another program is writing this file.</source>
      <translation>Another program is writing this file.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer to mend the policy's files.</source>
      <translation>Ask who looks after this computer to mend the policy's files.</translation>
    </message>
    <message>
      <source>Ask who looks after this computer.</source>
      <translation>Ask who looks after this computer.</translation>
    </message>
    <message>
      <source>Check LoadCredential= or SetCredentialEncrypted= of the unit.</source>
      <translation>Check LoadCredential= or SetCredentialEncrypted= of the unit.</translation>
    </message>
    <message>
      <source>Check its owner and its permissions.</source>
      <translation>Check its owner and its permissions.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</source>
      <translation>Check that this computer is online, then try again. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</source>
      <translation>Check the address and the user name. With some providers the service exists only after the calendar was opened once in the web browser.</translation>
    </message>
    <message>
      <source>Check the address. On a public network, log in to its start page first.</source>
      <translation>Check the address. On a public network, log in to its start page first.</translation>
    </message>
    <message>
      <source>Check the disk and the folder. Nothing was lost; the next sync tries again.</source>
      <translation>Check the disk and the folder. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Check the disk, and the permissions of the folder that is named.</source>
      <translation>Check the disk, and the permissions of the folder that is named.</translation>
    </message>
    <message>
      <source>Check the owner and the permissions of the folder, and the disk.</source>
      <translation>Check the owner and the permissions of the folder, and the disk.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Choose another name.</translation>
    </message>
    <message>
      <source>Close Thunderbird, then try again. Nothing was changed.</source>
      <translation>Close Thunderbird, then try again. Nothing was changed.</translation>
    </message>
    <message>
      <source>Close it there, then sync again.</source>
      <translation>Close it there, then sync again.</translation>
    </message>
    <message>
      <source>Connect to a network that the settings allow, then sync again.</source>
      <translation>Connect to a network that the settings allow, then sync again.</translation>
    </message>
    <message>
      <source>Done, and decisions wait for you.</source>
      <translation>Done, and decisions wait for you.</translation>
    </message>
    <message>
      <source>Done, but something failed; see the list.</source>
      <translation>Done, but something failed; see the list.</translation>
    </message>
    <message>
      <source>Erased, but for what is listed.</source>
      <translation>Erased, but for what is listed.</translation>
    </message>
    <message>
      <source>Exported, but for what is listed.</source>
      <translation>Exported, but for what is listed.</translation>
    </message>
    <message>
      <source>GNOME's data server (evolution-data-server) does not answer.</source>
      <translation>GNOME's data server (evolution-data-server) does not answer.</translation>
    </message>
    <message>
      <source>Give the server's own address instead.</source>
      <translation>Give the server's own address instead.</translation>
    </message>
    <message>
      <source>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</source>
      <translation>If it stays so, ask who runs the server, with the detail above. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Imported, but for what is listed.</source>
      <translation>Imported, but for what is listed.</translation>
    </message>
    <message>
      <source>Install it, or log in to the desktop first; it answers on the session's bus alone.</source>
      <translation>Install it, or log in to the desktop first; it answers on the session's bus alone.</translation>
    </message>
    <message>
      <source>Interrupted; nothing is lost.</source>
      <translation>Interrupted; nothing is lost.</translation>
    </message>
    <message>
      <source>It cannot be told what kind of network this is, so it is not allowed.</source>
      <translation>It cannot be told what kind of network this is, so it is not allowed.</translation>
    </message>
    <message>
      <source>It changed here, and this collection is only read.</source>
      <translation>It changed here, and this collection is only read.</translation>
    </message>
    <message>
      <source>It changed on the server in the meantime.</source>
      <translation>It changed on the server in the meantime.</translation>
    </message>
    <message>
      <source>It is synced all the same. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>It is synced all the same. Look at it in the web calendar or address book, save it anew there, then sync again.</translation>
    </message>
    <message>
      <source>It is too large.</source>
      <translation>It is too large.</translation>
    </message>
    <message>
      <source>It stays as it is, here only. Delete one of the two, or give one another UID.</source>
      <translation>It stays as it is, here only. Delete one of the two, or give one another UID.</translation>
    </message>
    <message>
      <source>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</source>
      <translation>It stays here as it is and is sent again once it changed. Look at it in the web calendar or address book, save it anew there, then sync again.</translation>
    </message>
    <message>
      <source>It stays on the server as it is.</source>
      <translation>It stays on the server as it is.</translation>
    </message>
    <message>
      <source>It was changed since it was listed; look again in a moment.</source>
      <translation>It was changed since it was listed; look again in a moment.</translation>
    </message>
    <message>
      <source>It was set aside; the next sync compares everything and deletes nothing.</source>
      <translation>It was set aside; the next sync compares everything and deletes nothing.</translation>
    </message>
    <message>
      <source>Look at it and delete it by hand, if it is yours to delete.</source>
      <translation>Look at it and delete it by hand, if it is yours to delete.</translation>
    </message>
    <message>
      <source>Look at it in the web calendar or address book; delete it there if it is broken.</source>
      <translation>Look at it in the web calendar or address book; delete it there if it is broken.</translation>
    </message>
    <message>
      <source>Make it smaller, for instance with a smaller photo or attachment.</source>
      <translation>Make it smaller, for instance with a smaller photo or attachment.</translation>
    </message>
    <message>
      <source>Make room there. Nothing was lost; the next sync tries again.</source>
      <translation>Make room there. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Make room. Nothing was lost; the next sync tries again.</source>
      <translation>Make room. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Mend the file, or delete it, in the program that wrote it; then sync again.</source>
      <translation>Mend the file, or delete it, in the program that wrote it; then sync again.</translation>
    </message>
    <message>
      <source>Mend these in the file, or leave them out.</source>
      <translation>Mend these in the file, or leave them out.</translation>
    </message>
    <message>
      <source>Move it to a folder of the right kind, then sync again.</source>
      <translation>Move it to a folder of the right kind, then sync again.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found.</source>
      <translation>No calendar and no address book was found.</translation>
    </message>
    <message>
      <source>No decision waits under this ID.</source>
      <translation>No decision waits under this ID.</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>No keyring was found.</translation>
    </message>
    <message>
      <source>No such network is listed.</source>
      <translation>No such network is listed.</translation>
    </message>
    <message>
      <source>Nothing is synced until who looks after this computer has mended it.</source>
      <translation>Nothing is synced until who looks after this computer has mended it.</translation>
    </message>
    <message>
      <source>Nothing on this computer tells kSync which Wi-Fi this is.</source>
      <translation>Nothing on this computer tells kSync which Wi-Fi this is.</translation>
    </message>
    <message>
      <source>Nothing was changed. If this is intended, remove the account and add it again.</source>
      <translation>Nothing was changed. If this is intended, remove the account and add it again.</translation>
    </message>
    <message>
      <source>Nothing was deleted on the server. Mount or restore the folder, then sync again.</source>
      <translation>Nothing was deleted on the server. Mount or restore the folder, then sync again.</translation>
    </message>
    <message>
      <source>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</source>
      <translation>Nothing was deleted: one item in it cannot be read, so it cannot be kept.</translation>
    </message>
    <message>
      <source>Nothing was deleted: there are changes here that the server does not have ({detail}).</source>
      <translation>Nothing was deleted: there are changes here that the server does not have ({detail}).</translation>
    </message>
    <message>
      <source>Nothing was lost; the next sync tries again.</source>
      <translation>Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Open a browser, log in there, then sync again.</source>
      <translation>Open a browser, log in there, then sync again.</translation>
    </message>
    <message>
      <source>Open it in a mail program that knows invitations.</source>
      <translation>Open it in a mail program that knows invitations.</translation>
    </message>
    <message>
      <source>Open kSync's window: it asks for the location permission, which is what that is.</source>
      <translation>Open kSync's window: it asks for the location permission, which is what that is.</translation>
    </message>
    <message>
      <source>Programs that take http need none.</source>
      <translation>Programs that take http need none.</translation>
    </message>
    <message>
      <source>Put a copy of the file in its place.</source>
      <translation>Put a copy of the file in its place.</translation>
    </message>
    <message>
      <source>Remove them (they often come with text that was pasted), then sync again.</source>
      <translation>Remove them (they often come with text that was pasted), then sync again.</translation>
    </message>
    <message>
      <source>Rename it to letters and digits with the ending .ics or .vcf.</source>
      <translation>Rename it to letters and digits with the ending .ics or .vcf.</translation>
    </message>
    <message>
      <source>Run it again. Nothing was lost; the next sync tries again.</source>
      <translation>Run it again. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Save it anew as UTF-8, then sync again.</source>
      <translation>Save it anew as UTF-8, then sync again.</translation>
    </message>
    <message>
      <source>Save it anew in a calendar or contacts program, which gives it one.</source>
      <translation>Save it anew in a calendar or contacts program, which gives it one.</translation>
    </message>
    <message>
      <source>Sign in first.</source>
      <translation>Sign in first.</translation>
    </message>
    <message>
      <source>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</source>
      <translation>Some servers keep their first calendar, and some know no colours. It may be possible in the provider's web calendar or address book.</translation>
    </message>
    <message>
      <source>Split it: one event, task or contact in each file.</source>
      <translation>Split it: one event, task or contact in each file.</translation>
    </message>
    <message>
      <source>Stopped on request; nothing is lost.</source>
      <translation>Stopped on request; nothing is lost.</translation>
    </message>
    <message>
      <source>Sync again. Nothing was lost; the next sync tries again.</source>
      <translation>Sync again. Nothing was lost; the next sync tries again.</translation>
    </message>
    <message>
      <source>Sync, then export into another folder.</source>
      <translation>Sync, then export into another folder.</translation>
    </message>
    <message>
      <source>The account “{account}” is prepared by your organisation and waits for its password.</source>
      <translation>The account “{account}” is prepared by your organisation and waits for its password.</translation>
    </message>
    <message>
      <source>The account's space on the server is full.</source>
      <translation>The account's space on the server is full.</translation>
    </message>
    <message>
      <source>The address begins with http://, and a password is sent over https only.</source>
      <translation>The address begins with http://, and a password is sent over https only.</translation>
    </message>
    <message>
      <source>The collection stays in the store that it is in.</source>
      <translation>The collection stays in the store that it is in.</translation>
    </message>
    <message>
      <source>The configuration file cannot be read or written: {detail}</source>
      <translation>The configuration file cannot be read or written: {detail}</translation>
    </message>
    <message>
      <source>The configuration is not valid: {detail}</source>
      <translation>The configuration is not valid: {detail}</translation>
    </message>
    <message>
      <source>The connection to the server failed.</source>
      <translation>The connection to the server failed.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) cannot be reached.</source>
      <translation>The desktop's calendar store (evolution-data-server) cannot be reached.</translation>
    </message>
    <message>
      <source>The desktop's calendar store (evolution-data-server) is too old.</source>
      <translation>The desktop's calendar store (evolution-data-server) is too old.</translation>
    </message>
    <message>
      <source>The desktop's calendar store does not accept this one.</source>
      <translation>The desktop's calendar store does not accept this one.</translation>
    </message>
    <message>
      <source>The desktop's calendar store has not this collection any more.</source>
      <translation>The desktop's calendar store has not this collection any more.</translation>
    </message>
    <message>
      <source>The desktop's calendar store holds events, tasks, notes and contacts, not this.</source>
      <translation>The desktop's calendar store holds events, tasks, notes and contacts, not this.</translation>
    </message>
    <message>
      <source>The desktop's calendar store stopped answering.</source>
      <translation>The desktop's calendar store stopped answering.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>The disk is full.</translation>
    </message>
    <message>
      <source>The file has it twice, in two versions; the first one counts.</source>
      <translation>The file has it twice, in two versions; the first one counts.</translation>
    </message>
    <message>
      <source>The file's name cannot be used.</source>
      <translation>The file's name cannot be used.</translation>
    </message>
    <message>
      <source>The gateway runs already.</source>
      <translation>The gateway runs already.</translation>
    </message>
    <message>
      <source>The history has no such version.</source>
      <translation>The history has no such version.</translation>
    </message>
    <message>
      <source>The keyring does not answer.</source>
      <translation>The keyring does not answer.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>The keyring is locked.</translation>
    </message>
    <message>
      <source>The keyring reported an error.</source>
      <translation>The keyring reported an error.</translation>
    </message>
    <message>
      <source>The local folder cannot be used.</source>
      <translation>The local folder cannot be used.</translation>
    </message>
    <message>
      <source>The local folder cannot be written.</source>
      <translation>The local folder cannot be written.</translation>
    </message>
    <message>
      <source>The local folder is not there.</source>
      <translation>The local folder is not there.</translation>
    </message>
    <message>
      <source>The login was not tried yet.</source>
      <translation>The login was not tried yet.</translation>
    </message>
    <message>
      <source>The login was rejected by the server.</source>
      <translation>The login was rejected by the server.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network.</source>
      <translation>The network guard does not allow this network.</translation>
    </message>
    <message>
      <source>The network guard is off: kSync uses every network.</source>
      <translation>The network guard is off: kSync uses every network.</translation>
    </message>
    <message>
      <source>The next sync compares everything.</source>
      <translation>The next sync compares everything.</translation>
    </message>
    <message>
      <source>The next sync reads back what the server has before it does anything else.</source>
      <translation>The next sync reads back what the server has before it does anything else.</translation>
    </message>
    <message>
      <source>The next sync takes it.</source>
      <translation>The next sync takes it.</translation>
    </message>
    <message>
      <source>The old one was kept; the next sync compares everything and deletes nothing.</source>
      <translation>The old one was kept; the next sync compares everything and deletes nothing.</translation>
    </message>
    <message>
      <source>The only keyring would store the password unprotected.</source>
      <translation>The only keyring would store the password unprotected.</translation>
    </message>
    <message>
      <source>The password command failed.</source>
      <translation>The password command failed.</translation>
    </message>
    <message>
      <source>The program has edits that it has not sent yet ({detail}); nothing was changed.</source>
      <translation>The program has edits that it has not sent yet ({detail}); nothing was changed.</translation>
    </message>
    <message>
      <source>The program's settings cannot be read or written: {detail}</source>
      <translation>The program's settings cannot be read or written: {detail}</translation>
    </message>
    <message>
      <source>The resource is locked on the server.</source>
      <translation>The resource is locked on the server.</translation>
    </message>
    <message>
      <source>The run ended before it was finished.</source>
      <translation>The run ended before it was finished.</translation>
    </message>
    <message>
      <source>The server cannot be reached.</source>
      <translation>The server cannot be reached.</translation>
    </message>
    <message>
      <source>The server does not accept what is in it.</source>
      <translation>The server does not accept what is in it.</translation>
    </message>
    <message>
      <source>The server does not list this collection any more.</source>
      <translation>The server does not list this collection any more.</translation>
    </message>
    <message>
      <source>The server does not permit this.</source>
      <translation>The server does not permit this.</translation>
    </message>
    <message>
      <source>The server has a problem.</source>
      <translation>The server has a problem.</translation>
    </message>
    <message>
      <source>The server has nothing at this address.</source>
      <translation>The server has nothing at this address.</translation>
    </message>
    <message>
      <source>The server is reached by several networks at once, and none of them is allowed.</source>
      <translation>The server is reached by several networks at once, and none of them is allowed.</translation>
    </message>
    <message>
      <source>The server names {detail} of this account, so none can be made from here.</source>
      <translation>The server names {detail} of this account, so none can be made from here.</translation>
    </message>
    <message>
      <source>The server no longer knows the last state.</source>
      <translation>The server no longer knows the last state.</translation>
    </message>
    <message>
      <source>The server refused the request.</source>
      <translation>The server refused the request.</translation>
    </message>
    <message>
      <source>The server refused this change of the collection; nothing was changed.</source>
      <translation>The server refused this change of the collection; nothing was changed.</translation>
    </message>
    <message>
      <source>The server sent kSync to a place that it must not follow to.</source>
      <translation>The server sent kSync to a place that it must not follow to.</translation>
    </message>
    <message>
      <source>The server shows another collection or another account than before.</source>
      <translation>The server shows another collection or another account than before.</translation>
    </message>
    <message>
      <source>The server's answer is larger than kSync accepts.</source>
      <translation>The server's answer is larger than kSync accepts.</translation>
    </message>
    <message>
      <source>The server's answer is not well-formed.</source>
      <translation>The server's answer is not well-formed.</translation>
    </message>
    <message>
      <source>The server's answer is not what the protocol allows.</source>
      <translation>The server's answer is not what the protocol allows.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted.</source>
      <translation>The server's certificate is not trusted.</translation>
    </message>
    <message>
      <source>The server's name has no address.</source>
      <translation>The server's name has no address.</translation>
    </message>
    <message>
      <source>The server's version stays as it is. Undo the edit, or make it again in another way.</source>
      <translation>The server's version stays as it is. Undo the edit, or make it again in another way.</translation>
    </message>
    <message>
      <source>The server, or the proxy to it, is on this computer, and what goes on from here cannot be judged.</source>
      <translation>The server, or the proxy to it, is on this computer, and what goes on from here cannot be judged.</translation>
    </message>
    <message>
      <source>The sync engine stopped.</source>
      <translation>The sync engine stopped.</translation>
    </message>
    <message>
      <source>The sync state cannot be used.</source>
      <translation>The sync state cannot be used.</translation>
    </message>
    <message>
      <source>The sync state is damaged.</source>
      <translation>The sync state is damaged.</translation>
    </message>
    <message>
      <source>The sync state was damaged and has begun anew.</source>
      <translation>The sync state was damaged and has begun anew.</translation>
    </message>
    <message>
      <source>The sync state was written by a later version of kSync.</source>
      <translation>The sync state was written by a later version of kSync.</translation>
    </message>
    <message>
      <source>The system does not let kSync know the Wi-Fi's name.</source>
      <translation>The system does not let kSync know the Wi-Fi's name.</translation>
    </message>
    <message>
      <source>The system has not been asked yet whether kSync may know the Wi-Fi's name.</source>
      <translation>The system has not been asked yet whether kSync may know the Wi-Fi's name.</translation>
    </message>
    <message>
      <source>The systemd credential cannot be read.</source>
      <translation>The systemd credential cannot be read.</translation>
    </message>
    <message>
      <source>The text has control characters that servers do not take.</source>
      <translation>The text has control characters that servers do not take.</translation>
    </message>
    <message>
      <source>The text is not UTF-8.</source>
      <translation>The text is not UTF-8.</translation>
    </message>
    <message>
      <source>The traffic goes by a mobile network or a phone, and those are not allowed.</source>
      <translation>The traffic goes by a mobile network or a phone, and those are not allowed.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and VPNs are not allowed.</source>
      <translation>The traffic goes through a VPN, and VPNs are not allowed.</translation>
    </message>
    <message>
      <source>The traffic goes through a VPN, and it is not known which network is below it.</source>
      <translation>The traffic goes through a VPN, and it is not known which network is below it.</translation>
    </message>
    <message>
      <source>There is already an account named “{account}”.</source>
      <translation>There is already an account named “{account}”.</translation>
    </message>
    <message>
      <source>There is no account named “{account}”.</source>
      <translation>There is no account named “{account}”.</translation>
    </message>
    <message>
      <source>There is no collection “{collection}”.</source>
      <translation>There is no collection “{collection}”.</translation>
    </message>
    <message>
      <source>There is no conflict of this ID.</source>
      <translation>There is no conflict of this ID.</translation>
    </message>
    <message>
      <source>There is no network to allow: this computer is offline, or the guard is off.</source>
      <translation>There is no network to allow: this computer is offline, or the guard is off.</translation>
    </message>
    <message>
      <source>There is no run of this ID.</source>
      <translation>There is no run of this ID.</translation>
    </message>
    <message>
      <source>There is no setting “{resource}”.</source>
      <translation>There is no setting “{resource}”.</translation>
    </message>
    <message>
      <source>There is no such secret.</source>
      <translation>There is no such secret.</translation>
    </message>
    <message>
      <source>There is nothing to show yet: no calendar and no address book was synced.</source>
      <translation>There is nothing to show yet: no calendar and no address book was synced.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, or it is not known how: it may be an imitation.</source>
      <translation>This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, or it is not known how: it may be an imitation.</translation>
    </message>
    <message>
      <source>This Wi-Fi has the name of an allowed one, but its access point is another.</source>
      <translation>This Wi-Fi has the name of an allowed one, but its access point is another.</translation>
    </message>
    <message>
      <source>This Wi-Fi is not one of those that are allowed.</source>
      <translation>This Wi-Fi is not one of those that are allowed.</translation>
    </message>
    <message>
      <source>This Wi-Fi's name cannot be read at present.</source>
      <translation>This Wi-Fi's name cannot be read at present.</translation>
    </message>
    <message>
      <source>This address is not a CalDAV or CardDAV service.</source>
      <translation>This address is not a CalDAV or CardDAV service.</translation>
    </message>
    <message>
      <source>This calendar does not hold items of this kind.</source>
      <translation>This calendar does not hold items of this kind.</translation>
    </message>
    <message>
      <source>This collection is shared with you for reading only.</source>
      <translation>This collection is shared with you for reading only.</translation>
    </message>
    <message>
      <source>This computer is itself the access point of this Wi-Fi.</source>
      <translation>This computer is itself the access point of this Wi-Fi.</translation>
    </message>
    <message>
      <source>This computer is offline, or the server's name has no address.</source>
      <translation>This computer is offline, or the server's name has no address.</translation>
    </message>
    <message>
      <source>This computer is on a wired network, and wired networks are not allowed.</source>
      <translation>This computer is on a wired network, and wired networks are not allowed.</translation>
    </message>
    <message>
      <source>This computer is on no Wi-Fi whose name can be read now.</source>
      <translation>This computer is on no Wi-Fi whose name can be read now.</translation>
    </message>
    <message>
      <source>This event recurs too often to be shown, or its rule cannot be read.</source>
      <translation>This event recurs too often to be shown, or its rule cannot be read.</translation>
    </message>
    <message>
      <source>This file changed a moment ago.</source>
      <translation>This file changed a moment ago.</translation>
    </message>
    <message>
      <source>This file does not belong here: cards go into address books, all else into calendars.</source>
      <translation>This file does not belong here: cards go into address books, all else into calendars.</translation>
    </message>
    <message>
      <source>This file has no UID, so it cannot be told from others.</source>
      <translation>This file has no UID, so it cannot be told from others.</translation>
    </message>
    <message>
      <source>This file holds several calendars or cards, and a server takes one in each.</source>
      <translation>This file holds several calendars or cards, and a server takes one in each.</translation>
    </message>
    <message>
      <source>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</source>
      <translation>This file holds several events, tasks or contacts (UIDs), and a server takes one in each.</translation>
    </message>
    <message>
      <source>This file is damaged: it is no whole calendar object or card.</source>
      <translation>This file is damaged: it is no whole calendar object or card.</translation>
    </message>
    <message>
      <source>This file mixes events, tasks or notes, and a server takes one kind in each.</source>
      <translation>This file mixes events, tasks or notes, and a server takes one kind in each.</translation>
    </message>
    <message>
      <source>This is a bug in kSync: please report it with the reference and the log file.</source>
      <translation>This is a bug in kSync: please report it with the reference and the log file.</translation>
    </message>
    <message>
      <source>This is a link, a folder or a special file, and only plain files are synced.</source>
      <translation>This is a link, a folder or a special file, and only plain files are synced.</translation>
    </message>
    <message>
      <source>This is an answer or a cancellation sent to somebody, and no event.</source>
      <translation>This is an answer or a cancellation sent to somebody, and no event.</translation>
    </message>
    <message>
      <source>This item is not there any more, or its file is damaged.</source>
      <translation>This item is not there any more, or its file is damaged.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is metered, and metered networks are not.</source>
      <translation>This network is allowed, but it is metered, and metered networks are not.</translation>
    </message>
    <message>
      <source>This network is allowed, but it is not known whether it is metered.</source>
      <translation>This network is allowed, but it is not known whether it is metered.</translation>
    </message>
    <message>
      <source>This network wants you to log in on a web page first.</source>
      <translation>This network wants you to log in on a web page first.</translation>
    </message>
    <message>
      <source>This one could not be read.</source>
      <translation>This one could not be read.</translation>
    </message>
    <message>
      <source>This setting is not possible: {detail}.</source>
      <translation>This setting is not possible: {detail}.</translation>
    </message>
    <message>
      <source>This version cannot be restored as things stand.</source>
      <translation>This version cannot be restored as things stand.</translation>
    </message>
    <message>
      <source>This was decided already.</source>
      <translation>This was decided already.</translation>
    </message>
    <message>
      <source>This wired network's router is not one of those that are allowed, or it has not been heard of yet.</source>
      <translation>This wired network's router is not one of those that are allowed, or it has not been heard of yet.</translation>
    </message>
    <message>
      <source>Thunderbird has no such profile here.</source>
      <translation>Thunderbird has no such profile here.</translation>
    </message>
    <message>
      <source>Thunderbird has several profiles, and nothing says which one is meant.</source>
      <translation>Thunderbird has several profiles, and nothing says which one is meant.</translation>
    </message>
    <message>
      <source>Thunderbird is running with this profile, and would overwrite what is written into it.</source>
      <translation>Thunderbird is running with this profile, and would overwrite what is written into it.</translation>
    </message>
    <message>
      <source>Turn its hotspot off, then sync again.</source>
      <translation>Turn its hotspot off, then sync again.</translation>
    </message>
    <message>
      <source>Undone, but for what was changed since; see the list.</source>
      <translation>Undone, but for what was changed since; see the list.</translation>
    </message>
    <message>
      <source>Update kSync.</source>
      <translation>Update kSync.</translation>
    </message>
    <message>
      <source>Use the https:// address; nothing was sent.</source>
      <translation>Use the https:// address; nothing was sent.</translation>
    </message>
    <message>
      <source>Wait until it is connected, then sync again.</source>
      <translation>Wait until it is connected, then sync again.</translation>
    </message>
    <message>
      <source>What makes certificates is not installed.</source>
      <translation>What makes certificates is not installed.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer, or connect to another network.</source>
      <translation>Your organisation decides which networks are allowed. Ask who looks after this computer, or connect to another network.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Ask who looks after this computer.</source>
      <translation>Your organisation decides which networks are allowed. Ask who looks after this computer.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. Set in the system's network settings that this network is not metered.</source>
      <translation>Your organisation decides which networks are allowed. Set in the system's network settings that this network is not metered.</translation>
    </message>
    <message>
      <source>Your organisation decides which networks are allowed. kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.</source>
      <translation>Your organisation decides which networks are allowed. kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.</translation>
    </message>
    <message>
      <source>Your organisation's policy cannot be used as it is, so no network is allowed.</source>
      <translation>Your organisation's policy cannot be used as it is, so no network is allowed.</translation>
    </message>
    <message>
      <source>Your organisation's policy does not allow this.</source>
      <translation>Your organisation's policy does not allow this.</translation>
    </message>
    <message>
      <source>deletes them on the server too (the history keeps them).</source>
      <translation>deletes them on the server too (the history keeps them).</translation>
    </message>
    <message>
      <source>deletes them on this computer (the history keeps them).</source>
      <translation>deletes them on this computer (the history keeps them).</translation>
    </message>
    <message>
      <source>deletes them on this computer too (the history keeps them).</source>
      <translation>deletes them on this computer too (the history keeps them).</translation>
    </message>
    <message>
      <source>fetches the server's versions again.</source>
      <translation>fetches the server's versions again.</translation>
    </message>
    <message>
      <source>kSync is running here ({detail}), so nothing was done.</source>
      <translation>kSync is running here ({detail}), so nothing was done.</translation>
    </message>
    <message>
      <source>kSync met something unexpected.</source>
      <translation>kSync met something unexpected.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on the server.</source>
      <translation>keeps them and puts them back on the server.</translation>
    </message>
    <message>
      <source>keeps them and puts them back on this computer.</source>
      <translation>keeps them and puts them back on this computer.</translation>
    </message>
    <message>
      <source>keeps them on this computer, too, until they change.</source>
      <translation>keeps them on this computer, too, until they change.</translation>
    </message>
    <message>
      <source>makes them anew on the server.</source>
      <translation>makes them anew on the server.</translation>
    </message>
    <message>
      <source>sends these earlier versions to the server.</source>
      <translation>sends these earlier versions to the server.</translation>
    </message>
    <message>
      <source>sends this computer's versions to the server again.</source>
      <translation>sends this computer's versions to the server again.</translation>
    </message>
    <message>
      <source>takes them off this computer (the server keeps them).</source>
      <translation>takes them off this computer (the server keeps them).</translation>
    </message>
    <message>
      <source>takes these earlier versions over.</source>
      <translation>takes these earlier versions over.</translation>
    </message>
    <message>
      <source>{count} became older than the past limit at once, as if the clock had jumped.</source>
      <translation>{count} became older than the past limit at once, as if the clock had jumped.</translation>
    </message>
    <message>
      <source>{count} on the server went back to earlier versions, as after a restored backup.</source>
      <translation>{count} on the server went back to earlier versions, as after a restored backup.</translation>
    </message>
    <message>
      <source>{count} on this computer went back to earlier versions, as after a restored backup.</source>
      <translation>{count} on this computer went back to earlier versions, as after a restored backup.</translation>
    </message>
    <message>
      <source>{count} went from the server, which is a large part of the collection.</source>
      <translation>{count} went from the server, which is a large part of the collection.</translation>
    </message>
    <message>
      <source>{count} went from this computer, which is a large part of the collection.</source>
      <translation>{count} went from this computer, which is a large part of the collection.</translation>
    </message>
    <message>
      <source>{count} with guests would be made anew on the server, which may send invitations again.</source>
      <translation>{count} with guests would be made anew on the server, which may send invitations again.</translation>
    </message>
    <message>
      <source>{detail} would be shown twice.</source>
      <translation>{detail} would be shown twice.</translation>
    </message>
    <message>
      <source>“{resource}” is not set by hand.</source>
      <translation>“{resource}” is not set by hand.</translation>
    </message>
  </context>
  <context>
    <name>ui.farewell</name>
    <message>
      <source>Everything of kSync on this computer is gone.</source>
      <translation>Everything of kSync on this computer is gone.</translation>
    </message>
    <message>
      <source>It was looked for: nothing is left.</source>
      <translation>It was looked for: nothing is left.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quit</translation>
    </message>
  </context>
  <context>
    <name>ui.notifications</name>
    <message>
      <source>Open</source>
      <translation>Open</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.__init__</name>
    <message>
      <source>Activity</source>
      <translation>Activity</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Calendar</translation>
    </message>
    <message>
      <source>Collections</source>
      <translation>Collections</translation>
    </message>
    <message>
      <source>Conflicts</source>
      <translation>Conflicts</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Contacts</translation>
    </message>
    <message>
      <source>Networks</source>
      <translation>Networks</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Overview</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Privacy</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.activity</name>
    <message>
      <source>No sync of this kind.</source>
      <translation>No sync of this kind.</translation>
    </message>
    <message>
      <source>No sync yet</source>
      <translation>No sync yet</translation>
    </message>
    <message>
      <source>Syncs</source>
      <translation>Syncs</translation>
    </message>
    <message>
      <source>This sync</source>
      <translation>This sync</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <source>Undo this sync?</source>
      <translation>Undo this sync?</translation>
    </message>
    <message>
      <source>Undo this sync…</source>
      <translation>Undo this sync…</translation>
    </message>
    <message>
      <source>What every sync did, item by item, is listed here, and can be undone.</source>
      <translation>What every sync did, item by item, is listed here, and can be undone.</translation>
    </message>
    <message numerus="yes">
      <source>What it did: {count} item(s)</source>
      <translation>
        <numerusform>What it did: {count} item</numerusform>
        <numerusform>What it did: {count} items</numerusform>
      </translation>
    </message>
    <message>
      <source>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</source>
      <translation>What was there before comes back on this computer, and the next sync takes it to the server. What was edited since is left alone.</translation>
    </message>
    <message>
      <source>Which syncs are shown</source>
      <translation>Which syncs are shown</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.calendar</name>
    <message>
      <source>After the first sync its events and tasks are shown here, to look at.</source>
      <translation>After the first sync its events and tasks are shown here, to look at.</translation>
    </message>
    <message>
      <source>Agenda</source>
      <translation>Agenda</translation>
    </message>
    <message>
      <source>Calendars</source>
      <translation>Calendars</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Done ones too</source>
      <translation>Done ones too</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Month</translation>
    </message>
    <message>
      <source>No calendar here yet</source>
      <translation>No calendar here yet</translation>
    </message>
    <message>
      <source>Tasks</source>
      <translation>Tasks</translation>
    </message>
    <message>
      <source>The month after</source>
      <translation>The month after</translation>
    </message>
    <message>
      <source>The month before</source>
      <translation>The month before</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Today</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s) to do</source>
      <translation>
        <numerusform>{count} task to do</numerusform>
        <numerusform>{count} tasks to do</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.pages.collections</name>
    <message>
      <source>Changes go</source>
      <translation>Changes go</translation>
    </message>
    <message>
      <source>Choose a collection.</source>
      <translation>Choose a collection.</translation>
    </message>
    <message>
      <source>Colour of {name}</source>
      <translation>Colour of {name}</translation>
    </message>
    <message>
      <source>Colour…</source>
      <translation>Colour…</translation>
    </message>
    <message>
      <source>Days that are kept here</source>
      <translation>Days that are kept here</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>Delete {name} on the server?</source>
      <translation>Delete {name} on the server?</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Delete…</translation>
    </message>
    <message>
      <source>How it is synced</source>
      <translation>How it is synced</translation>
    </message>
    <message>
      <source>If both sides changed the same thing</source>
      <translation>If both sides changed the same thing</translation>
    </message>
    <message>
      <source>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</source>
      <translation>It is deleted for all your devices, and for everybody whom it is shared with. What is in it goes to the history of this computer first.</translation>
    </message>
    <message>
      <source>It is not yours to change there.</source>
      <translation>It is not yours to change there.</translation>
    </message>
    <message>
      <source>Keep only the newer ones on this computer:</source>
      <translation>Keep only the newer ones on this computer:</translation>
    </message>
    <message>
      <source>Look on the server</source>
      <translation>Look on the server</translation>
    </message>
    <message>
      <source>New…</source>
      <translation>New…</translation>
    </message>
    <message>
      <source>No calendars yet</source>
      <translation>No calendars yet</translation>
    </message>
    <message>
      <source>On the server, for all your devices</source>
      <translation>On the server, for all your devices</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Open folder</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Rename…</translation>
    </message>
    <message>
      <source>Sync it</source>
      <translation>Sync it</translation>
    </message>
    <message>
      <source>The calendars, task lists and address books of your accounts are listed here.</source>
      <translation>The calendars, task lists and address books of your accounts are listed here.</translation>
    </message>
    <message>
      <source>What is older stays on the server, and in the history here.</source>
      <translation>What is older stays on the server, and in the history here.</translation>
    </message>
    <message>
      <source>days</source>
      <translation>days</translation>
    </message>
    <message>
      <source>{name} was deleted; {count} of its items are in the history.</source>
      <translation>{name} was deleted; {count} of its items are in the history.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.conflicts</name>
    <message>
      <source>Holds are decided one by one.</source>
      <translation>Holds are decided one by one.</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Keep them</translation>
    </message>
    <message>
      <source>Let it happen</source>
      <translation>Let it happen</translation>
    </message>
    <message>
      <source>Let it happen?</source>
      <translation>Let it happen?</translation>
    </message>
    <message>
      <source>Nothing waits for you</source>
      <translation>Nothing waits for you</translation>
    </message>
    <message>
      <source>On hold: {collection}</source>
      <translation>On hold: {collection}</translation>
    </message>
    <message>
      <source>What is not kept goes to the history; nothing is lost.</source>
      <translation>What is not kept goes to the history; nothing is lost.</translation>
    </message>
    <message>
      <source>What is to be kept?</source>
      <translation>What is to be kept?</translation>
    </message>
    <message>
      <source>What shall happen?</source>
      <translation>What shall happen?</translation>
    </message>
    <message>
      <source>What waits</source>
      <translation>What waits</translation>
    </message>
    <message>
      <source>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</source>
      <translation>Where both sides changed the same thing differently, or much would be deleted at once, the decision is yours, and it waits here.</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) chosen</source>
      <translation>
        <numerusform>{count} conflict chosen</numerusform>
        <numerusform>{count} conflicts chosen</numerusform>
      </translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… and {count} more</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.contacts</name>
    <message>
      <source>Address book</source>
      <translation>Address book</translation>
    </message>
    <message>
      <source>After the first sync the people of your address books are shown here.</source>
      <translation>After the first sync the people of your address books are shown here.</translation>
    </message>
    <message>
      <source>All categories</source>
      <translation>All categories</translation>
    </message>
    <message>
      <source>Category</source>
      <translation>Category</translation>
    </message>
    <message>
      <source>File</source>
      <translation>File</translation>
    </message>
    <message>
      <source>No contacts here yet</source>
      <translation>No contacts here yet</translation>
    </message>
    <message>
      <source>Nobody found</source>
      <translation>Nobody found</translation>
    </message>
    <message>
      <source>Search by name, organisation, e-mail or telephone</source>
      <translation>Search by name, organisation, e-mail or telephone</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Search contacts</translation>
    </message>
    <message>
      <source>Search for another word, or for a part of it; accents do not matter.</source>
      <translation>Search for another word, or for a part of it; accents do not matter.</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>Where it comes from</translation>
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
      <translation>Add a network</translation>
    </message>
    <message>
      <source>Add a network…</source>
      <translation>Add a network…</translation>
    </message>
    <message>
      <source>Allow for an hour</source>
      <translation>Allow for an hour</translation>
    </message>
    <message>
      <source>Allow this network?</source>
      <translation>Allow this network?</translation>
    </message>
    <message>
      <source>Allow this network…</source>
      <translation>Allow this network…</translation>
    </message>
    <message>
      <source>Allowed until {time}</source>
      <translation>Allowed until {time}</translation>
    </message>
    <message>
      <source>Edit a network</source>
      <translation>Edit a network</translation>
    </message>
    <message>
      <source>Edit {name}</source>
      <translation>Edit {name}</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Edit…</translation>
    </message>
    <message>
      <source>Networks that are allowed</source>
      <translation>Networks that are allowed</translation>
    </message>
    <message>
      <source>No network is listed. Listed networks count once kSync may sync on them only.</source>
      <translation>No network is listed. Listed networks count once kSync may sync on them only.</translation>
    </message>
    <message>
      <source>Reads the name of the Wi-Fi that this computer is on.</source>
      <translation>Reads the name of the Wi-Fi that this computer is on.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation>Remove {name}</translation>
    </message>
    <message>
      <source>Where kSync may sync</source>
      <translation>Where kSync may sync</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.overview</name>
    <message>
      <source>Add account…</source>
      <translation>Add account…</translation>
    </message>
    <message>
      <source>Add your account, and its calendars, tasks and contacts appear here.</source>
      <translation>Add your account, and its calendars, tasks and contacts appear here.</translation>
    </message>
    <message>
      <source>Enter the password of {account}</source>
      <translation>Enter the password of {account}</translation>
    </message>
    <message>
      <source>Enter the password…</source>
      <translation>Enter the password…</translation>
    </message>
    <message>
      <source>New password for {name}</source>
      <translation>New password for {name}</translation>
    </message>
    <message>
      <source>New password…</source>
      <translation>New password…</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>No account yet</translation>
    </message>
    <message>
      <source>Open networks</source>
      <translation>Open networks</translation>
    </message>
    <message>
      <source>Progress of the sync</source>
      <translation>Progress of the sync</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>Sync in progress</source>
      <translation>Sync in progress</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Sync now</translation>
    </message>
    <message>
      <source>Sync {account} now</source>
      <translation>Sync {account} now</translation>
    </message>
    <message>
      <source>The last 30 days</source>
      <translation>The last 30 days</translation>
    </message>
    <message>
      <source>came here</source>
      <translation>came here</translation>
    </message>
    <message>
      <source>went to the server</source>
      <translation>went to the server</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.privacy</name>
    <message>
      <source>A copy for you</source>
      <translation>A copy for you</translation>
    </message>
    <message>
      <source>All accounts, their passwords and files, and all settings of kSync go from this computer; afterwards it is looked for. The servers keep everything.</source>
      <translation>All accounts, their passwords and files, and all settings of kSync go from this computer; afterwards it is looked for. The servers keep everything.</translation>
    </message>
    <message>
      <source>Also erase its calendars and contacts from this computer</source>
      <translation>Also erase its calendars and contacts from this computer</translation>
    </message>
    <message>
      <source>At work</source>
      <translation>At work</translation>
    </message>
    <message>
      <source>Erase account…</source>
      <translation>Erase account…</translation>
    </message>
    <message>
      <source>Erase everything…</source>
      <translation>Erase everything…</translation>
    </message>
    <message>
      <source>Erase history…</source>
      <translation>Erase history…</translation>
    </message>
    <message>
      <source>Erase the history of {name}</source>
      <translation>Erase the history of {name}</translation>
    </message>
    <message>
      <source>Erase {name} from this computer</source>
      <translation>Erase {name} from this computer</translation>
    </message>
    <message>
      <source>Everything that is here, in formats that other programs read.</source>
      <translation>Everything that is here, in formats that other programs read.</translation>
    </message>
    <message>
      <source>Leave no trace</source>
      <translation>Leave no trace</translation>
    </message>
    <message>
      <source>Of all accounts</source>
      <translation>Of all accounts</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>Save a copy…</translation>
    </message>
    <message>
      <source>Sign in…</source>
      <translation>Sign in…</translation>
    </message>
    <message>
      <source>Sign out of {name}</source>
      <translation>Sign out of {name}</translation>
    </message>
    <message>
      <source>Sign out…</source>
      <translation>Sign out…</translation>
    </message>
    <message>
      <source>Whoever has seen it since can still use it. A new one takes a minute.</source>
      <translation>Whoever has seen it since can still use it. A new one takes a minute.</translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s) erased.</source>
      <translation>
        <numerusform>{count} earlier version erased.</numerusform>
        <numerusform>{count} earlier versions erased.</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} and everything of it is gone from this computer.</source>
      <translation>{name} and everything of it is gone from this computer.</translation>
    </message>
  </context>
  <context>
    <name>ui.pages.settings</name>
    <message>
      <source>Accounts</source>
      <translation>Accounts</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Advanced</translation>
    </message>
    <message>
      <source>Calendars and address books</source>
      <translation>Calendars and address books</translation>
    </message>
    <message>
      <source>Change password…</source>
      <translation>Change password…</translation>
    </message>
    <message>
      <source>Change the password of {name}</source>
      <translation>Change the password of {name}</translation>
    </message>
    <message>
      <source>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</source>
      <translation>Its password and its settings are forgotten. Its files stay where they are, and the server keeps everything.</translation>
    </message>
    <message>
      <source>Open: {what}</source>
      <translation>Open: {what}</translation>
    </message>
    <message>
      <source>Remove {name} from this computer?</source>
      <translation>Remove {name} from this computer?</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Remove…</translation>
    </message>
    <message>
      <source>Reports of unexpected errors</source>
      <translation>Reports of unexpected errors</translation>
    </message>
    <message>
      <source>Settings file</source>
      <translation>Settings file</translation>
    </message>
    <message>
      <source>Start kSync when I log in</source>
      <translation>Start kSync when I log in</translation>
    </message>
    <message>
      <source>There is no account yet.</source>
      <translation>There is no account yet.</translation>
    </message>
    <message>
      <source>Where the calendars and contacts of {name} are</source>
      <translation>Where the calendars and contacts of {name} are</translation>
    </message>
    <message>
      <source>{name} was removed.</source>
      <translation>{name} was removed.</translation>
    </message>
  </context>
  <context>
    <name>ui.program</name>
    <message>
      <source>This desktop shows no tray icons.</source>
      <translation>This desktop shows no tray icons.</translation>
    </message>
    <message>
      <source>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</source>
      <translation>kSync goes on while this window is open or minimised. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” shows them.</translation>
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
        <numerusform>{count} waiting</numerusform>
        <numerusform>{count} waiting</numerusform>
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
      <translation>All syncs</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>Done, but not everything</source>
      <translation>Done, but not everything</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Failed</translation>
    </message>
    <message>
      <source>Not finished</source>
      <translation>Not finished</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Requests</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Stopped</translation>
    </message>
    <message>
      <source>That changed something</source>
      <translation>That changed something</translation>
    </message>
    <message>
      <source>Took</source>
      <translation>Took</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Why</translation>
    </message>
    <message>
      <source>With problems</source>
      <translation>With problems</translation>
    </message>
    <message>
      <source>after a change here</source>
      <translation>after a change here</translation>
    </message>
    <message>
      <source>after a change of the network</source>
      <translation>after a change of the network</translation>
    </message>
    <message>
      <source>after a change of the settings</source>
      <translation>after a change of the settings</translation>
    </message>
    <message>
      <source>asked for</source>
      <translation>asked for</translation>
    </message>
    <message>
      <source>at the interval</source>
      <translation>at the interval</translation>
    </message>
    <message>
      <source>both versions kept</source>
      <translation>both versions kept</translation>
    </message>
    <message>
      <source>came from the server</source>
      <translation>came from the server</translation>
    </message>
    <message>
      <source>cannot be written and stays as it is</source>
      <translation>cannot be written and stays as it is</translation>
    </message>
    <message>
      <source>changed by the server</source>
      <translation>changed by the server</translation>
    </message>
    <message>
      <source>changed on the server</source>
      <translation>changed on the server</translation>
    </message>
    <message>
      <source>comes back</source>
      <translation>comes back</translation>
    </message>
    <message>
      <source>deleted here</source>
      <translation>deleted here</translation>
    </message>
    <message>
      <source>deleted on the server</source>
      <translation>deleted on the server</translation>
    </message>
    <message>
      <source>goes back to what it was</source>
      <translation>goes back to what it was</translation>
    </message>
    <message>
      <source>is as it was already</source>
      <translation>is as it was already</translation>
    </message>
    <message>
      <source>is taken away again</source>
      <translation>is taken away again</translation>
    </message>
    <message>
      <source>merged</source>
      <translation>merged</translation>
    </message>
    <message>
      <source>moved here</source>
      <translation>moved here</translation>
    </message>
    <message>
      <source>moved on the server</source>
      <translation>moved on the server</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>nothing to do</translation>
    </message>
    <message>
      <source>past the limit: on the server only</source>
      <translation>past the limit: on the server only</translation>
    </message>
    <message>
      <source>sent to the server</source>
      <translation>sent to the server</translation>
    </message>
    <message>
      <source>the first one</source>
      <translation>the first one</translation>
    </message>
    <message>
      <source>tried again</source>
      <translation>tried again</translation>
    </message>
    <message>
      <source>was changed since and stays as it is</source>
      <translation>was changed since and stays as it is</translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted here</source>
      <translation>
        <numerusform>{count} deleted here</numerusform>
        <numerusform>{count} deleted here</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} deleted on the server</source>
      <translation>
        <numerusform>{count} deleted on the server</numerusform>
        <numerusform>{count} deleted on the server</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} downloaded</source>
      <translation>
        <numerusform>{count} downloaded</numerusform>
        <numerusform>{count} downloaded</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} failed</source>
      <translation>
        <numerusform>{count} failed</numerusform>
        <numerusform>{count} failed</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} in conflict</source>
      <translation>
        <numerusform>{count} in conflict</numerusform>
        <numerusform>{count} in conflict</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) undone; the next sync takes it to the server.</source>
      <translation>
        <numerusform>{count} item undone; the next sync takes it to the server.</numerusform>
        <numerusform>{count} items undone; the next sync takes it to the server.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} merged</source>
      <translation>
        <numerusform>{count} merged</numerusform>
        <numerusform>{count} merged</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} uploaded</source>
      <translation>
        <numerusform>{count} uploaded</numerusform>
        <numerusform>{count} uploaded</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} waiting for you</source>
      <translation>
        <numerusform>{count} waiting for you</numerusform>
        <numerusform>{count} waiting for you</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} undone; {left} left as they are.</source>
      <translation>{done} undone; {left} left as they are.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.calendar</name>
    <message>
      <source>(no title)</source>
      <translation>(no title)</translation>
    </message>
    <message>
      <source>all day</source>
      <translation>all day</translation>
    </message>
    <message>
      <source>done</source>
      <translation>done</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>due {when}</translation>
    </message>
    <message>
      <source>from {time}</source>
      <translation>from {time}</translation>
    </message>
    <message>
      <source>important</source>
      <translation>important</translation>
    </message>
    <message>
      <source>overdue since {when}</source>
      <translation>overdue since {when}</translation>
    </message>
    <message>
      <source>repeats</source>
      <translation>repeats</translation>
    </message>
    <message>
      <source>until {time}</source>
      <translation>until {time}</translation>
    </message>
    <message numerus="yes">
      <source>{count} event(s)</source>
      <translation>
        <numerusform>{count} event</numerusform>
        <numerusform>{count} events</numerusform>
      </translation>
    </message>
    <message>
      <source>{percent} % done</source>
      <translation>{percent} % done</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.collections</name>
    <message>
      <source>As in the settings</source>
      <translation>As in the settings</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation>Ask me</translation>
    </message>
    <message>
      <source>Both ways</source>
      <translation>Both ways</translation>
    </message>
    <message>
      <source>From the server only</source>
      <translation>From the server only</translation>
    </message>
    <message>
      <source>Keep both</source>
      <translation>Keep both</translation>
    </message>
    <message>
      <source>Keep the server's</source>
      <translation>Keep the server's</translation>
    </message>
    <message>
      <source>Keep this computer's</source>
      <translation>Keep this computer's</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Merge</translation>
    </message>
    <message>
      <source>To the server only</source>
      <translation>To the server only</translation>
    </message>
    <message>
      <source>gone from the server</source>
      <translation>gone from the server</translation>
    </message>
    <message>
      <source>off</source>
      <translation>off</translation>
    </message>
    <message>
      <source>read only</source>
      <translation>read only</translation>
    </message>
    <message numerus="yes">
      <source>the last {count} day(s)</source>
      <translation>
        <numerusform>the last day</numerusform>
        <numerusform>the last {count} days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s)</source>
      <translation>
        <numerusform>{count} item</numerusform>
        <numerusform>{count} items</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older one(s) on the server alone</source>
      <translation>
        <numerusform>{count} older one on the server alone</numerusform>
        <numerusform>{count} older ones on the server alone</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.conflicts</name>
    <message>
      <source>Address on the web</source>
      <translation>Address on the web</translation>
    </message>
    <message>
      <source>Begins</source>
      <translation>Begins</translation>
    </message>
    <message>
      <source>Birthday</source>
      <translation>Birthday</translation>
    </message>
    <message>
      <source>Categories</source>
      <translation>Categories</translation>
    </message>
    <message>
      <source>Completed</source>
      <translation>Completed</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Description</translation>
    </message>
    <message>
      <source>Done in per cent</source>
      <translation>Done in per cent</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>Due</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>E-mail</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Ends</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Everything</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; in what is in dispute the server's goes.</source>
      <translation>Everything else of both sides is kept; in what is in dispute the server's goes.</translation>
    </message>
    <message>
      <source>Everything else of both sides is kept; what is in dispute goes as chosen above.</source>
      <translation>Everything else of both sides is kept; what is in dispute goes as chosen above.</translation>
    </message>
    <message>
      <source>Guests</source>
      <translation>Guests</translation>
    </message>
    <message>
      <source>Items</source>
      <translation>Items</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Left out</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Length</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Nickname</source>
      <translation>Nickname</translation>
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
      <translation>Organiser</translation>
    </message>
    <message>
      <source>Parts of the name</source>
      <translation>Parts of the name</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Phone</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>Photo</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Place</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>Postal address</source>
      <translation>Postal address</translation>
    </message>
    <message>
      <source>Priority</source>
      <translation>Priority</translation>
    </message>
    <message>
      <source>Reminder</source>
      <translation>Reminder</translation>
    </message>
    <message>
      <source>Repeats</source>
      <translation>Repeats</translation>
    </message>
    <message>
      <source>Shown as busy</source>
      <translation>Shown as busy</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>The other one stays as a copy of its own.</source>
      <translation>The other one stays as a copy of its own.</translation>
    </message>
    <message>
      <source>The server gets this computer's version.</source>
      <translation>The server gets this computer's version.</translation>
    </message>
    <message>
      <source>The whole event</source>
      <translation>The whole event</translation>
    </message>
    <message>
      <source>The whole task</source>
      <translation>The whole task</translation>
    </message>
    <message>
      <source>This computer gets the server's version.</source>
      <translation>This computer gets the server's version.</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Title</translation>
    </message>
    <message>
      <source>a picture of {count} characters</source>
      <translation>a picture of {count} characters</translation>
    </message>
    <message>
      <source>being done</source>
      <translation>being done</translation>
    </message>
    <message>
      <source>cancelled</source>
      <translation>cancelled</translation>
    </message>
    <message>
      <source>changed here, deleted on the server</source>
      <translation>changed here, deleted on the server</translation>
    </message>
    <message>
      <source>changed on both sides</source>
      <translation>changed on both sides</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>confirmed</translation>
    </message>
    <message>
      <source>deleted here, changed on the server</source>
      <translation>deleted here, changed on the server</translation>
    </message>
    <message>
      <source>new on both sides, and different</source>
      <translation>new on both sides, and different</translation>
    </message>
    <message>
      <source>tentative</source>
      <translation>tentative</translation>
    </message>
    <message>
      <source>to be done</source>
      <translation>to be done</translation>
    </message>
    <message>
      <source>{property} of {occurrence}</source>
      <translation>{property} of {occurrence}</translation>
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
      <translation>(no name)</translation>
    </message>
    <message>
      <source>Anniversary</source>
      <translation>Anniversary</translation>
    </message>
    <message>
      <source>Dates</source>
      <translation>Dates</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Group</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>Members</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <source>On the web</source>
      <translation>On the web</translation>
    </message>
    <message>
      <source>Telephone</source>
      <translation>Telephone</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>fax</translation>
    </message>
    <message>
      <source>home</source>
      <translation>home</translation>
    </message>
    <message>
      <source>home page</source>
      <translation>home page</translation>
    </message>
    <message>
      <source>main</source>
      <translation>main</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>mobile</translation>
    </message>
    <message>
      <source>other</source>
      <translation>other</translation>
    </message>
    <message>
      <source>pager</source>
      <translation>pager</translation>
    </message>
    <message>
      <source>video</source>
      <translation>video</translation>
    </message>
    <message>
      <source>work</source>
      <translation>work</translation>
    </message>
    <message>
      <source>“{name}”</source>
      <translation>“{name}”</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.event_details</name>
    <message>
      <source>Address</source>
      <translation>Address</translation>
    </message>
    <message>
      <source>Attachments</source>
      <translation>Attachments</translation>
    </message>
    <message>
      <source>Organised by</source>
      <translation>Organised by</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progress</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Reminders</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Time zone</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accepted</translation>
    </message>
    <message>
      <source>after the beginning</source>
      <translation>after the beginning</translation>
    </message>
    <message>
      <source>at the beginning</source>
      <translation>at the beginning</translation>
    </message>
    <message>
      <source>by a rule of its own</source>
      <translation>by a rule of its own</translation>
    </message>
    <message>
      <source>declined</source>
      <translation>declined</translation>
    </message>
    <message>
      <source>delegated</source>
      <translation>delegated</translation>
    </message>
    <message numerus="yes">
      <source>every {count} day(s)</source>
      <translation>
        <numerusform>every day</numerusform>
        <numerusform>every {count} days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} month(s)</source>
      <translation>
        <numerusform>every month</numerusform>
        <numerusform>every {count} months</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} week(s)</source>
      <translation>
        <numerusform>every week</numerusform>
        <numerusform>every {count} weeks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>every {count} year(s)</source>
      <translation>
        <numerusform>every year</numerusform>
        <numerusform>every {count} years</numerusform>
      </translation>
    </message>
    <message>
      <source>no answer yet</source>
      <translation>no answer yet</translation>
    </message>
    <message>
      <source>no due date</source>
      <translation>no due date</translation>
    </message>
    <message>
      <source>not confirmed</source>
      <translation>not confirmed</translation>
    </message>
    <message>
      <source>perhaps</source>
      <translation>perhaps</translation>
    </message>
    <message>
      <source>private</source>
      <translation>private</translation>
    </message>
    <message numerus="yes">
      <source>{count} attachment(s), not downloaded</source>
      <translation>
        <numerusform>{count} attachment, not downloaded</numerusform>
        <numerusform>{count} attachments, not downloaded</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) before</source>
      <translation>
        <numerusform>{count} day before</numerusform>
        <numerusform>{count} days before</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) before</source>
      <translation>
        <numerusform>{count} hour before</numerusform>
        <numerusform>{count} hours before</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) before</source>
      <translation>
        <numerusform>{count} minute before</numerusform>
        <numerusform>{count} minutes before</numerusform>
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
      <translation>{often}, until {day}</translation>
    </message>
    <message numerus="yes">
      <source>{often}, {count} time(s)</source>
      <translation>
        <numerusform>{often}, {count} time</numerusform>
        <numerusform>{often}, {count} times</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.help</name>
    <message>
      <source>All is up to date.</source>
      <translation>All is up to date.</translation>
    </message>
    <message>
      <source>Both sides changed the same thing, and you are to decide.</source>
      <translation>Both sides changed the same thing, and you are to decide.</translation>
    </message>
    <message>
      <source>Much would be deleted at once. It waits for your yes or no.</source>
      <translation>Much would be deleted at once. It waits for your yes or no.</translation>
    </message>
    <message>
      <source>Nothing runs by itself until the pause is over.</source>
      <translation>Nothing runs by itself until the pause is over.</translation>
    </message>
    <message>
      <source>Something could not be synced. The window says what, and what to do.</source>
      <translation>Something could not be synced. The window says what, and what to do.</translation>
    </message>
    <message>
      <source>The server cannot be reached. kSync tries again by itself.</source>
      <translation>The server cannot be reached. kSync tries again by itself.</translation>
    </message>
    <message>
      <source>This network is not one on which kSync may sync.</source>
      <translation>This network is not one on which kSync may sync.</translation>
    </message>
    <message>
      <source>kSync is at work.</source>
      <translation>kSync is at work.</translation>
    </message>
    <message>
      <source>kSync needs you: a password, or an open keyring.</source>
      <translation>kSync needs you: a password, or an open keyring.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.left_out</name>
    <message numerus="yes">
      <source>{count} file(s) cannot be shown.</source>
      <translation>
        <numerusform>{count} file cannot be shown.</numerusform>
        <numerusform>{count} files cannot be shown.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.menu</name>
    <message>
      <source>All accounts</source>
      <translation>All accounts</translation>
    </message>
    <message numerus="yes">
      <source>Conflicts ({count})</source>
      <translation>
        <numerusform>Conflicts ({count})</numerusform>
        <numerusform>Conflicts ({count})</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Deletions on hold ({count})</source>
      <translation>
        <numerusform>Deletions on hold ({count})</numerusform>
        <numerusform>Deletions on hold ({count})</numerusform>
      </translation>
    </message>
    <message>
      <source>For an hour</source>
      <translation>For an hour</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Open kSync</source>
      <translation>Open kSync</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Recent activity</source>
      <translation>Recent activity</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Resume</translation>
    </message>
    <message>
      <source>Stop syncing</source>
      <translation>Stop syncing</translation>
    </message>
    <message>
      <source>Until I resume</source>
      <translation>Until I resume</translation>
    </message>
    <message>
      <source>Until tomorrow morning</source>
      <translation>Until tomorrow morning</translation>
    </message>
    <message>
      <source>a password is missing</source>
      <translation>a password is missing</translation>
    </message>
    <message>
      <source>no account yet</source>
      <translation>no account yet</translation>
    </message>
    <message>
      <source>not on this network</source>
      <translation>not on this network</translation>
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
      <translation>Access point</translation>
    </message>
    <message>
      <source>Allowed</source>
      <translation>Allowed</translation>
    </message>
    <message>
      <source>Any protection</source>
      <translation>Any protection</translation>
    </message>
    <message>
      <source>Anywhere (the guard is off)</source>
      <translation>Anywhere (the guard is off)</translation>
    </message>
    <message>
      <source>As for all accounts</source>
      <translation>As for all accounts</translation>
    </message>
    <message>
      <source>At least: OWE</source>
      <translation>At least: OWE</translation>
    </message>
    <message>
      <source>At least: WEP</source>
      <translation>At least: WEP</translation>
    </message>
    <message>
      <source>At least: WPA Personal</source>
      <translation>At least: WPA Personal</translation>
    </message>
    <message>
      <source>At least: WPA2 Enterprise</source>
      <translation>At least: WPA2 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA2 Personal</source>
      <translation>At least: WPA2 Personal</translation>
    </message>
    <message>
      <source>At least: WPA3 Enterprise</source>
      <translation>At least: WPA3 Enterprise</translation>
    </message>
    <message>
      <source>At least: WPA3 Personal</source>
      <translation>At least: WPA3 Personal</translation>
    </message>
    <message>
      <source>At least: open</source>
      <translation>At least: open</translation>
    </message>
    <message>
      <source>Below it</source>
      <translation>Below it</translation>
    </message>
    <message>
      <source>Bridge of virtual machines</source>
      <translation>Bridge of virtual machines</translation>
    </message>
    <message>
      <source>By the network below it</source>
      <translation>By the network below it</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, or allow this one.</source>
      <translation>Connect to a network that is allowed, or allow this one.</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Connection</translation>
    </message>
    <message>
      <source>Hardware addresses, separated by commas.</source>
      <translation>Hardware addresses, separated by commas.</translation>
    </message>
    <message>
      <source>Inside of a container</source>
      <translation>Inside of a container</translation>
    </message>
    <message>
      <source>Interface</source>
      <translation>Interface</translation>
    </message>
    <message>
      <source>Metered</source>
      <translation>Metered</translation>
    </message>
    <message>
      <source>Metered networks</source>
      <translation>Metered networks</translation>
    </message>
    <message>
      <source>Mobile network</source>
      <translation>Mobile network</translation>
    </message>
    <message>
      <source>Mobile networks and phones</source>
      <translation>Mobile networks and phones</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Network</translation>
    </message>
    <message>
      <source>Network guard: off</source>
      <translation>Network guard: off</translation>
    </message>
    <message>
      <source>Network: offline</source>
      <translation>Network: offline</translation>
    </message>
    <message>
      <source>Not allowed</source>
      <translation>Not allowed</translation>
    </message>
    <message>
      <source>On any Wi-Fi</source>
      <translation>On any Wi-Fi</translation>
    </message>
    <message>
      <source>Only behind these routers</source>
      <translation>Only behind these routers</translation>
    </message>
    <message>
      <source>Only on networks that I list</source>
      <translation>Only on networks that I list</translation>
    </message>
    <message>
      <source>Phone by Bluetooth</source>
      <translation>Phone by Bluetooth</translation>
    </message>
    <message>
      <source>Phone by USB</source>
      <translation>Phone by USB</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Protection</translation>
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
      <translation>Their names in the network settings, separated by commas.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>This computer</translation>
    </message>
    <message>
      <source>Unknown network</source>
      <translation>Unknown network</translation>
    </message>
    <message>
      <source>VPN</source>
      <translation>VPN</translation>
    </message>
    <message>
      <source>VPNs that are always allowed</source>
      <translation>VPNs that are always allowed</translation>
    </message>
    <message>
      <source>Wi-Fi</source>
      <translation>Wi-Fi</translation>
    </message>
    <message>
      <source>Wired network</source>
      <translation>Wired network</translation>
    </message>
    <message>
      <source>Wired networks</source>
      <translation>Wired networks</translation>
    </message>
    <message>
      <source>kSync may sync</source>
      <translation>kSync may sync</translation>
    </message>
    <message>
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>not known</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>yes</translation>
    </message>
    <message numerus="yes">
      <source>{count} access point(s)</source>
      <translation>
        <numerusform>{count} access point</numerusform>
        <numerusform>{count} access points</numerusform>
      </translation>
    </message>
    <message>
      <source>{network}: allowed</source>
      <translation>{network}: allowed</translation>
    </message>
    <message>
      <source>{network}: allowed for some accounts</source>
      <translation>{network}: allowed for some accounts</translation>
    </message>
    <message>
      <source>{network}: not allowed</source>
      <translation>{network}: not allowed</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.overview</name>
    <message>
      <source>Checking uploads of {collection}</source>
      <translation>Checking uploads of {collection}</translation>
    </message>
    <message>
      <source>Downloading {collection}</source>
      <translation>Downloading {collection}</translation>
    </message>
    <message>
      <source>Everything is up to date.</source>
      <translation>Everything is up to date.</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Holds</translation>
    </message>
    <message>
      <source>In {days} days: {here} changes came here, {there} went to the server.</source>
      <translation>In {days} days: {here} changes came here, {there} went to the server.</translation>
    </message>
    <message>
      <source>Its password is more than a year old.</source>
      <translation>Its password is more than a year old.</translation>
    </message>
    <message>
      <source>Last sync</source>
      <translation>Last sync</translation>
    </message>
    <message numerus="yes">
      <source>Looking at {count} collection(s)</source>
      <translation>
        <numerusform>Looking at {count} collection</numerusform>
        <numerusform>Looking at {count} collections</numerusform>
      </translation>
    </message>
    <message>
      <source>Next sync</source>
      <translation>Next sync</translation>
    </message>
    <message>
      <source>Not synced yet.</source>
      <translation>Not synced yet.</translation>
    </message>
    <message>
      <source>The last sync was stopped; the next one goes on.</source>
      <translation>The last sync was stopped; the next one goes on.</translation>
    </message>
    <message>
      <source>This account waits for its password.</source>
      <translation>This account waits for its password.</translation>
    </message>
    <message>
      <source>Uploading {collection}</source>
      <translation>Uploading {collection}</translation>
    </message>
    <message>
      <source>Writing files of {collection}</source>
      <translation>Writing files of {collection}</translation>
    </message>
    <message numerus="yes">
      <source>in {count} collection(s)</source>
      <translation>
        <numerusform>in {count} collection</numerusform>
        <numerusform>in {count} collections</numerusform>
      </translation>
    </message>
    <message>
      <source>never</source>
      <translation>never</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>paused</translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) wait for you.</source>
      <translation>
        <numerusform>{count} decision waits for you.</numerusform>
        <numerusform>{count} decisions wait for you.</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} of {total}</translation>
    </message>
    <message numerus="yes">
      <source>{first} And {count} more.</source>
      <translation>
        <numerusform>{first} And {count} more.</numerusform>
        <numerusform>{first} And {count} more.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.privacy</name>
    <message>
      <source>5 files of 1 MB, the oldest goes first</source>
      <translation>5 files of 1 MB, the oldest goes first</translation>
    </message>
    <message>
      <source>Calendars, tasks and contacts</source>
      <translation>Calendars, tasks and contacts</translation>
    </message>
    <message>
      <source>Connected program</source>
      <translation>Connected program</translation>
    </message>
    <message>
      <source>Earlier versions</source>
      <translation>Earlier versions</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Erase</translation>
    </message>
    <message>
      <source>Erase everything</source>
      <translation>Erase everything</translation>
    </message>
    <message>
      <source>Erase everything of kSync on this computer?</source>
      <translation>Erase everything of kSync on this computer?</translation>
    </message>
    <message>
      <source>Erase the history of {name}?</source>
      <translation>Erase the history of {name}?</translation>
    </message>
    <message>
      <source>Erase {name} from this computer?</source>
      <translation>Erase {name} from this computer?</translation>
    </message>
    <message>
      <source>Everything on the server, and on your other devices</source>
      <translation>Everything on the server, and on your other devices</translation>
    </message>
    <message>
      <source>Files in its folders that kSync did not put there; they are named</source>
      <translation>Files in its folders that kSync did not put there; they are named</translation>
    </message>
    <message>
      <source>For you, and for your other programs: they can read these files.</source>
      <translation>For you, and for your other programs: they can read these files.</translation>
    </message>
    <message>
      <source>Its password comes from a command; kSync keeps none.</source>
      <translation>Its password comes from a command; kSync keeps none.</translation>
    </message>
    <message>
      <source>Its password comes from a command; that is still in the settings.</source>
      <translation>Its password comes from a command; that is still in the settings.</translation>
    </message>
    <message>
      <source>Its password was stored in the keyring {when}.</source>
      <translation>Its password was stored in the keyring {when}.</translation>
    </message>
    <message>
      <source>Its password was stored {when}, more than a year. Providers advise a new one once a year.</source>
      <translation>Its password was stored {when}, more than a year. Providers advise a new one once a year.</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Logs</translation>
    </message>
    <message>
      <source>Notes of the program</source>
      <translation>Notes of the program</translation>
    </message>
    <message>
      <source>Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. Pictures and attachments that an entry only names are not fetched.</source>
      <translation>Nothing is sent to anybody else: no statistics, no crash reports, no look for updates. Pictures and attachments that an entry only names are not fetched.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Password</translation>
    </message>
    <message>
      <source>Reports of runs</source>
      <translation>Reports of runs</translation>
    </message>
    <message>
      <source>Saved: {items} and {versions} in {folder}.</source>
      <translation>Saved: {items} and {versions} in {folder}.</translation>
    </message>
    <message>
      <source>Sign out</source>
      <translation>Sign out</translation>
    </message>
    <message>
      <source>Sign out and erase</source>
      <translation>Sign out and erase</translation>
    </message>
    <message>
      <source>Sign out of {name}?</source>
      <translation>Sign out of {name}?</translation>
    </message>
    <message>
      <source>Signed out of {name}.</source>
      <translation>Signed out of {name}.</translation>
    </message>
    <message>
      <source>State of the sync</source>
      <translation>State of the sync</translation>
    </message>
    <message>
      <source>Still here, as kSync did not put it there: {names}</source>
      <translation>Still here, as kSync did not put it there: {names}</translation>
    </message>
    <message>
      <source>Talks to {hosts}, and to nobody else.</source>
      <translation>Talks to {hosts}, and to nobody else.</translation>
    </message>
    <message>
      <source>The history, the reports, all settings and logs</source>
      <translation>The history, the reports, all settings and logs</translation>
    </message>
    <message>
      <source>The lines of the log about it</source>
      <translation>The lines of the log about it</translation>
    </message>
    <message>
      <source>The password in the keyring</source>
      <translation>The password in the keyring</translation>
    </message>
    <message>
      <source>The settings of the account, and the lines of the log about it</source>
      <translation>The settings of the account, and the lines of the log about it</translation>
    </message>
    <message>
      <source>The settings of the account: signing in again is enough</source>
      <translation>The settings of the account: signing in again is enough</translation>
    </message>
    <message>
      <source>The size of the window, a pause, what was allowed for a while.</source>
      <translation>The size of the window, a pause, what was allowed for a while.</translation>
    </message>
    <message>
      <source>Their passwords in the keyring</source>
      <translation>Their passwords in the keyring</translation>
    </message>
    <message>
      <source>These could not be read or joined: {names}.</source>
      <translation>These could not be read or joined: {names}.</translation>
    </message>
    <message>
      <source>These have no folder here: {names}.</source>
      <translation>These have no folder here: {names}.</translation>
    </message>
    <message>
      <source>They cannot be brought back, and earlier runs cannot be undone.</source>
      <translation>They cannot be brought back, and earlier runs cannot be undone.</translation>
    </message>
    <message>
      <source>To log in to the server; it goes nowhere else.</source>
      <translation>To log in to the server; it goes nowhere else.</translation>
    </message>
    <message>
      <source>What a sync overwrote or deleted, so that nothing is lost.</source>
      <translation>What a sync overwrote or deleted, so that nothing is lost.</translation>
    </message>
    <message>
      <source>What both sides last agreed on, so that a sync can tell what changed.</source>
      <translation>What both sides last agreed on, so that a sync can tell what changed.</translation>
    </message>
    <message>
      <source>What each sync did, for the page Activity.</source>
      <translation>What each sync did, for the page Activity.</translation>
    </message>
    <message>
      <source>What ran and what went wrong: no titles, names or addresses.</source>
      <translation>What ran and what went wrong: no titles, names or addresses.</translation>
    </message>
    <message>
      <source>What was changed here and is not on the server yet is lost. Sync before, if you are not sure.</source>
      <translation>What was changed here and is not on the server yet is lost. Sync before, if you are not sure.</translation>
    </message>
    <message>
      <source>What was written into its settings, so that it can be undone.</source>
      <translation>What was written into its settings, so that it can be undone.</translation>
    </message>
    <message>
      <source>What you chose: accounts, user names, addresses, listed networks. No password.</source>
      <translation>What you chose: accounts, user names, addresses, listed networks. No password.</translation>
    </message>
    <message>
      <source>You are signed out: kSync keeps no password of it.</source>
      <translation>You are signed out: kSync keeps no password of it.</translation>
    </message>
    <message>
      <source>as long as the account is here</source>
      <translation>as long as the account is here</translation>
    </message>
    <message>
      <source>kSync ends afterwards.</source>
      <translation>kSync ends afterwards.</translation>
    </message>
    <message>
      <source>the keyring of your desktop</source>
      <translation>the keyring of your desktop</translation>
    </message>
    <message>
      <source>until you delete them</source>
      <translation>until you delete them</translation>
    </message>
    <message>
      <source>until you disconnect it</source>
      <translation>until you disconnect it</translation>
    </message>
    <message>
      <source>until you erase it</source>
      <translation>until you erase it</translation>
    </message>
    <message>
      <source>until you sign out</source>
      <translation>until you sign out</translation>
    </message>
    <message numerus="yes">
      <source>{count} account(s): {names}</source>
      <translation>
        <numerusform>{count} account: {names}</numerusform>
        <numerusform>{count} accounts: {names}</numerusform>
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
        <numerusform>{count} earlier version</numerusform>
        <numerusform>{count} earlier versions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} earlier version(s), the reports and the state</source>
      <translation>
        <numerusform>{count} earlier version, the reports and the state</numerusform>
        <numerusform>{count} earlier versions, the reports and the state</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} file(s)</source>
      <translation>
        <numerusform>{count} file</numerusform>
        <numerusform>{count} files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) as they are now</source>
      <translation>
        <numerusform>{count} item as it is now</numerusform>
        <numerusform>{count} items as they are now</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in their folders</source>
      <translation>
        <numerusform>{count} item in its folder</numerusform>
        <numerusform>{count} items in their folders</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) in {folder}</source>
      <translation>
        <numerusform>{count} item in {folder}</numerusform>
        <numerusform>{count} items in {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} older item(s) are on the server alone.</source>
      <translation>
        <numerusform>{count} older item is on the server alone.</numerusform>
        <numerusform>{count} older items are on the server alone.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} password(s) older than a year: {names}.</source>
      <translation>
        <numerusform>A password is older than a year: {names}.</numerusform>
        <numerusform>{count} passwords are older than a year: {names}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} run(s)</source>
      <translation>
        <numerusform>{count} run</numerusform>
        <numerusform>{count} runs</numerusform>
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
      <translation>{days} days, at most {size} MB</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.problems</name>
    <message>
      <source>A question for its password may be waiting on the desktop.</source>
      <translation>A question for its password may be waiting on the desktop.</translation>
    </message>
    <message>
      <source>Add one to begin.</source>
      <translation>Add one to begin.</translation>
    </message>
    <message>
      <source>Check that this computer is online, and the server's address.</source>
      <translation>Check that this computer is online, and the server's address.</translation>
    </message>
    <message>
      <source>Check the user name and the password. With two-step verification most providers want an application password.</source>
      <translation>Check the user name and the password. With two-step verification most providers want an application password.</translation>
    </message>
    <message>
      <source>Check this computer's clock, and ask who runs the server.</source>
      <translation>Check this computer's clock, and ask who runs the server.</translation>
    </message>
    <message>
      <source>If the collection is shared with you, its owner decides; here it can be read only.</source>
      <translation>If the collection is shared with you, its owner decides; here it can be read only.</translation>
    </message>
    <message>
      <source>Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC).</source>
      <translation>Install a keyring that protects it (gnome-keyring, KWallet, KeePassXC).</translation>
    </message>
    <message>
      <source>It is done in a moment.</source>
      <translation>It is done in a moment.</translation>
    </message>
    <message>
      <source>Its files stay as they are. If it is gone for good, switch it off.</source>
      <translation>Its files stay as they are. If it is gone for good, switch it off.</translation>
    </message>
    <message>
      <source>Look whether the desktop's keyring runs and is open.</source>
      <translation>Look whether the desktop's keyring runs and is open.</translation>
    </message>
    <message>
      <source>Mend the line, or take it out, and save the file.</source>
      <translation>Mend the line, or take it out, and save the file.</translation>
    </message>
    <message>
      <source>Open collections</source>
      <translation>Open collections</translation>
    </message>
    <message>
      <source>Open settings</source>
      <translation>Open settings</translation>
    </message>
    <message>
      <source>Show the file</source>
      <translation>Show the file</translation>
    </message>
    <message>
      <source>Sign in, and the password is stored.</source>
      <translation>Sign in, and the password is stored.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</source>
      <translation>Start the desktop's keyring (gnome-keyring, KWallet, KeePassXC …).</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Try again</translation>
    </message>
    <message>
      <source>Undo the change, or let this collection sync both ways.</source>
      <translation>Undo the change, or let this collection sync both ways.</translation>
    </message>
    <message>
      <source>Unlock it here, or log in to the desktop with your password.</source>
      <translation>Unlock it here, or log in to the desktop with your password.</translation>
    </message>
    <message>
      <source>Unlock…</source>
      <translation>Unlock…</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.programs</name>
    <message>
      <source>Calendar and Contacts</source>
      <translation>Calendar and Contacts</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Connect</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and Evolution</source>
      <translation>GNOME Calendar, Contacts and Evolution</translation>
    </message>
    <message>
      <source>KOrganizer, Merkuro and KAddressBook</source>
      <translation>KOrganizer, Merkuro and KAddressBook</translation>
    </message>
    <message>
      <source>Not connected.</source>
      <translation>Not connected.</translation>
    </message>
    <message>
      <source>Set up by hand, in a few steps.</source>
      <translation>Set up by hand, in a few steps.</translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync.</source>
      <translation>
        <numerusform>Shows {count} collection of kSync.</numerusform>
        <numerusform>Shows {count} collections of kSync.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Shows {count} collection(s) of kSync; not up to date.</source>
      <translation>
        <numerusform>Shows {count} collection of kSync; not up to date.</numerusform>
        <numerusform>Shows {count} collections of kSync; not up to date.</numerusform>
      </translation>
    </message>
    <message>
      <source>Steps…</source>
      <translation>Steps…</translation>
    </message>
    <message>
      <source>Thunderbird</source>
      <translation>Thunderbird</translation>
    </message>
    <message>
      <source>Update</source>
      <translation>Update</translation>
    </message>
    <message>
      <source>{name} is not connected any more.</source>
      <translation>{name} is not connected any more.</translation>
    </message>
    <message>
      <source>{name} shows all of it already.</source>
      <translation>{name} shows all of it already.</translation>
    </message>
    <message numerus="yes">
      <source>{name} shows {count} collection(s) from its next start.</source>
      <translation>
        <numerusform>{name} shows {count} collection from its next start.</numerusform>
        <numerusform>{name} shows {count} collections from its next start.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.settings</name>
    <message>
      <source>A notification, once, when the state changes.</source>
      <translation>A notification, once, when the state changes.</translation>
    </message>
    <message>
      <source>As files</source>
      <translation>As files</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>As the desktop</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>As the system</translation>
    </message>
    <message>
      <source>Ask before this many are deleted at once</source>
      <translation>Ask before this many are deleted at once</translation>
    </message>
    <message>
      <source>Both versions are kept</source>
      <translation>Both versions are kept</translation>
    </message>
    <message>
      <source>Changes on this computer go out at once, whatever this says.</source>
      <translation>Changes on this computer go out at once, whatever this says.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Colours</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dark</translation>
    </message>
    <message>
      <source>Every version that a sync overwrote or deleted can be brought back.</source>
      <translation>Every version that a sync overwrote or deleted can be brought back.</translation>
    </message>
    <message>
      <source>General</source>
      <translation>General</translation>
    </message>
    <message>
      <source>Icon for a panel that is</source>
      <translation>Icon for a panel that is</translation>
    </message>
    <message>
      <source>In GNOME’s programs</source>
      <translation>In GNOME’s programs</translation>
    </message>
    <message>
      <source>Keep old versions for</source>
      <translation>Keep old versions for</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Language</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Light</translation>
    </message>
    <message>
      <source>MB for each account</source>
      <translation>MB for each account</translation>
    </message>
    <message>
      <source>Managed by your organisation</source>
      <translation>Managed by your organisation</translation>
    </message>
    <message>
      <source>Managed by {organization}</source>
      <translation>Managed by {organization}</translation>
    </message>
    <message>
      <source>Merge, and let the server decide the rest</source>
      <translation>Merge, and let the server decide the rest</translation>
    </message>
    <message>
      <source>Safety</source>
      <translation>Safety</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>Schedule</translation>
    </message>
    <message>
      <source>Sync every</source>
      <translation>Sync every</translation>
    </message>
    <message>
      <source>Tell me when something needs me</source>
      <translation>Tell me when something needs me</translation>
    </message>
    <message>
      <source>The server's version is kept</source>
      <translation>The server's version is kept</translation>
    </message>
    <message>
      <source>This computer's version is kept</source>
      <translation>This computer's version is kept</translation>
    </message>
    <message>
      <source>What is not kept goes to the history, whatever you choose.</source>
      <translation>What is not kept goes to the history, whatever you choose.</translation>
    </message>
    <message>
      <source>Your organisation manages some settings.</source>
      <translation>Your organisation manages some settings.</translation>
    </message>
    <message>
      <source>and more than this share of a collection</source>
      <translation>and more than this share of a collection</translation>
    </message>
    <message>
      <source>but use at most</source>
      <translation>but use at most</translation>
    </message>
    <message>
      <source>items</source>
      <translation>items</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>minutes</translation>
    </message>
    <message>
      <source>{organization} manages some settings.</source>
      <translation>{organization} manages some settings.</translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.status</name>
    <message>
      <source>No account yet.</source>
      <translation>No account yet.</translation>
    </message>
    <message>
      <source>Paused until you resume.</source>
      <translation>Paused until you resume.</translation>
    </message>
    <message>
      <source>Paused; goes on {when}.</source>
      <translation>Paused; goes on {when}.</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Starting …</translation>
    </message>
    <message>
      <source>Syncing …</source>
      <translation>Syncing …</translation>
    </message>
    <message>
      <source>Syncing: {done} of {total}.</source>
      <translation>Syncing: {done} of {total}.</translation>
    </message>
    <message>
      <source>Up to date; synced {when}.</source>
      <translation>Up to date; synced {when}.</translation>
    </message>
    <message>
      <source>{account} waits for its password.</source>
      <translation>{account} waits for its password.</translation>
    </message>
    <message>
      <source>{account}: {message}</source>
      <translation>{account}: {message}</translation>
    </message>
    <message numerus="yes">
      <source>{count} conflict(s) wait for you.</source>
      <translation>
        <numerusform>{count} conflict waits for you.</numerusform>
        <numerusform>{count} conflicts wait for you.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} decision(s) on deletions and returns wait for you.</source>
      <translation>
        <numerusform>{count} decision on deletions or returns waits for you.</numerusform>
        <numerusform>{count} decisions on deletions or returns wait for you.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} item(s) could not be synced.</source>
      <translation>
        <numerusform>{count} item could not be synced.</numerusform>
        <numerusform>{count} items could not be synced.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.viewmodels.when</name>
    <message>
      <source>in a moment</source>
      <translation>in a moment</translation>
    </message>
    <message numerus="yes">
      <source>in {count} day(s)</source>
      <translation>
        <numerusform>in {count} day</numerusform>
        <numerusform>in {count} days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} hour(s)</source>
      <translation>
        <numerusform>in {count} hour</numerusform>
        <numerusform>in {count} hours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in {count} minute(s)</source>
      <translation>
        <numerusform>in {count} minute</numerusform>
        <numerusform>in {count} minutes</numerusform>
      </translation>
    </message>
    <message>
      <source>just now</source>
      <translation>just now</translation>
    </message>
    <message numerus="yes">
      <source>{count} day(s) ago</source>
      <translation>
        <numerusform>{count} day ago</numerusform>
        <numerusform>{count} days ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} hour(s) ago</source>
      <translation>
        <numerusform>{count} hour ago</numerusform>
        <numerusform>{count} hours ago</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{count} minute(s) ago</source>
      <translation>
        <numerusform>{count} minute ago</numerusform>
        <numerusform>{count} minutes ago</numerusform>
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
      <translation>All set</translation>
    </message>
    <message>
      <source>Another server</source>
      <translation>Another server</translation>
    </message>
    <message>
      <source>Any CalDAV or CardDAV server; you need its address</source>
      <translation>Any CalDAV or CardDAV server; you need its address</translation>
    </message>
    <message>
      <source>Any Nextcloud; you need its address</source>
      <translation>Any Nextcloud; you need its address</translation>
    </message>
    <message>
      <source>Ask your provider whether calendars and contacts are part of your account.</source>
      <translation>Ask your provider whether calendars and contacts are part of your account.</translation>
    </message>
    <message>
      <source>Best is an application password: it can be withdrawn alone. With two-step verification nothing else works.</source>
      <translation>Best is an application password: it can be withdrawn alone. With two-step verification nothing else works.</translation>
    </message>
    <message>
      <source>Check both for slips; perhaps the server wants an application password.</source>
      <translation>Check both for slips; perhaps the server wants an application password.</translation>
    </message>
    <message>
      <source>Check both; with two-step verification it has to be an application password, not your main one.</source>
      <translation>Check both; with two-step verification it has to be an application password, not your main one.</translation>
    </message>
    <message>
      <source>Check that this computer is online, then try again.</source>
      <translation>Check that this computer is online, then try again.</translation>
    </message>
    <message>
      <source>Check the address and this computer's clock; on a public network log in first.</source>
      <translation>Check the address and this computer's clock; on a public network log in first.</translation>
    </message>
    <message>
      <source>Check the address for a slip, and that this computer is online.</source>
      <translation>Check the address for a slip, and that this computer is online.</translation>
    </message>
    <message>
      <source>Check the address for a slip; often the name of the server alone is right.</source>
      <translation>Check the address for a slip; often the name of the server alone is right.</translation>
    </message>
    <message>
      <source>Check the address, and that this computer is online; then try again.</source>
      <translation>Check the address, and that this computer is online; then try again.</translation>
    </message>
    <message>
      <source>Check the address; on a public network log in to its start page first.</source>
      <translation>Check the address; on a public network log in to its start page first.</translation>
    </message>
    <message>
      <source>Connect to a network that is allowed, then try again.</source>
      <translation>Connect to a network that is allowed, then try again.</translation>
    </message>
    <message>
      <source>Give the address of that other host, if it is your provider's own.</source>
      <translation>Give the address of that other host, if it is your provider's own.</translation>
    </message>
    <message>
      <source>If the server offers application passwords, take one.</source>
      <translation>If the server offers application passwords, take one.</translation>
    </message>
    <message>
      <source>Infomaniak's short logins look like AB12345; this one does not.</source>
      <translation>Infomaniak's short logins look like AB12345; this one does not.</translation>
    </message>
    <message>
      <source>It is kept by {backend}.</source>
      <translation>It is kept by {backend}.</translation>
    </message>
    <message>
      <source>It is kept in KWallet.</source>
      <translation>It is kept in KWallet.</translation>
    </message>
    <message>
      <source>It is kept in the Windows Credential Manager.</source>
      <translation>It is kept in the Windows Credential Manager.</translation>
    </message>
    <message>
      <source>It is kept in the keyring of your desktop (Secret Service).</source>
      <translation>It is kept in the keyring of your desktop (Secret Service).</translation>
    </message>
    <message>
      <source>It is kept in your macOS keychain.</source>
      <translation>It is kept in your macOS keychain.</translation>
    </message>
    <message>
      <source>It looks like https://cloud.example.org.</source>
      <translation>It looks like https://cloud.example.org.</translation>
    </message>
    <message>
      <source>Make an application password with the button, and paste it here.</source>
      <translation>Make an application password with the button, and paste it here.</translation>
    </message>
    <message>
      <source>No calendar and no address book was found there.</source>
      <translation>No calendar and no address book was found there.</translation>
    </message>
    <message>
      <source>Open your calendar once in the web browser, check the user name, then try again.</source>
      <translation>Open your calendar once in the web browser, check the user name, then try again.</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Sign in</translation>
    </message>
    <message>
      <source>Start one (gnome-keyring, KWallet …), or name a command that prints the password.</source>
      <translation>Start one (gnome-keyring, KWallet …), or name a command that prints the password.</translation>
    </message>
    <message>
      <source>Start the desktop's keyring, or name a command that prints the password.</source>
      <translation>Start the desktop's keyring, or name a command that prints the password.</translation>
    </message>
    <message>
      <source>The address begins with http://, where a password could be read on its way.</source>
      <translation>The address begins with http://, where a password could be read on its way.</translation>
    </message>
    <message>
      <source>The command did not print a password.</source>
      <translation>The command did not print a password.</translation>
    </message>
    <message>
      <source>The connection to the server broke.</source>
      <translation>The connection to the server broke.</translation>
    </message>
    <message>
      <source>The first sync</source>
      <translation>The first sync</translation>
    </message>
    <message>
      <source>The keyring that is there would keep the password readable.</source>
      <translation>The keyring that is there would keep the password readable.</translation>
    </message>
    <message>
      <source>The network guard does not allow this network, so nothing was sent.</source>
      <translation>The network guard does not allow this network, so nothing was sent.</translation>
    </message>
    <message>
      <source>The server asks to be left alone for a while.</source>
      <translation>The server asks to be left alone for a while.</translation>
    </message>
    <message>
      <source>The server does not accept this user name with this password.</source>
      <translation>The server does not accept this user name with this password.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>The server does not answer.</translation>
    </message>
    <message>
      <source>The server has a problem of its own.</source>
      <translation>The server has a problem of its own.</translation>
    </message>
    <message>
      <source>The server knows you, and does not let you in here.</source>
      <translation>The server knows you, and does not let you in here.</translation>
    </message>
    <message>
      <source>The server sends kSync on to another host, where your password must not go.</source>
      <translation>The server sends kSync on to another host, where your password must not go.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted, so nothing was sent.</source>
      <translation>The server's certificate is not trusted, so nothing was sent.</translation>
    </message>
    <message>
      <source>The user name as the server knows it.</source>
      <translation>The user name as the server knows it.</translation>
    </message>
    <message>
      <source>The user name is your whole e-mail address.</source>
      <translation>The user name is your whole e-mail address.</translation>
    </message>
    <message>
      <source>The user name looks like AB12345; it is not your e-mail address.</source>
      <translation>The user name looks like AB12345; it is not your e-mail address.</translation>
    </message>
    <message>
      <source>There is a web server at this address, but no calendar service.</source>
      <translation>There is a web server at this address, but no calendar service.</translation>
    </message>
    <message>
      <source>There is no keyring in which the password could be kept.</source>
      <translation>There is no keyring in which the password could be kept.</translation>
    </message>
    <message>
      <source>There is no server of this name.</source>
      <translation>There is no server of this name.</translation>
    </message>
    <message>
      <source>There is nothing at this address.</source>
      <translation>There is nothing at this address.</translation>
    </message>
    <message>
      <source>This is an e-mail address. Infomaniak wants the short login, like AB12345.</source>
      <translation>This is an e-mail address. Infomaniak wants the short login, like AB12345.</translation>
    </message>
    <message>
      <source>This is no address of a server.</source>
      <translation>This is no address of a server.</translation>
    </message>
    <message>
      <source>This is no whole e-mail address.</source>
      <translation>This is no whole e-mail address.</translation>
    </message>
    <message>
      <source>Try again later; it is not your login.</source>
      <translation>Try again later; it is not your login.</translation>
    </message>
    <message>
      <source>Try it in a terminal; its first line has to be the password.</source>
      <translation>Try it in a terminal; its first line has to be the password.</translation>
    </message>
    <message>
      <source>Use the address with https://.</source>
      <translation>Use the address with https://.</translation>
    </message>
    <message>
      <source>Wait a few minutes, then try again.</source>
      <translation>Wait a few minutes, then try again.</translation>
    </message>
    <message>
      <source>Welcome to kSync</source>
      <translation>Welcome to kSync</translation>
    </message>
    <message>
      <source>What shall be synced?</source>
      <translation>What shall be synced?</translation>
    </message>
    <message>
      <source>Where is your account?</source>
      <translation>Where is your account?</translation>
    </message>
    <message>
      <source>Where it appears</source>
      <translation>Where it appears</translation>
    </message>
    <message>
      <source>Where may kSync sync?</source>
      <translation>Where may kSync sync?</translation>
    </message>
    <message>
      <source>Your organisation has set this account up.</source>
      <translation>Your organisation has set this account up.</translation>
    </message>
    <message numerus="yes">
      <source>from {count} collection(s)</source>
      <translation>
        <numerusform>from {count} collection</numerusform>
        <numerusform>from {count} collections</numerusform>
      </translation>
    </message>
    <message>
      <source>kSuite, Calendar and Contacts of Infomaniak</source>
      <translation>kSuite, Calendar and Contacts of Infomaniak</translation>
    </message>
    <message>
      <source>your server</source>
      <translation>your server</translation>
    </message>
    <message numerus="yes">
      <source>{count} task(s)</source>
      <translation>
        <numerusform>{count} task</numerusform>
        <numerusform>{count} tasks</numerusform>
      </translation>
    </message>
    <message>
      <source>{items} {places} will be copied to this computer.</source>
      <translation>{items} {places} will be copied to this computer.</translation>
    </message>
    <message>
      <source>{name} takes an application password only.</source>
      <translation>{name} takes an application password only.</translation>
    </message>
    <message>
      <source>{organization} has set this account up; only your password is missing.</source>
      <translation>{organization} has set this account up; only your password is missing.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.chart</name>
    <message>
      <source>Changes of the last 30 days</source>
      <translation>Changes of the last 30 days</translation>
    </message>
    <message>
      <source>{day}: {here} here, {there} to the server</source>
      <translation>{day}: {here} here, {there} to the server</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.columns</name>
    <message>
      <source>Before</source>
      <translation>Before</translation>
    </message>
    <message>
      <source>Take this one</source>
      <translation>Take this one</translation>
    </message>
    <message>
      <source>Take {property} of: {side}</source>
      <translation>Take {property} of: {side}</translation>
    </message>
    <message>
      <source>The server</source>
      <translation>The server</translation>
    </message>
    <message>
      <source>The versions</source>
      <translation>The versions</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>changed</translation>
    </message>
    <message>
      <source>not there</source>
      <translation>not there</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.copying</name>
    <message>
      <source>Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and the history, into a folder that is new or empty. The server is not asked.</source>
      <translation>Calendars and tasks (.ics), contacts (.vcf), settings without anything secret, and the history, into a folder that is new or empty. The server is not asked.</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>Choose…</translation>
    </message>
    <message>
      <source>Copying …</source>
      <translation>Copying …</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Folder</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>Save a copy of everything</source>
      <translation>Save a copy of everything</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.dialogs</name>
    <message>
      <source>Cancel</source>
      <translation>Cancel</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.guard</name>
    <message>
      <source>Network guard</source>
      <translation>Network guard</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.help</name>
    <message>
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <source>Nothing is lost: what a sync replaces or deletes is kept. The page Activity brings it back.</source>
      <translation>Nothing is lost: what a sync replaces or deletes is kept. The page Activity brings it back.</translation>
    </message>
    <message>
      <source>What the pictures mean</source>
      <translation>What the pictures mean</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.leaving</name>
    <message>
      <source>This goes:</source>
      <translation>This goes:</translation>
    </message>
    <message>
      <source>This stays:</source>
      <translation>This stays:</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.listing</name>
    <message>
      <source>Access points (optional)</source>
      <translation>Access points (optional)</translation>
    </message>
    <message>
      <source>Allow</source>
      <translation>Allow</translation>
    </message>
    <message>
      <source>Name of the network</source>
      <translation>Name of the network</translation>
    </message>
    <message>
      <source>What you call it (optional)</source>
      <translation>What you call it (optional)</translation>
    </message>
    <message>
      <source>Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker imitations out; access points keep out all others.</source>
      <translation>Whoever knows its name can imitate a Wi-Fi. The least protection keeps weaker imitations out; access points keep out all others.</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.month</name>
    <message numerus="yes">
      <source>{count} more</source>
      <translation>
        <numerusform>{count} more</numerusform>
        <numerusform>{count} more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.naming</name>
    <message>
      <source>Create</source>
      <translation>Create</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Kind</translation>
    </message>
    <message>
      <source>New collection</source>
      <translation>New collection</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Rename</translation>
    </message>
    <message>
      <source>Rename {name}</source>
      <translation>Rename {name}</translation>
    </message>
    <message>
      <source>Task list</source>
      <translation>Task list</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.programs</name>
    <message>
      <source>Calendars and contacts appear there without a password, by an address of this computer alone. Thunderbird has to be closed while it is connected.</source>
      <translation>Calendars and contacts appear there without a password, by an address of this computer alone. Thunderbird has to be closed while it is connected.</translation>
    </message>
    <message>
      <source>Connect {name}</source>
      <translation>Connect {name}</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>Disconnect</translation>
    </message>
    <message>
      <source>Disconnect: {name}</source>
      <translation>Disconnect: {name}</translation>
    </message>
    <message>
      <source>In your other programs</source>
      <translation>In your other programs</translation>
    </message>
    <message>
      <source>No such program was found on this computer.</source>
      <translation>No such program was found on this computer.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Throw away</translation>
    </message>
    <message>
      <source>Throw these edits away?</source>
      <translation>Throw these edits away?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.reading</name>
    <message>
      <source>Reading</source>
      <translation>Reading</translation>
    </message>
    <message>
      <source>Reading: {done} of {total}</source>
      <translation>Reading: {done} of {total}</translation>
    </message>
    <message>
      <source>They are synced and kept as they are; they are only not shown here.</source>
      <translation>They are synced and kept as they are; they are only not shown here.</translation>
    </message>
    <message>
      <source>Which?</source>
      <translation>Which?</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sheet</name>
    <message>
      <source>Close the details</source>
      <translation>Close the details</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.sign_in</name>
    <message>
      <source>It is tried at once, and kept in the keyring of your desktop.</source>
      <translation>It is tried at once, and kept in the keyring of your desktop.</translation>
    </message>
    <message>
      <source>Make an application password in the browser…</source>
      <translation>Make an application password in the browser…</translation>
    </message>
    <message>
      <source>Password, better an application password</source>
      <translation>Password, better an application password</translation>
    </message>
    <message>
      <source>Sign in to {account}</source>
      <translation>Sign in to {account}</translation>
    </message>
    <message>
      <source>User name: {name}</source>
      <translation>User name: {name}</translation>
    </message>
  </context>
  <context>
    <name>ui.widgets.stored</name>
    <message>
      <source>Open the folder: {what}</source>
      <translation>Open the folder: {what}</translation>
    </message>
    <message>
      <source>Where, and how long: {text}</source>
      <translation>Where, and how long: {text}</translation>
    </message>
  </context>
  <context>
    <name>ui.window</name>
    <message>
      <source>Close this message</source>
      <translation>Close this message</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.begin</name>
    <message>
      <source>Calendars, tasks and contacts are the same here and on your server.</source>
      <translation>Calendars, tasks and contacts are the same here and on your server.</translation>
    </message>
    <message>
      <source>If you want, it syncs only on the networks that you choose.</source>
      <translation>If you want, it syncs only on the networks that you choose.</translation>
    </message>
    <message>
      <source>In a few steps your account is on this computer. Until the last one nothing is kept: you can cancel at any time.</source>
      <translation>In a few steps your account is on this computer. Until the last one nothing is kept: you can cancel at any time.</translation>
    </message>
    <message>
      <source>Let’s begin</source>
      <translation>Let’s begin</translation>
    </message>
    <message>
      <source>Nothing is lost: every version that is overwritten can be brought back.</source>
      <translation>Nothing is lost: every version that is overwritten can be brought back.</translation>
    </message>
    <message>
      <source>What kSync does</source>
      <translation>What kSync does</translation>
    </message>
    <message>
      <source>Your password goes to the keyring, and from there to your server alone.</source>
      <translation>Your password goes to the keyring, and from there to your server alone.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.choose</name>
    <message>
      <source>Allow the Wi-Fi that I am on</source>
      <translation>Allow the Wi-Fi that I am on</translation>
    </message>
    <message>
      <source>Allowed: {names}</source>
      <translation>Allowed: {names}</translation>
    </message>
    <message>
      <source>Anywhere</source>
      <translation>Anywhere</translation>
    </message>
    <message>
      <source>Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, khard, todoman and many editors read and write them. Only you can open them, and every program that you start.</source>
      <translation>Each calendar and address book is a folder, each entry a file (.ics, .vcf), as khal, khard, todoman and many editors read and write them. Only you can open them, and every program that you start.</translation>
    </message>
    <message>
      <source>GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, as calendars and address books of their own.</source>
      <translation>GNOME Calendar, Contacts and To Do, Evolution and the clock of the desktop show them, as calendars and address books of their own.</translation>
    </message>
    <message>
      <source>It is not on this computer: evolution-data-server does not answer.</source>
      <translation>It is not on this computer: evolution-data-server does not answer.</translation>
    </message>
    <message>
      <source>Not over a cable or a mobile network. Names of networks are never read.</source>
      <translation>Not over a cable or a mobile network. Names of networks are never read.</translation>
    </message>
    <message>
      <source>Of what you leave out nothing is fetched. You can change it at any time.</source>
      <translation>Of what you leave out nothing is fetched. You can change it at any time.</translation>
    </message>
    <message>
      <source>On every network, wired or not.</source>
      <translation>On every network, wired or not.</translation>
    </message>
    <message>
      <source>Only on networks that I choose</source>
      <translation>Only on networks that I choose</translation>
    </message>
    <message>
      <source>The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may ask whether kSync may know your location: the name of a Wi-Fi tells it.</source>
      <translation>The name of the Wi-Fi that you are on is read, compared, and forgotten. Your system may ask whether kSync may know your location: the name of a Wi-Fi tells it.</translation>
    </message>
    <message>
      <source>The pages Calendar and Contacts of this window show everything in any case. Thunderbird, KOrganizer and others are connected on the page Settings. You can change it at any time; nothing is lost by it.</source>
      <translation>The pages Calendar and Contacts of this window show everything in any case. Thunderbird, KOrganizer and others are connected on the page Settings. You can change it at any time; nothing is lost by it.</translation>
    </message>
    <message>
      <source>Until a network is allowed, nothing is synced.</source>
      <translation>Until a network is allowed, nothing is synced.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.finish</name>
    <message>
      <source>Asking the server what there is …</source>
      <translation>Asking the server what there is …</translation>
    </message>
    <message>
      <source>From now on kSync syncs by itself, and at once when something changes here.</source>
      <translation>From now on kSync syncs by itself, and at once when something changes here.</translation>
    </message>
    <message>
      <source>It could not be looked at now; it is tried again when it syncs.</source>
      <translation>It could not be looked at now; it is tried again when it syncs.</translation>
    </message>
    <message>
      <source>Nothing on the server is changed by it. Afterwards changes go both ways.</source>
      <translation>Nothing on the server is changed by it. Afterwards changes go both ways.</translation>
    </message>
    <message>
      <source>Nothing was kept; it can be tried again.</source>
      <translation>Nothing was kept; it can be tried again.</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Show the folder</translation>
    </message>
    <message>
      <source>Start syncing</source>
      <translation>Start syncing</translation>
    </message>
    <message>
      <source>The files will be in {folder}; only you can open them, and every program that you start.</source>
      <translation>The files will be in {folder}; only you can open them, and every program that you start.</translation>
    </message>
    <message>
      <source>What comes</source>
      <translation>What comes</translation>
    </message>
    <message>
      <source>What happens now</source>
      <translation>What happens now</translation>
    </message>
    <message>
      <source>{name} is added, and its first sync is on its way.</source>
      <translation>{name} is added, and its first sync is on its way.</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.sign_in</name>
    <message>
      <source>Address of the server</source>
      <translation>Address of the server</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Command</translation>
    </message>
    <message>
      <source>Command that prints the password</source>
      <translation>Command that prints the password</translation>
    </message>
    <message>
      <source>Sign in to {name}</source>
      <translation>Sign in to {name}</translation>
    </message>
    <message>
      <source>The password is not kept: the command is run when it is needed.</source>
      <translation>The password is not kept: the command is run when it is needed.</translation>
    </message>
    <message>
      <source>Use a command that prints the password instead</source>
      <translation>Use a command that prints the password instead</translation>
    </message>
    <message>
      <source>User name</source>
      <translation>User name</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.step</name>
    <message>
      <source>Next</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>Working</translation>
    </message>
  </context>
  <context>
    <name>ui.wizard.wizard</name>
    <message>
      <source>Add an account</source>
      <translation>Add an account</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Step {number} of {total}</source>
      <translation>Step {number} of {total}</translation>
    </message>
  </context>
</TS>
