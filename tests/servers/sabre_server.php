<?php
/*
 * A SabreDAV 1.8 server for the tests: calendars and address books in SQLite,
 * Digest login. Run by PHP's own web server as the router of every request.
 * KSYNC_SABRE_DB names the database file, which the tests have filled with the
 * tables and the users.
 */

date_default_timezone_set('UTC');

// SabreDAV 1.8 is older than PHP 8: its deprecation notices belong in the log,
// never in a body. Everything worse becomes an exception, thus a 500.
error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(function ($number, $message, $file, $line) {
    if (!(error_reporting() & $number)) {
        return false;
    }
    throw new ErrorException($message, 0, $number, $file, $line);
});

require_once 'Sabre/autoload.php';

$pdo = new \PDO('sqlite:' . getenv('KSYNC_SABRE_DB'));
$pdo->setAttribute(\PDO::ATTR_ERRMODE, \PDO::ERRMODE_EXCEPTION);
// Several workers write to one file: wait for each other (milliseconds), and do
// not wait for the disk.
$pdo->exec('PRAGMA busy_timeout = 20000');
$pdo->exec('PRAGMA synchronous = OFF');

$principals = new \Sabre\DAVACL\PrincipalBackend\PDO($pdo);
$server = new \Sabre\DAV\Server(array(
    new \Sabre\CalDAV\Principal\Collection($principals),
    new \Sabre\CalDAV\CalendarRootNode($principals, new \Sabre\CalDAV\Backend\PDO($pdo)),
    new \Sabre\CardDAV\AddressBookRoot($principals, new \Sabre\CardDAV\Backend\PDO($pdo)),
));
$server->setBaseUri('/');
$server->addPlugin(new \Sabre\DAV\Auth\Plugin(new \Sabre\DAV\Auth\Backend\PDO($pdo), 'SabreDAV'));
$server->addPlugin(new \Sabre\CalDAV\Plugin());
$server->addPlugin(new \Sabre\CardDAV\Plugin());
$server->addPlugin(new \Sabre\DAVACL\Plugin());
$server->exec();
