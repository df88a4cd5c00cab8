"""Who tells what an interface is connected to; one module for each service.

====================  ==============================================  ====================
module                asks                                            tells
====================  ==============================================  ====================
``networkmanager``    NetworkManager, over D-Bus                      everything
``iwd``               iwd, over D-Bus                                 name, security
``wpa_supplicant``    wpa_supplicant, over D-Bus                      name, BSSID, security
``iw``                the ``iw`` program, as a last resort            name, BSSID
``corewlan``          macOS, by CoreWLAN (not yet run there)          name, BSSID, security
``wlanapi``           Windows, by its WLAN API (not yet run there)    name, BSSID, security
====================  ==============================================  ====================
"""
