"""The first run: from welcome to the preview of the first sync.

``wizard``  the dialog and its way through the steps; what was answered
``step``    what all steps have
``begin``   welcome, provider
``sign_in`` user name, password, the test
``choose``  collections, places, networks
``finish``  preview, done
"""
